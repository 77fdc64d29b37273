import type { PlanRow } from '../plan/queries.ts';
import type { UnitItem } from '../plan/unit-items.ts';
import type { UnitRow } from '../units/queries.ts';

export type Recipient =
  | { type: 'person' | 'chat'; id: string; name: string }
  | { type: 'none'; id: null; name: string };

/** An item under the number that its unit knows it by in a month, whatever plan it is of. */
export type NumberedItem = UnitItem & { no: number };

/** One reminder as it would go out. */
export type PlannedReminder = {
  plan: PlanRow;
  month: number;
  at: Date;
  unit: UnitRow;
  recipient: Recipient;
  items: NumberedItem[];
};
