import type { Day } from '../calendar/county-time.ts';
import { type ClauseSaid, readClause, shareOf } from './read-clause.ts';
import type { Ask, ReadItem } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { originalOf } from './reply-text.ts';
import { inWording, leavesOut, touches } from './reply-topic.ts';
import type { Status } from './report.ts';
import { FINISH } from './status-words.ts';

const never = () => false;

type Voice = { clause: Clause; said: NonNullable<ClauseSaid> };

/** One item for each task spoken of, and what has to be asked instead. */
export function itemsOf(
  context: ReplyContext,
  heard: Heard,
): { items: ReadItem[]; asks: Ask[]; acts: Heard['acts'] } {
  const { openNos } = context;
  const asks = [...heard.asks];
  const byTask = new Map<number, Statement[]>();
  const add = (no: number, s: Statement) => byTask.set(no, [...(byTask.get(no) ?? []), s]);

  for (const s of heard.statements)
    if (s.target.kind === 'tasks') for (const no of new Set(s.target.nos)) add(no, s);
  // A task asked about is not among 其余 either.
  const onlyFigures = (no: number) =>
    (byTask.get(no) ?? []).every(
      (s) =>
        s.by === 'topic' &&
        s.clauses.every((c) => /figures/.test(readClause(c, never)?.rule ?? 'figures')),
    );
  for (const s of heard.statements)
    if (s.target.kind === 'all')
      for (const no of [...byTask.keys()].filter(onlyFigures)) add(no, s);

  const named = new Set([...byTask.keys(), ...heard.acts.flatMap((a) => a.tasks)]);
  for (const s of heard.statements) {
    if (s.target.kind === 'tasks') continue;
    const left = openNos.filter((no) => !named.has(no));
    const text = textOf(context, s.clauses);
    if (s.target.kind === 'some') {
      if (named.size > 0 && s.target.count === left.length) for (const no of left) add(no, s);
      else asks.push({ why: 'count-or-number', text, candidates: openNos });
    } else if (s.target.kind === 'rest' && named.size === 0 && openNos.length > 1)
      asks.push({ why: 'which-task', text, candidates: openNos });
    else if (
      s.target.kind === 'rest' &&
      s.target.count !== undefined &&
      s.target.count !== left.length
    )
      asks.push({ why: 'count-or-number', text, candidates: left });
    else for (const no of left) add(no, s);
  }

  for (const s of heard.statements)
    if (s.disputed && s.target.kind === 'tasks' && s.target.nos.length === 0 && saysMore(s))
      asks.push({ why: 'own-or-not', text: textOf(context, s.clauses) });

  const items: ReadItem[] = [];
  for (const no of openNos) {
    const statements = byTask.get(no);
    if (!statements) continue;
    const read = readTask(context, no, statements);
    if (read === undefined) continue;
    if ('why' in read) asks.push(read);
    else items.push(read);
  }
  return { items, asks, acts: heard.acts };
}

