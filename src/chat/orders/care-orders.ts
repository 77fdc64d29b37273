import { recordAudit } from '../../audit/record.ts';
import { burdenText } from '../../burden/report.ts';
import { dayOf } from '../../calendar/county-time.ts';
import { workingDayAfter } from '../../calendar/working-days.ts';
import {
  answerComplaint,
  findComplaint,
  insertComplaint,
  listComplaints,
} from '../../complaints/queries.ts';
import { words as complaintWords } from '../../complaints/wording.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { officePeople } from '../../remind/office-people.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { setSetting } from '../../settings/queries.ts';
import { logLevel } from '../../settings/setting.ts';
import { shortDay } from '../../text/short-day.ts';
import { actOf, type Context, say, tell } from '../context.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

type Of<K extends AdminCommand['kind']> = Extract<AdminCommand, { kind: K }>;

const LISTED = 20;

/** Working days within which a firm hears of its matter. */
const FIRM_DAYS = 5;

/**
 * 投诉建议, 企业诉求: goes to the office as it was written, in private; whoever wrote it gets a number and, later, the answer.
 * A firm's matter has a day to be answered by.
 */
export async function complain(context: Context, { text, of }: Of<'complain'>): Promise<void> {
  const kind = of ?? 'complaint';
  if (!text.trim()) return say(context, complaintWords.how(kind));
  const { deps, person, today } = context;
  const act = actOf(context);
  const own = await loadOwnDays(deps.db);
  const dueOn = kind === 'firm' ? workingDayAfter(today, FIRM_DAYS, own) : null;
  const no = await insertComplaint(deps.db, {
    personId: person.id,
    text,
    at: act.at,
    kind,
    dueOn,
  });
  const toOffice = complaintWords.toOffice(kind, no, person.name, text, dueOn);
  await tell(context, await officePeople(deps.db), { type: 'text', text: toOffice }, 'complaint');
  await recordAudit(deps.db, act, 'complaint', `complaint:${no}`);
  await say(context, complaintWords.receipt(kind, no, dueOn));
}

/** 投诉建议清单, 企业诉求清单, for the office, in private. */
export async function showComplaints(
  context: Context,
  { of }: Of<'list-complaints'>,
): Promise<void> {
  const kind = of ?? 'complaint';
  if (!(await mayCare(context))) return;
  const { deps } = context;
  const found = await listComplaints(deps.db, kind, LISTED);
  if (found.length === 0) return say(context, complaintWords.none(kind));
  const lines = found.map((c) =>
    complaintWords.line({
      no: c.no,
      day: shortDay(dayOf(c.at, deps.config.APP_TIMEZONE)),
      person: c.person.name,
      text: c.text,
      answered: c.answer !== null,
      dueOn: c.dueOn,
    }),
  );
  await say(context, complaintWords.list(kind, lines));
}

/** 答复投诉建议 3：…: the answer goes to whoever wrote it, in private. */
export async function replyToComplaint(
  context: Context,
  { no, text }: Of<'answer-complaint'>,
): Promise<void> {
  if (!(await mayCare(context))) return;
  const { deps, person } = context;
  const found = await findComplaint(deps.db, no);
  if (!found) return say(context, complaintWords.unknown(no));
  const act = actOf(context);
  const answer = { answer: text, answeredBy: person.id, answeredAt: act.at };
  if (!(await answerComplaint(deps.db, no, answer)))
    return say(context, complaintWords.answeredBefore(no, found.answer ?? ''));
  const content = { type: 'text', text: complaintWords.answer(found.kind, no, text) } as const;
  await tell(context, [found.person], content, 'complaint-answer');
  await recordAudit(deps.db, act, 'complaint.answered', `complaint:${no}`);
  await say(context, complaintWords.answered(no, found.person.name));
}

/** 减负情况: how much a month's messages came to, for the office and the administrators. */
export async function showBurden(context: Context, at: Of<'burden'>): Promise<void> {
  const { deps, person } = context;
  if (!isOffice(context) && !person.roles.has('admin') && !person.roles.has('leader'))
    return say(context, words.notAllowed(words.office));
  await say(context, await burdenText(deps.db, at, deps.config.APP_TIMEZONE));
}

/** 日志级别 debug 30分钟: in every process, with the next tick; at once in this one. */
export async function setLogLevel(
  context: Context,
  { level, minutes }: Of<'log-level'>,
): Promise<void> {
  const { deps, person } = context;
  if (!person.roles.has('admin')) return say(context, words.notAllowed(words.admin));
  // Real time, as the log's own: a county's clock may have been set.
  const until = new Date(Date.now() + minutes * 60_000);
  await setSetting(deps.db, logLevel, { level, until: until.toISOString() }, context.now);
  deps.log.setLevel?.(level, until);
  await recordAudit(deps.db, actOf(context), 'log.level', 'setting:log.level', { level, minutes });
  await say(context, minutes > 0 ? words.logLevel(level, minutes) : words.logLevelBack);
}

async function mayCare(context: Context): Promise<boolean> {
  const isAllowed = isOffice(context) || context.person.roles.has('admin');
  if (!isAllowed) await say(context, words.notAllowed(words.office));
  else if (context.origin.chatType === 'group') await say(context, words.privately);
  return isAllowed && context.origin.chatType === 'p2p';
}
