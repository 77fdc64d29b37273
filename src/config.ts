import { z } from 'zod';
import { LOG_LEVELS } from './log.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Whether an address points at this machine. */
export function isLoopback(url: string): boolean {
  try {
    const { hostname } = new URL(url);
    return LOOPBACK.has(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
  } catch {
    return false;
  }
}

const address = (example: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/, `应为 http(s) 地址，例如 ${example}`)
    .refine((s) => URL.canParse(s), `应为 http(s) 地址，例如 ${example}`)
    .transform((s) => s.replace(/\/+$/, ''));

const port = z
  .string()
  .regex(/^\d{1,5}$/, '应为 0–65535 的端口号，例如 3000')
  .transform(Number)
  .refine((n) => n <= 65535, '应为 0–65535 的端口号，例如 3000');

const zone = z.string().refine((tz) => {
  try {
    return Boolean(new Intl.DateTimeFormat('zh', { timeZone: tz }));
  } catch {
    return false;
  }
}, '不是时区名，例如 Asia/Shanghai');

const Settings = z.object({
  FEISHU_APP_ID: z
    .string()
    .regex(/^cli_\w+$/, '应以 cli_ 开头，例如 cli_a1b2c3d4e5f60718')
    .optional()
    .describe('应用凭证 App ID；与 App Secret 都不填时为模拟模式'),
  FEISHU_APP_SECRET: z.string().optional().describe('应用凭证 App Secret'),
  FEISHU_ENCRYPT_KEY: z.string().optional().describe('事件加密 Encrypt Key（webhook 方式必填）'),
  FEISHU_VERIFICATION_TOKEN: z
    .string()
    .optional()
    .describe('事件校验 Verification Token（webhook 方式必填）'),
  FEISHU_BASE_URL: address('https://open.feishu.cn')
    .default('https://open.feishu.cn')
    .describe('开放平台地址（飞书、Lark 或私有化部署）'),
  FEISHU_ACCOUNTS_URL: address('https://accounts.feishu.cn')
    .default('https://accounts.feishu.cn')
    .describe('登录页地址'),
  FEISHU_APPLINK_URL: address('https://applink.feishu.cn')
    .default('https://applink.feishu.cn')
    .describe('客户端链接地址'),
  FEISHU_TRANSPORT: z
    .enum(['webhook', 'websocket'], '应为 webhook 或 websocket')
    .default('webhook')
    .describe('接收事件的方式；websocket 为长连接，不需要公网地址'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      '应以 postgres:// 开头，例如 postgres://user:pass@127.0.0.1:5432/gongxin',
    )
    .optional()
    .describe('Postgres 连接串；不填则用 DATA_DIR 中的 PGlite'),
  DATA_DIR: z.string().default('./data').describe('PGlite 数据目录（模拟模式用其下的 simulator）'),
  HOST: z.string().default('127.0.0.1').describe('监听地址'),
  PORT: port.default(3000).describe('监听端口'),
  SIMULATOR_PORT: port.optional().describe('口袋飞书端口，仅本机可访问；默认 PORT + 1'),
  PUBLIC_URL: address('https://gongxin.example.cn').optional().describe('浏览器访问本服务的地址'),
  APP_TIMEZONE: zone.default('Asia/Shanghai').describe('县里的时区'),
  APP_NOW: z.iso
    .datetime({ offset: true, error: '应为 ISO 时间，例如 2026-02-28T09:00:00+08:00' })
    .transform((s) => new Date(s))
    .optional()
    .describe('应用时钟的起点，仅模拟模式或本机 FEISHU_BASE_URL 可用'),
  ADMIN_OPEN_IDS: z
    .string()
    .default('')
    .transform((s) =>
      s
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    )
    .refine(
      (ids) => ids.every((id) => id.startsWith('ou_')),
      '应为逗号分隔的 open_id，例如 ou_abc,ou_def',
    )
    .describe('管理员 open_id，逗号分隔'),
  LLM_BASE_URL: address('https://llm.example.cn/v1')
    .optional()
    .describe('OpenAI 兼容的大模型地址，可不填'),
  LLM_API_KEY: z.string().optional().describe('大模型密钥'),
  LLM_MODEL: z.string().optional().describe('大模型名称'),
  LLM_ALLOW_INTERNAL: z
    .enum(['0', '1'], '应为 0 或 1')
    .default('0')
    .transform((s) => s === '1')
    .describe('1 表示内部文件和填报内容可发给大模型'),
  EMBEDDING_BASE_URL: address('https://llm.example.cn/v1')
    .optional()
    .describe('向量模型地址，可不填'),
  EMBEDDING_API_KEY: z.string().optional().describe('向量模型密钥'),
  EMBEDDING_MODEL: z.string().optional().describe('向量模型名称'),
  METRICS_TOKEN: z.string().optional().describe('读取 /metrics 的令牌；不填则仅本机可读'),
  COUNTIES_FILE: z
    .string()
    .optional()
    .describe('一个进程服务多个县时，各县设置的 JSON 文件，见 docs/counties.md'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, '应为 debug、info、warn 或 error')
    .default('info')
    .describe('日志级别'),
});

type Values = z.infer<typeof Settings>;

/** Every setting, checked, plus `simulator`: no credentials were given, the pocket Feishu stands in. */
export type Config = Values & { simulator: boolean; SIMULATOR_PORT: number };

export type ConfigResult =
  | { ok: true; config: Config }
  | { ok: false; problems: { name: string; message: string }[] };

/** Names, meanings and defaults of all settings: the README's table is written from it. */
export function describeSettings(): { name: string; meaning: string; fallback: string }[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined);
    const value = parsed.success ? parsed.data : undefined;
    // A switch is written as people set it, 0 or 1.
    const fallback = typeof value === 'boolean' ? Number(value) : (value ?? '');
    return { name, meaning: schema.description ?? '', fallback: String(fallback) };
  });
}

