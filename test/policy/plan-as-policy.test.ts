import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OWNER } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const SCHEME = {
  name: '厂房建设工作意见.csv',
  bytes: utf8(
    ['2026年工作任务,牵头单位,完成时限', '完成厂房验收,科技经信局,2026年6月底前'].join('\n'),
  ),
};

const DOWNLOAD = 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key';

describe('a scheme with a table of tasks is a plan and a policy document', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.sendFile(OFFICE, SCHEME);
    if (textOf(march.fromBot(march.sim.as(OFFICE).chatId).at(-1)).includes('没有写年份'))
      await march.ask(OFFICE, '2026年');
    await march.ask(OFFICE, '确认');
  });
  afterAll(() => march.close());
  const library = async () =>
    (await listPolicies(march.deps.db, OWNER)).map((p) => [p.fileName, p.visibility]);

  test('words for it ask who may see it, and name the file', async () => {
    for (const words of [
      '把刚才的文件存入政策库',
      '2026年厂房意见入库',
      '入库',
      '这个文件也加入政策库吧',
    ]) {
      const asked = textOf(await march.ask(OFFICE, words));
      expect([words, asked]).toEqual([words, expect.stringContaining('《厂房建设工作意见.csv》')]);
      expect(asked).toContain('内部入库');
      await march.ask(OFFICE, '算了');
    }
    expect(await library()).toEqual([]);
  });

  test('other words about 入库 mean what they meant', async () => {
    for (const words of ['科技型中小企业入库', '已有3家企业入库', '入库了吗'])
      expect(textOf(await march.ask(OFFICE, words))).not.toContain('内部入库');
    expect(textOf(await march.ask(LIAISON, '把刚才的文件存入政策库'))).not.toContain('内部入库');
  });

  test('sent again, it is offered beside the plan that has not changed, and one tap puts it in', async () => {
    await march.ask(OFFICE, '发布计划');
    let sent = await march.sendFile(OFFICE, SCHEME);
    if (textOf(sent).includes('没有写年份')) sent = await march.ask(OFFICE, '2026年');
    expect(textOf(sent)).toContain('与库中的计划一致');
    march.sim.faults.next(DOWNLOAD, { kind: 'answer', status: 400, code: 234038 });
    expect(await march.press(OFFICE, sent, '内部入库')).toContain('没有取到');
    await march.press(OFFICE, sent, '内部入库');
    expect(await library()).toEqual([['厂房建设工作意见.csv', 'internal']]);
  });
});
