/** One line of `doctor`: what was looked at, how it stands, and how to mend it. */
export type Check = {
  name: string;
  /** `notice`: works, but somebody should look. */
  state: 'ok' | 'notice' | 'broken';
  says: string;
  mend?: string;
};

/** What a check finds: nothing to do when it has no `mend`. */
export type Finding = Omit<Check, 'name'>;

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const notice = (says: string, mend: string): Finding => ({ state: 'notice', says, mend });
export const broken = (says: string, mend: string): Finding => ({ state: 'broken', says, mend });
