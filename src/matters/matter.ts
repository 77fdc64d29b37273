/**
 * What waits for the office: 延期申请, 归属有疑问, 暂无此项, 办结审核.
 */
export const MATTER_KINDS = ['extension', 'dispute', 'none', 'completion'] as const;

export type MatterKind = (typeof MATTER_KINDS)[number];

/** A unit's share in an item. */
export type Share = { occurrenceId: string; unitId: string };

/** Whether the office has given its answer. */
export const isDecided = <T extends { state: string }>(
  matter: T,
): matter is T & { state: 'agreed' | 'refused' } =>
  matter.state === 'agreed' || matter.state === 'refused';
