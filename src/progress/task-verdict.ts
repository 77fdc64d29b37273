import type { Metric } from '../text/metrics.ts';
import { isTold } from './completion.ts';
import { PARTS } from './part-words.ts';
import { type ClauseSaid, GROWTH, type MarkedClause, readClause } from './read-clause.ts';
import { FINISH, HARMLESS } from './status-words.ts';
import { againstTargets, isOfMeasure, type Targets } from './target-reached.ts';
import { earlyWords, resultWords } from './task-results.ts';

/** A task's own wording, with what it sets to be reached. */
export type Asked = Targets & { text: string };
/** A clause told of it, with its figures. */
export type Told = MarkedClause & { figures: Metric[] };

/** Rules that leave open how far the task itself has come: anything else said of it stands. */
const OPEN = /figures|share|^finished|taken place|on its way/;
const never = () => false;

/** 才80户, 只到, 近百: what stands before a figure and makes it too little, or no figure of what was done. */
const TOO_LITTLE =
  /(?:[才只仅差剩欠缺余近非拟应将]|(?<!签)约|不到|不足|不满|不够|还有|不是|达不到|另有)(?:了|有|是|为|到|完成|下)?[QC]|[QC]+(?:左右|以内|上下)?(?:没|未|还|待|不)|半$/u;
/** Steps on the way to most results: a task is not reached by them, unless its own wording asks for no more. */
const STEPS =
  /报名|体检|[面笔]试|签约|签订|签字|铺开|展开|拉开|合同|协议|开工|动工|立项|备案|招标|投标|中标|意向|摸排|摸底|对接|联系|洽谈|申报|受理|审核|(?<!并)公示|(?<!并)公告|设计|勘[察测]|选址|征求|动员|启动|部署|储备|谋划|登记|通知|下单|订购|预订|承诺|认领|上报|推荐|进场|施工|基础|基座|地基|封顶|主体|名单|方案|预案|名额|分配|筛选|初|稿|调试|材料|手续|流程|图纸|指标|资金|经费|款项|问题|线索|信息|意见|反弹|返工|退回|第[一二三四五六七八九十\d]|[一二三四五六七八九十\d首Q]+(?:期|标段|号楼|栋楼|阶段)|在|正(?![好式])|中$|着$|[能要可]|会(?=在|于|按|尽|完|办|报|开$)|(?<=^|[RQ\s]|们|我|局|镇|乡|办)会(?!议|上|也?都?已?[开办][了过])|[没未不无]|应(?![急对])|送(?=[印审批签])|[谈订定选报送批签招审备筹找列排测评拿约问求借](?=[了过Q]|$)|F/gu;
/** Words around a result or a figure that name nothing of their own. */
const PLAIN = new RegExp(
  `以?\\p{Script=Han}{2,6}_{6,}|(?:到|至|给)?各\\p{Script=Han}{1,3}(?:执行|落实)|由?[县市省]\\p{Script=Han}{1,6}(?:[局委办]|中心|部门|政府)(?:组织|主持|牵头)?|${FINISH}|[A-Z_\\s\\d]|业经|[已业现均都也全部共总累合计了过完掉的得着呢啦就刚正好够满足整齐超额出达有是到多来去起下上搞弄做办干走跑查访建修铺埋挖打改装收发放付通种拆清追立讲演住进省市县里局乡镇们我这那个今昨早晚天午自为把给向由并家户]|[该本此这](?:项目|工程)|实际|目前|截[至止]|任务|工作(?![组专])|目标|年度|全年|既定|公示|公告|验收|通过|专家|县级|市级|省级|如[期数]|按[期时质]|顺利`,
  'gu',
);

/** 可以兑付, 下午发文: what is said of the rest is still to come. */
const AHEAD =
  /可以(?!了)|(?<![不可])能够?(?=[办兑发报开完签交付批])|^[R\s]*(?:[下傍中]午|晚上|晚些|稍后|随后|待会|回头|[明后]天)(?!.*[了过])/u;

