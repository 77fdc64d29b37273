import { z } from 'zod';
import { splitDay } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import { button, card, clip, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { Content } from '../../feishu/client.ts';
import { draftCard, keptCard } from '../../plan/cards.ts';
import { draftPlan } from '../../plan/import.ts';
import { countPastDue } from '../../plan/past-due.ts';
import type { ParsedPlan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { notAPlanText } from '../../plan/reading-wording.ts';
import { yearsIn } from '../../plan/title.ts';
import { words as planWords } from '../../plan/wording.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  onOfficeClick,
} from '../clicked.ts';
import { actOf, answer, type Context } from '../context.ts';
import {
  decideWaitingFile,
  findWaitingFile,
  findYearlessPlan,
  type WaitingFile,
} from '../queries.ts';
import { words } from '../wording.ts';
import { keepWaiting, policyChoices } from './ask-policy.ts';
import { readAgain, type SentFile } from './sent-file.ts';

/** The year of a plan that names none. */
const YearClick = z.object({
  act: z.literal('plan-year'),
  file: z.string().max(64),
  year: z.int().min(2000).max(2099),
});
type YearClick = z.infer<typeof YearClick>;

type Shown = Exclude<Content, { type: 'file' }>;

/** What a plan that was sent would change, or the question of its year. */
export async function showPlan(
  context: Context,
  file: SentFile,
  parsed: ParsedPlan,
): Promise<Shown> {
  const { deps } = context;
  const draft = await draftPlan(
    deps.db,
    actOf(context),
    { fileName: file.name, parsed },
    deps.newId,
  );
  switch (draft.kind) {
    case 'new':
    case 'changed':
      await keepWaiting(context, file, 'nothing');
      return { type: 'card', card: draftCard(draft) };
    case 'unchanged':
      if (!draft.plan.publishedAt)
        return {
          type: 'card',
          card: keptCard(
            { ...draft.plan, total: parsed.tasks.length },
            await countPastDue(deps.db, draft.plan.id, context.today),
          ),
        };
      return offerLibrary(context, file, planWords.unchanged(draft.plan.title));
    case 'year-unknown':
      return askYear(context, file, parsed);
  }
}

/** A scheme with a table of tasks is a policy document too. */
async function offerLibrary(context: Context, file: SentFile, text: string): Promise<Shown> {
  const id = await keepWaiting(context, file, 'nothing');
  return {
    type: 'card',
    card: card({
      title: clip(file.name, 60),
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(text)),
        markdown(words.planAsPolicy),
        ...(file.isInternal ? [markdown(words.fileMarked)] : []),
        policyChoices(id, false, file.isInternal),
      ],
    }),
  };
}

async function askYear(context: Context, file: SentFile, parsed: ParsedPlan): Promise<Shown> {
  const id = await keepWaiting(context, file, 'year');
  const { year } = splitDay(context.today);
  return {
    type: 'card',
    card: card({
      title: clip(parsed.title, 60),
      template: 'wathet',
      elements: [
        markdown(escapeMarkdown(planWords.whichYear(parsed.tasks.length, year))),
        row(
          [year, year + 1, year - 1].map((y, i) =>
            button({
              text: planWords.yearName(y),
              ...(i === 0 ? { type: 'primary' as const } : {}),
              value: { act: 'plan-year', file: id, year: y } satisfies YearClick,
            }),
          ),
        ),
      ],
    }),
  };
}

/** To be run in the transaction of the word that named the year. */
type WithYear = (context: Context) => Promise<Shown | 'settled-before'>;

/** Reads a plan that waited for its year; remote work before any transaction. */
async function readWithYear(deps: Deps, file: WaitingFile, year: number): Promise<WithYear> {
  const again = await readAgain(deps, file);
  if (again.kind === 'unread') return async () => ({ type: 'text', text: again.message });
  const reading = readPlan(again.content, file.name, year);
  return async (context) => {
    if (reading.kind !== 'plan') return { type: 'text', text: notAPlanText(reading.reason) };
    if (!(await decideWaitingFile(context.deps.db, file.id, 'plan'))) return 'settled-before';
    const { link, ...sent } = file;
    const { isInternal } = again;
    const read = { ...sent, ...(link === null ? {} : { link }), isInternal };
    return showPlan(context, read, reading.plan);
  };
}

export const YEAR_CLICKS: ClickHandler[] = [onOfficeClick(YearClick, readAsOf)];

async function readAsOf(clicked: Clicked, { file: id, year }: YearClick): Promise<Answered> {
  const file = await findWaitingFile(clicked.deps.db, id);
  if (!file) return forged('unknown file');
  if (file.decision) return info(words.fileSettled);
  const read = await readWithYear(clicked.deps, file, year);
  return change(clicked, async (context) => {
    const shown = await read(context);
    if (shown === 'settled-before') return info(words.fileSettled);
    return shown.type === 'card' ? { card: shown.card } : info(shown.text);
  });
}

/** 2026年, 今年的, 是明年的计划, and nothing else. */
const YEAR_ALONE =
  /^(?:这?(?:份|个)?(?:计划)?(?:是|为))?(?<year>20\d\d|二[〇○零]\p{Script=Han}{2}|[今本去明](?=年))年?度?(?:的)?(?:计划)?[。.]?$/u;
const RELATIVE: Record<string, number> = { 去: -1, 今: 0, 本: 0, 明: 1 };
/** A year on its own answers the question about a file for so long; later it means something else. */
const FRESH_MS = 24 * 3_600_000;

/** The year of the plan that this person sent last, said in words; undefined where nothing waits for it. */
export async function yearInWords(
  { deps, person, now, today }: Pick<Context, 'deps' | 'person' | 'now' | 'today'>,
  text: string,
): Promise<((context: Context) => Promise<void>) | undefined> {
  const said = YEAR_ALONE.exec(text.normalize('NFKC').replace(/\s/g, ''))?.groups?.year;
  if (said === undefined) return undefined;
  const away = RELATIVE[said];
  const year = away === undefined ? yearsIn(`${said}年`)[0] : splitDay(today).year + away;
  const since = new Date(now.getTime() - FRESH_MS);
  const file = await findYearlessPlan(deps.db, person.id, since);
  if (year === undefined || !file) return undefined;
  const read = await readWithYear(deps, file, year);
  return async (context) => {
    const shown = await read(context);
    await answer(
      context,
      shown === 'settled-before' ? { type: 'text', text: words.fileSettled } : shown,
    );
  };
}
