import { BARE_DATE_RULES } from './bare-date-rules.ts';
import { NAMED_DATE_RULES } from './named-date-rules.ts';
import { RELATIVE_DATE_RULES } from './relative-date-rules.ts';

/** Most specific first: a later rule never takes what an earlier one has read. */
export const DATE_RULES = [...NAMED_DATE_RULES, ...RELATIVE_DATE_RULES, ...BARE_DATE_RULES];
