import { verbose } from '../text/verbose.ts';
import type { Fields } from './clauses.ts';
import { readItemNumber } from './item-number.ts';
import { hasTask, hasUnits, type Item, isHeading } from './outline.ts';
import { optional, type RawTask } from './raw-task.ts';
import { unitsSaid } from './said-units.ts';
import { findDeadline } from './text-deadline.ts';

/** The year plays no part in telling whether a text sets a time. */
const ANY_YEAR = 2000;

/** Parts of a programme that frame its tasks and are none themselves. */
const FRAME = verbose`
  (?:总体|工作|有关|相关|几点)要求|指导思想|基本原则|(?:工作|总体|主要|发展)目标|目标任务
  |组织(?:领导|保障|实施|机构)|保障(?:措施|机制)|责任落实|督(?:查|导)考核
  |考核(?:评价|奖惩|问责)?|宣传引导|实施步骤|时间安排|工作步骤|附则
  |强化(?:领导|保障|督查|督导|考核)|加强(?:组织)?领导|严格(?:考核|督查)|资金保障|监督检查
`;

/**
 * The tasks of an outline: items with units, and items beside them whose units were forgotten. Numbered items beside
 * tasks that are none go to `passedOver`.
 */
export function collectTasks(item: Item, passedOver: Item[]): RawTask[] {
  const style = item.children.find(hasUnits)?.style;
  for (const child of item.children)
    if (style !== undefined && child.style === style && !hasTask(child)) readSaidUnits(child);
  const named = item.children.filter(hasUnits).length;
  return item.children.flatMap((child) => {
    if (unitsCloseList(child))
      return [toTask({ ...child, fields: child.children.at(-1)?.fields }, true)];
    if (child.lends !== undefined) return lentTasks(child, child.lends, passedOver);
    const below = child.children.some(hasTask) ? collectTasks(child, passedOver) : [];
    if (below.length > 0) {
      if (!hasUnits(child)) return below;
      // A heading with units of its own lends them to the items under it that name none.
      const heading = child.texts.length <= 1 && isHeading(child.texts[0] ?? '');
      if (!heading) return [toTask(child, false), ...below];
      for (const task of below) if (task.units.length === 0) task.units = child.fields?.units ?? [];
      return below;
    }
    if (standOverList(child) || headsTimedItems(child))
      return child.children.map((c) => toTask({ ...c, fields: lent(c, child.fields) }, true));
    if (hasUnits(child)) return [toTask(child, true)];
    const sibling = style !== undefined && child.style === style;
    if (!sibling || FRAME.test((child.texts[0] ?? '').slice(0, 20))) return [];
    if (named >= item.children.length / 2) return [toTask(child, true)];
    passedOver.push(child);
    return [];
  });
}

/** Under a heading of units everything is theirs, but for what names others; not where it only tells their duties. */
function lentTasks(heading: Item, units: string, passedOver: Item[]): RawTask[] {
  const above = heading.parent?.texts[0] ?? '';
  if (heading.parent?.style !== undefined && (FRAME.test(above) || /职责/u.test(above))) return [];
  return heading.children.flatMap((child) => {
    if (hasTask(child))
      return collectTasks({ ...heading, children: [child] }, passedOver).map((task) =>
        task.units.every((u) => u.role === 'coop')
          ? { ...task, units: [{ role: 'lead', text: units }, ...task.units] }
          : task,
      );
    const theirs: Fields = { units: [{ role: 'responsible', text: units }] };
    return [toTask({ ...child, fields: lent(child, theirs) }, true)];
  });
}

/**
 * Where no bracket or label names a unit, sentences do (由县工信局牵头，4月底前完成), if several items name one and a time: the
 * clauses of a regulation name who is in charge, and no time.
 */
export function readSentences(root: Item): void {
  if (hasTask(root)) return;
  const items = numberedItems(root);
  for (const item of items) readSaidUnits(item);
  const timed = items.filter((i) => hasUnits(i) && findDeadline(i.texts.join('\n'), ANY_YEAR));
  if (timed.length < 2) for (const item of items) item.fields = undefined;
}

function numberedItems(item: Item): Item[] {
  return item.children.flatMap((child) => [
    ...(child.number === undefined ? [] : [child]),
    ...numberedItems(child),
  ]);
}

/** Chapters of a letter of responsibility that set no task. */
const TERMS = /要求|保障|考核|奖惩|奖励|附则|督查|检查|说明|责任追究|组织领导|期限$/u;

/** A letter of responsibility names its one unit at its head or foot: its numbered points are that unit's, but for its terms. */
export function lendToPoints(item: Item, owner: Fields): void {
  for (const child of item.children) {
    if (isHeading(child.texts.join('')) && TERMS.test(child.texts[0] ?? '')) continue;
    const coarse = child.number === undefined || /chapter|section/u.test(child.style ?? '');
    if (coarse && child.children.length > 0) lendToPoints(child, owner);
    else if (child.number !== undefined) child.fields = lent(child, owner);
  }
}

