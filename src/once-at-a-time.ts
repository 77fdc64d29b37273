/** Resolves with the next call. */
export type Called = () => Promise<void>;

/**
 * Runs `task` once at a time; calls that come meanwhile share one more run after it. Each of them resolves what `called`
 * gave the run that is under way, which may look at once instead of leaving it all to the next.
 */
export function coalesced(task: (called: Called) => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let call = Promise.withResolvers<void>();
  const run = async () => {
    try {
      await task(() => call.promise);
    } finally {
      running = undefined;
    }
  };
  return () => {
    call.resolve();
    call = Promise.withResolvers<void>();
    if (!running) {
      running = run();
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        running = run();
        return running;
      });
    return next;
  };
}

/** Keeps the first answer; a failure is asked again. */
export function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
