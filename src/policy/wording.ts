import type { Window } from '../calendar/windows.ts';
import type { AddPolicyResult } from './add-policy.ts';
import type { Answer } from './answer.ts';
import type { Level } from './asked-level.ts';
import type { Citation } from './cite.ts';
import type { Answered } from './compose.ts';
import type { Disagreement } from './disagreements.ts';
import type { Policy } from './queries.ts';
import { lastDayOf } from './validity.ts';
import type { TableSum } from './whole-table.ts';

export const words = {
  answerTitle: '政策问答',
  notFoundTitle: '文件中未找到',
  outOfScopeTitle: '文件中未找到',
  notPermittedTitle: '请私聊查询',
  open: '打开原文',
  useful: '有用',
  useless: '没用',
  thanks: '已记录，谢谢反馈',
  noted: '已记录，将转请工作人员核对',
  nearest: '可能相关的条款，未直接回答所提问题：',
  byModel: '由AI生成，依据下列原文，请以原文为准。',
  modelAway: '智能整理暂时不可用，以下为文件原文。',
  noPromise:
    '本助手只提供文件条款查询，不作任何承诺。能否享受以及具体金额，以主管部门审核结果为准。',
  masked: '原文以 x 或 * 代替的内容为隐去部分，不作答复依据。',
  embeddingAway: '语义服务没有应答，尚未处理的条款将在下次入库或服务运行时补上。',
  several: '以下文件均有表述，请以适用的文件为准。',
  libraryTitle: '政策库',
  libraryCount: (count: number) => `可查文件 ${count} 份`,
  libraryEmpty: '没有您可以查询的文件。',
  libraryNone: '没有符合条件的文件。',
  libraryRest: (count: number) =>
    `另有 ${count} 份，可加年份或级别查询，例如“政策库2022年县里的文件有哪些”。`,
  levels: { state: '国家', province: '省', city: '市', county: '县' },
  visibility: { public: '公开', internal: '内部', units: '指定单位' },
};

/** What stands above the answer of several documents: where their sums differ, whose is which. */
export const severalText = ({ differ }: Pick<Answered, 'differ'>): string =>
  differ
    ? `以下文件数额不一致：${differ.map(sumOf).join('；')}。请核对层级、年度和有效期，以适用的文件为准。`
    : words.several;

const sumOf = ({ sum, title, level, year }: NonNullable<Answered['differ']>[number]) =>
  `${level ? `${words.levels[level]}级` : ''}《${title}》${year ? `（${year}年）` : ''}${sum}`;

/** Whether sums that differ may both be had, in the documents' own words. */
export const togetherText = (said: Citation[]): string =>
  said.length > 0
    ? `能否同时享受：${said.map((c) => `《${c.title}》“${c.text}”`).join('；')}`
    : '以上文件未写明能否同时享受，请向主管部门核实。';

/** What is said when there is no answer. */
export function noAnswerText(answer: Exclude<Answer, { kind: 'answered' }>): string {
  switch (answer.kind) {
    case 'not-found':
      if (answer.level) return `${levelText(answer.level)}已转请工作人员补充。`;
      return '文件中未找到能直接回答的条款，已转请工作人员补充。请换一种说法再问，或写明文件名称、年份和事项。';
    case 'out-of-scope':
      return '文件中未找到能直接回答的条款，已转请工作人员补充。可以询问已入库文件中的目标、标准、条件、牵头单位和时间安排。';
    case 'not-permitted':
      return '该问题不便在群内答复，请私聊查询。';
  }
}

const levelText = ({ asked, held }: { asked: Level; held: boolean }) =>
  held
    ? `${words.levels[asked]}级文件中未找到能直接回答的条款，其他级别的文件不能代替答复，`
    : `库中没有可以回答的${words.levels[asked]}级文件，其他级别的文件不能代替答复，`;

/** Which of several questions found no answer. */
export const unfoundText = (questions: string[]) =>
  `${questions.map((q) => `“${q}”`).join('、')}在文件中未找到能直接回答的条款，已转请工作人员补充。`;

/** What the rows of a table come to; no document says it. */
export function sumText({ rows, value, unit }: TableSum): string {
  const named = rows.map(({ name, figure }) => `${name}${figure.text}`).join('、');
  return `以上${rows.length}行相加为${value}${unit}（${named}）。合计为逐行相加所得，文件未直接写明。`;
}

/** Since when and until when a document holds, or that it no longer does; `today` is an ISO day. */
export function validityNote(of: Citation['validity'], today: string): string | undefined {
  const { validity, repealedBy, issuedOn } = of;
  if (repealedBy !== null) return repealedBy ? `已由《${repealedBy}》废止` : '已废止';
  const until = lastDayOf(validity, issuedOn);
  if (until && until < today) return `有效期至${dayText(until)}，已届满`;
  const parts = [
    validity.from ? `自${dayText(validity.from)}起施行` : '',
    !validity.from && issuedOn ? `${dayText(issuedOn)}印发` : '',
    until ? `有效期至${dayText(until)}` : (validity.term ?? ''),
    validity.trial ? '试行' : '',
  ].filter((p) => p !== '');
  return parts.length > 0 ? parts.join('，') : undefined;
}

