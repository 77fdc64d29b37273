/** Words of `doctor`. The places are those of the developer console (open.feishu.cn/app). */
export const names = {
  settings: '设置',
  database: '数据库',
  migrations: '表结构',
  clock: '时钟',
  zone: '时区',
  holidays: '节假日',
  admins: '管理员',
  office: '督办人员',
  contacts: '联络员',
  plan: '年度计划',
  outbox: '发送',
  inbox: '接收',
  quota: '飞书额度',
  backup: '备份',
  feishu: '飞书凭证',
  scopes: '飞书权限',
  encryption: '加密策略',
  callback: '回调地址',
  subscriptions: '事件订阅',
  events: '飞书事件',
  audit: '审计',
  chats: '飞书群',
  llm: '大模型',
};

export const STATES = { ok: '正常', notice: '注意', broken: '故障' } as const;

const ago = (ms: number) =>
  ms < 3_600_000
    ? `${Math.max(0, Math.round(ms / 60_000))} 分钟前`
    : ms < 172_800_000
      ? `${Math.round(ms / 3_600_000)} 小时前`
      : `${Math.round(ms / 86_400_000)} 天前`;

const some = (list: string[]) =>
  list.length <= 8 ? list.join('、') : `${list.slice(0, 8).join('、')}等`;

