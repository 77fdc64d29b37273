import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, auditContents } from '../../src/audit/tables.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { BUREAU_GROUP, type Bureau, startBureau, UNIT_GROUP } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

let bureau: Bureau;

beforeAll(async () => {
  bureau = await startBureau('2026-03-20T10:00:00+08:00');
  await bureau.report('发改局', '组织项目开工', 'done');
  await bureau.report('发改局', '筹备观摩活动', 'in_progress', '方案已送审');
  await bureau.report('统计局', '筹备观摩活动', 'blocked', '人手不够');
  await bureau.report('统计局', '发布一季度数据', 'in_progress', '数据正在核对');
});
afterAll(() => bureau.close());

const ask = (role: string, text: string, chat?: string) =>
  bureau.county.ask(`ou_${role}`, text, chat);

const nameOf = ({ content }: ChatMessage) =>
  content.type === 'file' ? content.attachment.name : undefined;

/** All text of a file that the bot sent: paragraphs, and rows with their cells joined. */
async function linesOf(message: ChatMessage): Promise<string[]> {
  const bytes = await bureau.bytesOf(message);
  const read = await readDocument({ name: nameOf(message) ?? '', bytes });
  if (read.kind !== 'read') throw new Error('the file cannot be read');
  return read.content.blocks.flatMap((b) =>
    b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text).join('|')) : [b.text],
  );
}

test('a leader who asks for a ledger gets it as a file under the question', async () => {
  const player = bureau.county.sim.as('ou_leader');
  const reply = await ask('leader', '导出一季度台账');
  expect(nameOf(reply)).toBe('2026年第一季度任务台账.xlsx');
  expect(reply.parentId).toBe(
    bureau.county.sim.messages(player.chatId).findLast((m) => !m.sender.isBot)?.messageId,
  );
  const rows = await linesOf(reply);
  expect(rows.filter((r) => r.includes('2026-03-20 10:00'))).toHaveLength(7);
});

test('a report in Word goes by what was asked before', async () => {
  const reply = await ask('leader', '把3月进度发我一份word');
  expect(nameOf(reply)).toBe('2026年3月重点工作推进情况.docx');
  expect((await linesOf(reply)).join('\n')).toContain('共安排重点任务4项，已完成1项');
  const other = await ask('leader', '那统计局的呢');
  expect(nameOf(other)).toBe('统计局2026年3月重点工作推进情况.docx');
});

test('a file whose month comes from the question before says which it is', async () => {
  await ask('leader', '3月进度');
  await ask('leader', '导出台账');
  const { chatId } = bureau.county.sim.as('ou_leader');
  expect(JSON.stringify(bureau.county.sim.messages(chatId))).toContain('文件范围：3月。');
});

test('a list of some tasks holds those and no others', async () => {
  const reply = await ask('office', '把3月没完成的导出csv');
  const rows = await linesOf(reply);
  expect(nameOf(reply)).toMatch(/\.csv$/);
  expect(rows).toHaveLength(4);
  expect(rows.join('\n')).not.toContain('组织项目开工');
  const word = await ask('office', '把3月没完成的导成word');
  expect(nameOf(word)).toBe('2026年3月重点工作任务清单.docx');
  expect((await linesOf(word)).join('\n')).toContain('统计局：数据正在核对');
});

test('a unit gets its own tasks with its own words, and nobody else’s', async () => {
  const reply = await ask('statistics', '把我们局3月的任务导出表格');
  expect(nameOf(reply)).toBe('统计局2026年3月任务台账.xlsx');
  const text = (await linesOf(reply)).join('\n');
  expect(text).toContain('发布一季度数据');
  expect(text).toContain('人手不够');
  expect(text).not.toContain('方案已送审');
  expect(text).not.toContain('协调园区用地');
  expect(textOf(await ask('liaison', '导出全县一季度台账'))).toContain('由领导和督办人员查询');
  expect(textOf(await ask('statistics', '把发改局3月的任务导出表格'))).toContain(
    '由领导和督办人员查询',
  );
});

test('no file goes into a group, not even into the unit’s own', async () => {
  for (const chat of [BUREAU_GROUP, UNIT_GROUP])
    for (const [role, text] of [
      ['leader', '导出一季度台账'],
      ['liaison', '把发改局3月的任务导出表格'],
    ] as const) {
      const reply = await ask(role, text, chat);
      expect(reply.content.type).toBe('text');
      expect(textOf(reply)).toContain('私聊');
    }
});

test('a file without a single task is not made', async () => {
  expect(textOf(await ask('leader', '把1月申请延期的导出表格'))).toContain('没有符合条件的任务');
});

test('who asks for a file of a year without a plan hears so', async () => {
  expect(textOf(await ask('leader', '导出2021年台账'))).toContain('2021');
});

test('what was sent to whom stays in the audit', async () => {
  await ask('office', '导出2月台账');
  const rows = await bureau.county.deps.db
    .select({ action: audit.action, detail: auditContents.detail })
    .from(audit)
    .innerJoin(auditContents, eq(auditContents.auditId, audit.id))
    .orderBy(audit.id);
  expect(rows.findLast((r) => r.action === 'paper.sent')?.detail).toEqual({
    name: '2026年2月任务台账.xlsx',
  });
});