function readTask(
  context: ReplyContext,
  no: number,
  statements: Statement[],
): ReadItem | Ask | undefined {
  const inPlan = (word: string) => inWording(context.index, [no], word);
  const clauses = statements.flatMap((s) => s.clauses);
  const voices: Voice[] = clauses.flatMap((clause) => {
    const said = readClause(clause, inPlan);
    return said ? [{ clause, said }] : [];
  });
  if (statements.some((s) => s.disputed))
    return statements.some((s) => !s.disputed || saysMore(s))
      ? { why: 'own-or-not', text: textOf(context, clauses), candidates: [no] }
      : undefined;
  const heard = weigh(voices);
  if (heard.length === 0) {
    const implied = statements.find((s) => s.implied)?.implied;
    return implied ? { no, status: implied, note: '' } : undefined;
  }
  const doubt = heard.find((v) => 'ask' in v.said.said);
  const statuses = heard.flatMap((v) => ('status' in v.said.said ? [v.said.said.status] : []));
  const settled = statuses.some((s) => s !== 'done');
  if (doubt && (!settled || doubt.said.rule === 'denied denial') && 'ask' in doubt.said.said)
    return { why: doubt.said.said.ask, text: textOf(context, [doubt.clause]), candidates: [no] };

  let status = mergeStatuses(heard);
  if (status === 'done') {
    const words = clauses.map((c) => c.masked);
    const subject = foreignSubject(context, no, heard);
    if (subject > 2 && statements.every((s) => s.by === 'only-task'))
      return { why: 'which-task', text: textOf(context, clauses), candidates: [no] };
    // 第3项已完成 is of the whole task, 申报已完成 of the part it names.
    const named =
      statements.every((s) => s.by === 'topic') ||
      heard.filter(isDone).every((v) => touches(context.index, no, v.clause.masked) > 0);
    const part = subject > 1 || (named && leavesOut(context.index, no, words));
    if (part && !isTargetMet(context, clauses)) status = 'in_progress';
  } else if (isTargetMet(context, clauses) && statuses.every((s) => s === 'in_progress')) {
    if (heard.every((v) => /figures/.test(v.said.rule))) status = 'done';
  }
  const percent = clauses.map((c) => shareOf(c)).find((s) => s !== undefined && s <= 100);
  const eta = status === 'done' ? undefined : etaOf(context, heard, clauses);
  const metrics = context.marked.metrics.filter((m) =>
    clauses.some((c) => m.at >= c.start && m.at < c.end),
  );
  return {
    no,
    status,
    ...(percent === undefined ? {} : { percent }),
    ...(eta === undefined ? {} : { eta }),
    note: noteOf(context, clauses),
    ...(metrics.length > 0 ? { metrics } : {}),
  };
}

/** 是县委办牵头的，我们配合，已经办完了: a status said after it was disowned. */
const saysMore = (s: Statement) =>
  s.clauses.slice(1).some((c) => readClause(c, never) !== undefined);

const isDone = (v: Voice) => 'status' in v.said.said && v.said.said.status === 'done';

const isWholeDone = (v: Voice) =>
  'status' in v.said.said && v.said.said.status === 'done' && v.said.said.whole === true;

/** Leaves out what says nothing more once the task's status is known: figures, material to follow, old trouble. */
function weigh(voices: Voice[]): Voice[] {
  const holds = (v: Voice) =>
    'status' in v.said.said && /blocked|extension/.test(v.said.said.status);
  const main = voices.filter((v) => !v.said.beside || holds(v));
  const kept = main.length > 0 ? main : voices;
  const done = kept.findLast(isWholeDone);
  if (done) {
    const at = kept.indexOf(done);
    return kept.filter(
      (v, i) =>
        !/figures|on its way/.test(v.said.rule) &&
        !(i > at && /^(?:下一步|下步|下阶段|后续|今后|接下来|以后)/u.test(v.clause.masked)) &&
        !(i < at && /之前|此前|原来|原先|前期/u.test(v.clause.masked)),
    );
  }
  const event = kept.findIndex((v) => v.said.rule === 'has taken place');
  const other = kept.filter(
    (v, i) =>
      v.said.rule !== 'figures only' &&
      // 对接会已开，签约3.2亿: the figure is what came of it.
      !(
        event >= 0 &&
        i > event &&
        v.said.rule === 'in part by figures' &&
        !FINISHES.test(v.clause.masked)
      ),
  );
  return other.length > 0 ? other : kept;
}

/** Several clauses on one task: what holds it up outweighs what went well; done and not done together is in progress. */
function mergeStatuses(voices: Voice[]): Status {
  const statuses = new Set(
    voices.flatMap((v) => ('status' in v.said.said ? [v.said.said.status] : [])),
  );
  if (statuses.has('extension')) return 'extension';
  if (statuses.has('blocked')) return 'blocked';
  const rules = voices.map((v) => v.said.rule);
  const ahead = /promise|condition|later|waiting|not finished|missing/;
  if (rules.includes('not begun') && rules.every((r) => r === 'not begun' || ahead.test(r)))
    return 'not_started';
  if (statuses.size === 1) return [...statuses][0] ?? 'in_progress';
  return 'in_progress';
}

const FINISHES = new RegExp(FINISH, 'u');

