import type { UnitRow } from '../units/queries.ts';
import { standsFor } from '../units/stands-for.ts';
import type { PlanItem } from './item-queries.ts';
import type { TaskUnitRow } from './queries.ts';

/** What one unit has to do with one item: leading or cooperating, itself or as a member of a group. */
export type UnitItem = { item: PlanItem; role: 'lead' | 'coop' };

/**
 * Shares items out among units: lead items first, then cooperating ones, each in the plan's order. A group stands for its
 * members; one without members keeps its items, and they go to the office. A member that leads too has the item once.
 */
export function itemsByUnit(
  items: PlanItem[],
  shares: TaskUnitRow[],
  groupMembers: { groupId: string; unitId: string }[],
): Map<string, UnitItem[]> {
  const sharesOf = Map.groupBy(shares, (s) => s.taskId);
  const unitsOf = standsFor(groupMembers);
  const result = new Map<string, UnitItem[]>();
  for (const role of ['lead', 'coop'] as const) {
    for (const item of items) {
      for (const share of sharesOf.get(item.taskId) ?? []) {
        if (share.role !== role) continue;
        for (const unitId of unitsOf(share.unitId)) {
          const list = result.get(unitId) ?? [];
          if (!list.some((x) => x.item.occurrenceId === item.occurrenceId))
            list.push({ item, role });
          result.set(unitId, list);
        }
      }
    }
  }
  return result;
}

/** Units in the order of the plan's list, each with its items; units without items are left out. */
export function inUnitOrder(
  units: UnitRow[],
  byUnit: Map<string, UnitItem[]>,
): { unit: UnitRow; items: UnitItem[] }[] {
  return units.flatMap((unit) => {
    const items = byUnit.get(unit.id);
    return items ? [{ unit, items }] : [];
  });
}
