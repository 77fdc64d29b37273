import { verbose } from '../text/verbose.ts';
/** What a column, a label or a heading of a plan holds. */
export type Role =
  | 'seq'
  | 'period'
  | 'deadline'
  | 'start'
  | 'lead'
  | 'coop'
  | 'responsible'
  | 'owner'
  | 'leaders'
  | 'section'
  | 'detail'
  | 'task'
  | 'matter'
  | 'goal'
  | 'note';

/** Longer cells are no headings. */
const LONGEST = 14;

/**
 * The words of headings and labels, first match wins. `owner` is a unit column that counts only where no other does;
 * `detail`, `task`, `matter`, `goal` are columns of content from the finest to the coarsest.
 */
const WORDS: { role: Role; words: RegExp; examples: string }[] = [
  {
    role: 'seq',
    words: /^(?:\p{Script=Han}{0,4}(?:序号|编号)|项次|序|号|项号|任务号|no\.?|№)$/u,
    examples: '序号',
  },
  {
    role: 'responsible',
    words: /^被考核(?:单位|部门|对象)?$|^(?:责任|考核|评价)对象$|(?:考核|评价)责任(?:单位|部门)/,
    examples: '被考核单位、考核对象',
  },
  {
    role: 'note',
    words:
      /(?:考核|评价|评估|测评|评分|验收|销号|审核|督导|督察|交办|来源|提供|反馈)(?:单位|部门|机构|科室|股室)$/,
    examples: '考核单位、销号单位：谁来评判，不是谁来做',
  },
  {
    role: 'detail',
    words:
      /^(?:\p{Script=Han}{0,2}(?:内容|措施|举措|做法|任务))(?:及|和|与|、)(?:完成|整改|办理|落实|推进)?(?:时限|时间|期限|节点|要求|标准|目标)$/u,
    examples: '整改措施及完成时限',
  },
  {
    role: 'matter',
    words: verbose`
      ^(?:考核|评价|评估|测评|监测|核心|关键|底线|责任|工作|主要|预期|约束性)?指标
      (?:名称|内容)?(?:及|和|与|、)\p{Script=Han}{0,4}(?:目标|目标值|指标值|任务|要求|标准)$
      |^(?:考核|评价|评估|测评|监测|核心|关键|底线|约束性)指标$
    `,
    examples: '考核指标及目标值、评价指标',
  },
  { role: 'matter', words: /^二级指标$/, examples: '一级指标 | 二级指标' },
  { role: 'task', words: /^三级指标$/, examples: '一级指标 | 二级指标 | 三级指标' },
  {
    role: 'note',
    words: verbose`
      ^备注|^说明$|(?:当前|目前|最新|形象)进度|进展|完成情况|落实情况|推进情况
      |存在(?:的)?问题|下一步|成效|依据|来源|评分|分值|权重|考核(?:标准|方式|办法)|佐证|验收
      |投资(?:额|规模)?$|资金|金额|地点|位置|状态|是否|附注|^单位[:：]|^计量单位$
      |(?:目标|指标)(?:值|数)$
    `,
    examples: '备注、完成情况、资金来源',
  },
  {
    role: 'start',
    words: /^(?:计划)?(?:开始|启动|开工|起始)(?:时间|日期|月份)?$/,
    examples: '开始时间',
  },
  {
    role: 'deadline',
    words: verbose`
      时限|期限|截止|(?:何时|什么时候|啥时候)[干做办]?(?:完|好|成)|时间节点|节点
      |(?:完成|办结|实施|推进|起止|竣工|交付|落实|达成|销号|整改|结束|计划|工作)(?:的)?
      (?:时间|日期|月份|时段|时点|年限|周期)
      |^(?!时间|开始|启动)\p{Script=Han}{2,4}(?:时间|日期)$|时间(?:要求|安排|进度|表)
      |进度(?:要求|安排|计划|节点)|工期|^时效$|^时点$
    `,
    examples: '完成时限、时间节点、进度安排',
  },
  {
    role: 'period',
    words: verbose`
      ^(?:
        月度|月份|月|季度|季|时间段?|时段|日期|阶段|年月
        |(?:月度|季度|工作|所属|计划)(?:月份|时段|阶段)|月份?(?:/|或)季度|时间(?:/|或)?月份
        |月份时间|推进月份
      )$
    `,
    examples: '月度、季度、时间',
  },
  {
    role: 'leaders',
    words:
      /^(?!.*(?:单位|部门|小组)).*(?:领导|县长|区长|市长|链长|责任人|负责人|联系人|联络员|经办人|包保人|挂钩人|电话|联系方式|责任科长)/,
    examples: '牵头领导、责任人',
  },
  {
    role: 'responsible',
    words: /牵头.{0,6}(?:配合|责任|参与).{0,2}(?:单位|部门)|责任.{0,4}(?:配合|协办)/,
    examples: '牵头和配合单位（一栏兼写）',
  },
  {
    role: 'lead',
    words:
      /^(?!.*(?:领导|责任人)).*(?:牵头|主办|主责|主要(?:责任|承办)|首要责任|第一责任|总牵头|统筹单位)/,
    examples: '牵头单位、主责部门',
  },
  {
    role: 'coop',
    words:
      /配合|协办|协同|协助|协作|参与|参加(?:单位|部门)|支持(?:单位|部门)|会办|(?:相关|有关|其他|其它|其余|成员|联动)(?:责任)?(?:单位|部门)/,
    examples: '配合单位、协办部门',
  },
  {
    role: 'owner',
    words: verbose`
      ^(?:项目)?(?:
        业主|建设|投资|申报|主管|行业主管|监管|监督|督办|报送|包保|帮扶|服务|挂钩|联系|属地
      )(?:单位|部门|主体)$
      |^项目(?:业主|单位|公司|企业)$
    `,
    examples: '建设单位、主管部门',
  },
  {
    role: 'responsible',
    words: verbose`
      责任(?:单位|部门|主体|科室|股室|处室|站所|机构|方|分工|专班)
      |(?:
        落实|实施|承办|承担|负责|执行|办理|完成|推进|工作|任务|整改|解决|化解|兑现|起草|制定
        |执笔|认领|主攻|攻坚
      )(?:的)?(?:单位|部门|科室|股室|处室|主体|机构)
      |^(?:
        单位|部门|科室|股室|单位名称|部门名称|(?:具体|任务|职责|工作)?分工|责任|承办|负责
        |责任单位及?责任人
      )$
      |^(?:由)?谁(?:来|去)?(?:干|做|办|抓|管|负责|落实|承办)$
    `,
    examples: '责任单位、承办部门',
  },
  {
    role: 'section',
    words: /类别|分类|类型|板块|领域|方面|大类|^专项$|条线|行业|属性|^一级|^层级|工作分类|目录/,
    examples: '类别、领域',
  },
  {
    role: 'goal',
    words: verbose`
      ^(?:年度|工作|全年|预期|绩效|总体|阶段|量化|责任|主要|任务|具体|整改|攻坚|考核)?
      (?:目标|指标)(?:要求)?$
      |目标要求|预期(?:目标|成果)|^成果形式$|标志性成果
    `,
    examples: '年度目标',
  },
  {
    role: 'detail',
    words: verbose`
      ^(?:怎么|怎样)(?:干|做|办|抓)$|(?:内容|措施|举措|做法|路径|抓手)(?:及要求)?$
      |^(?:工作|具体|推进|落实|整改)要求$
      |(?:具体|细化|分解|子|二级|分项|阶段|年度)(?:任务|工作|事项)|任务分解|工作安排
      |主要安排
    `,
    examples: '主要内容、具体措施、怎么干',
  },
  {
    role: 'task',
    words:
      /^(?:干|做|办|抓)(?:些)?(?:什么|啥)$|任务|工作(?:项目)?$|重点工作|年度工作|工作(?:名称|重点|要点)|要点$/,
    examples: '重点工作、目标任务、干什么',
  },
  {
    role: 'matter',
    words:
      /事项|项目|实事|议题|课题|活动|会议|问题|隐患|风险点|诉求|建议|提案|名称|标题|题目|案由|清单|^内容$/,
    examples: '民生实事、项目名称、指标名称',
  },
];

