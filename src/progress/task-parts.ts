import type { Metric } from '../text/metrics.ts';
import { verbose } from '../text/verbose.ts';

/** A stretch of a task's wording between commas; `concrete`: it names a result and not only an effort; `outcome`: what comes of the parts before it; `groundwork`: what the parts behind it are built on. */
export type Part = { pairs: Set<string>; concrete: boolean; outcome: boolean; groundwork: boolean };
export type IndexedTask = {
  no: number;
  text: string;
  pairs: Set<string>;
  groups: Part[][];
  figures: Metric[];
  /** 参保率95%以上, in percent. */
  shares: number[];
};

/** Words of every plan and every report: they tell no task from another. */
const COMMON = new RegExp(
  verbose`
    (?:局长|县长|主任|党[组委]|常务|局务|班子|专题)(?:办公)?会|完成|办结|推进(?!会)|开展|组织
    |做好|抓好|工作|任务|项目|企业(?!家)|情况|目标|指标|总体|进行|相关|有关|部分|全部|基本
    |我们|我局|单位|目前|现在|本月|已经|正在|正常|按照|要求|计划|落实|积极|扎实|有序|持续
    |进一步|通知|材料|时间|预计|争取|力争|确保|领导|县里|县级|全县|重点|问题|第一|第二|开始
    |结束|部门|同志|今年|年度|上报|报送|准备|下周|下月|事项|进展|进度|还没|没有|尚未|可以|以及
    |其他|其余|加快|做完|弄完|搞完|办完|弄好|搞好|办理|需要|已报|已发|等等|一下|这个|那个|这项
    |那项|各项
  `,
  'gu',
);

/** Short names and what a plan calls them in full; matched both ways. */
const SHORT: [string, string][] = [
  ['高企', '高新技术企业'],
  ['技改', '技术改造'],
  ['规上', '规模以上'],
  ['科小', '科技型中小企业'],
  ['固投', '固定资产投资'],
  ['经开区', '经济开发区'],
  ['人行', '人民银行'],
  ['政银企', '政府银行企业'],
  ['双创', '创新创业'],
  ['研发费', '研发投入'],
  ['纳规', '入规'],
  ['升规', '入规'],
  ['现场会', '现场办公会'],
  ['吸纳技术', '技术合同'],
  ['民企', '民营企业'],
  ['产研', '产学研'],
];

/** Words of effort that a part of a task begins with: it names no result. */
export const SOFT = verbose`
  ^(?:扎实|持续|积极|全力|切实|深入|大力|进一步|不断|抓紧|加快|认真|有序|常态化)*(?:
    推进|做好|抓好|加强|强化|确保|促进|支持|引导|加大|围绕|紧跟|提升|优化|深化|指导|配合
    |协助|参与|鼓励|力争|抢抓|落实|关注|跟踪|保障|推动|服务|营造|巩固|尝试|探索|督促|按照?
    |根据|通过|以|为|冲刺|及时|并|与|对|冲|实现|提高|扩大|力促|打造|构建|贯彻|帮助|助力|协调
    |带动|争取|拓展|保持|加速|激发|形成|营造|确保
  )
`;

/** 开展企业摸底，建立名录库: told of the second, nothing of the first is left. */
const GROUNDWORK =
  /^(?:开展|做好|完成|组织)?[^、和与及]*(?:摸底|摸排|调研|调查|排查|普查|征求意见|论证|梳理)(?:工作)?$|^(?:摸底|摸排|调研|梳理)/u;

/** A text without the words of every plan. */
export const withoutCommon = (text: string): string => text.replace(COMMON, '_');

/** 12月25日前完成, 年底前全部到位: by when, and nothing of its own to be reported. */
const DEADLINE = verbose`
  ^(?:
    (?:20\d\d|今|本|全)?年|(?:\d{1,2}|本|当|每)月份?|\d{1,2}[日号]|[上下]半年
    |[一二三四1-4]季度|[底末初前内于在]|[上中下]旬|之前|以前|力争|确保|全[面部]|基本|到位
    |完成|办结
  )+$
`;

/** 召开调度会，逐项核对目标完成情况: what is done at a meeting is done with it. */
const MEETING = /^(?:组织|筹备)?(?:召开|举办|举行|开好?)[^,]*会(?:议)?$/u;
const AT_MEETING =
  /^(?:逐[项一]|集中|专题|全面|认真|深入)?(?:核对|通报|部署|研究|总结|分析|研判|听取|安排|交流|传达|调度)/u;

/** The pairs of characters of a text that may tell a task from another. */
export function pairsOf(text: string): Set<string> {
  const bare = withoutCommon(text.replace(/[^\p{Script=Han}a-z0-9_A-Z]/gu, ''));
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < bare.length; i++) {
    const pair = bare.slice(i, i + 2);
    if (/^[\p{Script=Han}a-z0-9]{2}$/u.test(pair) && !/^\d+$/.test(pair)) pairs.add(pair);
  }
  return pairs;
}

/** A text with the short or full names of what it names, so that either is found. */
export function withFullNames(text: string): string {
  const also = SHORT.flatMap(([short, full]) =>
    text.includes(full) ? [short] : text.includes(short) ? [full] : [],
  );
  return also.length > 0 ? `${text}_${also.join('_')}` : text;
}

/** A task's subtasks (；) and their parts (，); commas inside quotation marks divide nothing. */
export function partsOf(content: string): Part[][] {
  const shielded = content.replace(/[“"《(（][^”"》)）]*[”"》)）]/gu, (s) =>
    s.replace(/[,，;；。]/g, ' '),
  );
  return shielded
    .split(/[;；。\n]/u)
    .map((group) =>
      group
        .split(/[,，]/u)
        .filter((p) => p.trim() && !DEADLINE.test(p.trim()))
        .map((p, i, all) => ({
          pairs: pairsOf(withFullNames(p)),
          concrete:
            !SOFT.test(p.trim()) &&
            !(i > 0 && AT_MEETING.test(p.trim()) && MEETING.test(all[0] ?? '')),
          groundwork: GROUNDWORK.test(p.trim()),
          outcome: /^并?(?:形成|(?:实现)?全?覆盖|上?报送?(?:至|给|到)?[县市省区局])/u.test(
            p.trim(),
          ),
        })),
    )
    .filter((group) => group.length > 0);
}
