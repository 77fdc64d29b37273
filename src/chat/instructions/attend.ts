import type { Act } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { type Card, clip } from '../../feishu/card.ts';
import type { CardAnswer } from '../../feishu/event.ts';
import { attend, unattend } from '../../instructions/instruction.ts';
import { liaisons } from '../../instructions/nudge.ts';
import { listAttended, listFollowers } from '../../instructions/queries.ts';
import { AttendClick, leaderElements, tasksCard } from '../../instructions/task-cards.ts';
import { words } from '../../instructions/wording.ts';
import type { Pointed } from '../../intent/read-leader-order.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findItems } from '../../plan/item-queries.ts';
import { findTask, listTaskUnits, type TaskRow } from '../../plan/queries.ts';
import type { ReportItem } from '../../progress/record.ts';
import { STATUS_WORDS } from '../../progress/wording.ts';
import { officePeople } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { findUnits, listGroupMembers } from '../../units/queries.ts';
import { standsFor } from '../../units/stands-for.ts';
import {
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { pointedTasks } from '../reports/shown-tasks.ts';

export const ATTEND_CLICKS: ClickHandler[] = [onClick(AttendClick, attendByClick)];

const short = (content: string) => clip(content.replace(/\s+/g, ' '), 60);

/** 关注第3项, 取消关注. Only a leader, in private. */
export async function attendByWord(context: Context, what: Pointed, on: boolean): Promise<void> {
  if (!context.person.roles.has('leader')) return say(context, words.onlyLeader);
  if (context.origin.chatType !== 'p2p') return say(context, words.inPrivate);
  const found = await pointedTasks(context, what);
  const [task, other] = found;
  if (!task) return say(context, words.attendHow);
  if (other) {
    const tasks = found.map((t) => ({ taskId: t.id, content: t.content }));
    const card = tasksCard(words.attend, words.attendWhich, tasks, on ? 'attend' : 'unattend');
    return answer(context, { type: 'card', card });
  }
  const done = await settle(context, task, on);
  if (done.changeId) await sayWithUndo(context, done.text, done.changeId);
  else await say(context, done.text);
}

/** 我关注的事项. */
export async function showAttended(context: Context): Promise<void> {
  if (!context.person.roles.has('leader')) return say(context, words.onlyLeader);
  if (context.origin.chatType !== 'p2p') return say(context, words.inPrivate);
  const tasks = await listAttended(context.deps.db, context.person.id);
  if (tasks.length === 0) return say(context, words.attendListNone);
  const card = tasksCard(words.attendListTitle, '', tasks, 'unattend');
  await answer(context, { type: 'card', card });
}

/** A task's card with what a leader can do on it; for everybody else the card as it is. */
export async function withLeaderElements(
  context: Context,
  card: Card,
  occurrenceId: string,
): Promise<Card> {
  const { deps, person, origin } = context;
  if (!person.roles.has('leader') || origin.chatType !== 'p2p') return card;
  const [item] = await findItems(deps.db, [occurrenceId]);
  if (!item) return card;
  const attended = await listAttended(deps.db, person.id);
  const isAttended = attended.some((t) => t.taskId === item.taskId);
  const elements = [...card.body.elements, ...leaderElements(item.taskId, isAttended)];
  return { ...card, body: { ...card.body, elements } };
}

/** Sends a report on to the leaders who attend to its task: one message a report and leader. */
export async function tellFollowers(
  deps: Pick<Deps, 'db' | 'config'>,
  act: Act,
  report: { batchId: string; unitId: string; items: ReportItem[] },
): Promise<void> {
  const { db, config } = deps;
  const followers = await listFollowers(
    db,
    report.items.map((i) => i.occurrenceId),
  );
  if (followers.length === 0) return;
  const [unit] = await findUnits(db, [report.unitId]);
  const notBefore = await sendingMoment({ db, config }, act.at);
  for (const to of followers) {
    const item = report.items.find((i) => i.occurrenceId === to.occurrenceId);
    if (!item) continue;
    const text = words.news(
      short(to.content),
      unit?.name ?? '',
      STATUS_WORDS[item.status],
      item.note?.trim() ?? '',
    );
    await enqueue(db, {
      key: `attention-news:${report.batchId}:${to.occurrenceId}:${to.personId}`,
      to: { type: 'open_id', id: to.openId },
      content: { type: 'text', text },
      purpose: 'push',
      notBefore,
    });
  }
}

/** Takes 关注 or 取消关注 back. */
export async function undoAttention(
  deps: Deps,
  act: Act,
  data: Record<string, unknown>,
): Promise<string> {
  await unattend(deps.db, act, data, deps.newId);
  return words.attendUndone;
}

async function settle(
  context: Context,
  task: TaskRow,
  on: boolean,
): Promise<{ text: string; changeId?: string }> {
  const { deps } = context;
  const content = short(task.content);
  const done = await attend(deps.db, actOf(context), task.id, on, deps.newId);
  if (!done) return { text: on ? words.attendedBefore(content) : words.notAttended(content) };
  if (on) await announce(context, task, done.changeId);
  return { text: (on ? words.attended : words.unattended)(content), ...done };
}

/** The leads and the office hear of it, in private; who attends is told to the office only. */
async function announce(context: Context, task: TaskRow, changeId: string): Promise<void> {
  const { deps, person, now } = context;
  const { db } = deps;
  const notBefore = await sendingMoment(deps, now);
  const leads = (await listTaskUnits(db, [task.id])).filter((u) => u.role === 'lead');
  const unitIds = leads.map((l) => l.unitId).flatMap(standsFor(await listGroupMembers(db)));
  const content = short(task.content);
  const tell = (to: { id: string; openId: string }, text: string) =>
    enqueue(db, {
      key: `attention:${changeId}:${to.id}`,
      to: { type: 'open_id', id: to.openId },
      content: { type: 'text', text },
      purpose: 'answer',
      notBefore,
    });
  for (const to of await officePeople(db))
    await tell(to, words.attendToOffice(person.name, content));
  for (const to of await liaisons(db, [...new Set(unitIds)])) await tell(to, words.toLead(content));
}

async function attendByClick(clicked: Clicked, click: AttendClick): Promise<CardAnswer> {
  const { context } = clicked;
  if (!context.person.roles.has('leader')) return refuse(words.onlyLeader);
  if (context.origin.chatType !== 'p2p') return refuse(words.inPrivate);
  const task = await findTask(clicked.deps.db, click.task);
  if (!task) return forged('unknown task');
  return change(clicked, async (inside) => {
    const done = await settle(inside, task, click.act === 'attend');
    if (!done.changeId) return info(clip(done.text, 60));
    await sayWithUndo(inside, done.text, done.changeId);
    return ok(clip(done.text, 60));
  });
}
