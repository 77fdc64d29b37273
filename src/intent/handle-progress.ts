import { recordAudit } from '../audit/record.ts';
import { splitDay } from '../calendar/county-time.ts';
import { words } from '../summary/wording.ts';
import { oneTaskCard, progressCard, unitCard } from './answer-progress.ts';
import { actOf, answer, type Context, say } from './context.ts';
import type { ProgressQuery } from './intent.ts';
import { mayAsk, ownUnits, seesAll } from './may-ask.ts';
import { numberList } from './shown-list.ts';
import { words as intentWords } from './wording.ts';

/** Answers a question about progress, as far as the asker may know. */
export async function handleProgress(context: Context, query: ProgressQuery): Promise<void> {
  const asked = await mayAsk(context, query);
  if (asked.kind === 'refused') return say(context, asked.text);
  if (asked.query.kind === 'export') return sendPaper(context);
  const card = await progressCard(askedBy(context), asked.query);
  await answer(context, { type: 'card', card });
}

const askedBy = (context: Context) => ({
  ...context.deps,
  now: context.now,
  number: (unitIds: string[]) => numberList(context, unitIds),
});

/** The file that was prepared, under the question. */
async function sendPaper(context: Context): Promise<void> {
  const { paper, deps } = context;
  // Allowed now and not a moment ago: the message comes back, and is prepared then.
  if (!paper) throw new Error('no file was prepared');
  if (paper.kind === 'empty') return say(context, words.emptyFile);
  await answer(context, { type: 'file', fileKey: paper.fileKey });
  await recordAudit(deps.db, actOf(context), 'paper.sent', 'paper', { name: paper.name });
}

/** 我的任务: what the asker's units have open this year so far. */
export async function myTasks(context: Context): Promise<void> {
  const own = await ownUnits(context);
  if (own.length === 0) return say(context, intentWords.whoAmI(context.person));
  const { year, month } = splitDay(context.today);
  const card = await progressCard(askedBy(context), {
    kind: 'list',
    year,
    months: Array.from({ length: month }, (_, i) => i + 1),
    units: own.map((u) => u.name),
    role: null,
    status: 'not_done',
  });
  await answer(context, { type: 'card', card });
}

/** Drill-down behind a figure: checked anew, because a card can be pressed by whoever sees it. */
export async function openBehind(
  context: Context,
  click: { act: 'open-unit' | 'open-task'; id: string; year: number; months: number[] },
): Promise<'answered' | 'not-allowed' | 'unknown'> {
  const own = await ownUnits(context);
  if (!seesAll(context) && !(click.act === 'open-unit' && own.some((u) => u.id === click.id)))
    return 'not-allowed';
  if (context.origin.chatType === 'group' && !own.some((u) => u.id === click.id))
    return 'not-allowed';
  const asked = askedBy(context);
  const card =
    click.act === 'open-unit'
      ? await unitCard(asked, click.id, click.year, click.months)
      : await oneTaskCard(asked, click.id, click.year, click.months);
  if (!card) return 'unknown';
  await answer(context, { type: 'card', card });
  return 'answered';
}
