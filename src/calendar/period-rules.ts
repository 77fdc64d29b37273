import { DAY_RANGE_RULES } from './day-range-rules.ts';
import { DAY_RULES } from './day-rules.ts';
import { MONTH_RULES } from './month-rules.ts';
import { NEAR_RULES } from './near-month-rules.ts';
import type { PeriodRule } from './period.ts';
import { QUARTER_RULES } from './quarter-rules.ts';
import { YEAR_RULES } from './year-rules.ts';

/** Every way to name a period. The longest reading of a place wins, whatever its row. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  ...MONTH_RULES,
  ...NEAR_RULES,
  ...QUARTER_RULES,
  ...YEAR_RULES,
  ...DAY_RULES,
  ...DAY_RANGE_RULES,
];
