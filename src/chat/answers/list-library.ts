import { addDays } from '../../calendar/county-time.ts';
import { card, clip, escapeMarkdown, link, markdown, note } from '../../feishu/card.ts';
import { listPolicies } from '../../policy/library.ts';
import type { Policy } from '../../policy/queries.ts';
import { hasEnded, lastDayOf } from '../../policy/validity.ts';
import { policyFacts, words } from '../../policy/wording.ts';
import { answer, type Context } from '../context.ts';
import { audienceOf } from './handle-policy.ts';

const LEVELS: readonly [Policy['level'], RegExp][] = [
  ['state', /国家/],
  ['province', /省[里级的]/],
  ['city', /市[里级的]/],
  ['county', /县[里级的]/],
];

/** As many as people read through; the rest is counted. */
const SHOWN = 20;

/** Soon is a quarter of a year: long enough to prepare a renewal. */
const SOON_DAYS = 90;

type Row = { said: RegExp; holds: (policy: Policy, today: string, said: string) => boolean };

/** What is asked for beside year and level, each with an example. */
const FILTERS: readonly Row[] = [
  // 内部文件有哪些
  { said: /内部/, holds: ({ visibility }) => visibility !== 'public' },
  // 公开的文件有哪些
  { said: /公开/, holds: ({ visibility }) => visibility === 'public' },
  // 哪些政策快到期了, 今年到期的政策
  {
    said: /(?:快|即将|将|就|马上|会|近期|最近|[今明]年|年底前?|本月)(?:内|会|要|底)*(?:到期|失效|届满|过期)/,
    holds: endsSoon,
  },
  // 哪些文件已经过期了
  { said: /(?:到期|过期|失效|届满|废止)/, holds: hasEnded },
  // 现行有效的政策
  { said: /现行|有效/, holds: (policy, today) => !hasEnded(policy, today) },
];

/** 2023年, 今年, 去年; of what ends in a year, the year is no filter of its own. */
function yearIn(text: string, today: string): number | undefined {
  const written = /(?<!\d)((?:19|20)\d{2})年/.exec(text)?.[1];
  if (written) return Number(written);
  const [named] = /[今去前]年(?!(?:内|会|要|底)*(?:到期|失效|届满|过期|废止))/.exec(text) ?? [];
  return named === undefined
    ? undefined
    : Number(today.slice(0, 4)) - '今去前'.indexOf(named.charAt(0));
}

function endsSoon(policy: Policy, today: string, said: string): boolean {
  const last = lastDayOf(policy.validity, policy.issuedOn);
  const year = Number(today.slice(0, 4)) + (said.includes('明年') ? 1 : 0);
  const until = /[今明]年|年底/.test(said) ? `${year}-12-31` : addDays(today, SOON_DAYS);
  const from = said.includes('明年') ? `${year}-01-01` : today;
  return policy.repealedBy === null && last !== undefined && last >= from && last <= until;
}

/**
 * Lists what the asker may see here, in a group what everybody may; of one year, level, visibility or validity where that
 * is said.
 */
export async function showLibrary(context: Context, text: string): Promise<void> {
  const year = yearIn(text, context.today);
  const level = LEVELS.find(([, said]) => said.test(text))?.[0];
  const open = await listPolicies(context.deps.db, audienceOf(context));
  const filter = FILTERS.find(({ said }) => said.test(text));
  const listed = open.filter(
    (p) =>
      (!year || p.year === year) &&
      (!level || p.level === level) &&
      (!filter || filter.holds(p, context.today, text)),
  );
  const rest = listed.length - SHOWN;
  await answer(context, {
    type: 'card',
    card: card({
      title: words.libraryTitle,
      subtitle: words.libraryCount(listed.length),
      elements: [
        ...(listed.length === 0
          ? [markdown(open.length === 0 ? words.libraryEmpty : words.libraryNone)]
          : []),
        ...listed
          .slice(0, SHOWN)
          .flatMap((policy) => [
            markdown(`**${escapeMarkdown(`《${clip(policy.title, 80)}》`)}**`),
            note(escapeMarkdown(policyFacts(policy, context.today).join('，'))),
            ...(policy.link ? [link(words.open, policy.link)] : []),
          ]),
        ...(rest > 0 ? [note(words.libraryRest(rest))] : []),
      ],
    }),
  });
}
