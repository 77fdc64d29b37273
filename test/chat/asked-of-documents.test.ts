import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { type Dashboard, LIAISON, OUTSIDER, openDashboard } from '../web/support.ts';

let county: Dashboard;

beforeAll(async () => {
  county = await openDashboard('2026-05-20T10:00:00+08:00');
}, 60_000);
afterAll(() => county.stop());

const ask = async (who: string, text: string) => textOf(await county.ask(who, text));

describe('who belongs to a unit gets the answer of the documents as a firm does', () => {
  test.each([
    ['奖补资金公示多长时间', '公示5个工作日'],
    ['审核要多久', '工作日'],
    ['奖金什么时候打到账上', '20个工作日内拨付'],
    ['今年第二批什么时候报', '9月1日至9月30日'],
    ['茶叶链谁牵头', '茶产业发展中心'],
    ['骗补会怎么样', '追回全部资金'],
    ['县财政每年安排多少专项资金', '5000万元'],
  ])('%s', async (question, part) => {
    for (const who of [LIAISON, OUTSIDER]) expect(await ask(who, question)).toContain(part);
  });

  test.each(['首批工业奖补资金申报启动没有', '工业奖补资金申报进展', '第1项什么时候完成'])(
    '%s: the state of work is still told from the plan',
    async (question) => {
      expect(await ask(LIAISON, question)).not.toContain('政策问答');
    },
  );
});

describe('a question of somebody of no unit is one about policies', () => {
  test.each([
    '逾期未申报会怎样',
    '逾期了怎么办',
    '我单位现在要买新设备，政府给报多少',
    '俺厂搞研发花了不少钱，政府有没有补',
  ])('%s', async (question) => {
    expect(await ask(OUTSIDER, question)).not.toContain('登记到单位');
  });

  test.each(['3月完成得怎么样', '开发区逾期的有哪些', '我的任务'])(
    '%s: the plan is not for them',
    async (question) => {
      expect(await ask(OUTSIDER, question)).toContain('登记到单位');
    },
  );
});
