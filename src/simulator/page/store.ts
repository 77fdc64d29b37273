/** A small observable state: views watch the part they draw. */
export type Store<S> = {
  get: () => S;
  set: (patch: Partial<S>) => void;
  /** Calls `render` now and whenever what `select` picks becomes another value. */
  watch: <T>(select: (state: S) => T, render: (value: T) => void) => void;
};

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    set: (patch) => {
      state = { ...state, ...patch };
      for (const watcher of watchers) watcher();
    },
    watch: (select, render) => {
      let last = select(state);
      watchers.add(() => {
        const next = select(state);
        if (Object.is(next, last)) return;
        last = next;
        render(next);
      });
      render(last);
    },
  };
}
