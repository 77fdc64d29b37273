/** The month's own card; before, on and after a deadline, or around several; asked again by the office. */
export const CARD_KINDS = [
  'month',
  'before-due',
  'due',
  'after-due',
  'around-due',
  'again',
] as const;

export type CardKind = (typeof CARD_KINDS)[number];
