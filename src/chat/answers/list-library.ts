import { card, clip, escapeMarkdown, link, markdown, note } from '../../feishu/card.ts';
import { fold } from '../../intent/tidy.ts';
import { listPolicies } from '../../policy/library.ts';
import type { Policy } from '../../policy/queries.ts';
import { policyFacts, words } from '../../policy/wording.ts';
import { answer, type Context } from '../context.ts';
import { audienceOf } from './handle-policy.ts';

const OF = '(?:(?:19|20)\\d{2}年?度?|今年|去年|国家级?|[省市县][里级]?|公开|内部|的|有效)*';
const DOCUMENTS = '(?:的)?(?:政策)?(?:文件|政策|办法|资料)';
const WHICH = '(?:有|收录?了?|存了?|都|现在|目前|一共|是)*(?:哪些|什么|啥|多少|几)(?:[个份])?';

/** The documents themselves are asked for, and not what one of them says. */
const ASKS_LIBRARY = new RegExp(
  `^(?:请问|查看|看一?下|看看|列出|列一?下)?(?:你们?|现在|目前)?(?:政策|文件|资料)?库(?:里面?|中|内)?${OF}(?:${WHICH}(?:${DOCUMENTS})?|${DOCUMENTS}(?:${WHICH}|清单|目录|列表)?|清单|目录|列表)$|^(?:查看|看看|列出)(?:政策|文件)库$|^(?=.*(?:哪些|什么|几[个份]))(?:现在|目前|请问)?(?:${WHICH})?${OF}(?:政策)?文件(?:${WHICH})?$|^${OF}(?:${WHICH})?${DOCUMENTS}(?:清单|目录|列表)$`,
  'u',
);

export const asksForLibrary = (text: string) =>
  ASKS_LIBRARY.test(fold(text).replace(/[\s?。.]+/g, ''));

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
