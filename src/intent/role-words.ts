import { verbose } from '../text/verbose.ts';
import type { Role } from './intent.ts';

type Row = { role: Role; pattern: RegExp; example: string };

/** 牵头, 配合 and what people say for them. */
export const ROLE_WORDS: readonly Row[] = [
  {
    role: 'lead',
    pattern:
      /牵(?:头|的头)|主办|主责|主抓|领衔|挑头|带头|抓总|主要?负责|负责(?!人|制|同志|领导|科室|股室)|主管的|承办|打头/,
    example: '开发区牵头的',
  },
  {
    role: 'coop',
    pattern: /配合|协助|协办|协同|协作(?!区)|参与|参加的|辅助|打下手|帮忙的|搭把手/,
    example: '开发区配合的',
  },
];

/** Someone asks who bears a task: 谁负责, 哪个单位牵头, 由谁办. Read on the marked text. */
const WHO: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: verbose`
      (?:是|由|归|让|找)?
      (?:谁|哪(?:几?[个家]|些)?(?:单位|部门|局|家|人)?|什么(?:单位|部门|人)|哪位领导)
      (?:来|在|是)?(?:主要|具体)?(?:
        牵头|负责|主办|主抓|承办|配合|协助|协办|参与|分管|包保|抓|管|办|搞|弄|做|干|落实
        |组织|承担|主持|举办|制定|起草|实施|筹备|联系|对接|跟进?|盯|解决|协调|处理|化解|处置
      )(?!得|的?(?:怎么|最|好|快|慢|差|不|任务|工作|事项))(?:的)?
    `,
    example: '赛马考核哪个单位牵头',
  },
  {
    pattern: /(?:由|归|属于?|让|找)(?:谁|哪[个家些]?|什么(?:单位|部门))/,
    example: '这个归谁管',
  },
  {
    pattern:
      /(?:牵头|责任|配合|主办|承办|主管|协助|参与|建设|实施|组织|申报)(?:单位|部门|人|领导|科室)(?:都|分别|各|具体)*(?:是|有|为)?(?:谁|哪|什么|啥)/,
    example: '牵头单位是谁',
  },
  {
    // 开发区牵头的是哪个任务: the unit is named, the task is asked.
    pattern:
      /(?<!\uE001)(?:牵头|责任|配合|负责)的?(?:(?:是|为)(?:谁|哪(?!些任务|个任务|几项|项))|有(?:谁|哪[些几个]+(?:单位|部门)|啥单位|什么单位))/,
    example: '牵头的是谁',
  },
  {
    pattern: /(?:谁|哪[个家])(?:是)?(?:牵头|责任|主办|配合)(?:单位|部门|人)/,
    example: '谁是牵头单位',
  },
  { pattern: /是谁的(?:事|活|任务|工作|责任)/, example: '是谁的任务' },
  {
    pattern: /(?<=\p{Script=Han}{2})(?:的)?(?:牵头|责任|主办)(?:单位|部门|人)$/u,
    example: '赛马考核的牵头单位',
  },
  { pattern: /负责人(?:是|叫)?(?:谁|哪)?/, example: '负责人是谁' },
];

export function asksWho(marked: string): boolean {
  return WHO.some(({ pattern }) => pattern.test(marked));
}

/** The text without the question for the bearer, a mark in its place. */
export function cutWho(text: string, mark: string): string {
  return WHO.reduce((s, { pattern }) => s.replace(pattern, mark), text);
}

/** 按牵头单位理一理: an order of the list, no part. */
const BY_UNIT = /按照?(?:各|每个)?(?:牵头|责任|配合)(?:单位|部门)/;

/** 不看配合的，只看牵头的 */
const LEFT_OUT =
  /(?:不(?:看|要|算|含|包括|管)|去掉|除[了去])(?:牵头|配合)的?(?:任务|工作|单位|事项)?/g;

/** The part that is meant; null where none is, or both are. */
export function readRole(marked: string): Role | null {
  const said = marked.replace(BY_UNIT, '').replace(LEFT_OUT, '');
  const roles = ROLE_WORDS.filter(({ pattern }) => pattern.test(said)).map((r) => r.role);
  return roles.length === 1 ? (roles[0] ?? null) : null;
}
