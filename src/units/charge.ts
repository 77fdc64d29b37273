import { z } from 'zod';
import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { deleteCharges, insertCharges } from './charge-queries.ts';

/** 分管, or its end; undefined when nothing changes. */
export async function setCharge(
  db: Db,
  act: Act,
  of: { personId: string; unitIds: string[]; on: boolean },
  newId: () => string,
): Promise<{ unitIds: string[]; changeId: string } | undefined> {
  const move = of.on ? insertCharges : deleteCharges;
  const unitIds = await move(db, of.personId, of.unitIds);
  if (unitIds.length === 0) return undefined;
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'charge',
      data: { personId: of.personId, unitIds, on: of.on },
    },
    newId,
  );
  await recordAudit(db, act, of.on ? 'charge.set' : 'charge.ended', `person:${of.personId}`, {
    unitIds,
  });
  return { unitIds, changeId };
}

const Changed = z.object({ personId: z.string(), unitIds: z.array(z.string()), on: z.boolean() });

/** Takes it back. */
export async function undoCharge(db: Db, act: Act, data: Record<string, unknown>): Promise<void> {
  const { personId, unitIds, on } = Changed.parse(data);
  const move = on ? deleteCharges : insertCharges;
  await move(db, personId, unitIds);
  await recordAudit(db, act, on ? 'charge.ended' : 'charge.set', `person:${personId}`, { unitIds });
}
