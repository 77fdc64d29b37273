import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { confirmAnswer, draftAnswer, findCluster } from '../../src/standard-answers/answer.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { GROUP, type LibraryCounty, startLibraryCounty } from './library-county.ts';

let opened: OpenDb;
let county: LibraryCounty;
beforeAll(async () => {
  opened = await freshPglite();
  // A Thursday.
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const inGroup = () => county.fromBot(GROUP).map(textOf);

describe('a question that no document answers', () => {
  test('waits for the office, together with the same question in other words', async () => {
    expect(textOf(await county.say('firm', '员工宿舍租金补贴标准是多少？'))).toContain(
      '文件中未找到',
    );
    await county.say('other', '员工宿舍租金补贴多少', GROUP);
    await county.say('firm', '员工宿舍租金补贴的标准多少？');
    await county.say('other', '幼儿园学位怎么申请');
    const list = textOf(await county.say('office', '未答问题'));
    expect(list).toContain('员工宿舍租金补贴标准是多少');
    expect(list).toContain('（2 人问）');
    expect(list).toContain('其他问法：员工宿舍租金补贴多少');
    expect(list).toContain('幼儿园学位怎么申请');
  });

  test('is shown to nobody but the office, and not in a group', async () => {
    expect(textOf(await county.say('member', '未答问题'))).not.toContain('员工宿舍');
    expect(textOf(await county.say('office', '未答问题', GROUP))).toContain('请私聊办理');
  });

  test('comes to the office on Monday morning, once', async () => {
    const weekly = () => county.inbox('office').filter((m) => m.includes('政策问答每周清单'));
    await county.goTo('2026-03-06T16:00:00+08:00');
    expect(weekly()).toEqual([]);
    await county.goTo('2026-03-09T09:00:00+08:00');
    expect(weekly()).toEqual([]);
    await county.goTo('2026-03-09T09:31:00+08:00');
    await county.goTo('2026-03-09T11:00:00+08:00');
    expect(weekly()).toHaveLength(1);
    expect(weekly()[0]).toContain('待答复的问题 2 个');
    expect(county.inbox('second').filter((m) => m.includes('每周清单'))).toHaveLength(1);
  });

  test('is answered from the card: looked at first, then every asker is told where they asked', async () => {
    await county.press('office', '答复');
    const hostile = '租金按 300 元/月补助<at user_id="all"></at> **详询**园区李工+8613812345678';
    await county.press('office', '预览答复', { words: hostile });
    expect(county.inbox('office').at(-1)).toContain('私聊 1 处，群内 1 处');
    expect(inGroup().join()).not.toContain('300 元');
    await county.press('office', '确认');
    expect(county.inbox('office').join()).toContain('已答复，已告知 2 处提问人');
    const told = county.inbox('firm').filter((m) => m.includes('300 元/月'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('工信局答复 · office · 2026年3月9日 · 有效期至2027年3月8日');
    expect(told[0]).not.toContain('<at');
    const group = county.fromBot(GROUP).filter((m) => textOf(m).includes('300 元/月'));
    expect(group).toHaveLength(1);
    expect(group[0]?.parentId).toBeDefined();
    expect(textOf(group[0])).toContain('138＊＊＊＊5678');
    expect(textOf(group[0])).not.toContain('13812345678');
  });

  test('is not told again by a second confirmation', async () => {
    const before = county.inbox('firm').length;
    const again = county.inbox('office').length;
    await expect(county.press('second', '确认')).rejects.toThrow('no card');
    expect(county.inbox('firm')).toHaveLength(before);
    expect(county.inbox('office')).toHaveLength(again);
  });

  test('is answered at once when somebody asks it later, with its hits counted', async () => {
    const later = textOf(await county.say('leader', '员工宿舍的租金补贴标准是多少'));
    expect(later).toContain('300 元/月');
    expect(later).toContain('工信局答复');
    expect(textOf(await county.say('office', '标准答复'))).toContain('已用 1 次');
    expect(textOf(await county.say('leader', '教师宿舍的租金补贴标准是多少'))).not.toContain(
      '300 元',
    );
  });

  test('is open again after 撤销, and who was told hears it', async () => {
    const undo = textOf(await county.say('office', '撤销'));
    expect(undo).toContain('3 个问题恢复为待答复');
    expect(county.inbox('firm').at(-1)).toContain('答复已由工信局撤回');
    expect(inGroup().at(-1)).toContain('答复已由工信局撤回');
    expect(textOf(await county.say('leader', '员工宿舍租金补贴标准是多少'))).toContain(
      '文件中未找到',
    );
  });

  test('is answered by words: a clause, no business of ours, a text with its own validity', async () => {
    const list = textOf(await county.say('office', '未答问题'));
    const no = (text: string) => new RegExp(`\\*\\*(\\d+)\\.\\*\\* ${text}`).exec(list)?.[1];
    const school = no('幼儿园');
    expect(textOf(await county.say('office', `答复 ${school} 不属于本局，请问县教育局`))).toContain(
      '请向县教育局咨询',
    );
    await county.press('office', '确认');
    expect(county.inbox('other').at(-1)).toContain('该问题不属于本局职责，请向县教育局咨询');
    const rent = no('员工宿舍');
    expect(textOf(await county.say('office', `答复${rent} 《没有的办法》第二条`))).toContain(
      '库中没有找到《没有的办法》',
    );
    const missing = textOf(
      await county.say('office', `答复${rent} 按《云溪县企业服务手册》第九十九条`),
    );
    expect(missing).toContain('《云溪县企业服务手册》中没有“第九十九条”');
    expect(missing).toContain('该文件的条款：一（一）、二（一）');
    expect(textOf(await county.say('office', `答复${rent} 第二条`))).toContain('是哪份文件的');
    expect(
      textOf(await county.say('office', `答复${rent} 每月补助200元，有效期至2025年6月30日`)),
    ).toContain('有效期至2025年6月30日已经过去，没有生成答复');
    expect(
      textOf(await county.say('office', `答复${rent} 每月补助200元，有效期至2026年2月30日`)),
    ).toContain('没有读出有效期“2026年2月30日”');
    const clause = textOf(
      await county.say('office', `答复${rent}：《云溪县企业服务手册》二（一）`),
    );
    expect(clause).toContain('办电零投资');
    await county.press('office', '放弃');
    const text = textOf(await county.say('office', `答复${rent}：每月补助２００元，长期有效`));
    expect(text).toContain('每月补助２００元');
    expect(text).toContain('长期有效');
    await county.press('office', '放弃');
  });

  test('is answered by a clause that was picked among the hits', async () => {
    await county.say('firm', '小微企业办电要花多少钱');
    const list = textOf(await county.say('office', '未答问题'));
    const no = /\*\*(\d+)\.\*\* 小微企业办电/.exec(list)?.[1];
    expect(textOf(await county.say('office', `答复${no}`))).toContain('办电零投资');
    await county.press('office', '选用此条');
    expect(county.inbox('office').at(-1)).toContain('办电零投资');
    await county.press('office', '确认');
    expect(county.inbox('firm').at(-1)).toContain('出处：《云溪县企业服务手册》');
  });
});

describe('an answer that rests on a clause', () => {
  const answerWith = async (question: string, clause: string) => {
    await county.say('firm', question);
    const list = textOf(await county.say('office', '未答问题'));
    const no = new RegExp(`\\*\\*(\\d+)\\.\\*\\* ${question}`).exec(list)?.[1];
    const shown = textOf(await county.say('office', `答复${no} 按${clause}`));
    await county.press('office', '确认');
    return shown;
  };

  test('says that its document is not in force yet, to the office and to the asker', async () => {
    await county.put(
      '来年.txt',
      '云溪县专利资助规定\n第一条 对发明专利每件资助2000元。\n第二条 本规定自2027年1月1日起施行。',
    );
    const shown = await answerWith('申请国外商标县里出多少', '《云溪县专利资助规定》第一条');
    expect(shown).toContain('尚未施行');
    expect(county.inbox('firm').at(-1)).toContain('尚未施行');
  });

  test('is given no more once its document is repealed', async () => {
    await county.put('展会.txt', '云溪县参展资助规定\n第一条 对参展企业每个展位资助3000元。');
    const question = '摊位费能报几个';
    await answerWith(question, '《云溪县参展资助规定》第一条');
    expect(textOf(await county.say('other', question))).toContain('3000元');
    await county.put(
      '展会新.txt',
      '云溪县会展办法\n第一条 对参展企业另行规定。\n第二条 《云溪县参展资助规定》同时废止。',
    );
    expect(textOf(await county.say('other', question))).not.toContain('3000元');
    expect(textOf(await county.say('office', '标准答复'))).toContain('暂不使用');
  });
});

describe('an internal answer', () => {
  test('never goes to a group or to somebody from outside', async () => {
    await county.put(
      '内部口径.txt',
      '云溪县宿舍补贴内部口径\n一、口径\n（一）后勤设施更新每家按九万元掌握。',
      {
        kind: 'internal',
      },
    );
    await county.say('member', '职工浴室改造补助多少钱？', GROUP);
    await county.say('firm', '职工浴室改造补助多少钱？');
    const list = textOf(await county.say('office', '未答问题'));
    const no = /\*\*(\d+)\.\*\* 职工浴室改造/.exec(list)?.[1];
    expect(
      textOf(await county.say('office', `答复${no} 《云溪县宿舍补贴内部口径》一（一）`)),
    ).toContain('九万元');
    expect(county.inbox('office').at(-1)).toContain('该答复不对外公开');
    const groupBefore = inGroup().length;
    await county.press('office', '确认');
    expect(county.inbox('member').at(-1)).toContain('九万元');
    expect(county.inbox('firm').at(-1)).toContain('内容不对外公开，请与工信局联系');
    expect(inGroup()).toHaveLength(groupBefore);
    expect(county.inbox('firm').join()).not.toContain('九万元');
  });
});

describe('what people say of answers', () => {
  test('没用 stands in the week’s list until somebody has looked at it', async () => {
    await county.say('firm', '首次纳入规模以上统计的企业奖励多少');
    await county.press('firm', '没用');
    await county.goTo('2026-03-16T09:31:00+08:00');
    const weekly = county.inbox('office').findLast((m) => m.includes('每周清单'));
    expect(weekly).toContain('被评为“没用”的答复 1 条');
    expect(weekly).toContain('8万元');
    expect(await county.press('office', '已核对')).toContain('已标记');
    await county.goTo('2026-03-23T09:31:00+08:00');
    expect(county.inbox('office').at(-1)).not.toContain('被评为“没用”');
  });
});

describe('answers run out', () => {
  test('the office sees it beforehand and gives it another year', async () => {
    const { db } = opened;
    const act = {
      actor: (await findPersonByOpenId(db, 'ou_office'))?.id ?? '',
      at: county.deps.now(),
    };
    await county.say('firm', '共享机床怎么预约使用');
    const list = textOf(await county.say('office', '未答问题'));
    const cluster = await findCluster(db, Number(/\*\*(\d+)\.\*\* 共享机床/.exec(list)?.[1]));
    if (!cluster) throw new Error('no such question');
    const draft = await draftAnswer({ db, newId: randomUUID }, act, cluster, {
      kind: 'text',
      text: '请到云溪中试平台预约。',
      visibility: 'public',
      validUntil: '2026-04-10',
    });
    await confirmAnswer(county.deps, act, draft?.id ?? '');
    await county.settle();
    expect(textOf(await county.say('leader', '共享机床怎么预约使用'))).toContain('中试平台');
    await county.goTo('2026-03-30T09:31:00+08:00');
    expect(county.inbox('office').at(-1)).toContain('一个月内到期的标准答复');
    await county.goTo('2026-04-11T10:00:00+08:00');
    expect(textOf(await county.say('leader', '共享机床怎么预约使用'))).not.toContain('中试平台');
  });
});

test('the same words after different matters are two questions', async () => {
  await county.say('firm', '首次入规奖励多少');
  await county.say('firm', '什么时候截止');
  await county.say('other', '技改设备投资补助多少');
  await county.say('other', '什么时候截止');
  const list = textOf(await county.say('office', '未答问题'));
  expect(list).toContain('首次入规奖励多少，什么时候截止');
  expect(list).toContain('技改设备投资补助多少，什么时候截止');
  expect(list).not.toContain('其他问法：技改设备投资补助多少');
});