/** Reads settings from a record such as the environment; an empty string counts as absent. Pure. */
export function parseConfig(record: Record<string, string | undefined>): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(record).filter(([name, value]) => name in Settings.shape && value?.trim()),
  );
  const wrong = new Map<string, string>();
  for (const issue of Settings.safeParse(given).error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!wrong.has(name)) wrong.set(name, issue.message);
  }
  // What contradicts each other is told together with what is wrong by itself, so that one start shows all of it.
  const readable = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const values = Settings.parse(readable);
  const config = {
    ...values,
    simulator: !given.FEISHU_APP_ID && !given.FEISHU_APP_SECRET,
    // Port 0 asks the system for any free one.
    SIMULATOR_PORT: values.SIMULATOR_PORT ?? (values.PORT === 0 ? 0 : values.PORT + 1),
  };
  const unread = new Set(wrong.keys());
  for (const { name, message, rests } of contradictions(config))
    if (![name, ...rests].some((n) => unread.has(n))) wrong.set(name, message);
  if (wrong.size === 0) return { ok: true, config };
  return { ok: false, problems: [...wrong].map(([name, message]) => ({ name, message })) };
}

/** Settings that do not go together; `rests` are the others that a finding depends on. */
function contradictions(c: Config): { name: string; message: string; rests: string[] }[] {
  const problems: { name: string; message: string; rests: string[] }[] = [];
  const need = (name: string, message: string, ...rests: string[]) =>
    problems.push({ name, message, rests });
  if (!c.simulator) {
    if (!c.FEISHU_APP_ID)
      need('FEISHU_APP_ID', '已填 App Secret，还缺 App ID，例如 cli_a1b2c3d4e5f60718');
    if (!c.FEISHU_APP_SECRET)
      need('FEISHU_APP_SECRET', '已填 App ID，还缺 App Secret（开发者后台“凭证与基础信息”）');
    if (c.FEISHU_TRANSPORT === 'webhook') {
      if (!c.FEISHU_ENCRYPT_KEY)
        need(
          'FEISHU_ENCRYPT_KEY',
          'webhook 方式必填（开发者后台“事件与回调—加密策略”），或改用 FEISHU_TRANSPORT=websocket',
          'FEISHU_TRANSPORT',
        );
      if (!c.FEISHU_VERIFICATION_TOKEN)
        need(
          'FEISHU_VERIFICATION_TOKEN',
          'webhook 方式必填（开发者后台“事件与回调—加密策略”），或改用 FEISHU_TRANSPORT=websocket',
          'FEISHU_TRANSPORT',
        );
    }
    if (c.APP_NOW && !isLoopback(c.FEISHU_BASE_URL))
      need(
        'APP_NOW',
        '只能在模拟模式或 FEISHU_BASE_URL 为本机地址时使用，请删去',
        'FEISHU_BASE_URL',
      );
  }
  if (c.simulator && c.SIMULATOR_PORT !== 0) {
    if (c.SIMULATOR_PORT > 65535)
      need('SIMULATOR_PORT', `PORT 为 ${c.PORT} 时须另行填写，例如 3001`, 'PORT');
    if (c.SIMULATOR_PORT === c.PORT) need('SIMULATOR_PORT', '不能与 PORT 相同，例如 3001', 'PORT');
  }
  const llm = [c.LLM_BASE_URL, c.LLM_MODEL].filter(Boolean).length;
  if (llm === 1)
    need(
      c.LLM_BASE_URL ? 'LLM_MODEL' : 'LLM_BASE_URL',
      'LLM_BASE_URL 与 LLM_MODEL 须同时填写，例如 https://llm.example.cn/v1 与 qwen-max',
    );
  const emb = [c.EMBEDDING_BASE_URL, c.EMBEDDING_MODEL].filter(Boolean).length;
  if (emb === 1)
    need(
      c.EMBEDDING_BASE_URL ? 'EMBEDDING_MODEL' : 'EMBEDDING_BASE_URL',
      'EMBEDDING_BASE_URL 与 EMBEDDING_MODEL 须同时填写，例如 https://llm.example.cn/v1 与 text-embedding-v4',
    );
  return problems;
}
