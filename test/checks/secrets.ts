import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What a secret looks like, with an example put together here so that this file holds none. */
export const RULES: { what: string; pattern: RegExp; example: string }[] = [
  {
    what: 'a private key',
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
    example: ['-----BEGIN ', 'RSA PRIVATE KEY-----'].join(''),
  },
  {
    what: 'a key of a cloud',
    pattern: /\b(?:AKIA|ASIA|AKLT|AKID)[A-Za-z0-9]{16,}\b|\bLTAI[A-Za-z0-9]{12,}\b/,
    example: ['LTAI', '5tFakeFakeFakeFake'].join(''),
  },
  {
    what: 'a token of a code host or a package registry',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{18,}|npm_[A-Za-z0-9]{30,})/,
    example: ['ghp_', 'a1B2'.repeat(9)].join(''),
  },
  {
    what: 'a key of a model service',
    pattern: /\bsk-[A-Za-z0-9_-]{24,}/,
    example: ['sk-', '0123abcd'.repeat(4)].join(''),
  },
  {
    what: 'a signed token',
    pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{15,}/,
    example: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'c2lnbmF0dXJlLWhlcmU'].join(
      '.',
    ),
  },
  {
    what: 'an access token of Feishu',
    pattern: /\b[tu]-[a-z0-9]{2}[A-Za-z0-9_.-]{30,}\b/,
    example: ['t-', 'g1044ghJRUIJJ5ELPQVZ3KMN6WYXABCDEF12345'].join(''),
  },
  {
    what: 'a secret beside its name',
    pattern:
      /(?:secret|encrypt_?key|verification_?token|api_?key|password|passwd)["']?\s*[:=]\s*["']?(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+/_-]{28,}/i,
    example: ['FEISHU_APP_SECRET', 'kV3x9QmB7nTz2LpR8wYc5HsD1fGj6UaE'].join('='),
  },
  {
    what: 'a webhook of a group robot',
    pattern: /open-apis\/bot\/v2\/hook\/[0-9a-f]{8}-[0-9a-f-]{27}/,
    example: ['open-apis/bot/v2/hook/', '0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f'].join(''),
  },
];

export type Leak = { file: string; line: number; what: string };

/** Lines of a text that look like a secret. */
export function findSecrets(file: string, text: string): Leak[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      RULES.filter((r) => r.pattern.test(line)).map(({ what }) => ({ file, line: i + 1, what })),
    );
}

/** Hashes of packages are random and public. */
const NOT_READ = /^package-lock\.json$|^drizzle\/meta\//;

/** Every file of the repository; where it is no working copy, every file but those that are never in one. */
export function trackedFiles(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
      .split('\0')
      .filter((f) => f !== '' && !NOT_READ.test(f));
  } catch {
    const skipped = /^(?:node_modules|data|\.git|\.wrangler|coverage)(?:\/|$)/;
    return readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name).slice(ROOT.length + 1))
      .filter((f) => !skipped.test(f) && !NOT_READ.test(f));
  }
}

export function scanRepository(): Leak[] {
  return trackedFiles().flatMap((file) => {
    const bytes = readFileSync(join(ROOT, file));
    return bytes.includes(0) ? [] : findSecrets(file, bytes.toString('utf8'));
  });
}
