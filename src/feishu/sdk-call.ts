import { FeishuError, treatmentOf } from './errors.ts';

/** Runs a call of the SDK; every fault is a `FeishuError`. */
export type Call = <T>(run: () => Promise<T>) => Promise<T>;

/** The SDK does not fetch a new token when the platform refuses the one it has: `forgetToken` makes it. */
export function createCall(forgetToken: () => Promise<unknown>): Call {
  return async (run) => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof FeishuError)) throw unknownFault(error);
      if (treatmentOf(error).treatment !== 'reauth') throw error;
      await forgetToken();
      return run();
    }
  };
}

/** A fault of the SDK's own code: nobody knows whether before or after the call. */
function unknownFault(cause: unknown): FeishuError {
  const message = cause instanceof Error ? cause.name : 'unknown fault';
  return new FeishuError('other', { message, uncertain: true, cause });
}
