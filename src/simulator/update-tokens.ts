import type { Clock } from '../clock.ts';
import { freshId } from './ids.ts';
import { type Refusal, refuse } from './refusal.ts';

const LIFE_MS = 30 * 60_000;
const USES = 2;

/** The `c-` tokens of card callbacks: 30 minutes, twice, and only once the callback has been answered. */
export type UpdateTokens = {
  issue: (messageId: string) => string;
  answered: (token: string) => void;
  /** Counts one use and tells which message it is for. */
  use: (token: string) => string | Refusal;
  clear: () => void;
};

export function createUpdateTokens(clock: Clock): UpdateTokens {
  const issued = new Map<
    string,
    { messageId: string; at: number; left: number; answered: boolean }
  >();
  return {
    issue: (messageId) => {
      const token = freshId('c-');
      issued.set(token, { messageId, at: clock.now().getTime(), left: USES, answered: false });
      return token;
    },
    answered: (token) => {
      const entry = issued.get(token);
      if (entry) entry.answered = true;
    },
    use: (token) => {
      const entry = issued.get(token);
      if (!entry) return refuse(300020);
      if (!entry.answered) return refuse(300020, 'the callback has not been answered yet');
      if (clock.now().getTime() - entry.at > LIFE_MS) return refuse(300030);
      if (entry.left === 0) return refuse(300040);
      entry.left--;
      return entry.messageId;
    },
    clear: () => issued.clear(),
  };
}
