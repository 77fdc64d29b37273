import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDocx, makeXlsx, type SampleCell, utf8 } from '../support/office-files.ts';
import { planIn } from '../support/read-file.ts';

type Task = { month: number; seq: number; content: string; lead: string[]; coop: string[] };

const PLACES = ['县', '区', '市', ''];
const FIELDS = [
  '工信',
  '财政',
  '水利',
  '农业农村',
  '住房和城乡建设',
  '自然资源和规划',
  '文化和旅游',
  '统计',
  '税务',
];
const NAMES = [
  ...PLACES.flatMap((place) => FIELDS.map((field) => `${place}${field}局`)),
  ...[
    '县委办',
    '县政府办',
    '县委组织部',
    '经济开发区',
    '茶叶产业发展中心',
    '国网云山供电公司',
    '各乡镇',
    '相关企业',
    '城关镇人民政府',
  ],
];
const VERBS = ['推进', '完成', '召开', '组织开展', '制定', '做好'];
const THINGS = [
  '标准化厂房建设',
  '规上企业培育',
  '“开门红”督导',
  '《产业图谱》编制',
  '技改项目备案',
  '银企对接会',
  '1季度核算',
  '5G基站',
];
const MEASURES = [
  '',
  '20家以上',
  '（含续建）',
  '2.5亿元',
  '，确保时间过半、任务过半',
  '；开展走访',
];

const names = (most: number, least = 1) =>
  fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: least, maxLength: most });
const sentence = fc
  .tuple(fc.constantFrom(...VERBS), fc.constantFrom(...THINGS), fc.constantFrom(...MEASURES))
  .map((parts) => `${parts.join('')}。`);
const month = fc
  .uniqueArray(fc.tuple(sentence, names(2), names(3)), {
    minLength: 1,
    maxLength: 4,
    selector: (t) => t[0],
  })
  .filter((tasks) => tasks.every(([, lead, coop]) => !lead.some((n) => coop.includes(n))));
const plan = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), month), {
    minLength: 2,
    maxLength: 4,
    selector: (m) => m[0],
  })
  .map((months) =>
    months
      .sort((a, b) => a[0] - b[0])
      .flatMap(([m, tasks]) =>
        tasks.map(
          ([content, lead, coop], i): Task => ({ month: m, seq: i + 1, content, lead, coop }),
        ),
      ),
  );

const TITLE = '云山县2024年重点工作明细表';
const HEADER = ['月度', '重点工作', '牵头单位', '配合单位'];
const first = (tasks: Task[], i: number) => tasks[i]?.month !== tasks[i - 1]?.month;
const rows = (tasks: Task[], unitBreak: string) =>
  tasks.map((t, i) => [
    first(tasks, i) ? `${t.month}月` : '',
    `${t.seq}.${t.content}`,
    t.lead.join(unitBreak),
    t.coop.join(unitBreak),
  ]);
const merged = (tasks: Task[]): SampleCell[][] =>
  rows(tasks, '、\n').map((row, i) => {
    const span = tasks.filter((t) => t.month === tasks[i]?.month).length;
    const head =
      row[0] === '' ? null : span > 1 ? { text: row[0] ?? '', rows: span } : (row[0] ?? '');
    return [head, ...row.slice(1)];
  });
const quoted = (cell: string) => (/[,"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const clause = (t: Task) => `牵头单位：${t.lead.join('、')}；配合单位：${t.coop.join('、')}`;
const underMonths = (tasks: Task[], write: (t: Task) => string) =>
  [
    TITLE,
    ...tasks.flatMap((t, i) => [...(first(tasks, i) ? [`${t.month}月份`] : []), write(t)]),
  ].join('\n');

const RENDERINGS: Record<string, (tasks: Task[]) => Promise<[string, Uint8Array]>> = {
  'a Word table': async (t) => ['p.docx', await makeDocx([TITLE, [HEADER, ...merged(t)]])],
  'an Excel sheet': async (t) => [
    'p.xlsx',
    await makeXlsx([{ name: '一', rows: [[TITLE], HEADER, ...merged(t)] }]),
  ],
  'comma-separated cells': async (t) => [
    'p.csv',
    utf8([[TITLE], HEADER, ...rows(t, '、\n')].map((r) => r.map(quoted).join(',')).join('\r\n')),
  ],
  'a Markdown table': async (t) => [
    'p.md',
    utf8(
      [
        `# ${TITLE}`,
        '',
        `|${HEADER.join('|')}|`,
        '|---|---|---|---|',
        ...rows(t, '、<br>').map((r) => `|${r.join('|')}|`),
      ].join('\n'),
    ),
  ],
  'tabbed lines': async (t) => [
    'p.txt',
    utf8([TITLE, ...[HEADER, ...rows(t, '、')].map((r) => r.join('\t'))].join('\n')),
  ],
  'one cell per line': async (t) => [
    'p.txt',
    utf8([TITLE, ...[HEADER, ...rows(t, '、\n')].flat().filter((c) => c !== '')].join('\n')),
  ],
  'one cell per line between blank lines': async (t) => [
    'p.txt',
    utf8([TITLE, ...[HEADER, ...rows(t, '、')].flat().filter((c) => c !== '')].join('\n\n')),
  ],
  'a tab before each cell, a blank line after each row': async (t) => [
    'p.txt',
    utf8(
      [TITLE, ...[HEADER, ...rows(t, '、\n')].map((r) => r.map((c) => `\t${c}`).join('\n'))].join(
        '\n\n',
      ),
    ),
  ],
  'prose with brackets': async (t) => [
    'p.txt',
    utf8(underMonths(t, (x) => `${x.seq}.${x.content}（${clause(x)}）`)),
  ],
  'lines with labels': async (t) => [
    'p.txt',
    utf8(underMonths(t, (x) => `${x.seq}、${x.content}\n${clause(x).replace('；', '\n')}`)),
  ],
};

describe('every rendering of a plan reads back as that plan', () => {
  test.each(Object.entries(RENDERINGS))('%s', async (_, render) => {
    await fc.assert(
      fc.asyncProperty(plan, async (tasks) => {
        const read = await planIn(...(await render(tasks)));
        expect(
          read.tasks.map((t) => ({
            month: t.month,
            seq: t.seq,
            content: t.content,
            lead: t.leadUnits,
            coop: t.coopUnits,
          })),
        ).toEqual(tasks);
      }),
      { numRuns: 40, seed: 20240101 },
    );
  });
});
