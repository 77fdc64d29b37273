import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  collapsible,
  type Element,
  escapeMarkdown,
  form,
  hr,
  input,
  markdown,
  note,
} from '../feishu/card.ts';
import { type Facts, readPhrases, unreadPhrases } from './facts.ts';
import type { Verdict } from './judge.ts';
import type { JudgedRequirement, Matched } from './match.ts';
import { subjectOf } from './subjects.ts';
import { tradeOf } from './trade.ts';
import { words } from './wording.ts';

/** 开始对照 under the form. */
export const MatchClick = z.object({ act: z.literal('match') });
export type MatchClick = z.infer<typeof MatchClick>;

const Filled = z
  .string()
  .regex(/^\s*(\d{1,12}(\.\d{1,4})?)?\s*$/)
  .transform((s) => s.trim())
  .default('');

export const MatchForm = z.object({
  revenue: Filled,
  rdShare: Filled,
  inventions: Filled,
  staff: Filled,
  founded: Filled,
  more: z.string().max(1000).default(''),
});

const SHOWN = 6;
const LINES = 12;

/** What fits a firm by the facts of what it `said`, nearest first, each condition with its verdict and its place. */
export function matchCard(said: string, facts: Facts, matched: Matched[]): Card {
  const trade = tradeOf(said, facts)?.text;
  const unread = unreadPhrases(said, facts).filter((phrase) => phrase !== trade);
  const read = [...(trade ? [trade] : []), ...readPhrases(facts)];
  return card({
    title: words.title,
    elements: [
      markdown(escapeMarkdown(clip(words.said(read), 300))),
      ...(unread.length > 0 ? [note(escapeMarkdown(clip(words.unread(unread), 200)))] : []),
      hr(),
      ...(matched.length === 0
        ? [markdown(words.none)]
        : matched.slice(0, SHOWN).flatMap(offerEntry)),
      ...(matched.length > SHOWN ? [note(words.more(matched.length - SHOWN))] : []),
      note(words.proviso),
    ],
  });
}

function offerEntry({ policy, offer, requirements, verdict }: Matched): Element[] {
  const [shutOut, own] = [
    requirements.filter((r) => r.isExclusion),
    requirements.filter((r) => !r.isExclusion),
  ];
  const lines = [
    ...exclusionLines(shutOut, 'missing'),
    ...linesOf(own).slice(0, LINES).map(lineOf),
    ...exclusionLines(shutOut, 'unknown'),
    ...exclusionLines(shutOut, 'met'),
  ];
  return [
    markdown(
      `**${escapeMarkdown(clip(offer.name, 40))}**　${words.offerVerdicts[verdict]}${offer.gives ? `<br>${escapeMarkdown(clip(words.gives + offer.gives, 160))}` : ''}`,
    ),
    collapsible(
      escapeMarkdown(clip(`《${policy.title}》 ${policy.number ?? ''} ${offer.section}`, 90)),
      [markdown(lines.join('<br>'), 'notation')],
      true,
    ),
  ];
}

const WORST: readonly Verdict[] = ['missing', 'unknown', 'met'];

/**
 * A line of several demands is shown once where they stand alike; else each by its name, for of 备案且设备投资300万元以上 the
 * one may be met and the other not known.
 */
function linesOf(requirements: JudgedRequirement[]): JudgedRequirement[] {
  const lines = Map.groupBy(requirements, (r) => `${r.section} ${r.text}`);
  return [...lines.values()].flatMap((of) => {
    const [worst] = of.toSorted((a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict));
    const isMixed = of.some((r) => r.verdict !== worst?.verdict);
    return isMixed ? of.map(byName) : (worst ?? []);
  });
}

function byName(requirement: JudgedRequirement): JudgedRequirement {
  const [condition] = requirement.any;
  const label = condition && condition.kind !== 'text' && subjectOf(condition.subject)?.label;
  return label ? { ...requirement, text: `${label}：${requirement.text}` } : requirement;
}

const ORDER: Record<Verdict, string> = { missing: 'orange', unknown: 'grey', met: 'green' };

/** What shuts a firm out stands for itself; all that is to be verified or is not so, in one line. */
function exclusionLines(of: JudgedRequirement[], verdict: Verdict): string[] {
  const cases = linesOf(of).filter((r) => r.verdict === verdict);
  const mark = `<font color='${ORDER[verdict]}'>${words.exclusions[verdict]}</font>`;
  const line = (text: string, sections: string[]) =>
    `${mark}　${escapeMarkdown(clip(text, 200))}（${escapeMarkdown(clip([...new Set(sections)].join('、'), 60))}）`;
  if (verdict === 'missing') return cases.map((r) => line(r.text, [r.section]));
  if (cases.length === 0) return [];
  return [
    line(
      cases.map((r) => r.text).join('；'),
      cases.map((r) => r.section),
    ),
  ];
}

function lineOf({ verdict, text, section }: JudgedRequirement): string {
  const mark = `<font color='${ORDER[verdict]}'>${words.verdicts[verdict]}</font>`;
  return `${mark}　${escapeMarkdown(clip(text, 90))}（${escapeMarkdown(clip(section, 30))}）`;
}

/** 对号入座 without facts: a form for them. */
export function askFactsCard(): Card {
  const value = { act: 'match' } satisfies MatchClick;
  const { more, ...numbers } = words.fields;
  return card({
    title: words.title,
    elements: [
      markdown(escapeMarkdown(words.formHow)),
      form('match', [
        ...Object.entries(numbers).map(([name, label]) =>
          input({ name, label, placeholder: label }),
        ),
        input({ name: 'more', label: more, placeholder: more, multiline: true }),
        button({ text: words.submit, type: 'primary', value, submit: 'submit_match' }),
      ]),
      note(words.proviso),
    ],
  });
}
