import type { Act } from '../../audit/record.ts';
import { addDays, weekday } from '../../calendar/county-time.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import type { Db } from '../../db/db.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { hourOf, readRhythmWords } from '../../intent/rhythm-words.ts';
import { tidy } from '../../intent/tidy.ts';
import { Rhythm, rhythmSetting } from '../../remind/rhythm.ts';
import { setRhythm } from '../../remind/set-rhythm.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting, setSetting } from '../../settings/queries.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { rhythmWords } from '../rhythm-wording.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

/** 提醒时间改为9点半, 每月20日汇总: the rhythm, changed in words. */
export async function setReminder(
  context: Context,
  order: Extract<AdminCommand, { kind: 'set-reminder' }>,
  text: string,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { db, newId } = context.deps;
  const before = await getSetting(db, rhythmSetting);
  const said = tidy(text);
  const asked = {
    ...(order.time ? { [hourOf(said)]: order.time } : {}),
    ...(order.day ? { digestDay: order.day } : {}),
    ...readRhythmWords(said),
  };
  const wanted = Rhythm.safeParse({ ...before, ...asked });
  // 25点 and the like: a number that nothing can be made of.
  const isOutside = Object.keys(asked).length === 0 && /\d/u.test(said);
  if (!wanted.success || isOutside) return say(context, rhythmWords.outside);
  if (Object.keys(asked).length === 0) return say(context, rhythmWords.how(before));
  const act = actOf(context);
  const { changeId } = await setRhythm(db, act, wanted.data, newId);
  await sayWithUndo(context, rhythmWords.now(wanted.data), changeId);
}

/** Days ahead in which a weekend that is worked is worth a word. */
const SOON = 30;

/** 周末别发提醒: what holds anyway, with the weekends that are worked soon. */
export async function tellRestDays(context: Context): Promise<void> {
  const own = await loadOwnDays(context.deps.db);
  const days = Array.from({ length: SOON }, (_, i) => addDays(context.today, i));
  const worked = days.filter((d) => weekday(d) > 5 && isWorkingDay(d, own));
  await say(context, rhythmWords.restDays(worked));
}

/** Gives the rhythm back as it was. */
export async function undoRhythm(db: Db, act: Act, data: Record<string, unknown>): Promise<string> {
  const before = Rhythm.parse(data.before);
  await setSetting(db, rhythmSetting, before, act.at);
  return rhythmWords.back(before);
}
