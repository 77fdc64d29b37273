import type { ChangeKind } from '../../audit/change-kind.ts';
import type { Change } from '../../audit/queries.ts';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { isOvertaken } from '../../matters/decide.ts';
import { isDecided } from '../../matters/matter.ts';
import { findMatter } from '../../matters/queries.ts';
import { words as matterWords } from '../../matters/wording.ts';
import { findPlan } from '../../plan/queries.ts';
import type { Revision } from '../../plan/revise.ts';
import { isAsLeft, type TaskSnapshot } from '../../plan/snapshot.ts';
import { words as planWords } from '../../plan/wording.ts';
import { findPolicy } from '../../policy/queries.ts';
import { isAssignedAnew } from '../../problems/problem.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { listRounds } from '../../remind/queries.ts';
import { stillHolds, type Written } from '../../settings/queries.ts';
import { isChangedAgain } from '../../targets/target.ts';
import { isChatRebound, isLastAdmin, isPostChanged } from '../../units/bind.ts';
import { isDecidedAnew } from '../../units/group.ts';
import { obstacleToPolicy } from '../questions/keep-policies.ts';
import { isHandedOn } from '../reports/hand-over.ts';
import { isPassedOn } from '../reports/transfer.ts';
import { isAnswered } from '../reports/withdraw-report.ts';
import { words } from '../wording.ts';
import { undoWords } from './undo-wording.ts';

type IsOvertaken = (db: Db, change: Change) => Promise<boolean>;

/** What a change left, written with it and read from our own table. */
const leftOf = ({ data }: Change) => data.left as TaskSnapshot | undefined;

/** Whether what a change made has been changed again since: taking it back would undo that too. */
const OVERTAKEN: Partial<Record<ChangeKind, IsOvertaken>> = {
  'bind-chat': (db, { data }) => isChatRebound(db, data),
  'bind-person': (db, { data }) => isPostChanged(db, data),
  group: (db, { data }) => isDecidedAnew(db, data),
  'hand-over': isHandedOn,
  matter: (db, change) => isOvertaken(db, String(change.data.matterId), leftOf(change)),
  'problem-assigned': (db, { data }) => isAssignedAnew(db, data),
  'target-changed': (db, { data }) => isChangedAgain(db, data),
  'task-changed': async (db, change) => {
    const left = leftOf(change);
    return left !== undefined && !(await isAsLeft(db, left));
  },
  transfer: isPassedOn,
};

/** Why a change cannot be taken back any more; undefined when it can. */
export async function obstacleTo(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  change: Change,
): Promise<string | undefined> {
  const { kind, data, at } = change;
  const written = data.written as Written | undefined;
  if (written && !(await stillHolds(db, written))) return undoWords.overtaken;
  if (await OVERTAKEN[kind]?.(db, change)) return undoWords.overtaken;
  switch (kind) {
    case 'publish-plan': {
      const isSent = (await listRounds(db, String(data.planId))).length > 0;
      return isSent ? planWords.cannotUnpublish : undefined;
    }
    case 'keep-plan': {
      const plan = await findPlan(db, String(data.planId));
      return plan?.publishedAt ? progressWords.cannotUndo : undefined;
    }
    case 'plan-revised':
      return obstacleToRevision(db, data as Revision, at, now());
    case 'policy': {
      const policy = await findPolicy(db, String(data.policyId));
      return policy?.replacedBy ? words.policyReplaced : undefined;
    }
    case 'policy-out':
    case 'policy-shown':
      return obstacleToPolicy(db, kind, data);
    case 'bind-person': {
      const isLast = data.role === 'admin' && (await isLastAdmin(db, String(data.personId)));
      return isLast ? words.lastAdmin : undefined;
    }
    case 'report':
      return (await isAnswered(db, String(data.batchId))) ? matterWords.raiseDecided : undefined;
    case 'matter-raised': {
      const matter = await findMatter(db, String(data.matterId));
      return matter && isDecided(matter) ? matterWords.raiseDecided : undefined;
    }
    default:
      return undefined;
  }
}

const REVISION_HOURS = 24;

/** A revision can be taken back for a day, and while no later document lies over it. */
async function obstacleToRevision(db: Db, revision: Revision, at: Date, now: Date) {
  if (now.getTime() - at.getTime() > REVISION_HOURS * 3_600_000) return planWords.revisionTooOld;
  const plan = await findPlan(db, revision.planId);
  return plan?.digest === revision.digest ? undefined : planWords.revisionOvertaken;
}