/** A heading reduced to its words: no blanks, brackets, numbers of columns or colons. What a full stop ends is a sentence. */
function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[:：*]+$/, '')
    .toLowerCase();
}

/** Headings are made of these words alone; a data cell (做好招商工作, 相关单位) holds others or ends otherwise. */
const LEXICON = new RegExp(
  `^(?:20\\d\\d年度?)?(?:${[
    '序号|编号|项次|项号|序|号|no|№|月份|月度|月|季度|季|年度|年限|年|时间|时段|时点|日期|阶段|周期|时限|期限|节点|时效|时序|截止|进度',
    '开始|启动|开工|起始|起止|完成|办结|竣工|交付|销号|整改|结束|计划|预计|拟|预期|达成|要求|安排|表|工期',
    '牵头|主办|承办|主责|主要|首要|第一|配合|协办|协同|协助|协作|参与|参加|支持|会办|联动|共同|统筹|总|责任|负责|落实|实施|执行|办理|承担|推进|申报|建设|投资|主管|行业|监管|监督|督办|督查|督导|督察|报送|业主|主攻|主抓|认领|解决|化解|兑现|起草|制定|执笔|包保|帮扶|服务|交办|反馈|提供|审核|属地|被|对象|成员|相关|有关|其他|其它',
    '政府|党委|常委|班子|分线|挂帅|包抓|包联|副|单位|部门|科室|股室|处室|站所|专班|司局|司|机构|主体|方|人员|人|领导|县长|区长|市长|县级|市级|区级|省级|县|市|区|镇|分管|链长|联系|包保|挂钩|挂点|联络员|经办|电话|方式|科长|职务|姓名',
    '类别|分类|类型|类|板块|领域|方面|大类|专项|条线|属性|一级|二级|三级|层级|目录|项目|工程',
    '重点|具体|工作|任务|事项|内容|措施|举措|做法|路径|抓手|要点|目标|指标|名称|清单|议题|课题|专题|活动|会议|问题|诉求|建议|提案|实事|民生|改革|发展|攻坚|细化|分解|子|分项|中心|关键|核心|作战|底线|约束性|隐患|风险|点|描述|表现|巡察|巡视|审计|双月|本期|本月|当月|全年|当年|分工|量化|标志性|成果|形式|总体|绩效|值',
    '备注|说明|计量|当前|目前|最新|形象|进度|进展|情况|存在|下一步|成效|依据|来源|评分|分值|权重|考核|评价|评估|测评|监测|评议|标准|细则|办法|佐证|验收|资金|金额|规模|额|地点|位置|状态|是否|附注|措施',
    '谁|由|来|去|干|做|办|抓|管|完|好|成|什么|啥|怎么|怎样|何时|什么时候|啥时候|多久|到什么程度',
    '及|和|与|、|/|或|的|\\+|&',
  ].join('|')})+$`,
  'u',
);
/** Ends that mark a heading whatever stands before: 工业经济重点工作. */
const STRONG_END = verbose`
  (?:
    重点工作|工作任务|重点任务|目标任务|工作内容|主要内容|任务内容|具体措施|工作措施
    |工作举措|重点事项|民生实事|任务名称|项目名称|事项名称|牵头单位|责任单位|配合单位
    |完成时限|完成时间
  )$
`;

