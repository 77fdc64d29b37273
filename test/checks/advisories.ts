import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run audit:packages`: known vulnerabilities of the packages that are installed with the program, as the registry's
 * advisory service knows them. 0 none, 1 some (one line each), 0 with a plain line where the service cannot be reached:
 * then nothing is known, which is no finding.
 */
export function readAudit(
  text: string,
): { kind: 'known'; lines: string[] } | { kind: 'unreachable'; reason: string } {
  let report: Report;
  try {
    report = JSON.parse(text) as Report;
  } catch {
    return { kind: 'unreachable', reason: text.trim().split('\n')[0] || 'no answer' };
  }
  if (!report.vulnerabilities)
    return { kind: 'unreachable', reason: report.message ?? report.error?.summary ?? 'no answer' };
  const lines = Object.values(report.vulnerabilities).map((v) => {
    const titles = v.via.flatMap((via) =>
      typeof via === 'string' ? [] : [`${via.title} ${via.url}`],
    );
    const mend = v.fixAvailable ? 'mended in a newer version' : 'not mended yet';
    return `${v.severity}: ${v.name} ${v.range}: ${titles.join('; ') || 'through a package it needs'}; ${mend}`;
  });
  return { kind: 'known', lines };
}

type Report = {
  message?: string;
  error?: { summary?: string };
  vulnerabilities?: Record<
    string,
    {
      name: string;
      severity: string;
      range: string;
      via: (string | { title: string; url: string })[];
      fixAvailable: unknown;
    }
  >;
};

if (import.meta.main) {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    timeout: 60_000,
  });
  const read = readAudit(stdout || stderr);
  if (read.kind === 'unreachable')
    console.log(`the advisory service cannot be reached, nothing is known: ${read.reason}`);
  else if (read.lines.length === 0) console.log('no known vulnerabilities');
  else for (const line of read.lines) console.error(line);
  process.exitCode = read.kind === 'known' && read.lines.length > 0 ? 1 : 0;
}
