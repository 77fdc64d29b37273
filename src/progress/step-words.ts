import { FINISH } from './status-words.ts';
import { alternatives, type WordRow } from './word-rows.ts';

/** Steps on the way to most results: a task is not reached by them, unless its own wording asks for no more. */
export const STEP_ROWS: readonly WordRow[] = [
  { words: '报名|体检|[面笔]试', example: '面试完了' },
  { words: '签约|签订|签字|合同|协议|意向|承诺|认领', example: '协议签了' },
  { words: '立了?[项案]|备案|招标|投标|中标|挂了?牌|询价|开标|挂网', example: '招标了' },
  { words: '下单|订购|预订', example: '已下单' },
  { words: '铺开|展开|拉开|开工|动工|启动|动员|部署|进场|施工', example: '已进场' },
  { words: '基础|基座|[杆坑槽]|地基|封顶|主体|调试', example: '主体封顶了' },
  { words: '设计|勘[察测]|踏勘|选址|测量|丈量|图纸', example: '图纸出来了' },
  { words: '摸排|摸底|约谈|对接|联系|沟通|协商|洽谈|征求|储备|谋划', example: '沟通了' },
  { words: '申报|上报|推荐|受理|审核|[上过]会|核[对实]|比对|校对|初|稿', example: '120家都比对了' },
  { words: '(?<!并)公示|(?<!并)公告|通知', example: '公示了' },
  {
    words: '登记|录入|汇总|造册|建档|测算|评估|名单|名额|分配|筛选|[转交分催]办',
    example: '8户都转办了',
  },
  { words: '方案|预案|材料|手续|流程', example: '材料齐了' },
  { words: '指标|资金|经费|款项|问题|线索|信息|意见', example: '资金到位了' },
  { words: '反弹|返工|退回|自[查评检]', example: '自查完成' },
  {
    words: '第[一二三四五六七八九十\\d]|[一二三四五六七八九十\\d首Q]+(?:期|标段|号楼|栋楼|阶段)',
    example: '一期完成了',
  },
  { words: '在|正(?![好式])|中$|着$|[能要可]|F', example: '在装' },
  {
    words:
      '会(?=在|于|按|尽|完|办|报|开$)|(?<=^|[RQ\\s]|们|我|局|镇|乡|办)会(?!议|上|也?都?已?[开办][了过])',
    example: '会按时完成',
  },
  { words: '[没未不无]|应(?![急对])', example: '没签' },
  {
    words: '送(?=[印审批签])|(?<!搞)[谈定订选报送批签招审备筹找列排测评拿约问求借分](?=[了过Q]|$)',
    example: '12户都谈了',
  },
  { words: '[谈签核量测估摸催填补问](?=[完好](?!成)|[了过]$)', example: '12户谈完了' },
];

/** Words around a result or a figure that name nothing of their own. */
export const PLAIN_ROWS: readonly WordRow[] = [
  { words: '以?\\p{Script=Han}{2,6}_{6,}', example: '以某政办______印发' },
  { words: '(?:到|至|给)?各\\p{Script=Han}{1,3}(?:执行|落实)', example: '下发各镇执行' },
  {
    words: '由?[县市省]\\p{Script=Han}{1,6}(?:[局委办]|中心|部门|政府)(?:组织|主持|牵头)?',
    example: '县住建局组织验收了',
  },
  { words: FINISH, example: '完成' },
  { words: '[A-Z_\\s\\d]|业经', example: 'QQ' },
  {
    words:
      '(?<=[\\p{Script=Han}_])(?<![都全部均已也])(?:[出起下上进回]?[来去]|[上下到出])(?=[了的]|$|[^\\p{Script=Han}])',
    example: '发下去了',
  },
  { words: '到[位手]|达到?|到(?=[期A-Z])|(?<=Q)整|[截止自从]到', example: '达到QQ' },
  { words: '(?:早|晚)上|[上下中]午', example: '上午' },
  { words: '[美日欧]元|美金', example: '美元' },
  { words: '有(?!了)|(?<!交)办|(?<!做[了过好]?)工作(?![组专])', example: '工作' },
  {
    words:
      '[已业现均都也全部共总累合计了过完掉的得着呢啦就刚正好够满足齐超额是多搞弄做干省市县里局乡镇们我这那个今昨早晚天午自为把给向由并家户]',
    example: '都',
  },
  { words: '[该本此这](?:项目|工程)|任务|目标|年度|全年|既定', example: '该项目' },
  { words: '按照?要求|如[期数]|按[期时质]|顺利|实际|目前|截[至止]|(?<=已)将', example: '按期' },
  {
    words: '(?<=已经?)按照?[原年既序]?[定度时]?计划|按照?[原年既序]?[定度时]?计划(?=已|完成)',
    example: '已按计划走访',
  },
  { words: `(?:落实|办理|处理|执行|实施)(?=${FINISH})`, example: '落实完毕' },
  { words: '公示|公告|验收|通过|专家|[县市省]级', example: '专家' },
];

export const STEPS = new RegExp(alternatives(STEP_ROWS), 'gu');
export const PLAIN = new RegExp(alternatives(PLAIN_ROWS), 'gu');
