/** The one clock of the application: real time, or a chosen instant that runs on from there. */
export type Clock = {
  now: () => Date;
  /** Moves the clock to an instant; it runs on from there. */
  set: (at: Date) => void;
  /** Calls `listener` after every `set`; returns a function that stops it. */
  onSet: (listener: () => void) => () => void;
};

/** A clock that shows `start` now (or real time) and runs at the speed of `realNow`. */
export function createClock(start?: Date, realNow: () => number = Date.now): Clock {
  let offset = start ? start.getTime() - realNow() : 0;
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(realNow() + offset),
    set: (at) => {
      offset = at.getTime() - realNow();
      for (const listener of listeners) listener();
    },
    onSet: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
