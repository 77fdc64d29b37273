import type { TaskRef } from '../text/task-number.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Act, Ask, ReplyInput } from './reading.ts';
import { AMENDS, ASKS_FOR_TIME, ASKS_HOW, clauseAct } from './reply-acts.ts';
import type { Clause } from './reply-clauses.ts';
import type { MarkedReply } from './reply-marks.ts';
import { originalOf, type ReplyText } from './reply-text.ts';
import { findTopic, type TopicIndex, touches } from './reply-topic.ts';

/** Everything the stages after marking look at. */
export type ReplyContext = {
  input: ReplyInput;
  reply: ReplyText;
  marked: MarkedReply;
  index: TopicIndex;
};

/** Tasks a statement is about: named ones, every open one, or those not named elsewhere in the message. */
export type Target =
  | { kind: 'tasks'; nos: number[] }
  | { kind: 'all' }
  | { kind: 'rest'; count?: number };

export type Statement = {
  target: Target;
  /** How its tasks were found: the surer the way, the more it takes to leave it. */
  by: 'number' | 'header' | 'topic' | 'only-task' | 'every';
  clauses: Clause[];
  /** What follows from the words without being said: 除第4项外 leaves 4 undone. */
  implied?: 'done' | 'not_started';
  /** The writer says that it is not theirs. */
  disputed?: boolean;
  verbFirst?: boolean;
};

export type Heard = {
  statements: Statement[];
  asks: Ask[];
  acts: { act: Act; tasks: number[] }[];
};

const never = () => false;
const EXCEPT = /除(?:了|去|开)?(.*?)(?:以外|之外|外(?!面|地|资|贸)|(?=[都均全]|其[他余它])|$)/u;
const ONLY =
  /(?:只有|只剩|仅剩|就剩|就差|只差|仅有|唯独|唯有|还剩|只有一个|的(?:只有|就是|就|仅有|只是|只剩))下?(?:R|[\p{Script=Han}])/u;
const EVERY =
  /全部|都|均(?!衡|匀)|全(?=完|办|搞|做|弄|好|交|报|没|在)|统统|皆|无一例外|一个不落|没有?(?:R|哪?一?项|一个)没/u;
/** What may stand in a clause that speaks of every task: the words of status themselves and words without content. */
const NO_SUBJECT =
  /[FTPCQR_\d\s,.!。]|我们?[局办委镇县]?|本?单位|任务|工作|事项|重点|目前|现在|截至|截止|已经?|都|均|全部?|也|基本|还|没有?|未|在|正|按|照|计划|进度|时序|序时|节点|要求|有序|稳步|正常|积极|顺利|如期|按时|按期|推进|进行|办理|落实|完成|办结|开展|实施|启动|开始|进展|中|了|的|能|可以?|预计|争取|力争|确保|计划|将|会|前|内|底|弄|搞|做|办|好|完|定|妥|齐|结|毕|报送?|上|下|交|动|很|比较|较|慢|快|良好|跟进|当中|过程|没问题|圆满|统统|抓紧|正常|一定|就|呢|啦|哈|是|这些|那些|不错|延期|申请|吧|因|受|疫情|影响|暂缓|取消|搁置|推迟|到|至|✓|✗|ok/gu;

