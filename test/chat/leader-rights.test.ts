import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUREAU_GROUP, type Bureau, startBureau, UNIT_GROUP } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  const office = bureau.county.sim.as('ou_office');
  const shown = await ask('office', '设置指标：规上产值200亿元');
  await office.press(shown.messageId, '全部确认');
  await bureau.county.settle();
});
afterAll(() => bureau.close());

const ask = (role: string, text: string, chat?: string) =>
  bureau.county.ask(`ou_${role}`, text, chat);

/** What only somebody who may have it is shown. */
const YES: Record<string, string> = {
  '批示：请统计局核实数据，3月25日前': '批示（待您确认）',
  关注汇总规上产值: '已关注',
  我关注的事项: '我关注的事项',
  批示件: '办理中',
  指标进度: '2026年主要指标',
  规上产值完成多少了: '规上产值 200亿元',
  '设置指标：工业税收8亿元': '指标待确认',
  '序时进度按半年60%': '半年60%',
  '3月调度材料': '2026年3月调度材料',
  关闭领导汇总: '不再自动向领导发送',
};

const MAY: [order: string, roles: string[]][] = [
  ['批示：请统计局核实数据，3月25日前', ['leader']],
  ['关注汇总规上产值', ['leader']],
  ['我关注的事项', ['leader']],
  ['批示件', ['leader', 'office', 'liaison', 'statistics']],
  ['指标进度', ['leader', 'office']],
  ['规上产值完成多少了', ['leader', 'office']],
  ['设置指标：工业税收8亿元', ['office']],
  ['序时进度按半年60%', ['office']],
  ['3月调度材料', ['leader', 'office']],
  ['关闭领导汇总', ['office']],
];

const ROLES = ['leader', 'office', 'liaison', 'statistics', 'outsider'];

describe('in private', () => {
  test.each(
    MAY.flatMap(([text, may]) => ROLES.map((role) => [role, text, may.includes(role)] as const)),
  )('%s: %s (%s)', async (role, text, may) => {
    const reply = textOf(await ask(role, text));
    expect(reply.includes(YES[text] ?? '')).toBe(may);
  });
});

describe('in a group nobody is shown any of it, whoever asks', () => {
  test.each(MAY.flatMap(([text]) => ROLES.map((role) => [role, text] as const)))(
    '%s: %s',
    async (role, text) => {
      for (const chat of [BUREAU_GROUP, UNIT_GROUP]) {
        const reply = await ask(role, text, chat);
        expect(reply.content.type).not.toBe('file');
        // 设置指标 and the curve show nothing of a unit; a group is told no standing, no instruction, no attention.
        if (role !== 'office' || !/^设置|^序时/.test(text))
          expect(textOf(reply)).not.toContain(YES[text]);
      }
    },
  );
});

describe('leaders write as leaders do', () => {
  test.each([
    ['请统计局抓紧核实规上产值，下周三前报我', '统计局'],
    ['让发改局把项目开工的事尽快办完', '发改局'],
    ['同意，请自然资源局牵头协调用地', '自然资源局'],
    ['要求发改局、统计局本周内报原因', '发改局、统计局'],
    ['批示：同意发改局意见，抓紧落实', '发改局'],
  ])('%s goes to %s, once confirmed', async (text, units) => {
    const reply = textOf(await ask('leader', text));
    expect(reply).toContain('批示（待您确认）');
    expect(reply).toContain(`送：${units}`);
    await ask('leader', '不发了');
  });

  test.each([
    ['请统计局抓紧核实规上产值，20日前核到位', '请统计局抓紧核实规上产值，20日前核到位'],
    ['批评一下发改局，怎么这么慢', '请发改局抓紧推进有关工作，并说明情况'],
    ['催一下统计局快点办', '请统计局尽快办理'],
    ['催一下发改局', '请发改局抓紧办理'],
    ['让自然资源局周五前给我个说法', '请自然资源局周五前报告有关情况'],
    ['责成发改局月底前拿出方案', '请发改局月底前拿出方案'],
    ['统计局要抓紧，月底前必须完成', '统计局要抓紧，月底前必须完成'],
  ])('%s is shown as it would be sent: %s', async (text, sent) => {
    const reply = textOf(await ask('leader', text));
    expect(reply).toContain('批示（待您确认）');
    expect(reply).toContain(`“${sent}”`);
    await ask('leader', '不发了');
  });

  test('an order that ends in a day is a new one, not the day of the order before', async () => {
    await ask('leader', '批示：请统计局核实产值');
    const reply = textOf(await ask('leader', '请发改局把问题说清楚，本周内'));
    expect(reply).toContain('送：发改局');
    expect(reply).not.toContain('请统计局核实产值');
    await ask('leader', '不发了');
  });

  test.each(['催一下统计局快点办', '批评一下发改局', '让自然资源局周五前给我个说法'])(
    'nobody but a leader gives an instruction by %s',
    async (text) => {
      for (const role of ['office', 'liaison', 'outsider'])
        expect(textOf(await ask(role, text))).not.toContain('批示（待您确认）');
      expect(textOf(await ask('leader', text, BUREAU_GROUP))).not.toContain('批示（待您确认）');
    },
  );

  test('a public scolding is not for the bot', async () => {
    expect(textOf(await ask('leader', '在群里批评一下发改局'))).toContain('不在群里点名');
  });

  test.each([
    ['让统计局查一下进度', '批示（待您确认）'],
    ['统计局要完成的任务', '批示（待您确认）'],
    ['请把3月的进度发我看看', '批示（待您确认）'],
    ['统计局为什么还没完成', '批示（待您确认）'],
    ['发改局落实得怎么样', '批示（待您确认）'],
  ])('%s is a question', async (text, not) => {
    expect(textOf(await ask('leader', text))).not.toContain(not);
  });
});

test('a click on somebody else’s draft does nothing', async () => {
  const draft = await ask('leader', '批示：请统计局核实，3月26日前');
  const value = JSON.stringify(draft.content).match(/\{"act":"instruct-send"[^}]*\}/)?.[0];
  const before = bureau.county.fromBot(bureau.county.sim.as('ou_statistics').chatId).length;
  for (const role of ['office', 'liaison', 'statistics', 'outsider']) {
    const shown = (await ask(role, '帮助')).messageId;
    await bureau.county.sim
      .as(`ou_${role}`)
      .click(shown, { tag: 'button', value: JSON.parse(value ?? '{}') });
  }
  await bureau.county.settle();
  const heard = bureau.county.fromBot(bureau.county.sim.as('ou_statistics').chatId);
  expect(heard.slice(before).map(textOf).join()).not.toContain('领导批示');
});
