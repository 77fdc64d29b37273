import type { Deps } from '../deps.ts';

/** One command of the command line (CONTRACT section 4). Exit: 0 done, 1 the input is bad, 2 wrong usage. */
export type Command = {
  /** As shown to people, without the program's name. */
  usage: string;
  /** What it needs: nothing, or the database of this installation; where it depends, by its own words. */
  needs: Needs | ((args: string[]) => Needs);
  run: (call: Call) => Promise<0 | 1 | 2>;
  /** Called instead of `run` when there is no database to run on; without it the reasons are printed. */
  unopened?: (call: Call, fault: Unopened) => 0 | 1;
};

/** Why a command that needs the database cannot have it. */
type Unopened =
  | { kind: 'settings'; problems: { name: string; message: string }[] }
  | { kind: 'database'; reason: string };

type Needs = 'nothing' | 'database';

export type Call = {
  /** Words after the command's name. */
  args: string[];
  /** Folder in which the person stands: relative file names start there. */
  cwd: string;
  stdin: () => Promise<string>;
  /** Data. */
  out: (line: string) => void;
  /** Everything else: problems, progress. */
  err: (line: string) => void;
  /** Only for commands that need the database. */
  deps?: Deps;
};

/** Splits words into positional ones, `--name value` options and `--name` flags; undefined for an unknown option. */
export function readArgs(
  args: string[],
  spec: { options?: string[]; flags?: string[] },
): { words: string[]; options: Record<string, string>; flags: Set<string> } | undefined {
  const words: string[] = [];
  const options: Record<string, string> = {};
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) words.push(arg);
    else if (spec.flags?.includes(arg.slice(2))) flags.add(arg.slice(2));
    else if (spec.options?.includes(arg.slice(2))) {
      const value = args[++i];
      if (value === undefined) return undefined;
      options[arg.slice(2)] = value;
    } else return undefined;
  }
  return { words, options, flags };
}

/**
 * Runs `answer` over JSON Lines on stdin: one JSON line out for each line in, in order. A line that is no JSON or does
 * not fit answers `{"error": …}` in its place, is named on stderr, and makes the exit code 1; the others still count.
 */
export async function eachLine(
  call: Call,
  answer: (value: unknown) => Promise<unknown> | unknown,
): Promise<0 | 1> {
  let bad = 0;
  let count = 0;
  const lines = (await call.stdin()).split('\n');
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    count++;
    try {
      call.out(JSON.stringify(await answer(JSON.parse(line))));
    } catch (error) {
      bad++;
      const why = error instanceof SyntaxError ? '不是 JSON' : describe(error);
      call.out(JSON.stringify({ error: why }));
      call.err(`第 ${i + 1} 行：${why}`);
    }
  }
  if (bad > 0) call.err(`共 ${count} 行，${count - bad} 行已处理，${bad} 行有误`);
  return bad > 0 ? 1 : 0;
}

function describe(error: unknown): string {
  if (error instanceof Error && 'issues' in error && Array.isArray(error.issues)) {
    const issues = error.issues as { path: PropertyKey[]; message: string }[];
    return issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('；');
  }
  return error instanceof Error ? error.message : String(error);
}

/** The database and the rest of the effects, for commands that said they need them. */
export function databaseOf(call: Call): Deps {
  if (!call.deps) throw new Error('the command runs without a database');
  return call.deps;
}

/** Says how the command is used; exit code 2. */
export function usageError(call: Call, command: Command): 2 {
  call.err(`用法：${command.usage}`);
  return 2;
}

/** An instant with its zone, or undefined. */
export function readInstant(text: string | undefined): Date | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
