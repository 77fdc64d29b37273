import { anyOf } from '../text/any-of.ts';
import { verbose } from '../text/verbose.ts';
import type { Act } from './reading.ts';

type Rule = { act: Act; pattern: RegExp; examples: string[] };
const OURS = '我们?[局办委镇乡社]?';
const BODY = '(?:单位|主体|部门)';

/** What a unit writes instead of a report: that a task is another\'s, that a notice has come, that papers go with it. */
export const BESIDE_REPORTS: readonly Rule[] = [
  {
    act: 'dispute',
    pattern: anyOf(
      `(?:请|建议|恳请|申请)(?:予以?|贵办|县里)?(?:调整|变更|更改|更换|重新明确)(?:该项)?(?:牵头|责任|承办|实施)${BODY}`,
      `(?:实施|责任|牵头|承办|建设)${BODY}(?:应?为|是|系)(?!我)|${OURS}(?:并)?非(?:牵头|责任|承办|实施)${BODY}`,
      `${OURS}不再(?:承担|负责|牵头)|${OURS}[仅只](?:是)?(?:负责|承担|协助|配合)(?!.*[了完])`,
      `(?:任务|工作|事项|项目)已(?:经)?(?:整体)?(?:移交|划转|转交|划归|交由)(?:给|至|到)?\\p{Script=Han}{1,8}(?:实施|负责|承担|办理|牵头)`,
      `(?:任务|工作|事项|项目)已(?:经)?(?:整体)?(?:移交|划转|转交|划归)(?:给|至|到)\\p{Script=Han}{2,12}了?(?=$|[,，。;；].*(?:请|建议))`,
    ),
    examples: ['请变更责任主体', '我社不再承担', '该工程实施主体为供水公司', '我镇仅负责入户动员'],
  },
  {
    act: 'ack',
    pattern: anyOf(
      /^(?:通知|文件|来文|提醒|来函|任务|消息)(?:单)?(?:已经?|均已|都)?(?:收(?:到|悉)?|知悉|阅|签收|传达)了?$/u,
      /^已经?转(?:呈|报|交|给|送|发)?(?:\p{Script=Han}{0,6}(?:领导|同志|股室?|科室?|负责人|分管|各所))(?:阅[处示办]?|办理|处理|落实|研究)?了?$/u,
      /^将(?:组织|督促|安排|协调)\p{Script=Han}{0,8}(?:认真|抓紧|尽快|积极)(?:办理|落实|推进|研究|整改)$/u,
      /^[FT]+(?:之?前)?(?:给|发|报)(?:你们?|您)$/u,
    ),
    examples: ['通知已收', '已转业务股室', '将组织各股室认真办理'],
  },
  {
    act: 'file',
    pattern:
      /^(?:现|特)?将?(?:报送|呈报|附上|送上|提交|上报)《[^》]*(?:表|报告|总结|清单|台账|说明|材料|情况)》$|^详?见附件$/u,
    examples: ['现报送《检查情况汇总表》'],
  },
  {
    act: 'question',
    pattern: verbose`
      ^[^R]{0,8}有\p{Script=Han}{1,3}没$|一样\p{Script=Han}{0,2}不$
      |(?<!R.*)(\p{Script=Han})不\1\p{Script=Han}?(?!\p{Script=Han}{0,4}的).{1,16}[呀啊呢]?$
      |^(?:听说)?你们那?(?:边|里)?咋样$
    `,
    examples: ['明天有雨没', '两样一样多不', '口袋公园包不包括绿地呀'],
  },
  {
    act: 'chitchat',
    pattern: /^听说(?:你们|贵局|他们局|咱们局)/u,
    examples: ['听说你们招了个大项目'],
  },
  {
    act: 'chitchat',
    pattern:
      /^[\s([]*转发?[)\]:]+(?:隔壁|邻|兄弟|周边|外)\p{Script=Han}{0,3}县(?!里|级|委|政府|城)/u,
    examples: ['[转发]隔壁临溪县已兑付'],
  },
];
