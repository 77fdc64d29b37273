/** One JSON line per outcome: fields first, then a fixed sentence. Ids only, never the contents of messages. */
export type Log = {
  [L in LogLevel]: (fields: Record<string, unknown>, message: string) => void;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const ORDER: LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** A logger that writes lines at `level` and above through `write`. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const line = (l: LogLevel) => (fields: Record<string, unknown>, message: string) => {
    if (ORDER.indexOf(l) < ORDER.indexOf(level)) return;
    write(JSON.stringify({ time: new Date().toISOString(), level: l, message, ...fields }));
  };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
