import { z } from 'zod';
import { type Day, splitDay } from '../../calendar/county-time.ts';
import { AttendClick } from '../../instructions/task-cards.ts';
import type { Pointed } from '../../intent/read-leader-order.ts';
import { findShownCard, listShownCards, type ShownCard } from '../../outbox/shown-queries.ts';
import { findItems } from '../../plan/item-queries.ts';
import { findTask, listTasks, type TaskRow } from '../../plan/queries.ts';
import { OpenClick } from '../../summary/cards.ts';
import { findTasks } from '../answers/find-tasks.ts';
import type { Context } from '../context.ts';
import { findShownList } from '../queries.ts';
import { planShown } from './shown-plan.ts';

/** How far back a card may lie that 第3项 speaks of. */
const RECENT_CARDS = 6;

/** What a card shows: its tasks in the order of its buttons, and whether it is about one of them or a whole. */
export type Shown = { key: string } & (
  | { kind: 'task'; taskIds: [string] }
  | { kind: 'several'; taskIds: string[] }
  /** A plan whose file was just shown or published. */
  | { kind: 'plan'; tasks: TaskRow[] }
);

/** The card that this message answers, if it is one about work. */
export async function answeredCard(context: Context): Promise<Shown | undefined> {
  const { db } = context.deps;
  const { parentId } = context.origin;
  const card = parentId ? await findShownCard(db, parentId) : undefined;
  return card && readCard(context, card);
}

/**
 * The tasks that are pointed at: by number on the card that is answered, else on the newest card here that lists tasks, or
 * by their place on it (第1个, `nth` from 1); by words in this year's plan; or, without either, the one task of the card.
 */
export async function pointedTasks(
  context: Context,
  at: Pointed & { nth?: number },
): Promise<TaskRow[]> {
  const { deps, today } = context;
  if (at.topic) {
    const year = Number(today.slice(0, 4));
    return findTasks(deps.db, { months: null, year, topic: at.topic }, today);
  }
  const isOfList = at.no !== undefined || at.nth !== undefined;
  const shown = (await answeredCard(context)) ?? (await newest(context, isOfList));
  if (shown?.kind === 'plan')
    return at.no === undefined ? [] : byDocument(shown.tasks, at.no, today);
  const id =
    at.nth !== undefined
      ? shown?.taskIds[at.nth - 1]
      : at.no === undefined
        ? onlyTask(shown)
        : shown && (await numbered(context, shown, at.no));
  const task = id ? await findTask(deps.db, id) : undefined;
  return task ? [task] : [];
}

/** By the number that stands on the card, where its numbers were kept; else by the order of its buttons. */
async function numbered(
  { deps: { db } }: Context,
  { key, taskIds }: Exclude<Shown, { kind: 'plan' }>,
  no: number,
): Promise<string | undefined> {
  const list = await findShownList(db, key);
  if (!list) return taskIds[no - 1];
  const row = list.items.find((i) => i.no === no && !i.before);
  const [item] = row ? await findItems(db, [row.occurrenceId]) : [];
  return item?.taskId;
}

/** By the document's own number; where it restarts each month, this month's, else all that bear it. */
export function byDocument(tasks: TaskRow[], no: number, today: Day): TaskRow[] {
  const numbered = tasks.filter((t) => t.seq === no && t.state !== 'withdrawn');
  const now = numbered.filter((t) => t.month === splitDay(today).month);
  return now.length > 0 ? now : numbered;
}

/** The task that a card is about, whatever it lists besides; of a list, the one that it has. */
function onlyTask(shown: Shown | undefined): string | undefined {
  if (shown?.kind === 'plan') return undefined;
  const [only, other] = new Set(shown?.taskIds);
  return other ? undefined : only;
}

async function newest(context: Context, wantsList: boolean): Promise<Shown | undefined> {
  const { deps, origin, person } = context;
  const cards = await listShownCards(deps.db, [origin.chatId, person.openId], RECENT_CARDS);
  for (const card of cards) {
    const shown = await readCard(context, card);
    if (!shown) continue;
    if (!wantsList || shown.kind !== 'task') return shown;
  }
  return undefined;
}

/** Found by what its buttons carry, which we wrote ourselves. */
async function readCard(context: Context, { key, card }: ShownCard): Promise<Shown | undefined> {
  const values = valuesIn(card);
  const marked = values.flatMap((v) => {
    const click = AttendClick.safeParse(v);
    return click.success ? [click.data.task] : [];
  });
  const opened = values.flatMap((v) => {
    const click = OpenClick.safeParse(v);
    return click.success ? [click.data] : [];
  });
  const [only, second] = [...new Set(marked)];
  const ids = opened.filter((o) => o.act === 'open-task').map((o) => o.id);
  if (only && !second && ids.length === 0) return { key, kind: 'task', taskIds: [only] };
  if (marked.length === 0 && opened.length === 0) {
    const plan = await planShown(context.deps.db, values);
    return plan && { key, kind: 'plan', tasks: await listTasks(context.deps.db, plan.id) };
  }
  const items = await findItems(context.deps.db, ids);
  const tasks = ids.flatMap((id) => items.find((i) => i.occurrenceId === id)?.taskId ?? []);
  return { key, kind: 'several', taskIds: [...marked, ...tasks] };
}

const Value = z.object({ act: z.string() }).loose();

/** Every value that the card's buttons carry, from top to bottom. */
function valuesIn(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(valuesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'value' && Value.safeParse(value).success ? [value] : valuesIn(value),
  );
}
