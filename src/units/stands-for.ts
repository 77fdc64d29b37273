/**
 * For whom a unit of the plan stands: a group for its members, any other for itself; a group without members stays, for
 * the office to see to.
 */
export function standsFor(
  members: { groupId: string; unitId: string }[],
): (unitId: string) => string[] {
  const membersOf = Map.groupBy(members, (m) => m.groupId);
  return (unitId) => membersOf.get(unitId)?.map((m) => m.unitId) ?? [unitId];
}
