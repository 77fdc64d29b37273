import { z } from 'zod';
import { LOG_LEVELS, type LogLevel } from '../log.ts';

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

/** 日志级别: another level of logging for a while, in every process; `until` is real time, past until somebody sets it. */
export const logLevel = defineSetting<{ level: LogLevel; until: string }>(
  'log.level',
  z.object({ level: z.enum(LOG_LEVELS), until: z.iso.datetime() }),
  { level: 'info', until: '1970-01-01T00:00:00Z' },
);

/** Which kind of platform a database has been used with: fixed at its first start. */
export const usedWith = defineSetting(
  'database.used-with',
  z.enum(['nobody', 'simulator', 'feishu']),
  'nobody',
);
