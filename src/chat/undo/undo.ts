import type { ChangeKind } from '../../audit/change-kind.ts';
import { type Change, findChange, findLastChange, markUndone } from '../../audit/queries.ts';
import { type Act, recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { clearPublished, deletePlan, findPlan } from '../../plan/queries.ts';
import { words as planWords } from '../../plan/wording.ts';
import { type TakenBack, takeBackPolicy } from '../../policy/remove-policy.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { syncGroup } from '../../remind/sync-group.ts';
import { setSetting } from '../../settings/queries.ts';
import { pushPaused } from '../../settings/setting.ts';
import { undoAlias } from '../../units/alias.ts';
import { undoBindChat, undoBindPerson } from '../../units/bind.ts';
import { undoGroup } from '../../units/group.ts';
import { actOf, type Context } from '../context.ts';
import { withdrawnItems, withdrawTaken } from '../reports/withdraw-report.ts';
import { words } from '../wording.ts';
import { mayUndo } from './may-undo.ts';
import { obstacleTo } from './obstacle.ts';
import { UNDO_MORE } from './undo-more.ts';
import { CHANGE_NAMES, undoWords } from './undo-wording.ts';

/**
 * Takes back the change with this id, or the person's last one. Returns the sentence that says what was done; nothing
 * is changed twice, and nothing by somebody who may not (mayUndo).
 */
export async function undoChange(
  context: Context,
  changeId?: string,
): Promise<{ done: boolean; text: string }> {
  const { deps, person } = context;
  const act = actOf(context);
  const change = changeId
    ? await findChange(deps.db, changeId)
    : await findLastChange(deps.db, person.id);
  if (!change) return { done: false, text: progressWords.nothingToUndo };
  if (!(await mayUndo(context, change))) return { done: false, text: progressWords.undoNotYours };
  if (change.undoneAt) return { done: false, text: progressWords.undoneBefore };
  const obstacle = await obstacleTo(deps, change);
  if (obstacle) return { done: false, text: obstacle };
  if (!(await markUndone(deps.db, change.id, act.at, person.id)))
    return { done: false, text: progressWords.undoneBefore };
  const text = await takeBack(deps, act, change);
  await recordAudit(deps.db, act, 'change.undone', `change:${change.id}`, { kind: change.kind });
  return { done: true, text };
}

const undid = (kind: ChangeKind) => undoWords.undid(CHANGE_NAMES[kind]);

function policyTakenBack(taken: TakenBack, name: string): string {
  if (taken.kind !== 'removed') return words.policyRemoved(name);
  if (taken.isLost) return words.policyLost(name);
  return taken.older ? words.policyRestored(name, taken.older.fileName) : words.policyRemoved(name);
}

async function takeBack(deps: Deps, act: Act, change: Change): Promise<string> {
  const { db } = deps;
  const { data } = change;
  switch (change.kind) {
    case 'report': {
      const undone = await withdrawTaken(deps, act, String(data.batchId), `undo:${change.id}`);
      if (!undone) return progressWords.undoneBefore;
      return progressWords.undone(await withdrawnItems(deps, undone));
    }
    case 'publish-plan': {
      const plan = await findPlan(db, String(data.planId));
      await clearPublished(db, String(data.planId));
      return planWords.unpublished(plan?.title ?? '');
    }
    case 'keep-plan': {
      const plan = await findPlan(db, String(data.planId));
      await deletePlan(db, String(data.planId));
      return planWords.dropped(plan?.title ?? '');
    }
    case 'bind-chat':
      await undoBindChat(db, data);
      return undid(change.kind);
    case 'bind-person':
      await undoBindPerson(db, data);
      return undid(change.kind);
    case 'alias':
      await undoAlias(db, data);
      return undid(change.kind);
    case 'group':
      await undoGroup(db, data);
      await syncGroup(deps, String(data.groupId), act.at, `undo:${change.id}`);
      return undid(change.kind);
    case 'pause': {
      const was = data.paused === true;
      await setSetting(db, pushPaused, !was, act.at);
      const [on, off] = [undoWords.on, undoWords.paused];
      return undoWords.back(undoWords.push, was ? off : on, was ? on : off);
    }
    case 'policy':
      return policyTakenBack(
        await takeBackPolicy(db, String(data.policyId)),
        String(data.name ?? ''),
      );
    default:
      return UNDO_MORE[change.kind](deps, act, change);
  }
}