const PLAIN = new RegExp(
  `${FINISH}|${EVENTLESS()}|[FTPCQR_\\s✓✗]|已经?|我们?[局办委镇县]?|本?单位|任务|工作|事项|了|都|均|全部?|也|的|目前|现在|本月|按[时期]|如期|顺利|圆满|提前|超额|成功|早就?|刚刚?|总算|终于|算是?|才|就|统统|通通|一律|不折不扣|全面|(?:标记?|登记|更新|改|记)(?:为|成)|帮|麻烦|是|把|将|请|销号|之前|此前|昨晚|领导|同志|您|你|按照?|没有?|未|一|个|哪|这|那|该|项|上|下|并|于|向|县|市|省|等|报|交|送|发|办|开|去|做|搞|弄|签|搬|建|材料|资料|数据|报表|总结|情况|统计|部门|局`,
  'gu',
);

function EVENTLESS() {
  return '报送|上报|提交|印发|下发|出台|发布|召开|举办|组织|落实|通过|汇总|汇报';
}

/** Characters of a subject that shares none with the task: the writer means a step on the way, or another list. */
function foreignSubject(context: ReplyContext, no: number, heard: Voice[]): number {
  const texts = heard.map((v) => v.clause.masked);
  const content = context.index.tasks.find((t) => t.no === no)?.text ?? '';
  const own = heard.map((v) => v.said.subject.replace(PLAIN, '')).join('');
  const han = own.match(/\p{Script=Han}/gu) ?? [];
  const touched =
    han.some((c) => content.includes(c)) || texts.some((t) => touches(context.index, no, t) > 0);
  return touched ? 0 : han.length;
}

/** 目标20家，完成21家. */
function isTargetMet(context: ReplyContext, clauses: Clause[]): boolean {
  const within = context.marked.metrics.filter((m) =>
    clauses.some((c) => m.at >= c.start && m.at < c.end),
  );
  const isTarget = (at: number) =>
    /(?:目标|任务|计划|应)(?:数|是|为|总数)?\s*:?$/u.test(
      context.marked.text.slice(Math.max(0, at - 6), at),
    );
  const target = within.find((m) => isTarget(m.at));
  const reached = within.find((m) => m !== target && m.unit === target?.unit && !isTarget(m.at));
  return target !== undefined && reached !== undefined && reached.amount >= target.amount;
}

/** The last day of the period in which the writer means to finish. */
function etaOf(context: ReplyContext, heard: Voice[], clauses: Clause[]): Day | undefined {
  const { dates, masked } = context.marked;
  const ahead = dates.filter(
    (d) =>
      d.end >= context.input.refDate &&
      !/原[定计本拟](?:划|于|在)?$|截[至止]|[自从]$|之?前?报了$/u.test(
        masked.slice(Math.max(0, d.at - 4), d.at),
      ),
  );
  const inside = (c: Clause) => ahead.filter((d) => d.at >= c.start && d.at < c.end);
  const strong = heard
    .filter((v) => /later|promise|condition|missing/.test(v.said.rule))
    .flatMap((v) => inside(v.clause));
  return (strong.at(-1) ?? clauses.flatMap(inside).at(-1))?.end;
}

const BARE = new RegExp(
  `${FINISH}|[R\\s,.!、:。;]|已经?|都|均|全部?|也|了|的|目前|现在|还|没有?|未|正在?|推进|进行|中|在|弄|搞|做|办|其[余他它]|剩下`,
  'gu',
);

/** The writer's words, without task numbers; empty where they say no more than the status. */
function noteOf(context: ReplyContext, clauses: Clause[]): string {
  return clauses
    .filter((c) => c.masked.replace(BARE, '') !== '')
    .map((c) => {
      const lead = /^R+[、.:\s]*/u.exec(c.masked)?.[0].length ?? 0;
      return originalOf(context.reply, c.start + lead, c.end).trim();
    })
    .filter((s) => s !== '')
    .join('，');
}

function textOf(context: ReplyContext, clauses: Clause[]): string {
  return clauses.map((c) => originalOf(context.reply, c.start, c.end).trim()).join('，');
}
