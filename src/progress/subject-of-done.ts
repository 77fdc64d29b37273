import { beyondWording, inWording } from './reply-coverage.ts';
import type { ReplyContext } from './reply-statements.ts';
import { abbreviates, tasksNamedShort } from './reply-topic.ts';
import { MANNER } from './status-words.ts';
import { statusOf, type Voice } from './voices.ts';

/** What may stand between a subject and its verb, or in its place. */
const NEUTRAL = new RegExp(
  `(?:${MANNER}|[^\\p{Script=Han}a-z]|已经?|业已?|现已?|早就?|刚刚?|才|仍|另|应该|确认|(?:标记?|登记|更新|更正|订正|纠正|修改|调整|变更|改|记)(?:为|成)|标记|于|算是|(?<![预结决清核测])算|[开办做弄搞完走建]是|是|把|将|被|的|了|过|呢|啊|嘛|呀|吧|没[有得]?问题|那|这|该|此|个|项|条|件|些|两者?|全年|年度|季度|既定|目标|指标|任务|工作|事项?|事情|活儿?|项目|工程|本月|当月|今|昨|早上|[上下]午|晚上|昨晚|今早|我们?[局办委镇县]?|咱们?|俺们?|办理|处理|落实|执行|实施|通过|验收|审议|审定|研究|讨论|表决|只有?|仅有?|不是|俩|仨|本?单位|本局|贵.|您|领导|同志们?|请|帮|麻烦|着|(?<=^R*(?:我们?[局办委镇县]?)?)配合(?:的|部分|工作)*|(?:[由在向给]|经(?![费济营验]))[^,]{1,14}|及|并|和|与)$`,
  'u',
);
/** What may stand beside a task's own words without making another thing of them. */
const AROUND = new RegExp(
  `${MANNER}|(?:我|本|全|该|此|这|那)(?:[县局镇区次个项家]|一?块|单位)|今年|年度|工作|任务|项目|工程|活动|会议|已经?|[和与及的等了也]`,
  'gu',
);
/** How a sentence is begun. */
const OPENING =
  /^(?:然后|接着|后来|再就是|哦|噢|嗯|呃|对了?|好的?|行|嗨|反正|总之|整体|总体|别催了)+/u;
/** What a task of some kind is done with, besides what its wording names: handing in papers, paying money. */
const MEANS: { task: RegExp; means: RegExp }[] = [
  { task: /申报|上报|报送|认定|申请|推荐|编制|预报|统计/u, means: /(?:材料|资料|报表)$/u },
  { task: /会(?!计|员|议)/u, means: /会议$/u },
  { task: /兑付|兑现|拨付|发放|支付|奖补/u, means: /(?:款项?|资金|钱|现金)$/u },
];

/**
 * Whether every completion told is of something that the task's wording does not hold: 海报完成了, 嘉宾已到位 of a meeting.
 * Then it is a step on the way.
 */
export function isOfSomethingElse({ index }: ReplyContext, no: number, voices: Voice[]): boolean {
  const done = voices.filter((v) => statusOf(v) === 'done');
  const task = index.tasks.find((t) => t.no === no)?.text ?? '';
  const means = MEANS.filter((m) => m.task.test(task)).map((m) => m.means);
  return done.length > 0 && done.every((v) => isForeign(subjectOf(v.said.subject, means)));

  function isForeign(subject: string): boolean {
    // 对接会和大走访都完成了: one of what stands side by side is enough.
    const parts = subject.split(/[和与及跟]|以及|还有/u);
    if (subject === '') return false;
    // 质量官那个班: both what it is of and what it is.
    const named = (part: string) =>
      part
        .split(/[那这](?:个|一?块|项|边|件|些)/u)
        .every((words) => inWording(index, [no], words.slice(-2)));
    // 排污证 of 排污许可证.
    const isShort = (part: string) => /.{2}证$/u.test(part) && abbreviates(part, task);
    const isOwn = (part: string) =>
      isShort(part) ||
      tasksNamedShort(index, part).includes(no) ||
      (named(part) && beyondWording(index, no, part).replace(AROUND, '').length < 2);
    // An empty part is the task's own number: 第2项和现场会.
    return !parts.some((part) => part === '' || isOwn(part));
  }
}

/** The words that the verb is said of; empty where there are none but the task's number. */
function subjectOf(before: string, means: RegExp[]): string {
  // 盯到最后一天总算交了: what led up to it is no subject.
  let rest = before.replace(/^.*(?:总算|终于|最终|好不容易|这才)/u, '');
  for (;;) {
    const less = means.reduce((s, m) => s.replace(m, ''), rest.replace(NEUTRAL, ''));
    if (less === rest) return (/[\p{Script=Han}a-z]+$/u.exec(rest)?.[0] ?? '').replace(OPENING, '');
    rest = less;
  }
}

const LABELLED = /(?<label>\d+|[a-z]|[一二三四五六七八九十]+)(?<of>[号#栋座幢期路段区标组])/gu;

/** 3号楼封顶了, where the task is of 2号楼: what bears another number or letter than the task's own. */
export function isOfAnotherNumber({ index }: ReplyContext, no: number, voices: Voice[]): boolean {
  const task = [...(index.tasks.find((t) => t.no === no)?.text ?? '').matchAll(LABELLED)];
  const told = voices
    .filter((v) => statusOf(v) === 'done')
    .flatMap((v) => [...v.clause.masked.matchAll(LABELLED)])
    .filter((m) => task.some((t) => t.groups?.of === m.groups?.of));
  return told.length > 0 && told.every((m) => task.every((t) => t[0] !== m[0]));
}
