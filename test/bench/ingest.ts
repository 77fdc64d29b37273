import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../src/commands/policy-add.ts';
import { parseConfig } from '../../src/config.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { silentLog } from '../support/log.ts';

/**
 * Adds a folder of 1,000 made-up documents (or the number given) to an empty library on PGlite through the command, then
 * adds it again. Prints one JSON line.
 */

const COUNT = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
const log = silentLog();

const WHAT = ['技术改造', '绿色制造', '数字化车间', '企业上市', '人才引进', '用地保障', '品牌建设'];
const WHOM = ['规模以上工业企业', '高新技术企业', '专精特新企业', '小微企业', '园区运营机构'];

function documentOf(n: number): string {
  const pick = (list: string[], k: number) => list[(n * 7 + k) % list.length] ?? '';
  const clause = (k: number) =>
    `（${'一二三四五六七八九十'.charAt(k % 10)}）支持${pick(WHAT, k)}。对第${n}批${pick(WHOM, k)}，上年度营业收入${n + k}00万元以上的，给予${(n % 90) + k + 1}万元奖励，单个企业最高不超过${n + 100}万元。申报企业应当近三年未发生重大安全事故，并按季度报送项目进展。`;
  const part = (head: string, from: number) =>
    `${head}\n${Array.from({ length: 10 }, (_, k) => clause(from + k)).join('\n')}`;
  return `云溪县第${n}号产业扶持办法\n云政办〔2025〕${n}号\n${part('一、扶持标准', 0)}\n${part('二、申报条件', 10)}\n云溪县人民政府办公室\n2025年3月1日\n`;
}

for (let n = 1; n <= COUNT; n++) writeFileSync(join(folder, `办法${n}.txt`), documentOf(n));
const settings = parseConfig({});
if (!settings.ok) throw new Error('wrong settings');
const { db, close } = await openPglite();
const deps = {
  db,
  config: settings.config,
  log,
  now: () => new Date(),
  newId: randomUUID,
  readDocument,
  feishu: createFeishu({
    appId: 'cli_bench',
    appSecret: 'unused',
    baseUrl: 'http://127.0.0.1:9',
    log,
  }),
};

async function add(): Promise<number> {
  const began = performance.now();
  const code = await command.run({
    args: [folder],
    cwd: folder,
    stdin: async () => '',
    out: () => {},
    err: (line) => console.error(line),
    deps,
  });
  if (code !== 0) throw new Error(`exit ${code}`);
  return (performance.now() - began) / 1000;
}

const first = await add();
const again = await add();
await close();
rmSync(folder, { recursive: true });
console.log(
  JSON.stringify({
    documents: COUNT,
    seconds: Math.round(first * 10) / 10,
    perSecond: Math.round(COUNT / first),
    againSeconds: Math.round(again * 10) / 10,
  }),
);
