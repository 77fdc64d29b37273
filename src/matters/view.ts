import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { findItems, type PlanItem } from '../plan/item-queries.ts';
import { findPeople } from '../units/people-queries.ts';
import { listUnits, type UnitRow } from '../units/queries.ts';
import type { MatterKind } from './matter.ts';
import { findMatter, type MatterRow } from './queries.ts';

/** A matter with the names its card shows. */
export type MatterView = {
  id: string;
  kind: MatterKind;
  state: MatterRow['state'];
  role: 'lead' | 'coop';
  unit: string;
  raiser: string;
  raisedOn: string;
  content: string;
  dueOn: string;
  leads: string;
  reason: string;
  askedOn?: string;
  decider: string;
  decidedOn?: string;
  answer: string;
  grantedOn?: string;
  passedTo?: string;
  /** Who could take a disputed share over, those that the unit's words name first. */
  takers: { id: string; name: string }[];
};

/** Reads what the card of a matter shows; undefined for an unknown one. */
export async function loadMatter(
  db: Db,
  id: string,
  timeZone: string,
): Promise<MatterView | undefined> {
  const matter = await findMatter(db, id);
  return matter && (await viewMatters(db, [matter], timeZone))[0];
}

/** Reads what the cards of these matters show, in their order. */
export async function viewMatters(
  db: Db,
  rows: MatterRow[],
  timeZone: string,
): Promise<MatterView[]> {
  const items = await findItems(
    db,
    rows.map((m) => m.occurrenceId),
  );
  const units = await listUnits(db);
  const people = await findPeople(
    db,
    rows.flatMap((m) => [m.raisedBy, ...(m.decidedBy ? [m.decidedBy] : [])]),
  );
  return rows.flatMap((matter) => {
    const item = items.find((i) => i.occurrenceId === matter.occurrenceId);
    return item ? viewOf(matter, item, { units, people }, timeZone) : [];
  });
}

function viewOf(
  matter: MatterRow,
  item: PlanItem,
  { units, people }: { units: UnitRow[]; people: { id: string; name: string }[] },
  timeZone: string,
): MatterView {
  const personName = (personId: string | null) => people.find((p) => p.id === personId)?.name ?? '';
  const unitName = (unitId: string | null) => units.find((u) => u.id === unitId)?.name;
  const others = units.filter((u) => u.kind === 'unit' && u.id !== matter.unitId);
  const isNamed = (u: { name: string }) => matter.reason.includes(u.name.replace(/^县/u, ''));
  const passedTo = unitName(matter.passedTo);
  return {
    id: matter.id,
    kind: matter.kind,
    state: matter.state,
    role: matter.role,
    unit: unitName(matter.unitId) ?? '',
    raiser: personName(matter.raisedBy),
    raisedOn: dayOf(matter.raisedAt, timeZone),
    content: item.content,
    dueOn: item.dueOn,
    leads: item.leadUnits.join('、'),
    reason: matter.reason,
    ...(matter.askedOn ? { askedOn: matter.askedOn } : {}),
    decider: personName(matter.decidedBy),
    ...(matter.decidedAt ? { decidedOn: dayOf(matter.decidedAt, timeZone) } : {}),
    answer: matter.answer,
    ...(matter.grantedOn ? { grantedOn: matter.grantedOn } : {}),
    ...(passedTo ? { passedTo } : {}),
    takers:
      matter.kind === 'dispute'
        ? [...others.filter(isNamed), ...others.filter((u) => !isNamed(u))].map(
            ({ id: unitId, name }) => ({ id: unitId, name }),
          )
        : [],
  };
}
