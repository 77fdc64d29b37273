import { plainForm } from './language.ts';
import type { Passage, Policy } from './queries.ts';
import { cutSegments, headingsAbove, type Statement } from './statements.ts';

type Piece = { passage: Passage; policy: Policy };

/** The last number of a path: 第四条（二） → （二）. */
const LABEL = /(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}|[①-⑳])$/;

const FIRST = /^[（(]?[一1①](?:[）).]|(?=\P{Nd}))/u;

/** Longest item, and longest list, that people read as one answer. */
const ITEM = 160;
const LIST = 700;

/** Clauses before and after one item within which its list stands. */
export const AROUND = { before: 8, after: 12 };

/** Whether a passage is an item of a list, or opens one. */
export const isListed = ({ path, kind, text }: Passage) =>
  kind === 'paragraph' && (LABEL.test(path) || /[：:]$/.test(text));

/** Lists as statements of their own, what opens them with all items; `pieces` in reading order. */
export function readLists(pieces: Piece[]): Statement[] {
  const items = pieces.filter(
    ({ passage }) => passage.kind === 'paragraph' && LABEL.test(passage.path),
  );
  const groups = Map.groupBy(items, ({ passage }) =>
    JSON.stringify([passage.policyId, passage.path.replace(LABEL, ''), headingsAbove(passage)]),
  );
  return [...groups.values()].flatMap((group) => readList(group));
}

/** What opens a list: a sentence with a colon, or a heading that says what kind of things follow. */
const OPENS = /[：:]$|(?:材料|条件|范围|情形|对象|程序|流程|要求|事项|标准|内容|资料|步骤)$/;

/** At least two items, and none between them left out. */
const isWhole = (clauses: number[]) =>
  clauses.length > 1 && Math.max(...clauses) - Math.min(...clauses) === clauses.length - 1;

function readList(group: Piece[]): Statement[] {
  const [first] = group;
  const above = first ? headingsAbove(first.passage) : [];
  const opening = above.at(-1);
  const clauses = Map.groupBy(group, ({ passage }) => passage.clause);
  if (!first || !opening || !OPENS.test(opening) || !isWhole([...clauses.keys()])) return [];
  const items = [...clauses.values()].map((list) => {
    const label = LABEL.exec(list[0]?.passage.path ?? '')?.[0] ?? '';
    const text = list.map(({ passage }) => passage.text).join('');
    return `${/\d$/.test(label) ? `${label}.` : label}${text}`;
  });
  if (items.some((item) => item.length > ITEM) || !FIRST.test(items[0] ?? '')) return [];
  const text = [/[：:]$/.test(opening) ? opening : `${opening}：`, ...items].join('\n');
  if (text.length > LIST) return [];
  const { passage, policy } = first;
  return [
    {
      policy,
      passage: { ...passage, headings: above, path: passage.path.replace(LABEL, '') },
      text,
      segments: cutSegments(opening),
      plain: plainForm(opening),
      leads: [],
      previous: '',
      headings: plainForm(above.slice(0, -1).join('\n')),
      clause: '',
      title: plainForm(`${policy.title}\n${policy.region ?? ''}`),
      following: [],
      isList: true,
    },
  ];
}
