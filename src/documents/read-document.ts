import { Worker } from 'node:worker_threads';
import type { ReadResult, Refusal } from './document.ts';

type Limits = { bytes: number; heapMb: number; milliseconds: number };

const LIMITS: Limits = { bytes: 30_000_000, heapMb: 256, milliseconds: 10_000 };

/** Reads a document in a thread of its own, whose heap and time are bounded: no file can harm the program. */
export function readDocument(
  file: { name: string; bytes: Uint8Array },
  limits: Partial<Limits> = {},
): Promise<ReadResult> {
  const { bytes, heapMb, milliseconds } = { ...LIMITS, ...limits };
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { ...file, limitBytes: bytes },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      // Libraries that warn of a damaged file write to the program's own output otherwise.
      stdout: true,
      stderr: true,
    });
    const end = (result: ReadResult) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const refuse = (refusal: Refusal) => end({ kind: 'refused', refusal });
    const timer = setTimeout(() => refuse({ reason: 'timeout' }), milliseconds);
    worker.once('message', end);
    worker.once('error', (error) => {
      const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      refuse({ reason: full ? 'bomb' : 'broken' });
    });
    worker.once('exit', () => refuse({ reason: 'broken' }));
  });
}
