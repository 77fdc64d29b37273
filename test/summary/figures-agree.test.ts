import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as summary } from '../../src/commands/summary.ts';
import { textOf } from '../support/county.ts';
import { type Dashboard, LEADER, newVisitor, openDashboard, type Visitor } from '../web/support.ts';

let county: Dashboard;
let browser: Visitor;

beforeAll(async () => {
  county = await openDashboard('2026-10-26T10:00:00+08:00');
  browser = newVisitor(county.url);
  await browser.login(LEADER);
});
afterAll(() => county.stop());

const PERIODS = [
  ['2026-03', '3月进度'],
  ['2026-Q2', '二季度进度'],
  ['2026-H1', '上半年进度'],
  ['2026', '2026年全年进度'],
] as const;

test.each(PERIODS)(
  '%s: chat, command line and dashboard tell the same',
  async (period, question) => {
    const { out } = await county.run(summary, ['--period', period, '--json']);
    const s = JSON.parse(out);
    const sentence = `共 ${s.total} 项，已完成 ${s.done} 项`;
    const silent = `涉及 ${s.units} 个单位，其中 ${s.unitsNotReported} 个尚未反馈`;
    const chat = textOf(await county.ask(LEADER, question));
    expect(chat).toContain(sentence);
    expect(chat).toContain(silent);
    const page = await browser.read(`/?period=${period}`);
    expect(page).toContain(sentence);
    expect(page).toContain(silent);
    const figures = [...page.matchAll(/<strong>(\d+)<\/strong>/g)].map((m) => Number(m[1]));
    expect(figures.slice(0, 3)).toEqual([s.total, s.done, s.overdue]);
    for (const [state, count] of [
      ['超期', s.overdue],
      ['已完成', s.done],
      ['未反馈', s.noReport],
    ]) {
      const list = textOf(
        await county.ask(LEADER, `${question.replace('进度', '')}${state}的事项`),
      );
      const agrees = new RegExp(`共 \\*\\*${count}\\*\\* 项|合并各期，计 ${count} 项`);
      expect(list, state).toMatch(agrees);
    }
  },
);
