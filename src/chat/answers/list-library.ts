import { card, clip, escapeMarkdown, link, markdown, note } from '../../feishu/card.ts';
import { listPolicies } from '../../policy/library.ts';
import type { Policy } from '../../policy/queries.ts';
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

/** Lists what the asker may see here, in a group what everybody may; of one year or level where that is said. */
export async function showLibrary(context: Context, text: string): Promise<void> {
  const year = /(?<!\d)((?:19|20)\d{2})年/.exec(text)?.[1];
  const level = LEVELS.find(([, said]) => said.test(text))?.[0];
  const open = await listPolicies(context.deps.db, audienceOf(context));
  const listed = open.filter(
    (p) => (!year || p.year === Number(year)) && (!level || p.level === level),
  );
  const rest = listed.length - SHOWN;
  await answer(context, {
    type: 'card',
    card: card({
      title: words.libraryTitle,
      subtitle: words.libraryCount(listed.length),
      elements: [
        ...(listed.length === 0 ? [markdown(words.libraryEmpty)] : []),
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
