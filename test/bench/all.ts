import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run bench`: runs every benchmark that there is, one after the other, and writes docs/benchmarks.md. A benchmark is a
 * script of package.json that prints JSON lines (they become rows of a table) and other lines (kept as they are), and ends
 * with 0 when what it promises holds. `npm run bench -- webhook fan-out` runs some and keeps the others' results.
 */
const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/benchmarks.md');

const BENCHES: { script: string; title: string }[] = [
  { script: 'bench:webhook', title: 'Webhook: events stored per second' },
  { script: 'bench:cards', title: 'Cards: clicks answered' },
  { script: 'bench:search', title: 'Search in 10,000 and 100,000 passages' },
  { script: 'bench:ingest', title: 'Policy documents taken in' },
  { script: 'bench:reply', title: 'Replies of units read' },
  { script: 'bench:import', title: 'Import of a plan with 20,000 rows' },
  { script: 'bench:fan-out', title: 'Month cards to 10,000 units at the platform’s limits' },
  { script: 'bench:summary', title: 'Summaries' },
  { script: 'bench:counties', title: 'Many counties in one process, idle' },
  { script: 'bench:start', title: 'Start-up and memory' },
];

type Run = { lines: string[]; code: number | null; seconds: number };

function run(script: string): Promise<Run> {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (data) => {
    text += String(data);
    process.stdout.write(data);
  });
  return new Promise((done) =>
    child.once('close', (code) =>
      done({
        lines: text.split('\n').filter((line) => line.trim() !== ''),
        code,
        seconds: Math.round((performance.now() - began) / 1000),
      }),
    ),
  );
}

/** Consecutive JSON objects with the same keys become one table, anything else a block of text. */
export function toMarkdown(lines: string[]): string {
  const parts: string[] = [];
  let rows: Record<string, unknown>[] = [];
  let text: string[] = [];
  const flushRows = () => {
    if (rows.length > 0) parts.push(tableOf(rows));
    rows = [];
  };
  const flushText = () => {
    if (text.length > 0) parts.push(['```', ...text, '```'].join('\n'));
    text = [];
  };
  for (const line of lines) {
    const row = objectOf(line);
    if (row) {
      flushText();
      rows.push(row);
    } else {
      flushRows();
      text.push(line);
    }
  }
  flushRows();
  flushText();
  return parts.join('\n\n');
}

function tableOf(rows: Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap((r) => Object.keys(r)))];
  const cell = (value: unknown) =>
    value === undefined ? '' : String(typeof value === 'object' ? JSON.stringify(value) : value);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((r) => line(columns.map((c) => cell(r[c]).replaceAll('|', '\\|')))),
  ].join('\n');
}

function objectOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function machine(): string {
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}, commit ${commit.trim()}`;
}

const HEAD = `# Benchmarks

Written by \`npm run bench\`; every figure stands beside its peer or its limit from the same run. On shared machines trust the ratios, not the absolutes.
`;

function sectionsOf(page: string): Map<string, string> {
  const parts = page.split(/^## /m).slice(1);
  return new Map(parts.map((p) => [p.slice(0, p.indexOf('\n')), p.slice(p.indexOf('\n')).trim()]));
}

if (import.meta.main) {
  const chosen = process.argv.slice(2);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const sections = existsSync(PAGE) ? sectionsOf(readFileSync(PAGE, 'utf8')) : new Map();
  let broken = 0;
  for (const { script, title } of BENCHES) {
    if (!scripts[script]) {
      console.log(`left out: ${script} is no script of package.json`);
      continue;
    }
    if (chosen.length > 0 && !chosen.includes(script.replace('bench:', ''))) continue;
    console.log(`\n${script}`);
    const done = await run(script);
    if (done.code !== 0) broken++;
    const day = new Date().toISOString().slice(0, 10);
    const state = done.code === 0 ? 'holds' : '**does not hold**';
    sections.set(
      title,
      `\`npm run ${script}\`, ${day}, ${done.seconds} s, ${state}. ${machine()}.\n\n${toMarkdown(done.lines)}`,
    );
  }
  const known = BENCHES.flatMap(({ title }) => {
    const text = sections.get(title);
    return text ? [`## ${title}\n\n${text}\n`] : [];
  });
  writeFileSync(PAGE, [HEAD, ...known].join('\n'));
  process.exitCode = broken > 0 ? 1 : 0;
}