/** 基本, 初稿, 一半: a part of the work only, unless the plan asks for no more. */
const tellsPart = (masked: string, task: string) =>
  [...masked.matchAll(PARTS)].some(([part]) => !task.includes(part));

/** A clause without what stands in the task's wording, two characters at a time. */
function beyondTask(masked: string, task: string): string {
  const isOwn = (i: number) =>
    task.includes(masked.slice(i, i + 2)) && /^\p{Script=Han}{2}/u.test(masked.slice(i));
  return [...masked].map((c, i) => (isOwn(i) || (i > 0 && isOwn(i - 1)) ? '_' : c)).join('');
}

/**
 * Whether a clause speaks of nothing but the task: no step on the way, and no more than one character of another thing.
 * Beside a figure it is enough that the characters stand in the wording (亭子 for 收集亭): the measure is of the task.
 */
function isOfTaskItself(
  masked: string,
  task: string,
  results: RegExp | undefined,
  counted: boolean,
): boolean {
  // 合同签了 of land to be leased: the step is what the task asks for.
  const isOwn = (step: string) =>
    task.includes(step) || (results !== undefined && step.replace(results, '') === '');
  if ([...masked.matchAll(STEPS)].some(([step]) => !isOwn(step))) return false;
  const told = beyondTask(masked, task).replace(results ?? /$^/u, '_');
  // 现场会的ppt做完了: marks are capitals, words are not.
  if (/[a-z]{2,}/u.test(told)) return false;
  const rest = told.replace(PLAIN, '').match(/\p{Script=Han}/gu) ?? [];
  const foreign = rest.filter((c) => !task.includes(c)).length;
  // 防火方案 for 火灾防控方案.
  return counted ? foreign < 2 : rest.length < 2 || (rest.length === 2 && foreign === 0);
}

/** A result told as reached: 已…, …了, …过, 全…, or at the end of what is told behind its day. */
const perfective = (words: string, behind = '') =>
  new RegExp(
    `(?<![会能要想可将应该须必再离为以便快待等争望盼求让叫催没未不别])(?:(?:已经?|业已|业经|均|都|现已?|全部?|早就?|刚刚?|也|P)[^没未不要会能FTR]{0,10}(?:${words})|(?:${words})(?:[完好齐满遍]|到位|下[来去]|出去|上去|出来|起来)?[了过${behind}](?!程|个?头|[一两几]|不?少|大?半|部)|(?:${words})(?:[完齐满]|到位)(?=$|[^\\p{Script=Han}])|(?:${words})(?:$(?<=P.{0,8})|的$(?<=[PT].{0,8})|Q+了)|_{6,}文?(?:${words})|通?过了?[^,没未]{0,14}验收$|^R+(?:${words})(?<=\\p{Script=Han}{2})$)`,
    'u',
  );
/** 已达年度目标, 够数了: a target reached, in words. */
const ENOUGH =
  /(?:已|均|都)[^没未不]{0,3}(?:达到?|超额?)(?:年度|全年|既定|预期)*(?:目标|任务数?)|够数?了|达标了?$|超额完成(?:任务|目标)?了?$/u;

const TELLS = new RegExp(`[已了过达]|_{6}|${FINISH}`, 'u');

/** Words that say by themselves that all of it is reached. */
const ALL = /验收|交付|到[了货]|投[用运产]|竣工|完工|[都均全皆]|悉数|到位|完(?=了|$)|[齐够满]/u;

/**
 * What clauses say of a task, read against what its wording asks for: `reached` where every figure that it sets is,
 * `done` where its result is told as reached, both by clauses that speak of nothing else; `short` where a figure falls
 * short of it or a step before it is told.
 * Undefined where its words decide nothing and the general reading holds. Pure.
 */
