/** The month's own card; before, on and after a deadline; asked again by the office. */
export const CARD_KINDS = ['month', 'before-due', 'due', 'after-due', 'again'] as const;

export type CardKind = (typeof CARD_KINDS)[number];
