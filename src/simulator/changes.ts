import type { Change } from './pocket-api.ts';

/** Who is told of a change: these open_ids, or everybody. */
export type Audience = readonly string[] | 'everybody';

export type Changes = {
  tell: (change: Change, audience: Audience) => void;
  /** Listens as a person, or to everything; returns a function that stops it. */
  listen: (listener: (change: Change) => void, openId?: string) => () => void;
};

export function createChanges(): Changes {
  const listeners = new Set<{ openId?: string; listener: (change: Change) => void }>();
  return {
    tell: (change, audience) => {
      for (const { openId, listener } of [...listeners])
        if (!openId || audience === 'everybody' || audience.includes(openId)) listener(change);
    },
    listen: (listener, openId) => {
      const entry = { listener, ...(openId ? { openId } : {}) };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
