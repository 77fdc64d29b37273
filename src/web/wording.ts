import type { Treatment } from '../feishu/errors.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import { STATUS_WORDS } from '../summary/wording.ts';

/** 待反馈 asks, 未反馈 blames: pages are also read by the units themselves. */
export const STATE_WORDS: Record<TaskStatus, string> = { ...STATUS_WORDS, none: '待反馈' };

export const DUTY_WORDS = { main: '联络员', deputy: '副联络员', member: '干部' } as const;
export const ROLE_WORDS = { office: '督办人员', leader: '领导', admin: '管理员' } as const;
/** What the office has said to a completion or a request for time. */
export const DECISION_WORDS = {
  done: { waiting: '待审核', agreed: '已审核', refused: '已退回' },
  extension: { waiting: '待答复', agreed: '已同意', refused: '未同意' },
} as const;

const REASON_WORDS = {
  'not-found': '库中没有依据',
  'out-of-scope': '不属于政策问题',
  'not-permitted': '提问人无权查看',
} as const;

/** Why a message did not arrive, where people can do something about it. */
export const TREATMENT_WORDS: Partial<Record<Treatment, string>> = {
  'unreachable-person': '接收人已离职、停用机器人，或不在应用可用范围',
  'unreachable-chat': '机器人不在群里，或群已解散',
  'refused-by-settings': '对方或群的设置不允许',
  'stop-queue': '应用停用、密钥有误或额度用完',
  alert: '应用缺少权限',
  wait: '发送过于频繁',
};

/** What was changed in the plan. */
export const changeWords = {
  published: '计划发布',
  revised: '计划文件更新，本任务以更新后为准',
  added: '新增本任务',
  restored: '撤销了上一次调整',
  content: '调整任务内容',
  units: '调整责任单位',
  due: (was: string | undefined, now: string | undefined) =>
    `调整期限${was ? `，原为 ${was}` : ''}${now ? `，现为 ${now}` : ''}`,
  moved: (was: string | undefined, now: string | undefined) =>
    `调整月份${was ? `，原为${was}月` : ''}${now ? `，现为${now}月` : ''}`,
  state: (names: Record<string, string>, state: string | undefined) =>
    state === 'active' ? '恢复办理' : `调整为${names[state ?? ''] ?? ''}`,
  extended: (day: string | undefined) => `同意延期${day ? `至 ${day}` : ''}`,
  reassigned: '同意调整归属',
};