export function verdictOn(asked: Asked, clauses: Told[]): 'done' | 'reached' | 'short' | undefined {
  const words = resultWords(asked.text);
  const results = words === '' ? undefined : perfective(words);
  const every = words === '' ? undefined : new RegExp(words, 'gu');
  const heard = clauses.map((c) => ({
    ...c,
    masked: harmless(c.masked),
    words: c.masked,
    said: readClause(c, never),
  }));
  const isStill = (c: MarkedClause) => GROWTH.test(c.masked) || AHEAD.test(c.masked);
  if (!heard.every((c) => isOpenFor(c, asked.text)) || heard.some(isStill)) return undefined;
  const isOwn = (c: (typeof heard)[number]) =>
    isOfTaskItself(c.masked, asked.text, every, hasFigures(c));
  // 已备案9个，总投资1.6亿: behind another step a figure is that step's, unless it tells something of its own.
  const own = heard.filter(
    (c, i) => isOwn(c) && (TELLS.test(c.masked) || heard.slice(0, i).every(isOwn)),
  );
  const [figures, shares] = [own.flatMap((c) => c.figures), own.flatMap((c) => c.shares)];
  if (heard.some((c) => hasFigures(c) && TOO_LITTLE.test(c.masked))) return 'short';
  // 走访30家，问题解决率70%, 有3家，一家在途: what is told beside it falls short.
  if (asked.shares.length === 0 && heard.some((c) => c.shares.some((s) => s < 100))) return 'short';
  const others = heard.filter((c) => !own.includes(c)).flatMap((c) => c.figures);
  const isLess = (f: Metric) => asked.figures.some((a) => isOfMeasure(f, a) && f.amount < a.amount);
  if (others.some(isLess)) return 'short';
  const early = earlyWords(asked.text);
  const isEarly = ({ masked }: Told) => early !== '' && perfective(early, 'Q').test(masked);
  if (own.some((c) => hasFigures(c) && isEarly(c) && !results?.test(c.masked))) return 'short';
  const against = againstTargets({ figures, shares }, asked);
  if (against !== 'unsaid') return against;
  if (heard.some((c) => c.shares.some((s) => s < 100))) return 'short';
  const isOfResult = (c: Told & { words: string }) => {
    const m = results?.exec(c.words);
    if (!m || (/[FT]/u.test(c.masked) && !/[已了过]|业经|的$/u.test(c.masked))) return false;
    // 以某政办〔2025〕17号印发: the number of the document tells it.
    const isNumbered = m[0].startsWith('_');
    // 调度会开两回了: the meeting, not what will be.
    const text = c.words.replace(/\p{Script=Han}会(?=[开办召].*了)/u, '__');
    const inPlan = (word: string) => asked.text.includes(word);
    if (!isNumbered && !isTold({ text, at: m.index, words: m[0] }, inPlan)) return false;
    return ALL.test(c.masked) || (!counts(asked) && !measures(c));
  };
  if (own.some(isOfResult) || own.some((c) => counts(asked) && ENOUGH.test(c.masked)))
    return 'done';
  return heard.some(isEarly) ? 'short' : undefined;
}

/** What a clause says leaves open how far the task has come. */
const isOpenFor = ({ said, masked }: Told & { said: ClauseSaid }, task: string) =>
  (isOpen(said) || (said?.rule === 'waiting for another body' && isHandedIn(masked, task))) &&
  !tellsPart(masked, task);

const hasFigures = ({ figures, shares }: Told) => figures.length + shares.length > 0;
/** 开了两回 measures nothing where the task sets no number. */
const measures = ({ figures, shares }: Told) =>
  shares.length > 0 || figures.some((f) => !/^[次场回趟]$/u.test(f.unit));
/** 演练1次 is reached with the one. */
const counts = ({ figures, shares }: Asked) =>
  shares.length > 0 || figures.some((f) => f.amount > 1);

const isOpen = (said: ClauseSaid) => said === undefined || OPEN.test(said.rule);
/** 报给县政府了 of a report that is to be handed in: nothing is waited for. */
const isHandedIn = (masked: string, task: string) =>
  /报告|报送|上报/u.test(task) && !/等|待|批|审|签|会/u.test(masked);

const harmless = (masked: string) =>
  HARMLESS.reduce((s, h) => s.replace(h.pattern, (w) => '_'.repeat(w.length)), masked);