export const words = {
  cannot: (reason: string) => `没有查成：${reason}`,
  cannotMend: '请查看运行日志，或稍后再查一次',

  settingWrong: (name: string) => `${name} 不对`,
  simulator: '模拟模式（没有填写飞书凭证），数据仅供演示',
  real: (appId: string, transport: string) =>
    `正式应用 ${appId}，${transport === 'websocket' ? '长连接接收事件' : 'webhook 接收事件'}`,
  noPublicUrl: '没有填写 PUBLIC_URL，看板登录和卡片中的链接不能用',
  noPublicUrlMend: '设置 PUBLIC_URL，例如 https://gongxin.example.cn',

  databaseOk: (kind: string) => `${kind} 可用`,
  databaseDown: (reason: string) => `打不开：${reason}`,
  databaseMend: '检查 DATABASE_URL 或 DATA_DIR；Postgres 是否已启动、账号密码是否正确',
  embedded: '正式应用正在使用内嵌数据库（PGlite），它不保证断电时数据已落盘',
  embeddedMend: '用 backup 备份后，设置 DATABASE_URL 指向 Postgres，再用 restore 恢复',

  migrationsOk: (n: number) => `已是最新（${n} 个版本）`,
  migrationsOld: (applied: number, known: number) =>
    `数据库为第 ${applied} 版，程序需要第 ${known} 版`,
  migrationsOldMend: '重新启动服务，启动时自动升级',
  migrationsNewer: (applied: number, known: number) =>
    `数据库已是第 ${applied} 版，本程序只到第 ${known} 版`,
  migrationsNewerMend: '换用较新版本的程序',

  clockOk: (against: string[]) => `与${against.join('、')}一致`,
  clockDatabase: '数据库',
  clockFeishu: '飞书',
  clockOff: (against: string, seconds: number) =>
    `与${against}相差 ${Math.abs(Math.round(seconds))} 秒`,
  clockMend: '校准服务器时间（例如 timedatectl set-ntp true）；相差 5 分钟以上时飞书事件会被拒收',
  clockSet: (now: string) => `演示时钟，现在是 ${now}`,

  zoneOk: (zone: string, now: string) => `${zone}，现在是 ${now}`,
  zoneOther: (zone: string, now: string) => `${zone}，现在是 ${now}，不是北京时间`,
  zoneMend: '设置 APP_TIMEZONE=Asia/Shanghai',

  holidaysOk: (until: number) => `放假调休安排已知至 ${until} 年`,
  holidaysNone: (year: number) => `没有 ${year} 年的放假调休安排，工作日只按周一至周五算`,
  holidaysSoon: (year: number) => `还没有 ${year} 年的放假调休安排（通常 11 月由国务院办公厅公布）`,
  holidaysMend: (year: number) =>
    `公布后把 ${year} 年放假通知的文件发给机器人，或执行 calendar import 文件`,

  adminsOk: (n: number) => `${n} 人`,
  adminsNone: '还没有管理员',
  adminsSimulator: '启动一次服务，演示县的人员会自动填入',
  adminsMend: '重新启动服务，30 分钟内私聊机器人发送屏幕上的“认领管理员 …”；或设置 ADMIN_OPEN_IDS',
  officeOk: (n: number) => `${n} 人`,
  officeNone: '没有指定督办人员，暂由管理员承担',
  officeMend: '管理员私聊机器人发送“设置 姓名 为 督办人员”',

  contactsOk: (n: number) => `计划涉及的 ${n} 个单位都能收到提醒`,
  contactsNoPlan: '计划发布后再查',
  contactsMissing: (list: string[]) =>
    `${list.length} 个单位没有联络员，也没有绑定群：${some(list)}`,
  contactsMend:
    '管理员私聊机器人发送“设置 姓名 为 单位 联络员”，或在单位群里@机器人发送“绑定 单位”',

  planOk: (titles: string[]) => `已发布${titles.map((t) => `《${t}》`).join('')}`,
  planDraft: (year: number) => `${year} 年计划还是草稿，没有发布，不会提醒`,
  planNone: (year: number) => `没有 ${year} 年的计划`,
  planMend: '督办人员把计划文件发给机器人，核对后点“发布”；或用 plan import 文件 --publish',
  planNext: (year: number) => `还没有 ${year} 年的计划`,

  outboxOk: (pending: number) => `待发 ${pending} 条，没有发不出的消息`,
  outboxStuck: (dead: number, uncertain: number) => `${dead} 条发不出，${uncertain} 条可能已送达`,
  outboxMend: '用 outbox list 查看原因，再用 outbox resend 重发，或用 outbox confirm 确认已送达',
  outboxPaused: (pending: number) => `推送已暂停，待发 ${pending} 条`,
  outboxPausedMend: '核对后由管理员私聊机器人发送“恢复推送”',

  quotaOk: (calls: number, quota: number) => `本月已调用 ${calls} 次，额度 ${quota} 次`,
  quotaNearly: (calls: number, quota: number) =>
    `本月已调用 ${calls} 次，接近额度 ${quota} 次，只发提醒和确认`,
  quotaMend: '额度由企业的飞书版本决定，管理后台可以查看和购买；下月 1 日重新计算',

  inboxOk: (pending: number) => `待处理 ${pending} 条，没有搁置的消息`,
  inboxParked: (n: number) => `${n} 条消息多次处理失败，已搁置`,
  inboxMend: '查看运行日志中 event parked 的原因；对方已收到“没有办成”的说明，可请其再发一次',

  backupSimulator: '模拟模式，不自动备份',
  backupLast: (ms: number) => `最近一次自动备份在 ${ago(ms)}`,
  backupNone: '本机没有自动备份',
  backupMend: (folder: string) =>
    `服务运行时每天凌晨 2 点后备份到 ${folder}（几台服务器共用一个数据库时，备份在其中一台上）；请检查服务是否在运行、目录是否可写、磁盘是否已满`,

  feishuOk: (name: string) => `可用，机器人名称“${name}”`,
  feishuSkipped: '模拟模式，没有连接飞书',
  feishuNoAnswer: (reason: string) => `没有连上：${reason}`,
  feishuRefused: (code: number, reason: string) => `飞书返回错误码 ${code}（${reason}）`,

  eventsLast: (ms: number) => `最近一次收到在 ${ago(ms)}`,
  eventsNone: '最近 7 天没有收到过事件',
  eventsMendWebhook: (url: string) =>
    `开发者后台“事件与回调”：“事件配置”与“回调配置”的请求地址都填 ${url}，添加“接收消息 v2.0”等事件和“卡片回传交互”回调，再发布版本；然后私聊机器人“帮助”试一次`,
  eventsMendSocket:
    '开发者后台“事件与回调”：“事件配置”与“回调配置”都选“使用长连接接收”，添加“接收消息 v2.0”等事件和“卡片回传交互”回调，再发布版本；然后私聊机器人“帮助”试一次',

  chatsOk: (active: number, bound: number) =>
    `机器人在 ${active} 个群里，其中 ${bound} 个已绑定单位`,
  chatsNone: '机器人还不在任何群里（只用私聊也可以）',
  chatsGone: (list: string[]) => `机器人已被移出绑定的群：${some(list)}`,
  chatsMend: '在群设置“群机器人”中重新添加机器人',

  scopesOk: '所需权限都已开通',
  scopesMissing: (list: string[]) => `没有开通：${list.join('、')}`,
  scopesMend:
    '开发者后台“权限管理 → 开通权限”逐项搜索开通，再到“版本管理与发布”创建版本并发布；每项的用途见 docs/feishu-setup.md 第 2 节',
  scopesHidden: '应用不能查看自己的权限，没有核对',
  scopesHiddenMend:
    '开发者后台“权限管理”开通 application:application:self_manage（查看应用自身信息）并发布版本，doctor 即可核对；不开通不影响使用，可对照 docs/feishu-setup.md 人工核对',

  encryptionOk: 'Encrypt Key 与 Verification Token 均已设置',
  encryptionSocket: '长连接由飞书验证身份，不用加密策略',
  encryptionNone: '没有设置 Encrypt Key 或 Verification Token，事件一律拒收',
  encryptionMend:
    '开发者后台“事件与回调 → 加密策略”，把两项填入 FEISHU_ENCRYPT_KEY 与 FEISHU_VERIFICATION_TOKEN 后重启',

  callbackOk: (url: string) => `${url} 可以访问`,
  callbackSocket: '长连接，不需要公网地址',
  callbackSilent: (url: string) =>
    `从本机访问 ${url} 没有应答（服务没有启动，或本机不能访问自己的公网地址）`,
  callbackOther: (url: string, status: number) =>
    `${url} 的应答（${status}）不是本程序的，飞书的事件到不了这里`,
  callbackMend: (url: string) =>
    `检查 PUBLIC_URL、域名解析和反向代理；开发者后台“事件与回调”的“事件配置”“回调配置”请求地址都应为 ${url}，保存时飞书会当场验证`,

  subscriptionsOk: (n: number) => `已发布的版本订阅了 ${n} 个事件`,
  subscriptionsMissing: (list: string[]) => `已发布的版本没有订阅：${list.join('、')}`,
  subscriptionsHidden: '应用不能查看自己的版本，没有核对',
  subscriptionsMend:
    '开发者后台“事件与回调 → 事件配置 → 添加事件”，添加后到“版本管理与发布”创建版本并发布',

  auditEmpty: '还没有记录',
  auditOk: (rows: number, end: string) =>
    `${rows} 条，链条完整；末端 ${end}（请抄存在别处，日后用 audit verify --seen 核对）`,
  auditBroken: (n: number) => `有 ${n} 处被改动、删除或调换`,
  auditMend: '用 audit verify 查看是哪几条，保留现场和备份，按保密和纪检要求处理',

  llmRefused: (model: string, status: number) => `${model} 返回 ${status}，没有回答`,
  llmSilent: (model: string) => `${model} 20 秒内没有应答`,
  llmMend: '检查 LLM_BASE_URL、LLM_API_KEY、LLM_MODEL；没有大模型时全部功能照常可用',
  llmOff: '没有配置，全部功能照常可用',
  llmOn: (model: string, internal: boolean) =>
    `${model}，${internal ? '内部文件和填报内容可以发送' : '只发送公开内容'}`,
};

