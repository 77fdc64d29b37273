import { recordAudit } from '../../audit/record.ts';
import { splitDay } from '../../calendar/county-time.ts';
import type { Card } from '../../feishu/card.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { ASKED_STATUSES } from '../../progress/task-status.ts';
import type { OpenClick } from '../../summary/cards.ts';
import { words } from '../../summary/wording.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { rememberQuery } from '../conversation.ts';
import { askAgainCard } from '../help.ts';
import { withLeaderElements } from '../instructions/attend.ts';
import { numberList } from '../reports/shown-list.ts';
import { words as intentWords } from '../wording.ts';
import { progressCard, unitCard } from './answer-progress.ts';
import { answerReports } from './answer-reports.ts';
import { oneTaskCard } from './answer-task.ts';
import { askedFor } from './asked-for.ts';
import { withLastYears } from './last-years.ts';
import { type Asked, mayAsk, ownUnits, seesAll } from './may-ask.ts';
import { questionWords } from './question-wording.ts';
import { taskByNumber } from './task-by-number.ts';

type Allowed = Extract<Asked, { kind: 'allowed' }>;
type Refused = Extract<Asked, { kind: 'refused' }>;

/** Answers a question about progress, as far as the asker may know. */
export async function handleProgress(context: Context, query: ProgressQuery): Promise<void> {
  if (
    query.taskNo !== undefined &&
    !query.topic &&
    (await toldByNumber(context, query, query.taskNo))
  )
    return;
  const asked = await mayAsk(context, query);
  if (asked.kind === 'refused') {
    if (asked.noPlan) await rememberQuery(context, { ...query, unanswered: true });
    return refuse(context, asked);
  }
  if (asked.query.kind === 'export') return sendPaper(context, asked.query);
  const card = await withLastYears(context, asked.query, await cardFor(context, asked));
  await answer(context, { type: 'card', card });
}

/** 第2项怎么样了: the one task that has this number, for whom it may be opened. */
async function toldByNumber(context: Context, query: ProgressQuery, no: number): Promise<boolean> {
  const click = await taskByNumber(context, no, query);
  if (click) return (await openBehind(context, click)) === 'answered';
  if (!seesAll(context) || context.origin.chatType !== 'p2p') return false;
  await say(context, questionWords.noSuchNumber(no));
  return true;
}

/** What the allowed question comes to, as far as it may be shown. */
async function cardFor(context: Context, { query, ownOnly }: Allowed, page = 0): Promise<Card> {
  const asked = askedBy(context);
  if (!query.reported && !query.mine && query.reporter === undefined)
    return progressCard(asked, query, page);
  const own = ownOnly ? (await ownUnits(context)).map((u) => u.id) : undefined;
  return answerReports(asked, query, own);
}

async function refuse(context: Context, { text, instead = [] }: Refused): Promise<void> {
  if (instead.length === 0) return say(context, text);
  await answer(context, { type: 'card', card: askAgainCard(text, instead) });
}

const askedBy = (context: Context) => ({
  ...context.deps,
  now: context.now,
  number: (unitIds: string[], first: number) => numberList(context, unitIds, first),
});

/** The file that was prepared, under the question. */
async function sendPaper(context: Context, query: ProgressQuery): Promise<void> {
  const { paper, deps } = context;
  // Allowed now and not a moment ago: the message comes back, and is prepared then.
  if (!paper) throw new Error('no file was prepared');
  if (paper.kind === 'empty') return say(context, words.emptyFile(askedFor(query, context.today)));
  await answer(context, { type: 'file', fileKey: paper.fileKey });
  // A time or a unit may come from the question before.
  await say(context, words.fileOf(askedFor(query, context.today)), 'file-of');
  await recordAudit(deps.db, actOf(context), 'paper.sent', 'paper', { name: paper.name });
}

/** 我的任务: what the asker's units have open this year so far; who has none and sees the county is shown its month. */
export async function myTasks(context: Context): Promise<void> {
  const own = await ownUnits(context);
  const { year, month } = splitDay(context.today);
  if (own.length === 0 && seesAll(context) && context.origin.chatType === 'p2p') {
    const county = { year, months: [month], units: [], role: null, status: null };
    const card = await progressCard(askedBy(context), { kind: 'summary', ...county });
    return answer(context, { type: 'card', card });
  }
  if (own.length === 0)
    return say(
      context,
      context.origin.chatType === 'group'
        ? intentWords.ownInPrivate
        : intentWords.whoAmI(context.person),
    );
  const open: ProgressQuery = {
    kind: 'list',
    year,
    months: Array.from({ length: month }, (_, i) => i + 1),
    units: own.map((u) => u.name),
    role: null,
    status: 'not_done',
  };
  const card = await progressCard(askedBy(context), open);
  await answer(context, { type: 'card', card: await withLastYears(context, open, card) });
}

/** Drill-down behind a figure: checked anew, because a card can be pressed by whoever sees it. */
export async function openBehind(
  context: Context,
  click: OpenClick,
): Promise<'answered' | 'not-allowed' | 'unknown'> {
  const months = click.months.split(',').map(Number);
  const found = await cardBehind(context, click, { year: click.year, months });
  if (found === 'not-allowed') return found;
  if (!found) return 'unknown';
  const card =
    click.act === 'open-task' ? await withLeaderElements(context, found, click.id) : found;
  await answer(context, { type: 'card', card });
  return 'answered';
}

async function cardBehind(
  context: Context,
  { act, id, page }: OpenClick,
  period: { year: number; months: number[] },
): Promise<Card | 'not-allowed' | undefined> {
  const { deps, now } = context;
  const own = (await ownUnits(context)).map((u) => u.id);
  const inPrivate = context.origin.chatType === 'p2p';
  const seesEverything = seesAll(context) && inPrivate;
  const asked = { ...deps, now };
  switch (act) {
    case 'open-unit':
      if (!seesEverything && !own.includes(id)) return 'not-allowed';
      return unitCard(asked, id, period.year, period.months);
    case 'open-task': {
      if (!seesEverything && own.length === 0) return 'not-allowed';
      const history = context.person.memberships.some((m) => m.duty !== 'member');
      const only = seesEverything ? undefined : { units: own, history };
      const card = await oneTaskCard(asked, id, period, only);
      return card ?? (seesEverything ? undefined : 'not-allowed');
    }
    case 'open-list':
    case 'open-summary': {
      const status = act === 'open-list' ? statusOf(id) : null;
      if (status === undefined) return undefined;
      const kind = act === 'open-list' ? 'list' : 'summary';
      const query = { kind, ...period, units: [], role: null, status } as const;
      const allowed = await mayAsk(context, { ...query, units: [] });
      return allowed.kind === 'refused' ? 'not-allowed' : cardFor(context, allowed, page);
    }
  }
}

/** The state a list is opened for; null for all, undefined for what no card of ours carries. */
function statusOf(id: string): ProgressQuery['status'] | undefined {
  return id === '' ? null : ASKED_STATUSES.find((s) => s === id);
}
