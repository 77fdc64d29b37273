import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModel } from '../../src/model/model.ts';
import { addPolicy } from '../../src/policy/add-policy.ts';
import type { Visibility } from '../../src/policy/visibility.ts';
import { BUREAU_GROUP, type Bureau, startBureau } from '../support/bureau.ts';
import { checkedCard } from '../support/card-lint.ts';
import { type PocketModel, startPocketModel } from '../support/pocket-model.ts';
import { content } from './library.ts';

let bureau: Bureau;
let pocket: PocketModel;
let count = 0;

const add = (fileName: string, text: string, visibility: Visibility = { kind: 'public' }) => {
  const { deps } = bureau.county;
  return addPolicy(
    { db: deps.db, now: deps.now, newId: () => `chat-${++count}` },
    { fileName, content: content(text), visibility, addedBy: 'test' },
  );
};

const textOf = async (who: string, question: string, chat?: string) => {
  const { content: said } = await bureau.county.ask(`ou_${who}`, question, chat);
  if (said.type !== 'card') throw new Error(JSON.stringify(said));
  return JSON.stringify(checkedCard(said.card as Parameters<typeof checkedCard>[0]));
};

beforeAll(async () => {
  pocket = await startPocketModel();
  const model = openModel(pocket.settings);
  pocket.says(() => ({ status: 503 }));
  bureau = await startBureau('2026-04-01T09:00:00+08:00', model ? { model } : {});
  await add(
    '老办法.txt',
    '青石县稳岗补贴暂行办法\n第一条 对不裁员的企业，每人补贴300元。\n第二条 本办法自2023年1月1日起施行，有效期3年。',
  );
  await add(
    '新办法.txt',
    '青石县稳岗补贴办法\n第一条 对不裁员的企业，每人补贴500元。\n第二条 企业申请稳岗补贴时应当提交申请表、花名册和缴费凭证。\n第三条 本办法自2026年1月1日起施行，有效期三年。《青石县稳岗补贴暂行办法》同时废止。',
  );
  await add(
    '市办法.txt',
    '江州市企业技能培训补贴办法（试行）\n第一条 对开展技能培训的企业，每人补贴800元。\n第二条 本办法自2023年1月1日起施行，有效期4年。',
  );
  await add(
    '县办法.txt',
    '青石县企业技能培训补贴办法\n第一条 对开展技能培训的企业，每人补贴600元。\n第二条 本办法自2026年1月1日起施行。',
  );
  await add('内部.txt', '青石县招商专项会议纪要\n一、议定事项\n对光学镜片企业奖补900万元。', {
    kind: 'internal',
  });
});
afterAll(async () => {
  await bureau.close();
  await pocket.close();
});

test('a named person’s mobile number is masked in a group, and whole in private', async () => {
  await add(
    '联系.txt',
    '青石县茶企帮扶通知\n一、茶企帮扶联系方式\n茶企帮扶联系人：王建国，联系电话：13812345678；县工信局办公室电话：0577-5021234。',
  );
  const question = '茶企帮扶联系电话多少';
  const inGroup = await textOf('office', question, BUREAU_GROUP);
  expect(inGroup).toContain('138＊＊＊＊5678');
  expect(inGroup).not.toContain('13812345678');
  expect(inGroup).toContain('0577-5021234');
  expect(await textOf('office', question)).toContain('13812345678');
});

