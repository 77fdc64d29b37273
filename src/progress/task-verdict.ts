import type { Metric } from '../text/metrics.ts';
import { verbose } from '../text/verbose.ts';
import { isTold } from './completion.ts';
import { isFinished, isOfTaskItself, withoutSteps } from './own-clause.ts';
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

/** 才80户, 只到, 近百: what stands before a figure and makes it too little, or no figure of what was done. */
const TOO_LITTLE = verbose`
  (?:
    [才只仅差剩欠缺余近非拟应]|(?<!已经?)将|(?<!签)约|不到|不足|不满|不够|还有|不是|达不到
    |另有
  )(?:了|有|是|为|到|完成|下)?[QC]
  |[QC]+(?:左右|以内|上下)?(?:没|未|还|待|不)|半$
`;
/** 可以兑付, 下午发文: what is said of the rest is still to come. */
const AHEAD =
  /可以(?!了)|(?<![不可])能够?(?=[办兑发报开完签交付批])|^[R\s]*(?:[下傍中]午|晚上|晚些|稍后|随后|待会|回头|[明后]天)(?!.*[了过])/u;

/** 基本, 初稿, 一半: a part of the work only, unless the plan asks for no more. */
const tellsPart = (masked: string, task: string) =>
  [...masked.matchAll(PARTS)].some(([part]) => !task.includes(part));

/** A result told as reached: 已…, …了, …过, 全…, or at the end of what is told behind its day. */
const perfective = (words: string, behind = '') =>
  new RegExp(
    `(?<![会能要想可将应该须必再离为以便快待等争望盼求让叫催没未不别])(?:(?:已经?|业已|业经|均|都|现已?|全部?|早就?|刚刚?|也|P)[^没未不要会能FTR]{0,10}(?:${words})|(?:${words})(?:[完好齐满遍]|到位|下[来去]|出去|上去|出来|起来)?[了过${behind}](?!程|个?头|[一两几]|不?少|大?半|部)|(?:${words})(?:[完齐满]|到位)(?=$|[^\\p{Script=Han}])|(?:${words})(?:$(?<=P.{0,8})|的$(?<=[PT].{0,8})|Q+了)|_{6,}文?(?:${words})|通?过了?[^,没未]{0,14}验收$|^R+(?:${words})(?<=\\p{Script=Han}{2})$)`,
    'u',
  );
/** 已达年度目标, 够数了: a target reached, in words. */
const ENOUGH =
  /(?:已|均|都)[^没未不]{0,3}(?:达到?|超额?)(?:年度|全年|既定|预期)*(?:目标|任务数?)|够数?了|达标了?$|超额完成(?:任务|目标)?了?$/u;

/** 都量了, 已转信访局: told of all that was counted before. */
const ALL_OF = /^(?:[都均全也]|已经?)+\p{Script=Han}/u;
/** 已有违建5处: what there is of it, where the task is to do away with it. */
const STOCK = /(?<!没|未)有(?=\p{Script=Han}{0,8}Q)/u;
const DOES_AWAY =
  /拆除|拆迁|拆违|化解|办结|清[退零理除]|追缴|追回|整改|整治|处置|关停|淘汰|销号|搬迁|消除|取缔|盘活/u;

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
  const wording = { text: asked.text, results: words === '' ? undefined : new RegExp(words, 'gu') };
  const heard = clauses.map((c) => ({
    ...c,
    masked: harmless(c.masked, asked.text),
    words: c.masked,
    said: readClause(c),
  }));
  const isStill = (c: MarkedClause) => GROWTH.test(c.masked) || AHEAD.test(c.masked);
  if (!heard.every((c) => isOpenFor(c, asked.text)) || heard.some(isStill)) return undefined;
  const steadily = (c: Told) => withoutSteps(c.masked, wording);
  const tellsResult = (c: Told) =>
    [results, ENOUGH].some((r) => r?.test(steadily(c))) || isFinished(steadily(c));
  const isStock = (c: Told) =>
    DOES_AWAY.test(asked.text) && STOCK.test(c.masked) && !tellsResult(c);
  const isOwn = (c: Told, isCounted = hasFigures(c)) =>
    !isStock(c) && isOfTaskItself(c.masked, wording, { isCounted, isResult: tellsResult(c) });
  // 已备案9个，总投资1.6亿: behind another step a figure is that step's, unless it tells something of its own.
  const own = heard.filter(
    (c, i) => isOwn(c) && (TELLS.test(c.masked) || heard.slice(0, i).every((o) => isOwn(o))),
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
  // 补贴260户都核了; 第1项5处，都量了: all that is counted, and a step.
  const isCount = (f: Metric) => asked.figures.some((a) => isOfMeasure(f, a));
  const isStep = (c: Told) =>
    (c.figures.some(isCount) || (against === 'reached' && ALL_OF.test(c.masked))) &&
    !isOwn(c, true);
  const isReached = heard.some((c) => steadily(c) === c.masked && tellsResult(c));
  if (heard.some(isStep) && !isReached) return 'short';
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
  /报告|报送|上报|报[县市省局]/u.test(task) && !/等|待|批|审|签|会/u.test(masked);

/** 动员会, 推进会: a meeting of some kind, and a step where the task asks for another. */
const MEETING =
  /(?<kind>座谈|推进|对接|调度|办公|现场|动员|启动|交流|培训|发布|论证|评审|洽谈|推介|招聘|联席)会(?![和与跟、])/gu;

/** Without words that only look like a negation, a promise or a part; another meeting than the task's own stays. */
function harmless(masked: string, task: string): string {
  const blotted = HARMLESS.reduce(
    (s, h) => s.replace(h.pattern, (w) => '_'.repeat(w.length)),
    masked,
  );
  return [...masked.matchAll(MEETING)]
    .filter((m) => !task.includes(m.groups?.kind ?? ''))
    .reduce((s, m) => s.slice(0, m.index) + m[0] + s.slice(m.index + m[0].length), blotted);
}
