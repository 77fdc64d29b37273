import { fold } from '../text/fold.ts';

/** Long forms and their short ones: both sides of a comparison are brought to the short one. Order matters. */
const SHORT_FORMS: [RegExp, string][] = [
  [/国家级?高新技术企业|高新技术企业|国高企业/g, '高企'],
  [/规模以上/g, '规上'],
  [/规模以下/g, '规下'],
  [/规模(?=工业|企业|制造业)/g, '规上'],
  [/技术改造/g, '技改'],
  [/固定资产投资/g, '固投'],
  [/国内生产总值|地区生产总值/g, 'gdp'],
  [/研究与试验发展|研究开发/g, '研发'],
  [/人力资源(?:和)?社会保障局/g, '人社局'],
  [/发展(?:和)?改革(?:局|委员会)/g, '发改局'],
  [/首台\(套\)|首台（套）/g, '首台套'],
  [/第([一二三四])季度/g, '$1季度'],
  [/1季度/g, '一季度'],
  [/2季度/g, '二季度'],
  [/3季度/g, '三季度'],
  [/4季度/g, '四季度'],
  [/百分之([\d.]+)/g, '$1%'],
  [/职业(?:技术)?(?:学校|院校|学院)|技工学校|技校/g, '职校'],
  [/电子商务/g, '电商'],
  [/(\d{1,2})月?(?:至|到|-|—|–|~)+(\d{1,2})月份?/g, '$1-$2月'],
  [/奖励和补(?:助|贴)|奖励补助|以奖代补/g, '奖补'],
];

