import { plainForm } from './language.ts';
import type { Passage, Policy } from './queries.ts';
import { cutSegments, type Statement } from './statements.ts';

type Piece = { passage: Passage; policy: Policy };

/** The last number of a path: 第四条（二） → （二）. */
const LABEL = /(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}|[①-⑳])$/;

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
    JSON.stringify([passage.policyId, passage.path.replace(LABEL, ''), passage.headings]),
  );
  return [...groups.values()].flatMap((group) => readList(group));
}

function readList(group: Piece[]): Statement[] {
  const [first] = group;
  const opening = first?.passage.headings.at(-1);
  const clauses = Map.groupBy(group, ({ passage }) => passage.clause);
  if (!first || !opening || clauses.size < 2) return [];
  const items = [...clauses.values()].map((list) => {
    const label = LABEL.exec(list[0]?.passage.path ?? '')?.[0] ?? '';
    const text = list.map(({ passage }) => passage.text).join('');
    return `${/\d$/.test(label) ? `${label}.` : label}${text}`;
  });
  if (items.some((item) => item.length > ITEM)) return [];
  const text = [/[：:]$/.test(opening) ? opening : `${opening}：`, ...items].join('\n');
  if (text.length > LIST) return [];
  const { passage, policy } = first;
  return [
    {
      policy,
      passage: { ...passage, path: passage.path.replace(LABEL, '') },
      text,
      segments: cutSegments(opening),
      plain: plainForm(opening),
      leads: [],
      previous: '',
      headings: plainForm(passage.headings.slice(0, -1).join('\n')),
      clause: '',
      title: plainForm(`${policy.title}\n${policy.region ?? ''}`),
      following: [],
      isList: true,
    },
  ];
}