/** What a code of the platform means for whoever set the app up, and where in the console to mend it. */
export const PLACES: { codes: number[]; reason: string; mend: string }[] = [
  {
    codes: [10003, 10014, 20002],
    reason: 'App ID 或 App Secret 不对',
    mend: '开发者后台“凭证与基础信息”，核对 FEISHU_APP_ID 与 FEISHU_APP_SECRET',
  },
  {
    codes: [10015, 99991662, 99991673],
    reason: '应用已停用或没有安装到本企业',
    mend: '开发者后台“版本管理与发布”，创建版本并申请发布，由企业管理员在管理后台启用',
  },
  {
    codes: [230006, 11205],
    reason: '没有启用机器人能力，或启用后没有发布版本',
    mend: '开发者后台“添加应用能力”中添加“机器人”，再到“版本管理与发布”发布版本',
  },
  {
    codes: [99991672],
    reason: '缺少权限',
    mend: '开发者后台“权限管理”开通所需权限，再到“版本管理与发布”发布版本',
  },
  {
    codes: [99991401],
    reason: '服务器地址不在白名单',
    mend: '开发者后台“安全设置—IP 白名单”，加入本服务器的出口地址',
  },
  {
    codes: [99991400, 11232],
    reason: '调用太频繁',
    mend: '稍后再查一次',
  },
];

export const PLACE_UNKNOWN = {
  reason: '见飞书开放平台错误码说明',
  mend: '开发者后台“日志检索”按时间查看这次调用的原因',
};

export const NO_ANSWER_MEND =
  '检查服务器能否访问 FEISHU_BASE_URL（防火墙、代理、DNS），例如 curl -I https://open.feishu.cn';