export const words = {
  product: '工信助手',
  planChanges: '计划变更',
  bySystem: '系统或命令行',
  // Menu
  overview: '总览',
  ownUnit: '本单位',
  tasks: '事项清单',
  gantt: '横道图',
  targets: '指标',
  problems: '问题与申请',
  questions: '待答复的提问',
  undelivered: '未送达的消息',
  people: '单位与人员',
  wall: '大屏',
  logout: '退出登录',
  skip: '跳到正文',
  complain: '意见建议请在飞书中私聊机器人，发送“投诉建议”和内容。',
  // Period
  period: '时段',
  year: '年度',
  show: '查看',
  yearToDate: '年初以来',
  month: (n: number) => `${n}月`,
  quarter: (n: number) => `${'一二三四'[n - 1] ?? n}季度`,
  half: (n: number) => (n === 1 ? '上半年' : '下半年'),
  wholeYear: '全年',
  yearName: (n: number) => `${n}年`,
  // Figures
  total: '任务（项）',
  leadTotal: '牵头任务（项）',
  done: '已完成',
  overdue: '超期',
  awaited: '待反馈',
  silentUnits: '尚未反馈的单位',
  needsDecision: '需要关注',
  allProblems: '查看全部问题与申请',
  byUnit: '各单位',
  wallUnits: (n: number) => `牵头任务最多的 ${n} 个单位，按计划中的顺序排列，不分先后。`,
  byUnitNote: '按计划中的顺序排列，不分先后；牵头、配合分别计数。',
  byMonth: '各月',
  unit: '单位',
  lead: '牵头',
  coop: '配合',
  leadDone: '牵头完成',
  coopDone: '配合完成',
  monthHead: '月份',
  rate: '完成率',
  chart: (title: string) => `${title}（图，数据见表）`,
  noPlan: '库中还没有已发布的计划。请督办人员在飞书中把计划文件发给机器人。',
  // Lists
  all: '全部',
  state: '状态',
  listHead: (tasks: number, rows: number) =>
    tasks === rows ? `共 ${tasks} 项` : `共 ${tasks} 项，按期重复的逐次列出，共 ${rows} 行`,
  more: (n: number) => `另有 ${n} 项没有列出，请按单位或时段查看。`,
  files: '附件：',
  listEmpty: '没有符合条件的事项。',
  due: '期限',
  leads: '牵头',
  coops: '配合',
  notDone: '未完成',
  noReportYet: '尚无反馈',
  // Gantt
  ganttNote: '色块为安排的月份，颜色为牵头单位反馈的状态。',
  thisMonth: '转到本月',
  later: '未到月',
  allUnits: '全部单位',
  // Unit
  coopFigure: (done: number, total: number) => `配合任务 ${total} 项，已完成 ${done} 项。`,
  contacts: '联络人员',
  noContacts: '还没有登记联络人员。',
  unitTasks: '承担的任务',
  asCoop: '配合事项',
  asCoopMark: '（配合）',
  // Task
  task: '事项',
  plan: '所属计划',
  planMonth: '安排月份',
  recurring: (n: number) => `第 ${n} 次`,
  parts: '各单位情况',
  history: '反馈记录',
  historyByLiaison: '完整的反馈记录由本单位联络员查询。',
  ownHistory: '仅显示本单位的反馈。',
  withdrawn: '已撤回',
  stateNow: '当前状态',
  taskState: {
    active: '执行中',
    withdrawn: '已撤下',
    suspended: '已暂缓',
    cancelled: '已取消',
  } as const,
  percent: (n: number) => `${n}%`,
  eta: (day: string) => `预计 ${day} 完成`,
  etaBefore: (day: string) => `此前预计 ${day} 完成`,
  via: { card: '卡片', text: '文字', office: '督办代录' } as const,
  // Problems
  problemsHead: (listed: number, waiting: number, other: number) =>
    `问题清单 ${listed} 件尚未销号，等待答复 ${waiting} 件，另有 ${other} 项反映有困难。`,
  problemsNone: '目前没有尚未解决的问题、等待答复的申请和反映的困难。',
  problemList: '问题清单',
  problemNo: (n: number) => `${n} 号`,
  waiting: '等待答复',
  waitingHow: '由督办人员在飞书中答复，发送“待答复”可以办理。',
  otherBlocked: '反映的困难',
  since: (day: string) => `${day} 提出`,
  askedOn: (day: string) => `申请延至 ${day}`,
  // Matters
  matterState: {
    open: '待答复',
    agreed: '已同意',
    refused: '未同意',
    withdrawn: '已撤回',
    replaced: '已由新的反馈代替',
  } as const,
  grantedOn: (day: string) => `同意延至 ${day}`,
  answered: (text: string) => `答复：${text}`,
  // Questions
  questionsHead: (n: number) => `库中文件没有依据、尚待答复的提问 ${n} 个。`,
  questionsNone: '没有待答复的提问。',
  question: '提问',
  reason: '原因',
  reasonWords: REASON_WORDS,
  asker: '提问人',
  outsider: '未登记人员',
  // Undelivered
  undeliveredHead: (dead: number, uncertain: number) =>
    `没有送达 ${dead} 条，可能已送达 ${uncertain} 条。`,
  undeliveredNone: '没有未送达的消息。',
  recipient: '接收人',
  dead: '没有送达',
  uncertain: '可能已送达',
  unknownReason: '飞书没有接受这条消息',
  noReceipt: '网络中断，没有收到回执',
  code: (n: number) => `飞书错误码 ${n}`,
  resend: '重新发送',
  confirm: '对方已收到',
  resent: '已放回发送队列。',
  confirmed: '已记为送达。',
  settledBefore: '这条消息已经处理过，没有重复操作。',
  file: '文件',
  group: (name: string) => `群“${name}”`,
  // People
  peopleHead: (people: number, units: number) => `已登记 ${people} 人，${units} 个单位。`,
  peopleHow: '登记和调整请在飞书中私聊机器人，例如“设置 张三 为 科技经信局 联络员”。',
  liaisonMissing: '未登记联络员',
  members: '成员',
  roles: '县级角色',
  unplaced: '未登记到单位',
  unreachable: '消息无法送达',
  // Login
  refusedTitle: '没有可以查看的内容',
  refused: '您还没有登记到单位，或没有查看此页的权限。如需查看，请联系县里的督办人员。',
  missingTitle: '没有找到',
  missing: '这一页不存在，或对应的任务、单位已不在库中。',
  back: '返回首页',
  loginAgain: '重新登录',
  login: '用飞书登录',
  loggedOutTitle: '已退出登录',
  loggedOut: '您已退出工信助手。',
  declinedTitle: '没有登录',
  declined: '您在飞书中取消了授权，没有登录。',
  staleTitle: '登录已失效',
  stale: '这次登录已超过 10 分钟、已使用过，或不是在这个浏览器中发起的。',
  loginFailedTitle: '登录没有成功',
  loginFailed: (code: number | undefined) =>
    `飞书没有确认您的身份${code === undefined ? '' : `（${code}）`}。请稍后再试；如仍不行，请联系管理员检查应用的可用范围和网页登录设置。`,
  noAddressTitle: '尚未设置访问地址',
  noAddress:
    '请管理员把环境变量 PUBLIC_URL 设为浏览器访问本服务的地址，并在开发者后台“安全设置—重定向 URL”中加入该地址后面接 /login/callback。',
  badFormTitle: '没有改动',
  badForm: '页面已过期或请求不完整，没有改动任何数据。请返回后再试一次。',
  faultTitle: '出了故障',
  fault: '这一页没有打开，没有改动任何数据。请稍后再试；如仍不行，请联系管理员。',
};