describe('in the chat, an answer says how far it holds', () => {
  test('two documents in force that disagree are both shown, each with its term', async () => {
    const said = await textOf('liaison', '企业技能培训每人补贴多少钱？');
    expect(said).toContain('600元');
    expect(said).toContain('800元');
    expect(said).toContain('以下文件数额不一致');
    expect(said).toContain('有效期至2026年12月31日');
  });

  test('what another document repealed is not given beside what holds, and says by which where it is asked for', async () => {
    const said = await textOf('liaison', '不裁员的企业稳岗每人补贴多少钱？');
    expect(said).toContain('500元');
    expect(said).not.toContain('300元');
    expect(said).toContain('自2026年1月1日起施行，有效期至2028年12月31日');
    const old = await textOf('liaison', '原来不裁员的企业稳岗每人补贴多少钱？');
    expect(old).toContain('300元');
    expect(old).toContain('已于2026年1月1日被《青石县稳岗补贴办法》废止');
  });

  test('a document repealed before it was added says so all the same', async () => {
    await add('旧奖.txt', '青石县船舶配套奖励细则\n第一条 对船舶配套企业，每家奖励7万元。');
    await add(
      '新奖.txt',
      '青石县产业奖励规定\n第一条 船舶配套企业奖励另行规定，《青石县船舶配套奖励规程》同时废止。',
    );
    await add('迟到.txt', '青石县船舶配套奖励规程\n第一条 对船舶配套龙头企业，每家奖励9万元。');
    expect(await textOf('liaison', '船舶配套龙头企业每家奖励多少？')).toContain(
      '已由《青石县产业奖励规定》废止',
    );
  });

  test('去年呢 after a policy question is one too for who is of no unit', async () => {
    await textOf('outsider', '青石县稳岗补贴每人多少钱？');
    expect(await textOf('outsider', '去年呢')).not.toContain('没有登记到单位');
  });

  test('a follow-up keeps its subject: 要交哪些材料 after the sum', async () => {
    await textOf('liaison', '青石县稳岗补贴每人多少钱？');
    expect(await textOf('liaison', '要交哪些材料？')).toContain('花名册');
  });
});

describe('the library is listed', () => {
  test('what the asker may see, each with its level, year and validity', async () => {
    const said = await textOf('liaison', '政策库有哪些文件');
    expect(said).toContain('《青石县稳岗补贴办法》');
    expect(said).toContain('县级，2026年，公开，自2026年1月1日起施行');
    expect(said).toContain('招商专项会议纪要');
  });

  test.each(['2023年市里的政策文件有哪些', '有哪些市里的文件', '政策库清单'])(
    '%s',
    async (asked) => {
      expect(await textOf('liaison', asked)).toContain('可查文件');
    },
  );

  test('by year and level, in a group without what is internal, for whoever asks', async () => {
    const city = await textOf('liaison', '政策库2023年市里的文件有哪些');
    expect(city).toContain('江州市企业技能培训补贴办法');
    expect(city).not.toContain('青石县');
    expect(await textOf('liaison', '政策库有哪些文件', BUREAU_GROUP)).not.toContain('会议纪要');
    expect(await textOf('outsider', '政策库有哪些文件')).toContain('稳岗补贴办法');
  });
});

describe('in the chat, each way of having no answer has its own words', () => {
  test.each([
    ['liaison', '光学镜片企业奖补多少万元？', BUREAU_GROUP, '请私聊查询'],
    ['outsider', '光学镜片企业奖补多少万元？', undefined, '未找到能直接回答'],
    ['liaison', '稳岗补贴在哪个窗口办？', undefined, '未找到'],
    ['liaison', '青石县火箭发射补贴多少钱？', undefined, '未找到能直接回答'],
  ])('%s: %s', async (who, question, chat, words) => {
    const said = await textOf(who, question, chat);
    expect(said).toMatch(new RegExp(words));
    expect(said).not.toContain('900万元');
  });
});

test('with a model the card carries its words, marked, over the citations; a refused question never reaches it', async () => {
  const text = '对开展技能培训的企业，每人补贴600元。';
  pocket.says(() => JSON.stringify({ sentences: [{ text, cites: [1] }] }));
  const said = await textOf('liaison', '青石县企业技能培训每人补贴多少钱？');
  expect(said).toContain('由AI生成');
  expect(said).toContain('青石县企业技能培训补贴办法');
  const calls = pocket.calls.length;
  expect(await textOf('liaison', '青石县企业技能培训在哪个窗口办？')).not.toContain('由AI生成');
  expect(pocket.calls.length).toBe(calls);
  pocket.says(() => ({ status: 503 }));
  expect(await textOf('liaison', '青石县企业技能培训每人补贴多少钱？')).toContain(
    '智能整理暂时不可用',
  );
});
