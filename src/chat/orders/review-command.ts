import { recordAudit, recordChange } from '../../audit/record.ts';
import { listOpenMatters } from '../../matters/queries.ts';
import { getSetting, setSetting, type Written } from '../../settings/queries.ts';
import { reviewCompletions } from '../../settings/setting.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { words } from '../office-wording.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';

/** 开启办结审核, 关闭办结审核: whether a lead's completion counts only after the office has agreed. */
export async function setReview(context: Context, on: boolean): Promise<void> {
  if (!isOffice(context)) return say(context, intentWords.notAllowed(intentWords.office));
  const { deps, now } = context;
  if ((await getSetting(deps.db, reviewCompletions)) === on)
    return say(context, on ? words.reviewOnBefore : words.reviewOffBefore);
  await setSetting(deps.db, reviewCompletions, on, now);
  const act = actOf(context);
  const written: Written = { key: reviewCompletions.key, value: on };
  const data = { on, written };
  const id = await recordChange(deps.db, act, { kind: 'review', data }, deps.newId);
  await recordAudit(
    deps.db,
    act,
    on ? 'review.on' : 'review.off',
    `setting:${reviewCompletions.key}`,
  );
  const waiting = (await listOpenMatters(deps.db)).filter((m) => m.kind === 'completion').length;
  await sayWithUndo(context, on ? words.reviewOn : words.reviewOff(waiting), id);
}
