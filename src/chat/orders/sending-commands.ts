import { recordAudit, recordChange } from '../../audit/record.ts';
import { type Day, dayOf, instantOf } from '../../calendar/county-time.ts';
import { isWorkingDay, knownUntil } from '../../calendar/working-days.ts';
import { nextMonthCardMoment } from '../../remind/due.ts';
import type { Sending } from '../../remind/planned.ts';
import { rhythmSetting } from '../../remind/rhythm.ts';
import { EVENING, nextSending, previewSending } from '../../remind/sending.ts';
import { dayWords, sendingWords } from '../../remind/wording.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting, setSetting, type Written } from '../../settings/queries.ts';
import { pushPaused } from '../../settings/setting.ts';
import { shortDay } from '../../text/short-day.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

/** 暂停推送 and 恢复推送: stop and resume everything that nobody asked for. */
export async function setPaused(context: Context, paused: boolean): Promise<void> {
  if (!isOffice(context) && !context.person.roles.has('admin'))
    return say(context, words.notAllowed(`${words.office}、${words.admin}`));
  const { deps, now } = context;
  if ((await getSetting(deps.db, pushPaused)) === paused)
    return say(context, paused ? words.pausedBefore : words.resumedBefore);
  await setSetting(deps.db, pushPaused, paused, now);
  const act = actOf(context);
  const written: Written = { key: pushPaused.key, value: paused };
  const data = { paused, written };
  const id = await recordChange(deps.db, act, { kind: 'pause', data }, deps.newId);
  await recordAudit(deps.db, act, paused ? 'push.paused' : 'push.resumed', 'setting:push.paused');
  await sayWithUndo(context, paused ? words.paused : words.resumed, id);
}

/** 提醒预览: what goes out on the next day on which something does, and what the next month card will send, to whom. */
export async function previewNext(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps, now } = context;
  const timeZone = deps.config.APP_TIMEZONE;
  const own = await loadOwnDays(deps.db);
  const next = await nextSending(deps, now);
  const rhythm = await getSetting(deps.db, rhythmSetting);
  const cardAt = nextMonthCardMoment(now, timeZone, own, rhythm.cardAt);
  const cards = await previewSending(deps, cardAt, now);
  const isCardDay = next && dayOf(next.at, timeZone) === dayOf(cardAt, timeZone);
  const parts = [
    ...(next ? [describe(shortDay(dayOf(next.at, timeZone)), next.sendings)] : [words.previewNone]),
    ...(cards.some((s) => s.unit) && !isCardDay
      ? [describe(`${shortDay(dayOf(cardAt, timeZone))}月度任务卡片`, cards)]
      : []),
    dayWords.until(knownUntil(own)),
  ];
  await say(context, parts.join('\n'));
}

/** 12月18号会提醒谁: what goes out on that day as things stand, to whom. */
export async function previewDay(context: Context, on: Day): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps, now, today } = context;
  const timeZone = deps.config.APP_TIMEZONE;
  const own = await loadOwnDays(deps.db);
  const when = shortDay(on);
  if (on < today) return say(context, words.previewPast(when));
  if (!isWorkingDay(on, own)) return say(context, words.previewRest(when));
  const end = instantOf(on, EVENING, timeZone);
  const sendings = end > now ? await previewSending(deps, end, now) : [];
  await say(context, sendings.length > 0 ? describe(when, sendings) : words.previewNothing(when));
}

/** A day's messages: a unit counts once, and what one person gets of one kind is one line. */
function describe(when: string, sendings: Sending[]): string {
  const units = new Set(
    sendings.flatMap((s) => (s.unit && s.recipient.type !== 'none' ? [s.unit.id] : [])),
  );
  const lines = [
    ...Map.groupBy(sendings, (s) => `${s.unit?.id} ${s.kind} ${s.recipient.id}`).values(),
  ].flatMap((same) => {
    const [first] = same;
    const count = same.reduce((n, s) => n + s.tasks.length, 0);
    return first
      ? [sendingWords.line(first.kind, first.unit?.name ?? '', count, first.recipient)]
      : [];
  });
  return [words.previewHead(when, units.size), ...lines].join('\n');
}
