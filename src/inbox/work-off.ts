/**
 * Works off rows of the database side by side until none is due: claims as many as there are free hands, and claims again
 * as soon as one is done or `called` tells of more. A fault of `claim` ends it after the work in hand; `work` deals with
 * its own faults. After `signal` is aborted nothing more is claimed.
 */
export async function workOff<Row>(options: {
  claim: (limit: number) => Promise<Row[]>;
  work: (row: Row) => Promise<void>;
  atOnce: number;
  signal?: AbortSignal | undefined;
  called?: (() => Promise<void>) | undefined;
}): Promise<void> {
  const running = new Set<Promise<void>>();
  let finished = 0;
  try {
    for (;;) {
      const free = options.atOnce - running.size;
      const before = finished;
      // Before the claim: what comes while it runs may be unseen by it.
      const called = options.called?.();
      const rows = free > 0 && !options.signal?.aborted ? await options.claim(free) : [];
      for (const row of rows) {
        const job: Promise<void> = options.work(row).finally(() => {
          running.delete(job);
          finished++;
        });
        running.add(job);
      }
      if (rows.length > 0) continue;
      if (running.size > 0) await Promise.race(called ? [...running, called] : running);
      // What was finished while the claim ran may have made the next of its chat due, unseen by that claim.
      else if (finished === before) return;
    }
  } finally {
    await Promise.allSettled(running);
  }
}
