/** The app as the pocket Feishu and the processes know it. */
export const APP = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'a secret of the soak',
  encryptKey: 'an encrypt key of the soak',
  verificationToken: 'a token of the soak',
};

/** A call that takes longer is given up, although the platform may have carried it out. */
export const CALL_TIMEOUT_MS = 2_500;

export type ProcessOptions = {
  /** A Postgres address, or a PGlite folder (then one process). */
  storage: string;
  baseUrl: string;
  now: string;
  /** How many times the platform's limits are allowed, to both sides. */
  speed: number;
  verbose: boolean;
};

export type SoakRun = {
  seed: number;
  processes: number;
  storage: string;
  units: number;
  months: number;
  /** SIGKILLs spread over the run. */
  kills: number;
  /** How long the database is away, once, in the middle; only on Postgres. */
  awayMs: number;
  speed: number;
  verbose: boolean;
};
