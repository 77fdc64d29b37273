import type { PlanRow } from '../plan/queries.ts';
import type { UnitItem } from '../plan/unit-items.ts';
import type { UnitRow } from '../units/queries.ts';
import type { NudgeKind } from './rhythm.ts';

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

/** What a message is: the month's card, its copy for a colleague, a nudge, a fresh card, and what only the office gets. */
export type SendingKind =
  | 'month-card'
  | 'passed-on'
  | NudgeKind
  | 'fresh-card'
  | 'eve'
  | 'digest'
  | 'calendar';

/** One message as it would go out. Without a unit it is the office's own. */
export type Sending = {
  kind: SendingKind;
  recipient: Recipient;
  unit?: { id: string; name: string };
  tasks: { month: number; seq: number; content: string; role: 'lead' | 'coop' }[];
};