/** Short headings of one county's own: 兑现时间, 检查内容, 政策事项. */
const SHORT_END =
  /^\p{Script=Han}{2,4}(?:内容|事项|名称|标题|案由|编号|时间|时限|期限|日期|措施|举措)$/u;

/** Groups that stand in unit cells, never above them. */
export const GROUP =
  /^(?:各|相关|有关|其他|其它|全体)?(?:相关|有关)?(?:单位|部门)$|^(?:各|全体)成员单位$/u;

/** What a heading or label stands for; undefined where it is none. */
export function roleOf(text: string): Role | undefined {
  const plain = plainHeader(text);
  if (plain === '' || plain.length > LONGEST || /[,，。;；:：]/.test(plain)) return undefined;
  if (![LEXICON, STRONG_END, SHORT_END].some((known) => known.test(plain))) return undefined;
  if (GROUP.test(plain) && !/^(?:责任)?(?:单位|部门)$/u.test(plain)) return undefined;
  return WORDS.find(({ words }) => words.test(plain))?.role;
}

const CONTENT: readonly Role[] = ['detail', 'task', 'matter', 'goal'];

export function isContent(role: string | undefined): boolean {
  return CONTENT.some((r) => r === role);
}

export function isUnits(role: string | undefined): role is 'lead' | 'coop' | 'responsible' {
  return role === 'lead' || role === 'coop' || role === 'responsible';
}
