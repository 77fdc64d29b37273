/** What a unit can say of its part (domain.md section 2 and CONTRACT section 4). */
export const STATUSES = ['done', 'in_progress', 'not_started', 'blocked', 'extension'] as const;

export type Status = (typeof STATUSES)[number];