/** Puts clauses together into statements: which tasks, and the words that say how they stand. */
export function assemble(context: ReplyContext & { clauses: Clause[] }): Heard {
  const { input, index, clauses } = context;
  const openNos = input.tasks.map((t) => t.no);
  const only = openNos.length === 1 ? openNos[0] : undefined;
  const heard: Heard = { statements: [], asks: [], acts: [] };
  const words = (c: Clause) => originalOf(context.reply, c.start, c.end).trim();
  const ask = (why: Ask['why'], c: Clause, candidates?: number[]) =>
    heard.asks.push({ why, text: words(c), ...(candidates ? { candidates } : {}) });

  let current: Statement | undefined;
  let pending: { nos: number[]; clauses: Clause[]; by: Statement['by'] } | undefined;
  let headless: Clause | undefined;

  const state = (statement: Statement) => {
    heard.statements.push(statement);
    current = statement;
    pending = undefined;
    headless = undefined;
  };
  const leaveHeadless = () => {
    if (headless) ask('which-task', headless, openNos);
    headless = undefined;
  };

  for (const [i, clause] of clauses.entries()) {
    const next = clauses[i + 1];
    const act = actOf(clause.masked);
    if (act === 'dispute') {
      const found = named(clause);
      const nos =
        found.nos.length > 0 ? found.nos : (pending?.nos ?? (only === undefined ? [] : [only]));
      heard.acts.push({ act, tasks: nos });
      state({ target: { kind: 'tasks', nos }, by: 'number', clauses: [clause], disputed: true });
      continue;
    }
    if (act) {
      heard.acts.push({ act, tasks: named(clause).nos });
      if (act === 'question' || act === 'policy') pending = undefined;
      continue;
    }
    if (setApart(clause)) continue;

    const said = readClause(clause, never);
    if (AMENDS.test(clause.masked) && clause.refs.length === 0) {
      heard.acts.push({ act: 'unclear', tasks: [] });
      if (!said || !/已|未|没|正/.test(clause.masked)) continue;
    }
    const found = named(clause);
    for (const a of found.asks) ask(a.why, clause, a.candidates);
    if (found.asks.length > 0) continue;
    const bySubject = found.target === undefined && found.nos.length === 0;

    if (found.target) {
      if (said) state({ target: found.target, by: 'every', clauses: [clause] });
      else if (headless) state({ target: found.target, by: 'every', clauses: [headless, clause] });
      else if (next && !setApartText(next.masked)) {
        // 其他的, 还在弄: the verb comes with the next clause.
        const statement: Statement = { target: found.target, by: 'every', clauses: [clause] };
        state(statement);
      }
      continue;
    }
    if (!bySubject) {
      const by = found.by;
      const nos =
        pending && !said?.rule.startsWith('x') ? [...pending.nos, ...found.nos] : found.nos;
      const before = pending?.clauses ?? [];
      if (/^R*(?:也(?:是|一样|如此)?|同样|一样|亦然)$/u.test(clause.masked) && current) {
        state({ ...current, target: { kind: 'tasks', nos }, by });
      } else if (said) {
        if (ONLY.test(clause.masked) && openNos.length > 1 && !saysDone(said))
          heard.statements.push({
            target: { kind: 'rest' },
            by: 'every',
            clauses: [],
            implied: 'done',
          });
        state({
          target: { kind: 'tasks', nos },
          by,
          clauses: [...before, clause],
          verbFirst:
            !/^[^\p{Script=Han}]*R/u.test(clause.masked) && !/^\S{0,3}R/u.test(clause.masked),
        });
      } else if (headless) {
        state({ target: { kind: 'tasks', nos }, by, clauses: [headless, clause], verbFirst: true });
      } else if (ONLY.test(clause.masked) && openNos.length > 1 && /剩|差/.test(clause.masked)) {
        heard.statements.push({
          target: { kind: 'rest' },
          by: 'every',
          clauses: [],
          implied: 'done',
        });
        state({ target: { kind: 'tasks', nos }, by, clauses: [clause], implied: 'not_started' });
      } else if (
        current?.verbFirst &&
        !clause.fresh &&
        /^[^\p{Script=Han}]*$/u.test(clause.masked)
      ) {
        if (current.target.kind === 'tasks') current.target.nos.push(...nos);
      } else {
        pending = { nos, clauses: [...before, clause], by };
      }
      continue;
    }

    // No number: the subject, the sentence before, or the only open task must tell.
    const topic = only === undefined ? findTopic(index, clause.masked) : { kind: 'none' as const };
    const stays = current && staysWith(current, clause, topic);
    if (topic.kind === 'task' && !stays) {
      const nos = [...(pending?.by === 'topic' ? pending.nos : []), topic.no];
      const before = pending?.by === 'topic' ? pending.clauses : [];
      if (pending && pending.by !== 'topic' && said) {
        state({
          target: { kind: 'tasks', nos: pending.nos },
          by: pending.by,
          clauses: [...pending.clauses, clause],
        });
      } else if (pending && pending.by !== 'topic') {
        pending.clauses.push(clause);
      } else if (said) {
        if (ONLY.test(clause.masked) && !saysDone(said))
          heard.statements.push({
            target: { kind: 'rest' },
            by: 'every',
            clauses: [],
            implied: 'done',
          });
        state({ target: { kind: 'tasks', nos }, by: 'topic', clauses: [...before, clause] });
      } else if (headless) {
        state({
          target: { kind: 'tasks', nos },
          by: 'topic',
          clauses: [headless, clause],
          verbFirst: true,
        });
      } else pending = { nos, clauses: [...before, clause], by: 'topic' };
      continue;
    }
    if (topic.kind === 'several' && said && !stays && !pending) {
      ask('which-task', clause, topic.nos);
      current = undefined;
      continue;
    }
    if (!said) {
      if (pending) pending.clauses.push(clause);
      else if (current) current.clauses.push(clause);
      continue;
    }
    if (pending) {
      state({
        target: { kind: 'tasks', nos: pending.nos },
        by: pending.by,
        clauses: [...pending.clauses, clause],
      });
      continue;
    }
    if (only !== undefined) {
      if (current) current.clauses.push(clause);
      else state({ target: { kind: 'tasks', nos: [only] }, by: 'only-task', clauses: [clause] });
      continue;
    }
    const listed = next && next.refs.length > 0 && !readClause(next, never);
    if (clause.opens || (listed && current?.verbFirst)) {
      leaveHeadless();
      headless = clause;
      continue;
    }
    if (EVERY.test(clause.masked) && (!current || clause.fresh) && hasNoSubject(clause.masked)) {
      state({ target: { kind: 'all' }, by: 'every', clauses: [clause] });
      continue;
    }
    if (current && !(clause.fresh && current.by === 'topic' && topic.kind === 'none' && false)) {
      current.clauses.push(clause);
      continue;
    }
    leaveHeadless();
    headless = clause;
  }
  leaveHeadless();
  if (pending && !heard.acts.some((a) => a.act === 'question' || a.act === 'policy')) {
    const last = pending.clauses.at(-1);
    if (last) ask('which-status', last, pending.nos);
  }
  return heard;

  function actOf(masked: string): Act | undefined {
    const found = clauseAct(masked);
    const wantsTime = ASKS_FOR_TIME.test(masked) && !ASKS_HOW.test(masked);
    return (found === 'question' || found === 'policy') && wantsTime ? undefined : found;
  }

  /** 除第4项外 and 除了第4项: the rest is said by the other words, here or in the next clause. */
  function setApart(clause: Clause): boolean {
    const m = EXCEPT.exec(clause.masked);
    const inner = m?.[1] ?? '';
    if (!m || inner === '') return false;
    const within = clause.refs.filter(
      (r) => r.at >= clause.start + m.index && r.at < clause.start + m.index + m[0].length,
    );
    const numbers = numbersOf(within);
    const topic = findTopic(index, inner);
    const nos = numbers.length > 0 ? numbers : topic.kind === 'task' ? [topic.no] : [];
    if (nos.length === 0) return false;
    if (nos.some((n) => !openNos.includes(n))) {
      ask('unknown-number', clause);
      return true;
    }
    const own = readClause({ masked: inner, shares: [] }, never);
    const exception: Statement = {
      target: { kind: 'tasks', nos },
      by: 'number',
      clauses: own ? [{ ...clause, masked: inner }] : [],
    };
    const outside = clause.masked.slice(0, m.index) + clause.masked.slice(m.index + m[0].length);
    const main = readClause({ masked: outside, shares: [] }, never);
    if (!own) exception.implied = 'not_started';
    heard.statements.push(exception);
    if (main)
      state({ target: { kind: 'rest' }, by: 'every', clauses: [{ ...clause, masked: outside }] });
    return true;
  }

  function setApartText(masked: string): boolean {
    return EXCEPT.test(masked) && /除/.test(masked);
  }

  function numbersOf(refs: TaskRef[]): number[] {
    return refs.flatMap((r) => (r.kind === 'numbers' ? r.numbers : []));
  }

  /** The tasks that references in a clause name. */
  function named(clause: Clause): {
    nos: number[];
    by: Statement['by'];
    target?: Target;
    asks: { why: Ask['why']; candidates?: number[] }[];
  } {
    const nos: number[] = [];
    const asks: { why: Ask['why']; candidates?: number[] }[] = [];
    let target: Target | undefined;
    let by: Statement['by'] = 'number';
    const denied = /不是R/u.test(clause.masked);
    for (const ref of clause.refs) {
      switch (ref.kind) {
        case 'numbers':
          if (denied && /^.{0,3}不是R/u.test(clause.masked) && ref === clause.refs[0]) break;
          if (ref.numbers.some((n) => !openNos.includes(n))) asks.push({ why: 'unknown-number' });
          nos.push(...ref.numbers);
          if (ref.style === 'header' || headsLine(clause, ref)) by = 'header';
          break;
        case 'end':
          if (ref.count > openNos.length) asks.push({ why: 'unknown-number' });
          else
            nos.push(
              ...(ref.from === 'first' ? openNos.slice(0, ref.count) : openNos.slice(-ref.count)),
            );
          break;
        case 'from-end': {
          const no = openNos.at(-ref.nth);
          if (no === undefined) asks.push({ why: 'unknown-number' });
          else nos.push(no);
          break;
        }
        case 'all':
          if (ref.count !== undefined && ref.count !== openNos.length)
            asks.push({ why: 'count-or-number', candidates: openNos });
          else target = { kind: 'all' };
          break;
        case 'rest':
          target = { kind: 'rest', ...(ref.count === undefined ? {} : { count: ref.count }) };
          break;
        case 'these': {
          const before: number[] = current?.target.kind === 'tasks' ? current.target.nos : [];
          if (ref.count !== undefined && ref.count > 1 && ref.count !== before.length) {
            if (ref.count === openNos.length) target = { kind: 'all' };
            else asks.push({ why: 'which-task', candidates: openNos });
          } else if (before.length > 0) nos.push(...before);
          else if (only !== undefined) nos.push(only);
          else if (/以上|上述/.test(ref.text)) target = { kind: 'all' };
          else asks.push({ why: 'which-task', candidates: openNos });
          break;
        }
        case 'count':
          if (only === undefined && clause.refs.length === 1 && (!current || clause.fresh)) {
            if (findTopic(index, clause.masked).kind !== 'task')
              asks.push({ why: 'count-or-number', candidates: openNos });
          }
          break;
        case 'other':
          if (ref.month === input.month) target = { kind: 'all' };
          else asks.push({ why: 'other-month' });
          break;
      }
    }
    return { nos: [...new Set(nos)], by, ...(target ? { target } : {}), asks };
  }

  /** 第1项：… at the head of a line owns every clause up to the next such head. */
  function headsLine(clause: Clause, ref: TaskRef): boolean {
    return (
      ref.at === clause.start &&
      clause.fresh &&
      /^[:：、]/u.test(context.marked.text.slice(ref.at + ref.text.length))
    );
  }

  function staysWith(
    statement: Statement,
    clause: Clause,
    topic: ReturnType<typeof findTopic>,
  ): boolean {
    if (statement.by === 'header') return true;
    if (topic.kind === 'none' || statement.target.kind !== 'tasks') return topic.kind === 'none';
    const nos = statement.target.nos;
    if (topic.kind === 'several') return topic.nos.some((n) => nos.includes(n));
    if (nos.includes(topic.no)) return true;
    const here = Math.max(0, ...nos.map((n) => touches(index, n, clause.masked)));
    // A number was given: one shared word with another task is not enough to leave it.
    return statement.by === 'number' ? here > 0 || topic.strength < 2 : false;
  }
}

function saysDone(said: ClauseSaid): boolean {
  return said !== undefined && 'status' in said.said && said.said.status === 'done';
}

/** Whether a clause has no subject of its own, so that 都 can only mean the tasks. */
function hasNoSubject(masked: string): boolean {
  return (masked.replace(NO_SUBJECT, '').match(/\p{Script=Han}/gu)?.length ?? 0) <= 1;
}
