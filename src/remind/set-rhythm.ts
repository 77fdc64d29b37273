import { insertChange } from '../audit/queries.ts';
import { type Act, recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { getSetting, setSetting, type Written } from '../settings/queries.ts';
import { Rhythm, rhythmSetting } from './rhythm.ts';
import { rhythmFileWords as words } from './wording.ts';

/** From now on reminders follow this rhythm; the former one can be had back. */
export async function setRhythm(
  db: Db,
  act: Act,
  rhythm: Rhythm,
  newId: () => string,
): Promise<{ changeId: string }> {
  const before = await getSetting(db, rhythmSetting);
  await setSetting(db, rhythmSetting, rhythm, act.at);
  const changeId = newId();
  const written: Written = { key: rhythmSetting.key, value: rhythm };
  const data = { before, written };
  await insertChange(db, act, { id: changeId, kind: 'rhythm', data });
  await recordAudit(db, act, 'remind.rhythm', 'setting:remind.rhythm', { ...rhythm });
  return { changeId };
}

export type RhythmFile = { kind: 'rhythm'; rhythm: Rhythm } | { kind: 'wrong'; lines: string[] };

/** Reads a rhythm written as JSON; what it leaves out stays as it is. Each wrong setting is one line. Pure. */
export function readRhythmFile(text: string, before: Rhythm): RhythmFile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'wrong', lines: [words.noJson(error instanceof Error ? error.message : '')] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'wrong', lines: [words.noObject] };
  const unknown = Object.keys(value).filter((k) => !(k in Rhythm.shape));
  const read = Rhythm.safeParse({ ...before, ...value });
  if (read.success) return { kind: 'rhythm', rhythm: read.data };
  const wrong = new Set(read.error.issues.map((i) => String(i.path[0] ?? '')).filter(Boolean));
  const isSetting = (name: string): name is keyof Rhythm => name in Rhythm.shape;
  return {
    kind: 'wrong',
    lines: [
      ...unknown.map((name) => words.unknown(name, Object.keys(Rhythm.shape))),
      ...[...wrong].filter(isSetting).map((name) => words.wrong(name)),
    ],
  };
}
