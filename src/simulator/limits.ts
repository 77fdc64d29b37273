import type { Limits } from './options.ts';

const PLATFORM: Limits = { perTarget: 5, perSecond: 50, perMinute: 1000 };

/** Counts calls on real time, as the platform does; a refused call is not counted. */
export type Meter = {
  /** Seconds to wait before this endpoint may be called again; 0: this call is allowed and counted. */
  endpoint: (name: string) => number;
  /** Whether this chat, person or message may have one more call now; counted if so. */
  target: (id: string) => boolean;
};

export function createMeter(limits: Partial<Limits>, now: () => number): Meter {
  const { perTarget, perSecond, perMinute } = { ...PLATFORM, ...limits };
  const calls = new Map<string, number[]>();
  const recent = (key: string, windowMs: number) => {
    const list = calls.get(key) ?? [];
    const since = now() - windowMs;
    let old = 0;
    while (old < list.length && (list[old] ?? since) <= since) old++;
    list.splice(0, old);
    calls.set(key, list);
    return list;
  };
  const waitFor = (list: number[], count: number, windowMs: number) => {
    const blocking = list.at(-count);
    return blocking === undefined ? 0 : Math.max(0, blocking + windowMs - now());
  };
  return {
    endpoint: (name) => {
      const list = recent(`endpoint ${name}`, 60_000);
      const wait = Math.max(waitFor(list, perMinute, 60_000), waitFor(list, perSecond, 1000));
      if (wait === 0) list.push(now());
      return Math.ceil(wait / 1000);
    },
    target: (id) => {
      const list = recent(`target ${id}`, 1000);
      if (list.length >= perTarget) return false;
      list.push(now());
      return true;
    },
  };
}
