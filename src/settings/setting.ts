import { z } from 'zod';

/** A switch of the office: its key in the table, the shape of its value, and what holds until somebody sets it. */
export type Setting<T> = { key: string; schema: z.ZodType<T>; fallback: T };

export function defineSetting<T>(key: string, schema: z.ZodType<T>, fallback: T): Setting<T> {
  return { key, schema, fallback };
}

/** 暂停推送: while true nothing is sent that nobody asked for. */
export const pushPaused = defineSetting('push.paused', z.boolean(), false);

/** 办结审核: while true a lead's completion counts only after the office has agreed. */
export const reviewCompletions = defineSetting('review.completions', z.boolean(), false);

/** Calls the tenant may make in a month: 10 000 on the free edition, for all its own apps together. */
export const monthlyQuota = defineSetting('quota.monthly', z.int().positive(), 10_000);

/** Which kind of platform a database has been used with: fixed at its first start. */
export const usedWith = defineSetting(
  'database.used-with',
  z.enum(['nobody', 'simulator', 'feishu']),
  'nobody',
);
