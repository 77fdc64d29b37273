import { type Day, splitDay } from '../calendar/county-time.ts';
import { findDatePhrases } from '../calendar/date-phrase.ts';
import type { TaskChange } from '../plan/change-task.ts';
import { splitUnits } from '../plan/split-units.ts';
import { fold } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';

type Groups = Record<string, string | undefined>;

/**
 * A whole month of the plan's year: the task moves there. A day, the end of a month, or a month of another year, which the
 * plan does not have: the task stays in its month and gets that day.
 */
export function moveOf({ when }: Groups, today: Day, planYear: number): TaskChange | undefined {
  const [date] = findDatePhrases(fold(when ?? ''), today);
  if (date?.precision !== 'month' || !/月份?$/u.test(date.text)) return undefined;
  const { year, month } = splitDay(date.end);
  return year === planYear ? { kind: 'move', month } : undefined;
}

/** 出租率达到80%: the figure of the task under that name. A state (改成进行中) corrects a report, and is no wording. */
export function contentOf({ content = '' }: Groups): TaskChange | undefined {
  if (tellsState(content)) return undefined;
  const { behind, figure } =
    /^(?<behind>\p{Script=Han}{2,12}?)(?:要|应|须)?(?:达到?|提高到|提升到|不低于|不少于|为|到)(?<figure>约?[\d.]+\s*[\p{Script=Han}%‰]{1,4})$/u.exec(
      content,
    )?.groups ?? {};
  return behind && figure
    ? { kind: 'content', content: figure, behind }
    : { kind: 'content', content };
}

const tellsState = (words: string) =>
  verbose`
    ^(?:还|仍|已经?|正在?|尚)?(?:没有?|未|尚未)?
    (?:进行|推进|办理|完成|办结|投[运产用]|启动|开工)[中了]?(?:\d+%|一半|大半)?(?:$|[,，。])
    |^(?:在办|有困难|延期|其实|实际)
  `.test(words);

/** 林业局，招商中心配合: who leads, and who helps from now on. */
const BESIDE = /^([^,，;；]{2,40})[,，;；]\s*由?([^,，;；]{2,60}?)(?:来)?(?:配合|协办|协助)$/u;

const onlyNew = (units: string) =>
  units.replace(/^.*?(?:改为|改成|换成|调整为|变更为)/u, '').replace(/^由/u, '');

/** Who leads or helps from now on. */
export function unitsOf({ role, units }: Groups): TaskChange | undefined {
  // 由甲局改为乙局: only the second is what it is to be.
  const [, named = units ?? '', helpers] = (role === '牵头' && BESIDE.exec(units ?? '')) || [
    undefined,
    onlyNew(units ?? ''),
  ];
  const names = splitUnits(onlyNew(named).replace(/(?:牵头|配合|负责|来办)$/u, ''));
  const part = /配合|协办|协助/u.test(role ?? '') ? 'coop' : 'lead';
  const coops = helpers ? splitUnits(helpers) : [];
  if (names.length === 0) return undefined;
  return { kind: 'units', role: part, units: names, ...(coops.length > 0 ? { coops } : {}) };
}

/** Until when. */
export function dueOf({ when }: Groups, today: Day): TaskChange | undefined {
  const [date] = findDatePhrases(fold(when ?? ''), today);
  return date ? { kind: 'due', dueOn: date.end } : undefined;
}
