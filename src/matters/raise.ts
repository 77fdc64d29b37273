import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { MatterKind } from './matter.ts';
import {
  insertMatter,
  type MatterRow,
  reopenReplaced,
  replaceOpen,
  withdrawOne,
} from './queries.ts';

export type RaiseInput = {
  kind: MatterKind;
  occurrenceId: string;
  unitId: string;
  role: 'lead' | 'coop';
  reason: string;
  askedOn?: string;
  /** The reports it comes with; it lives and dies with them. */
  batchId?: string;
};

/** Puts a matter before the office. An open one of the same kind on the same share gives way to it. */
export async function raiseMatter(
  db: Db,
  act: Act,
  input: RaiseInput,
  newId: () => string,
): Promise<{ matterId: string; replaced: MatterRow[] }> {
  const matterId = newId();
  const { kind, occurrenceId, unitId } = input;
  const replaced = await replaceOpen(
    db,
    { occurrenceId, unitId },
    [kind],
    input.batchId ?? matterId,
  );
  await insertMatter(db, {
    id: matterId,
    kind,
    occurrenceId,
    unitId,
    role: input.role,
    raisedBy: act.actor,
    raisedAt: act.at,
    messageId: act.messageId ?? null,
    batchId: input.batchId ?? null,
    reason: input.reason,
    askedOn: input.askedOn ?? null,
  });
  await recordAudit(db, act, `${kind}.raised`, `unit:${unitId}`, { matterId, occurrenceId });
  return { matterId, replaced };
}

/** What a person said about a share beside any report (归属, 暂无此项), as a change that 撤销 takes back. */
export async function raiseByWord(
  db: Db,
  act: Act,
  input: RaiseInput,
  newId: () => string,
): Promise<{ matterId: string; changeId: string; replaced: MatterRow[] }> {
  const raised = await raiseMatter(db, act, input, newId);
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'matter-raised',
      data: { matterId: raised.matterId },
    },
    newId,
  );
  return { ...raised, changeId };
}

/** Takes back what a person put to the office; returns what it had replaced, undefined when it has been decided. */
export async function withdrawMatter(
  db: Db,
  act: Act,
  matterId: string,
): Promise<MatterRow[] | undefined> {
  if (!(await withdrawOne(db, matterId))) return undefined;
  const back = await reopenReplaced(db, matterId);
  await recordAudit(db, act, 'matter.withdrawn', `matter:${matterId}`);
  return back;
}