/** The form in which question and document are compared: folded, short forms, quotation marks removed. */
export function plainForm(text: string): string {
  let plain = fold(text).replace(/[“”"'‘’「」『』\s]/g, '');
  for (const [long, short] of SHORT_FORMS) plain = plain.replace(long, short);
  return plain;
}

/** Words that may stand for each other between a question and a document. */
const GROUPS: string[][] = [
  ['首批', '第一批'],
  ['第一批', '首批'],
  ['一季度', '3月'],
  ['二季度', '6月'],
  ['三季度', '9月'],
  ['四季度', '12月'],
  ['上半年', '半年', '6月'],
  ['年底', '年末', '年内', '全年', '12月'],
  ['请', '聘请'],
  ['奖励', '奖补', '补贴', '补助', '奖金', '资助', '奖给', '补给'],
  ['补', '奖补', '补贴', '补助', '奖励'],
  ['奖', '奖补', '奖励', '奖金'],
  ['最高', '最多', '上限', '封顶', '不超过', '顶多', '至多', '以内'],
  ['最低', '至少', '最少', '不低于', '不少于', '起码', '以上', '门槛'],
  ['增速', '增长', '增幅', '增长率', '涨幅', '提升', '提高'],
  ['占比', '比重', '比例', '份额'],
  ['新增', '新添', '增加', '净增', '新增加', '新培育'],
  ['比赛', '大赛', '竞赛'],
  ['评比', '评选', '评审'],
  ['建立', '设立', '成立', '组建', '搭建', '建成'],
  ['新建', '新增'],
  ['出台', '制定', '印发', '发布', '编制', '制订', '起草'],
  ['举办', '召开', '组织', '开展', '举行'],
  ['启动', '开始', '开启', '启用'],
  ['工人', '人才', '劳动者', '员工'],
  ['培养', '培育', '输送'],
  ['公司', '企业', '厂家', '药企', '车企'],
  ['考察', '观摩', '参观', '学习', '调研', '视察'],
  ['名次', '排名', '位次', '位列', '排第', '第几'],
  ['总投资', '投资总额'],
  ['报告', '反映', '汇报', '上报'],
  ['帮扶', '帮包', '包联', '挂点', '帮助', '扶持', '对接'],
  ['措施', '举措'],
  ['支柱产业', '主导产业'],
  ['发放', '发出', '办理', '派发'],
  ['推送', '发送'],
  ['首次认定', '初次认定', '第一次认定', '新认定', '首次'],
  ['复审', '重新认定', '复核'],
  ['讲座', '讲堂', '培训'],
  ['培训班', '培训'],
  ['颁奖', '发奖'],
  ['聘请', '聘任', '聘用'],
  ['产值', '总产值'],
  ['营收', '营业收入', '主营业务收入', '销售收入'],
  ['个体户', '个体工商户'],
  ['民企', '民营企业', '私营企业'],
  ['兑现', '兑付', '发放', '拨付', '到位'],
  ['整治', '整理', '清理', '治理'],
  ['带队', '率队'],
  ['评价', '评定', '考评'],
  ['范围', '领域'],
  ['申报', '申请'],
  ['交易额', '成交额'],
  ['累计', '总共', '一共'],
  ['强度', '投入强度'],
  ['试点', '示范'],
  ['贷款', '信贷'],
  ['名字', '名称', '主题', '题目'],
  ['设在', '设于', '办公室设'],
  ['分成', '分为'],
  ['超过', '超'],
  ['担任', '任'],
];

const alternatives = new Map<string, Set<string>>();
for (const group of GROUPS) {
  for (const word of group) {
    const known = alternatives.get(word) ?? new Set<string>();
    for (const other of group) known.add(other);
    alternatives.set(word, known);
  }
}

/** A word and the words that may stand for it. */
export function formsOf(word: string): string[] {
  return [...(alternatives.get(word) ?? [word])];
}

/** Names of the trade that a general dictionary cuts apart; longest first. */
export const TRADE_TERMS = [
  '一季度',
  '二季度',
  '三季度',
  '四季度',
  '上半年',
  '年底',
  '年末',
  '完成投资',
  '不低于',
  '百分之',
  '主营业务收入',
  '重点项目',
  '重点企业',
  '高质量发展',
  '销售收入',
  '新产品',
  '比重',
  '占比',
  '大讲堂',
  '副组长',
  '副县长',
  '工业互联网',
  '数字化车间',
  '技术合同',
  '主导产业',
  '亩均效益',
  '亩产效益',
  '单项冠军',
  '专精特新',
  '僵尸企业',
  '智能工厂',
  '绿色工厂',
  '营商环境',
  '研发投入',
  '研发费用',
  '新增规上',
  '增加值',
  '小巨人',
  '首台套',
  '产学研',
  '产业链',
  '牵头',
  '开发区',
  '小升规',
  '个转企',
  '标准地',
  '领导小组',
  '行动计划',
  '5g基站',
  '5g',
  '高企',
  '规上',
  '规下',
  '技改',
  '固投',
  '链长',
  '链主',
  '瞪羚',
  '贯标',
  '职校',
  '年均',
].sort((a, b) => b.length - a.length);

/** Words that only carry the question along: what they say need not stand in the answer. */
export const CARRYING = new Set(
  (
    '一步 百分之 为了 才能 提到 提及 涉及 叫做 叫作 称作 指的 参与 享有 给出 做到 带来 受到 实际上 部分 多大 起到 归 属 占 含 打算 准备 想 想要 ' +
    '搞 弄 做 干 要 需要 得 达到 达 实现 力争 争取 目标 计划 任务 安排 规定 明确 要求 提出 进行 推进 推动 实施 落实 有关 ' +
    '相关 关于 工作 重点工作 方面 情况 具体 分别 合计 总数 左右 大概 大约 现在 目前 今年 本年 年度 全年 当年 咱 咱们 我们 ' +
    '我县 本县 咱县 县里 全县 县 这个 那个 这 那 请问 谁 享受 可以 能 能够 可 会 获得 得到 给予 给 拿到 拿 领 对 对于 ' +
    '如果 的话 每 时候 时 其中 以及 包括 包含 还有 属于 叫 称为 文件 政策 中 里 内 上 下 的 了 吗 呢 吧 啊 呀 嘛 么 ' +
    '是 有 在 和 与 及 或 由 被 把 将 向 从 到 于 以 为 之 其 此 该 本 各 等 都 也 就 才 还 又 再 所 而 一个 ' +
    '一家 单个 每个 每家 个 家 项 户 人 名 钱 款 数 数量 数额 金额 额度 标准 多 几 第 份 月份 月 年 日 号 底 末 初 ' +
    '前 后 之前 之后 结束 什么 怎么 怎样 如何 哪 哪些 哪个 哪家 哪几 多少 一下 告诉 知道 了解 咨询 查 查询 说 讲 问 指 ' +
    '意思 含义 内容 负责 单位 部门 牵头单位 牵头 配合 责任 责任单位 配合单位 主体 确定 定 定为 设定 算 起 来 去 让 使 用 ' +
    '用于 按 里面 里头 当中 一 二 两 不 没 没有 是否 能否 有没有 时间 日期 地方 哪里 啥 咋 嘞 哦 噢 你 您 帮忙 我 每人 ' +
    '的是 就是 不能 最终 到底 究竟 共计 他 它 她 条件 情形 主要 总 共 总共 一共 咋样 应当 应该 必须 须 拟 欲 要达到 ' +
    '要求达到 规划 预计 预期 水平 列入 写'
  ).split(' '),
);

/** Words that help to choose between sentences but need not stand in the answer. */
export const SOFT_WORDS = new Set(
  '年底 年末 低于 高于 不低于 实行 采取 采用 处理 存在 分成 分为 设在 设 超过 超 作为 成为 担任 任 当 执行 适用 针对 面向 提供 保持 稳定 控制 主题 名称 题目 方式 方法 途径 多久 一次 目的 作用 组成 构成 通过 按照 根据 期间'.split(
    ' ',
  ),
);

/** Words that hold for nearly every sentence of an industry bureau: they count, but little. */
export const COMMON_WORDS = new Set(
  '企业 项目 工业 产业 资金 发展 建设 开展 组织 完成 县政府 政府 县委 活动 全 新 经济 累计 每年 年均 公司 制定 出台 建立 制度 机制 办公室 举办 召开 指标 业务 重点'.split(
    ' ',
  ),
);

/** Matters of procedure: an answer that does not speak of them is none, however close the rest. */
export const PROCEDURE =
  /^(?:报名|领取|办理|提交|受理|审批|审核|公示|联系|联系人|联系方式|电话|电话号码|地址|网址|邮箱|材料|申报材料|流程|程序|手续|截止|截至|费用|收费|租金|学费|价格|单价|工资|利率|名单|姓名|名字|面积|有效期|施行|生效|实际|人均|月均|贷款|贴息)$/;

/** Words that narrow an indicator: 工业固投 is not 固投. */
const NARROWING =
  '工业|技改|规上|规下|制造业|民营|农业|服务业|房地产|基础设施|高新技术|战略性新兴产业';
const INDICATORS = '固投|投资|增加值|总产值|产值|税收|利润|营收|营业收入|用电量|贷款|增速';

/** An indicator that the text narrows and the question does not, or otherwise than the question. */
export function narrows(segment: string, question: string): boolean {
  const asked = new RegExp(NARROWING).test(question);
  return (
    !asked &&
    [...segment.matchAll(new RegExp(`(?:${NARROWING})(?:企业|经济)?(${INDICATORS})`, 'g'))].some(
      (m) => m[1] !== undefined && question.includes(m[1]),
    )
  );
}

/** Kinds of things that an answer shows without naming the kind: 哪家企业, 什么日子. */
export const OPEN_KINDS =
  /^(?:企业|公司|药企|单位|部门|局|机构|地方|地区|方面|内容|东西|问题|事|事情|工作|人|人员|领导|日子|名称|方式|方法|措施|做法|制度|机制|标准|要求|原则|类|种|目标|任务|称号|荣誉|认证|计划|行动|工程|产业|项目|资金|优惠|支持|作用|功能|职责|平台|改革|体系|路径|模式|特点|数字|说法|资质|产品|活动|态度|药品|药|园区|环境|概念|关系|帮扶|服务|管理|好处|政策|处理|变化|情况|结果|成果|成绩|奖项|渠道|车|库|词|口号|理念|精神|战略|人才|团队|大学|学校)$/;
