/** Something that goes wrong on the way of one call of the open-apis. */
export type Fault =
  /** Answered with this HTTP status and code, without being carried out. */
  | {
      kind: 'answer';
      status: number;
      code?: number;
      msg?: string;
      headers?: Record<string, string>;
    }
  /** Carried out, but the answer never arrives: the connection is cut. */
  | { kind: 'answer-lost' }
  /** The connection is cut before anything happened. */
  | { kind: 'cut' }
  /** Carried out after this long. */
  | { kind: 'delay'; ms: number };

/** How one event travels: `copies` of it (default 1), each after `delayMs` of real time (default 0). */
export type Travel = { copies?: number; delayMs?: number };

export type Call = {
  /** Such as `POST /open-apis/im/v1/messages/:message_id/reply`. */
  endpoint: string;
  status: number;
  code: number;
  /** Real time in milliseconds. */
  at: number;
  fault?: Fault['kind'];
};

/** What tests can make go wrong. */
export type Faults = {
  /** The next `times` calls of an endpoint (default 1) meet this fault. */
  next: (endpoint: string, fault: Fault, times?: number) => void;
  /** Decides for every further call, as a seeded test does; undefined takes it away. */
  choose: (chooser: ((endpoint: string) => Fault | undefined) | undefined) => void;
  /** Every message to this open_id or chat_id is refused with this code; undefined takes it away. */
  refuse: (id: string, code: number | undefined) => void;
  /** Decides how each event travels to the application; undefined takes it away. */
  travel: (chooser: ((eventType: string) => Travel | undefined) | undefined) => void;
  clear: () => void;
};

export type FaultDesk = Faults & {
  take: (endpoint: string) => Fault | undefined;
  refusalOf: (id: string) => number | undefined;
  travelOf: (eventType: string) => Travel;
};

export function createFaultDesk(): FaultDesk {
  const queued = new Map<string, Fault[]>();
  const refused = new Map<string, number>();
  let chooser: ((endpoint: string) => Fault | undefined) | undefined;
  let traveller: ((eventType: string) => Travel | undefined) | undefined;
  return {
    next: (endpoint, fault, times = 1) => {
      const list = queued.get(endpoint) ?? [];
      queued.set(endpoint, [...list, ...Array<Fault>(times).fill(fault)]);
    },
    choose: (c) => {
      chooser = c;
    },
    refuse: (id, code) => void (code === undefined ? refused.delete(id) : refused.set(id, code)),
    travel: (t) => {
      traveller = t;
    },
    clear: () => {
      queued.clear();
      refused.clear();
      chooser = undefined;
      traveller = undefined;
    },
    take: (endpoint) => queued.get(endpoint)?.shift() ?? chooser?.(endpoint),
    refusalOf: (id) => refused.get(id),
    travelOf: (eventType) => traveller?.(eventType) ?? {},
  };
}
