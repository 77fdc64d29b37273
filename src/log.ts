/** One JSON line per outcome: fields first, then a fixed sentence. Ids only, never the contents of messages. */
export type Log = {
  [L in LogLevel]: (fields: Record<string, unknown>, message: string) => void;
} & {
  /** Another level until an instant of real time, after which the one of the start holds again. */
  setLevel?: (level: LogLevel, until: Date) => void;
};

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** A logger that writes lines at `level` and above through `write`; writing a line never throws. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  let other: { level: LogLevel; until: number } | undefined;
  const levelNow = () => {
    if (other && other.until <= Date.now()) other = undefined;
    return other?.level ?? level;
  };
  const line = (l: LogLevel) => (fields: Record<string, unknown>, message: string) => {
    if (LOG_LEVELS.indexOf(l) < LOG_LEVELS.indexOf(levelNow())) return;
    const own = { time: new Date().toISOString(), level: l, message };
    // Twice: first for the order of the keys, then so that no field stands in for them.
    write(toJson({ ...own, ...fields, ...own }) ?? JSON.stringify({ ...own, unwritable: true }));
  };
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    setLevel: (chosen, until) => {
      other = { level: chosen, until: until.getTime() };
    },
  };
}

/** The same log; each line tells whose it is. */
export function labelled(log: Log, fields: Record<string, unknown>): Log {
  const line = (l: LogLevel) => (more: Record<string, unknown>, message: string) =>
    log[l]({ ...fields, ...more }, message);
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    ...(log.setLevel ? { setLevel: log.setLevel } : {}),
  };
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, v) => {
      if (typeof v === 'bigint') return String(v);
      return v instanceof Error ? describe(v) : v;
    });
  } catch {
    return undefined;
  }
}

/** The innermost cause: a database driver's outer message repeats the statement with its parameters. */
function describe(error: Error): Record<string, unknown> {
  let inner = error;
  for (let depth = 0; depth < 5 && inner.cause instanceof Error; depth++) inner = inner.cause;
  const at = error.stack?.split('\n').find((l) => l.trimStart().startsWith('at '));
  return {
    name: inner.name,
    message: inner.message,
    ...('code' in inner ? { code: inner.code } : {}),
    ...(at ? { at: at.trim() } : {}),
  };
}
