import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await bureau.report('发改局', '筹备观摩活动', 'blocked', '场地还没协调下来');
  await bureau.report('统计局', '筹备观摩活动', 'done', '名单报过去了');
  await bureau.report('统计局', '发布一季度数据', 'in_progress', '数据正在核对');
});
afterAll(() => bureau.close());

const ask = (text: string) => bureau.county.ask('ou_leader', text);

test('what waits for a decision is told in the words of the unit that leads', async () => {
  const card = textOf(await ask('3月进度'));
  expect(card).toContain('有困难：筹备观摩活动（场地还没协调下来）');
  expect(card).not.toContain('报过去了');
});

test.each(['导出3月台账', '导出3月没完成的csv', '把3月有困难的导成word'])(
  '%s holds the words of the unit that leads, and names no other’s as such',
  async (text) => {
    const message = await ask(text);
    if (message.content.type !== 'file') throw new Error('no file');
    const read = await readDocument({
      name: message.content.attachment.name,
      bytes: await bureau.bytesOf(message),
    });
    if (read.kind !== 'read') throw new Error('the file cannot be read');
    const rows = read.content.blocks.flatMap((b) =>
      b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text).join('|')) : [],
    );
    const row = rows.find((r) => r.includes('筹备观摩活动'));
    expect(row).toContain('场地还没协调下来');
    expect(row).toContain('发改局');
    expect(row).not.toContain('报过去了');
  },
);

test('a cooperating unit’s words stand where no lead has spoken, and are named as such', async () => {
  const quiet = await startBureau('2026-03-20T10:00:00+08:00');
  await quiet.report('统计局', '筹备观摩活动', 'in_progress', '名单正在汇总');
  const message = await quiet.county.ask('ou_leader', '导出3月台账csv');
  const text = Buffer.from(await quiet.bytesOf(message)).toString('utf8');
  await quiet.close();
  expect(text).toContain('统计局（配合）');
});
