import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const file = (name: string, above: string[]) => ({
  name,
  bytes: utf8(
    [...above, '青石县船舶配套奖补意见', '一、奖补', '对船舶配套企业，每家奖补7万元。'].join(
      '\n\n',
    ),
  ),
});

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const CONFIRM = '公开后所有人和所有群都能查到其中内容';

test('a file marked 内部 is offered as internal, and making it public asks once more', async () => {
  const sent = await march.sendFile(
    OFFICE,
    file('意见.md', ['000001', '内部资料　注意保存', '特急']),
  );
  expect(textOf(sent)).toContain('文件标有“内部”字样，请选择“内部入库”');
  expect(JSON.stringify(sent)).toContain(CONFIRM);
  const asked = await march.ask(OFFICE, '把刚才的文件存入政策库');
  expect(JSON.stringify(asked)).toContain(CONFIRM);
  await march.press(OFFICE, asked, '内部入库');
  const kept = await listPolicies(march.deps.db, OWNER);
  expect(kept.map((p) => [p.title, p.visibility])).toEqual([
    ['青石县船舶配套奖补意见', 'internal'],
  ]);
});

test('one without a mark is offered as before', async () => {
  const sent = await march.sendFile(OFFICE, file('另一份.md', []));
  expect(textOf(sent)).toContain('公开入库');
  expect(JSON.stringify(sent)).not.toContain(CONFIRM);
});