/** Units named in a sentence count beside items whose units stand in brackets: 此项工作由县科经局牵头。 */
function readSaidUnits(item: Item): void {
  const text = item.texts.join('\n');
  const units = unitsSaid(readItemNumber(text)?.rest ?? text);
  if (units.length > 0) item.fields = { ...item.fields, units };
}

/** Units in a paragraph after the last of several points are those of the whole list. */
function unitsCloseList(item: Item): boolean {
  const last = item.children.at(-1);
  if (!last?.unitsApart || item.children.length < 2 || hasUnits(item) || item.style === undefined)
    return false;
  return item.children.every((c) => c.children.length === 0 && hasUnits(c) === (c === last));
}

/** Units in a line of their own between a heading and its numbered items are those of each item. */
function standOverList(item: Item): boolean {
  const isList = item.children.length > 1 && item.children.every((c) => c.number !== undefined);
  return isList && item.unitsApart && item.style !== undefined && isHeading(item.texts.join('\n'));
}

/** （一）夯实底座（县工信局负责） over numbered items that each set a time of their own: each is a task of those units. */
function headsTimedItems(item: Item): boolean {
  return (
    item.headed &&
    item.children.length > 0 &&
    item.children.every(
      (c) => c.number !== undefined && findDeadline(c.texts.join('\n'), ANY_YEAR) !== undefined,
    )
  );
}

function lent(item: Item, from: Fields | undefined): Fields {
  return { ...from, ...item.fields, units: from?.units ?? [] };
}

function toTask(item: Item, withBelow: boolean): RawTask {
  const below = withBelow ? item.children.flatMap(allTexts) : [];
  const { fields, number } = item;
  return {
    ...partsOf(item, below),
    ...optional('number', number),
    ...optional('section', sectionOf(item)),
    ...optional('period', item.period),
    ...optional('deadline', fields?.deadline),
    ...optional('start', fields?.start),
    ...optional('leaders', fields?.leaders),
    units: fields?.units ?? [],
    source: item.source,
    doubts: [],
  };
}

/** Content, title and remark of an item, from its text and from its labels, the finest label being the content. */
function partsOf(
  item: Item,
  below: string[],
): Pick<RawTask, 'content' | 'title' | 'goal' | 'note'> {
  const whole = [...item.texts, ...below].join('\n').trim();
  const text = item.number === undefined ? whole : (readItemNumber(whole)?.rest ?? whole);
  const note = item.fields?.note;
  if (item.contents.length === 0) {
    const parts = item.number === undefined ? { content: text } : parseTitle(text);
    return { ...parts, ...optional('note', note) };
  }
  const rank = ['detail', 'task', 'matter', 'goal'];
  const sorted = item.contents
    .filter((c) => c.text !== '' || c === item.contents.at(-1))
    .sort((a, b) => rank.indexOf(a.role) - rank.indexOf(b.role));
  const [finest, ...coarser] = sorted;
  // A numbered item's first line is its heading; lines after its labels go on the last of them.
  const numbered = item.style !== undefined && item.style !== 'record';
  const heading = numbered
    ? (readItemNumber(item.texts[0] ?? '')?.rest ?? item.texts[0])
    : undefined;
  const body = [...item.texts.slice(numbered ? 1 : 0), ...below];
  const content = [finest?.text, ...body].filter(Boolean).join('\n');
  const goals = coarser.filter((c) => c.role === 'goal').map((c) => c.text);
  const title = coarser.find((c) => c.role !== 'goal')?.text ?? heading;
  return {
    content: content || (title ?? ''),
    ...optional('title', title === content ? undefined : title),
    ...optional('goal', goals.join('；') || undefined),
    ...optional('note', [note, ...goals].filter(Boolean).join('；') || undefined),
  };
}

function allTexts(item: Item): string[] {
  return [...item.texts, ...item.contents.map((c) => c.text), ...item.children.flatMap(allTexts)];
}

/** 抓梯队建设。加快…: a short first sentence without figures is the heading of what follows. */
function parseTitle(text: string): { content: string; title?: string } {
  const found = /^([^。\n，,；;：:\d]{2,24})(?:。|\n)\s*(?=[\s\S]{8,})/u.exec(text);
  return found
    ? { title: found[1]?.trim() ?? '', content: text.slice(found[0].length).trim() }
    : { content: text };
}

function sectionOf(item: Item): string | undefined {
  const headings: string[] = [];
  for (let up = item.parent; up; up = up.parent) {
    const text = up.texts[0]?.split('\n')[0] ?? '';
    if (up.style !== undefined && text !== '' && text.length <= 60) headings.unshift(text);
  }
  return headings.length > 0 ? headings.join(' / ') : undefined;
}
