import { z } from 'zod';
import { type Config, describeSettings, parseConfig } from './config.ts';

/** One county of a deployment that serves many: its id, as in its address and on the command line, and its settings. */
export type CountySettings = { id: string; config: Config };

export type CountiesResult =
  | { ok: true; counties: CountySettings[]; fallback?: string }
  | { ok: false; problems: string[] };

const ID = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

const File = z.strictObject({
  /** The county that the addresses without `/c/ID` belong to. */
  default: z.string().optional(),
  counties: z
    .array(
      z.strictObject({
        id: z.string().regex(ID, 'id 应为小写字母、数字和短横线，例如 huoshan'),
        /** By the names of the environment's variables. */
        settings: z.record(z.string(), z.string()),
      }),
    )
    .min(1, '至少要有一个县'),
});

/** What belongs to the process, and is said once, in the environment. */
const OF_PROCESS = new Set([
  'HOST',
  'PORT',
  'SIMULATOR_PORT',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'APP_NOW',
  'DATA_DIR',
  'COUNTIES_FILE',
]);

/** What identifies one county: never taken over from the environment. */
const OF_ONE_COUNTY = [
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
  'DATABASE_URL',
  'PUBLIC_URL',
  'ADMIN_OPEN_IDS',
  'COUNTIES_FILE',
];

/**
 * Reads a COUNTIES_FILE. Settings that a county leaves out are the environment's, but for those that make it this county.
 * Every mistake is one line that says where; secrets are in none. Pure.
 */
export function parseCounties(
  text: string,
  environment: Record<string, string | undefined>,
): CountiesResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problems: ['不是 JSON 文件'] };
  }
  const read = File.safeParse(json);
  if (!read.success)
    return { ok: false, problems: read.error.issues.map((i) => shapeProblem(json, i)) };
  const { counties: given, default: fallback } = read.data;
  const problems: string[] = [];
  const shared = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !OF_ONE_COUNTY.includes(name)),
  );
  const dataDir = environment.DATA_DIR?.trim() || './data';
  const counties = given.flatMap(({ id, settings }): CountySettings[] => {
    const say = (line: string) => problems.push(`${id}：${line}`);
    for (const name of Object.keys(settings)) {
      if (OF_PROCESS.has(name)) say(`${name} 是整个进程的设置，请写在环境变量里`);
      else if (!KNOWN.has(name)) say(`没有 ${name} 这个设置`);
    }
    const parsed = parseConfig({ ...shared, ...settings, DATA_DIR: `${dataDir}/${id}` });
    if (!parsed.ok) {
      for (const p of parsed.problems) say(`${p.name}：${p.message}`);
      return [];
    }
    if (parsed.config.simulator) say('FEISHU_APP_ID：没有填写。演示模式不能与多个县一起用');
    return [{ id, config: parsed.config }];
  });
  problems.push(
    ...shareProblems(
      given.map((c) => c.id),
      counties,
    ),
  );
  if (fallback !== undefined && !given.some((c) => c.id === fallback))
    problems.push(`default：没有 id 为 ${fallback} 的县`);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, counties, ...(fallback ? { fallback } : {}) };
}

/** The settings that there are. */
const KNOWN = new Set(describeSettings().map((s) => s.name));

/** Two counties on one app or in one database would see each other's data. */
function shareProblems(ids: string[], counties: CountySettings[]): string[] {
  const problems: string[] = [];
  const unique = (what: string, keyed: { id: string; key: string | undefined }[]) => {
    const groups = Map.groupBy(
      keyed.filter((k) => k.key),
      (k) => k.key,
    );
    for (const same of groups.values())
      if (same.length > 1)
        problems.push(`${same.map((s) => s.id).join('、')}：${what}相同，每个县要有自己的`);
  };
  unique(
    'id',
    ids.map((id) => ({ id, key: id })),
  );
  const by = (read: (c: Config) => string | undefined) =>
    counties.map(({ id, config }) => ({ id, key: read(config) }));
  unique(
    'FEISHU_APP_ID ',
    by((c) => c.FEISHU_APP_ID),
  );
  unique(
    'DATABASE_URL 指向的数据库',
    by((c) => databaseName(c.DATABASE_URL)),
  );
  unique(
    'PUBLIC_URL ',
    by((c) => c.PUBLIC_URL),
  );
  return problems;
}

/** Server and database, whatever account is used. */
function databaseName(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return url;
  const { hostname, port, pathname } = new URL(url);
  return `${hostname.toLowerCase()}:${port || '5432'}${pathname}`;
}

function shapeProblem(json: unknown, issue: z.core.$ZodIssue): string {
  const [list, index, ...rest] = issue.path;
  const isCounty = list === 'counties' && typeof index === 'number';
  const where = isCounty ? [`第 ${index + 1} 个县`, ...rest] : issue.path;
  const named = isCounty ? idAt(json, index) : undefined;
  const message =
    issue.code === 'unrecognized_keys'
      ? `不认识 ${issue.keys.join('、')}`
      : issue.code === 'invalid_type'
        ? `应为${KINDS[issue.expected] ?? issue.expected}`
        : issue.message;
  return [named ?? where.join(' '), ...(named ? rest.map(String) : []), message]
    .filter(Boolean)
    .join('：');
}

const KINDS: Record<string, string> = {
  object: '对象 {…}',
  array: '列表 […]',
  string: '字符串',
  record: '对象 {…}',
};

function idAt(json: unknown, index: number): string | undefined {
  const list = z.object({ counties: z.array(z.unknown()) }).safeParse(json).data?.counties;
  return z.object({ id: z.string() }).safeParse(list?.[index]).data?.id;
}
