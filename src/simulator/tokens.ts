import { freshId } from './ids.ts';

const TENANT_SECONDS = 7200;
const RENEW_SECONDS = 1800;
const CODE_MS = 5 * 60_000;
const USER_SECONDS = 7200;

type Grant = { openId: string; until: number };

export type LoginCode = {
  openId: string;
  redirectUri: string;
  until: number;
  used: boolean;
  challenge?: { value: string; method: 'S256' | 'plain' };
};

/**
 * Access tokens and login codes. They live by real time, as the SDK's token cache does: a clock that is moved on in the
 * demonstration must not look like two hours of silence to the SDK.
 */
export type Tokens = ReturnType<typeof createTokens>;

export function createTokens(now: () => number) {
  let tenant: { token: string; until: number }[] = [];
  const users = new Map<string, Grant>();
  const codes = new Map<string, LoginCode>();
  return {
    /** The same token while at least 30 minutes of it are left, else a new one beside it. */
    tenantToken: () => {
      const at = now();
      tenant = tenant.filter((t) => t.until > at);
      let current = tenant.find((t) => t.until - at >= RENEW_SECONDS * 1000);
      if (!current) {
        current = { token: freshId('t-', 20), until: at + TENANT_SECONDS * 1000 };
        tenant.push(current);
      }
      return { token: current.token, expire: Math.floor((current.until - at) / 1000) };
    },
    isTenantToken: (token: string) => tenant.some((t) => t.token === token && t.until > now()),
    /** Makes every tenant token invalid, as a changed secret does. */
    revokeTenantTokens: () => {
      tenant = [];
    },
    newCode: (code: Omit<LoginCode, 'until' | 'used'>) => {
      const id = freshId('', 40);
      codes.set(id, { ...code, until: now() + CODE_MS, used: false });
      return id;
    },
    code: (id: string) => {
      const code = codes.get(id);
      return code && { ...code, expired: code.until <= now() };
    },
    useCode: (id: string) => {
      const code = codes.get(id);
      if (code) code.used = true;
    },
    newUserToken: (openId: string) => {
      const token = freshId('u-', 40);
      users.set(token, { openId, until: now() + USER_SECONDS * 1000 });
      return { token, expire: USER_SECONDS };
    },
    user: (
      token: string,
    ): { kind: 'unknown' } | { kind: 'expired' } | { kind: 'user'; openId: string } => {
      const grant = users.get(token);
      if (!grant) return { kind: 'unknown' };
      return grant.until <= now() ? { kind: 'expired' } : { kind: 'user', openId: grant.openId };
    },
  };
}
