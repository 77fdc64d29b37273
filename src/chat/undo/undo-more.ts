import { undoAnnouncement } from '../../announce/announce.ts';
import type { ChangeKind } from '../../audit/change-kind.ts';
import type { Change } from '../../audit/queries.ts';
import { type Act, recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import { undoDecision } from '../../matters/decide.ts';
import type { MatterRow } from '../../matters/queries.ts';
import { words as matterWords } from '../../matters/wording.ts';
import { undoTaskChange } from '../../plan/change-task.ts';
import { words as changeWords, taskDifference } from '../../plan/change-wording.ts';
import { findItems, type PlanItem } from '../../plan/item-queries.ts';
import { findTask } from '../../plan/queries.ts';
import { type Revision, takeBackRevision } from '../../plan/revise.ts';
import { words as planWords } from '../../plan/wording.ts';
import { unassignProblem, unsolveProblem } from '../../problems/problem.ts';
import { words as problemWords } from '../../problems/wording.ts';
import { deleteEvidence } from '../../progress/evidence-queries.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { undoHold } from '../../remind/eve.ts';
import { followTakenBack } from '../../remind/follow-revision.ts';
import { undoImportDays } from '../../remind/import-days.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { syncCards } from '../../remind/sync-cards.ts';
import { dayWords } from '../../remind/wording.ts';
import { setSetting } from '../../settings/queries.ts';
import { reviewCompletions } from '../../settings/setting.ts';
import { undoAnswer } from '../../standard-answers/answer.ts';
import { undoProlong, undoWithdraw } from '../../standard-answers/keep.ts';
import { withdrawValues } from '../../targets/queries.ts';
import { unchangeTarget, undecideTargets } from '../../targets/target.ts';
import { words as targetWords } from '../../targets/wording.ts';
import { undoCharge } from '../../units/charge.ts';
import { listGroupMembers } from '../../units/queries.ts';
import { standsFor } from '../../units/stands-for.ts';
import { undoMatches } from '../../units/sync-directory.ts';
import { syncWords } from '../../units/wording.ts';
import { undoAttention } from '../instructions/attend.ts';
import { undoDecline } from '../instructions/leader-digest.ts';
import { undoRhythm } from '../orders/rhythm-orders.ts';
import { undoSwitch } from '../orders/switch-orders.ts';
import { undoCurve } from '../orders/target-orders.ts';
import { tellUnits } from '../orders/tell-units.ts';
import { undoTag } from '../orders/unit-tags.ts';
import { undoOut, undoShown } from '../questions/keep-policies.ts';
import { undoHandOver } from '../reports/hand-over.ts';
import { redrawMatterCards } from '../reports/matter-cards.ts';
import { withdrawRaised } from '../reports/raise-matter.ts';
import { undoTransfer } from '../reports/transfer.ts';
import { switchWords } from '../sending-wording.ts';
import { undoAnswered, undoClosed, undoSent } from './undo-instruction.ts';
import { undoWords } from './undo-wording.ts';

type Undo = (deps: Deps, act: Act, change: Change) => Promise<string>;

/** How each further kind of change is taken back; the answer is what the person is told. */
export const UNDO_MORE: Record<
  Exclude<
    ChangeKind,
    | 'report'
    | 'publish-plan'
    | 'keep-plan'
    | 'bind-chat'
    | 'bind-person'
    | 'alias'
    | 'group'
    | 'pause'
    | 'policy'
  >,
  Undo
> = {
  matter: undoMatter,
  'matter-raised': undoRaised,
  'problem-solved': async ({ db }, act, { data }) => {
    const problem = await unsolveProblem(db, act, String(data.problemId));
    return problem ? problemWords.reopened(problem.no) : progressWords.undoneBefore;
  },
  'problem-assigned': async ({ db }, _, { data }) => {
    const problem = await unassignProblem(db, data);
    return problem ? problemWords.changedUndone(problem.no) : progressWords.undoneBefore;
  },
  'task-changed': undoTask,
  'task-added': undoTask,
  transfer: (deps, act, change) => undoTransfer(deps, act, change),
  'hand-over': (deps, act, change) => undoHandOver(deps, act, change),
  hold: async ({ db }, act, { data }) => {
    if (!(await undoHold(db, act, data))) return undoWords.overtaken;
    const [held, free] = [undoWords.held, undoWords.released];
    const [from, to] = data.hold === true ? [held, free] : [free, held];
    return undoWords.back(undoWords.hold(Number(data.month)), from, to);
  },
  'plan-revised': async (deps, act, { id, data }) => {
    // Written by keepDraft and read from our own table.
    const revision = data as Revision;
    await takeBackRevision(deps.db, revision);
    await recordAudit(deps.db, act, 'plan.revision-undone', `plan:${revision.planId}`);
    await followTakenBack(deps, act.at, revision, `undo:${id}`);
    return planWords.revisionUndone(revision.source.title);
  },
  'unit-sync': async ({ db }, _, { data }) => {
    await undoMatches(db, data);
    return syncWords.undone;
  },
  'own-days': async ({ db }, act, { data }) => {
    await undoImportDays(db, act, data);
    return dayWords.restored;
  },
  rhythm: ({ db }, act, { data }) => undoRhythm(db, act, data),
  'leader-digest': ({ db }, act, { data }) => undoDecline(db, act, data),
  announcement: (deps, _, { data }) => undoAnnouncement(deps, data),
  'unit-tag': (deps, act, { data }) => undoTag(deps, act, data),
  'policy-out': (deps, act, { data }) => undoOut(deps, act, data),
  'policy-shown': (deps, act, { data }) => undoShown(deps, act, data),
  'standard-answer': (deps, act, { data }) => undoAnswer(deps, act, data),
  'standard-answer-off': (deps, _, { data }) => undoWithdraw(deps, data),
  'standard-answer-until': (deps, _, { data }) => undoProlong(deps, data),
  'instruction-sent': (deps, act, { data }) => undoSent(deps, act, String(data.instructionId)),
  'instruction-closed': (deps, act, { data }) => undoClosed(deps, act, String(data.instructionId)),
  'instruction-answered': (deps, act, { data }) => undoAnswered(deps, act, String(data.answerId)),
  'target-values': async ({ db }, act, { data }) => {
    const done = await withdrawValues(db, String(data.batchId), act.at);
    return done ? targetWords.valuesUndone : progressWords.undoneBefore;
  },
  'targets-decided': async ({ db }, act, { data }) =>
    targetWords.undecided(await undecideTargets(db, act, data)),
  'target-changed': async ({ db }, act, { data }) =>
    targetWords.changeUndone((await unchangeTarget(db, act, data))?.name ?? ''),
  'targets-curve': ({ db }, act, { data }) => undoCurve(db, act, data),
  switched: ({ db }, act, { data }) => undoSwitch(db, act, data),
  charge: async ({ db }, act, { data }) => {
    await undoCharge(db, act, data);
    return switchWords.chargeUndone;
  },
  attention: (deps, act, { data }) => undoAttention(deps, act, data),
  evidence: async ({ db }, _, { data }) => {
    const name = await deleteEvidence(db, String(data.evidenceId));
    return name === undefined ? progressWords.undoneBefore : progressWords.fileGone(name);
  },
  review: async ({ db }, act, { data }) => {
    await setSetting(db, reviewCompletions, data.on !== true, act.at);
    const [from, to] =
      data.on === true ? [undoWords.on, undoWords.off] : [undoWords.off, undoWords.on];
    return undoWords.back(undoWords.review, from, to);
  },
};

async function undoMatter(deps: Deps, act: Act, { id, data }: Change): Promise<string> {
  const matter = await undoDecision(deps.db, act, String(data.matterId));
  if (!matter) return progressWords.undoneBefore;
  const cause = `undo:${id}`;
  await redrawMatterCards(deps, matter.id, cause);
  const item = await refresh(deps, act, matter, cause);
  const content = clip(item?.content ?? '', 40);
  await tellUnits(deps, act.at, {
    key: `matter-undone:${id}`,
    unitIds: [matter.unitId],
    also: matter.raisedBy,
    purpose: 'answer',
    content: { type: 'text', text: matterWords.undoneToUnit(matter.kind, content) },
  });
  return matterWords.undone(matter.kind, content);
}

async function undoRaised(deps: Deps, act: Act, { id, data }: Change): Promise<string> {
  const content = await withdrawRaised(deps, act, String(data.matterId), `undo:${id}`);
  return content === undefined ? progressWords.undoneBefore : matterWords.raiseUndone(content);
}

async function refresh(
  deps: Deps,
  act: Act,
  matter: MatterRow,
  cause: string,
): Promise<PlanItem | undefined> {
  const [item] = await findItems(deps.db, [matter.occurrenceId]);
  if (item && matter.before) await syncCards(deps, [item.taskId], act.at, cause);
  else await redrawCards(deps, matter.unitId, [matter.occurrenceId], { cause });
  return item;
}

async function undoTask(deps: Deps, act: Act, { id, kind, data }: Change): Promise<string> {
  const was = await findTask(deps.db, String(data.taskId));
  const undone = await undoTaskChange(deps.db, act, data);
  if (!undone || !was) return progressWords.undoneBefore;
  await syncCards(deps, [undone.task.id], act.at, `undo:${id}`);
  const content = clip(undone.task.content.replace(/\s+/g, ' '), 60);
  const groups = await listGroupMembers(deps.db);
  const text =
    kind === 'task-added' ? changeWords.unitAddUndone(content) : changeWords.unitUndone(content);
  await tellUnits(deps, act.at, {
    key: `task-undone:${id}`,
    unitIds: [...new Set(undone.unitIds.flatMap(standsFor(groups)))],
    purpose: 'push',
    content: { type: 'text', text },
  });
  return kind === 'task-added'
    ? changeWords.addUndone(content)
    : changeWords.undone(content, taskDifference(was, undone.task));
}
