import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { parseJson } from './json.ts';
import type { Snapshot } from './store.ts';

/** Where chats and files outlive the process, or do not. */
export type Archive = {
  /** What was kept last time. */
  load: () => Snapshot | undefined;
  /** Keeps what `snapshot` returns, soon; many calls in a row become one write. */
  saveSoon: (snapshot: () => Snapshot) => void;
  putBytes: (key: string, bytes: Uint8Array) => void;
  bytes: (key: string) => Promise<Uint8Array | undefined>;
  forgetFiles: () => Promise<void>;
  /** Returns once everything is written. */
  flush: () => Promise<void>;
};

export function memoryArchive(): Archive {
  const files = new Map<string, Uint8Array>();
  return {
    load: () => undefined,
    saveSoon: () => {},
    putBytes: (key, bytes) => void files.set(key, bytes),
    bytes: async (key) => files.get(key),
    forgetFiles: async () => files.clear(),
    flush: async () => {},
  };
}

const DEBOUNCE_MS = 300;

/** Keeps `chats.json` and `files/KEY` in a folder; each file is written beside its name and then renamed to it. */
export function folderArchive(folder: string, log?: Log): Archive {
  const chats = join(folder, 'chats.json');
  const shelf = join(folder, 'files');
  const recent = new Map<string, Uint8Array>();
  let waiting: (() => Snapshot) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const replace = async (path: string, data: string | Uint8Array) => {
    await mkdir(shelf, { recursive: true });
    await writeFile(`${path}.new`, data);
    await rename(`${path}.new`, path);
  };
  // One write at a time and in order; a full disk is logged, the chats in memory go on.
  const enqueue = (write: () => Promise<void>) => {
    writing = writing.then(write).catch((error: unknown) => {
      log?.error({ error: String(error) }, 'pocket Feishu could not keep its chats');
    });
    return writing;
  };
  const writeNow = () => {
    clearTimeout(timer);
    timer = undefined;
    const snapshot = waiting;
    waiting = undefined;
    if (snapshot) enqueue(() => replace(chats, JSON.stringify(snapshot())));
    return writing;
  };

  return {
    load: () => {
      mkdirSync(shelf, { recursive: true });
      const kept = readKept(chats);
      if (kept.kind === 'snapshot') return kept.snapshot;
      if (kept.kind === 'broken') {
        renameSync(chats, `${chats}.broken`);
        log?.warn(
          { file: `${chats}.broken` },
          'pocket Feishu starts afresh: its chats were unreadable',
        );
      }
      return undefined;
    },
    saveSoon: (snapshot) => {
      waiting = snapshot;
      timer ??= setTimeout(writeNow, DEBOUNCE_MS).unref();
    },
    putBytes: (key, bytes) => {
      recent.set(key, bytes);
      enqueue(async () => {
        await replace(join(shelf, key), bytes);
        recent.delete(key);
      });
    },
    bytes: async (key) =>
      recent.get(key) ?? (await readFile(join(shelf, key)).catch(() => undefined)),
    forgetFiles: () =>
      enqueue(async () => {
        recent.clear();
        await rm(shelf, { recursive: true, force: true });
      }),
    flush: writeNow,
  };
}

function readKept(
  path: string,
): { kind: 'none' } | { kind: 'broken' } | { kind: 'snapshot'; snapshot: Snapshot } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    rmSync(`${path}.new`, { force: true });
    return { kind: 'none' };
  }
  const kept = parseJson(text);
  // Only this program writes the file, whole; its version says that the shape is today's.
  return kept?.version === 1
    ? { kind: 'snapshot', snapshot: kept as Snapshot }
    : { kind: 'broken' };
}
