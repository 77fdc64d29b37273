import { createLog, type Log } from '../../src/log.ts';

/** A log whose lines can be read afterwards. */
export function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog('debug', (line) => lines.push(line)), lines };
}

/** A log for tests that do not look at it. */
export const silentLog = (): Log => createLog('error', () => {});