/** That a document is not in force on a day, for the head of an answer; undefined while it is. `title`: one of several. */
export function cautionText(
  of: Citation['validity'],
  today: string,
  title?: string,
): string | undefined {
  const { validity, repealedBy, issuedOn } = of;
  const subject = title ? `《${title}》` : '该文件';
  const tail = `${title ? '有关' : '以下'}内容仅供参考。`;
  if (repealedBy !== null) return `${subject}${repealText(of)}，${tail}`;
  const until = lastDayOf(validity, issuedOn);
  if (until && until < today) return `${subject}有效期至${dayText(until)}，已届满，${tail}`;
  if (today && validity.from && validity.from > today)
    return `${subject}自${dayText(validity.from)}起施行，尚未施行，${tail}`;
  return undefined;
}

/** Whether one may apply on a day, by a clause; `documentYear`, `title` of its document. */
export function windowText(
  { batch = '', from, until, year }: Window,
  today: string,
  documentYear: number | undefined,
  title?: string,
): string {
  const subject = `${title ? `《${title}》` : ''}${batch}申报`;
  const state =
    until < today
      ? `已于${dayText(until)}截止`
      : from && from > today
        ? `自${dayText(from)}开始，至${dayText(until)}截止，尚未开始`
        : `截至${dayText(until)}，${until === today ? '今天是最后一天' : '尚未截止'}`;
  const of = documentYear ? `该文件为${documentYear}年` : '文件也未写明年份';
  switch (year) {
    case 'written':
      return `${subject}${state}（今天是${dayText(today)}）。`;
    case 'yearly':
      return `${subject}按每年的时间计，${state}。${of}，今年是否照此执行请向主管部门核实。`;
    case 'of document':
      return `${subject}按${documentYear}年计，${state}。条款未写年份，${of}，请向主管部门核实。`;
    case 'unknown':
      return `${subject}的条款未写年份，${of}，现在能否申报请向主管部门核实。`;
  }
}

/** That nobody can apply by a document that has ended. */
export const endedWindowText = (title?: string) =>
  `${title ? `《${title}》` : '该文件'}已不再有效，现在不能据此申报，请核实是否有新的文件。`;

/** 已于2026年1月1日被《……》废止. */
export const repealText = ({
  repealedBy,
  repealedOn,
}: {
  repealedBy: string | null;
  repealedOn?: string | undefined;
}): string =>
  `已${repealedOn ? `于${dayText(repealedOn)}` : ''}${repealedBy ? `被《${repealedBy}》` : ''}废止`;

function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Title of a citation: 《……》 文号 · clause, marked where not everybody may see it. */
export function citationTitle(citation: Citation): string {
  const mark = citation.visibility === 'public' ? '' : words.visibility[citation.visibility];
  return [mark, `《${citation.title}》`, citation.number ?? '', citation.section]
    .filter((p) => p !== '')
    .join(' · ');
}

/** Said where nobody chose: the command line adds for everybody. */
export const addedForAll = (count: number) =>
  `以上 ${count} 个文件公开入库，所有人可查（命令行未指定可查范围）。内部文件请加 --visibility internal 再执行一次。`;

/** What became of a document that was added, and who may see it. */
export function addedText(
  fileName: string,
  result: AddPolicyResult,
  visibility: Policy['visibility'],
): string {
  const whom = `（${words.visibility[visibility]}）`;
  switch (result.kind) {
    case 'added':
      return `已入库${whom}：${fileName}《${result.title}》，${result.passages} 条，编号 ${result.id}`;
    case 'unchanged':
      return `未变化${whom}：${fileName}《${result.title}》已在库中，编号 ${result.id}`;
    case 'new-version':
      return `已更新${whom}：${fileName}《${result.title}》，${result.passages} 条，编号 ${result.id}，替换 ${result.replaces}`;
    case 'no-text':
      return `未入库：${fileName} 中没有可读的文字`;
  }
}

/** Where a document that was added says another sum than one in force, a line each. */
export const disagreementText = (found: Disagreement[]): string[] =>
  found.map(
    ({ own, other }) =>
      `与《${other.title}》${other.section}数额不同，请核对：本文件${own.section}“${own.text}”；该文件${other.section}“${other.text}”`,
  );

/** What is known of a document beside its title. */
export const policyFacts = (policy: Policy, today: string): string[] =>
  [
    policy.number ?? '',
    policy.level ? `${words.levels[policy.level]}级` : '',
    policy.year ? `${policy.year}年` : '',
    words.visibility[policy.visibility],
    validityNote(policy, today) ?? '',
    policy.fileName,
  ].filter((p) => p !== '');

/** A document of the library on one line. */
export const policyLine = (policy: Policy, today: string): string =>
  [policy.id, `《${policy.title}》`, ...policyFacts(policy, today)].join('  ');
