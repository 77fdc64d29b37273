import { FINISH } from './status-words.ts';

/** A task's wording, and the words that reach what it asks for, wherever they stand. */
type OwnWords = { text: string; results: RegExp | undefined };

/** Steps on the way to most results: a task is not reached by them, unless its own wording asks for no more. */
const STEPS =
  /报名|体检|[面笔]试|立了?[项案]|挂了?牌|签约|签订|签字|铺开|展开|拉开|合同|协议|开工|动工|立项|备案|招标|投标|中标|意向|摸排|摸底|对接|联系|洽谈|申报|受理|审核|(?<!并)公示|(?<!并)公告|设计|勘[察测]|选址|征求|动员|启动|部署|储备|谋划|登记|通知|下单|订购|预订|承诺|认领|上报|推荐|进场|施工|基础|基座|[杆坑槽]|地基|封顶|主体|名单|方案|预案|名额|分配|筛选|初|稿|调试|材料|手续|流程|图纸|指标|资金|经费|款项|问题|线索|信息|意见|反弹|返工|退回|第[一二三四五六七八九十\d]|[一二三四五六七八九十\d首Q]+(?:期|标段|号楼|栋楼|阶段)|在|正(?![好式])|中$|着$|[能要可]|会(?=在|于|按|尽|完|办|报|开$)|(?<=^|[RQ\s]|们|我|局|镇|乡|办)会(?!议|上|也?都?已?[开办][了过])|[没未不无]|应(?![急对])|送(?=[印审批签])|(?<!搞)[谈订定选报送批签招审备筹找列排测评拿约问求借](?=[了过Q]|$)|F/gu;
/** Words around a result or a figure that name nothing of their own. */
const PLAIN = new RegExp(
  `以?\\p{Script=Han}{2,6}_{6,}|(?:到|至|给)?各\\p{Script=Han}{1,3}(?:执行|落实)|由?[县市省]\\p{Script=Han}{1,6}(?:[局委办]|中心|部门|政府)(?:组织|主持|牵头)?|${FINISH}|[A-Z_\\s\\d]|业经|(?<=[\\p{Script=Han}_])(?<![都全部均已也])(?:[出起下上进回]?[来去]|[上下到出])(?=[了的]|$|[^\\p{Script=Han}])|到[位手]|达到?|到(?=[期A-Z])|(?<=Q)整|[截止自从]到|(?:早|晚)上|[上下中]午|[美日欧]元|美金|有(?!了)|(?<!交)办|(?<!做[了过好]?)工作(?![组专])|[已业现均都也全部共总累合计了过完掉的得着呢啦就刚正好够满足齐超额是多搞弄做干省市县里局乡镇们我这那个今昨早晚天午自为把给向由并家户]|[该本此这](?:项目|工程)|按照?要求|(?:落实|办理|处理|执行|实施)(?=${FINISH})|实际|目前|截[至止]|任务|目标|年度|全年|既定|公示|公告|验收|通过|专家|县级|市级|省级|如[期数]|按[期时质]|顺利`,
  'gu',
);
/** 测完, 谈好: of one verb only, and so of the task where that verb is its own. */
const OF_ONE_VERB = /(?<=[^办做弄搞忙干整跑都也全部均已_A-Z\s\d])理?[完好妥成](?!成|结|毕|工|善)/gu;
/** Verbs that lead on to what is told without a figure: 下来开了; beside a figure they are the step that it counts. */
const LEADING =
  /工作(?![组专])|[出有到来去起下上整走跑查访建修铺埋挖打改装收发放付通种拆清追立讲演住进办]/gu;

/** 完成, 办结: finished whatever the task is, and not 测完, which is of one verb. */
export const isFinished = (masked: string) => WHOLE.test(masked.replace(OF_ONE_VERB, ''));
const WHOLE = new RegExp(FINISH, 'u');

/** A clause without what stands in the task's wording, two characters at a time. */
function beyondTask(masked: string, task: string): string {
  const isOwn = (i: number) =>
    task.includes(masked.slice(i, i + 2)) && /^\p{Script=Han}{2}/u.test(masked.slice(i));
  return [...masked].map((c, i) => (isOwn(i) || (i > 0 && isOwn(i - 1)) ? '_' : c)).join('');
}

/** A clause without the steps in it that its task does not ask for itself: 合同签了 of land to be leased is its result. */
export const withoutSteps = (masked: string, { text: task, results }: OwnWords) =>
  masked.replace(STEPS, (step) => {
    const isOwn = task.includes(step) || (results && step.replace(results, '') === '');
    return isOwn ? step : '';
  });

/**
 * Whether a clause speaks of nothing but the task: no step on the way, and no more than one character of another thing.
 * Beside a figure (`isCounted`) none, unless the clause tells the task's result (`isResult`): a verb that is not the
 * task's own (5处都量了) is a step, whatever the figure. There it is enough that the characters stand in the wording (亭子 for
 * 收集亭): the measure is of the task. Pure.
 */
export function isOfTaskItself(
  masked: string,
  { text: task, results }: OwnWords,
  { isCounted, isResult }: { isCounted: boolean; isResult: boolean },
): boolean {
  if (withoutSteps(masked, { text: task, results }) !== masked) return false;
  const told = beyondTask(masked, task).replace(results ?? /$^/u, '_');
  // 现场会的ppt做完了: marks are capitals, words are not.
  if (/[a-z]{2,}/u.test(told)) return false;
  const plain = (isCounted ? told.replace(OF_ONE_VERB, '') : told).replace(PLAIN, '');
  const rest = (isCounted ? plain : plain.replace(LEADING, '')).match(/\p{Script=Han}/gu) ?? [];
  const foreign = rest.filter((c) => !task.includes(c)).length;
  if (isCounted) return foreign < (isResult ? 2 : 1);
  // 防火方案 for 火灾防控方案.
  return rest.length < 2 || (rest.length === 2 && foreign === 0);
}
