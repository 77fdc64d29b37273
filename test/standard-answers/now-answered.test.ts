import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as policyAdd } from '../../src/commands/policy-add.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { freshPglite } from '../support/db.ts';
import { runCommand } from '../support/filled.ts';
import { utf8 } from '../support/office-files.ts';
import { GROUP, type LibraryCounty, startLibraryCounty } from './library-county.ts';

let opened: OpenDb;
let county: LibraryCounty;
beforeAll(async () => {
  opened = await freshPglite();
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
  await county.say('firm', '员工宿舍租金补贴标准是多少？');
  await county.say('other', '员工宿舍租金补贴多少', GROUP);
  await county.say('other', '幼儿园学位怎么申请');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const RULES = {
  name: '宿舍办法.txt',
  bytes: utf8(
    '云溪县员工宿舍租金补贴办法\n第一条 企业租用园区员工宿舍的，按租金的40%给予员工宿舍租金补贴。\n第二条 本办法自2026年3月1日起施行。',
  ),
};

test('a new document that answers open questions is offered to the office, and nobody is told before 确认', async () => {
  await county.sendFile('ou_office', RULES);
  await county.press('office', '公开入库');
  const offered = county.inbox('office').findLast((m) => m.includes('新文件可以回答'));
  expect(offered).toContain('新文件可以回答 1 个未答问题');
  expect(offered).toContain('（2 人问）');
  expect(offered).toContain('按租金的40%');
  expect(offered).not.toContain('幼儿园');
  expect(county.inbox('firm').join()).not.toContain('40%');
  await county.press('office', '选用此条');
  await county.press('office', '确认');
  expect(county.inbox('firm').at(-1)).toContain('按租金的40%');
  expect(JSON.stringify(county.fromBot(GROUP).at(-1))).toContain('按租金的40%');
});

test('a document that answers none of them is taken without a word of it', async () => {
  const before = county.inbox('office').length;
  await county.sendFile('ou_office', {
    name: '除雪办法.txt',
    bytes: utf8('云溪县除雪办法\n第一条 降雪后二十四小时内清扫主要道路。'),
  });
  await county.press('office', '公开入库');
  expect(county.inbox('office').slice(before).join()).not.toContain('新文件可以回答');
});

test('the command line says which open questions a document answers, and tells nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-'));
  const file = join(folder, '学位办法.txt');
  writeFileSync(
    file,
    '云溪县幼儿园学位办法\n第一条 幼儿园学位由家长于每年5月向所在街道提出申请，提交户口簿和居住证。',
  );
  const before = county.inbox('other').length;
  const done = await runCommand(policyAdd, county.deps, [file]);
  expect(done.code).toBe(0);
  expect(done.err.join('\n')).toMatch(/新文件可以回答 1 个未答问题（\d+ 号）/);
  expect(county.inbox('other')).toHaveLength(before);
});
