import { verbose } from '../text/verbose.ts';
import { numberedParts } from './cell-tasks.ts';
import { isUnitList } from './clauses.ts';
import { isPeriod } from './deadline.ts';
import { isContent, roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { ProseLine } from './read-prose.ts';
import { splitUnits } from './split-units.ts';

/** At least so many headings of units make a plan by units; one alone is whom a letter is for. */
const FEWEST = 2;

/** （一）县工信局牵头任务（5项）: what may stand beside the names in a heading. */
const BESIDE =
  /(?:牵头|负责|承担|主办|落实)?(?:的)?(?:重点)?(?:工作|任务|事项|职责)?(?:[(（]共?\d{1,3}[项个条][)）])?[:：]?$/u;

/**
 * In a plan by units (县工信局：1.…；2.…, or （一）县工信局 above its items) marks the headings, and puts tasks that stand in the
 * line of their units or their month (3月：1.…；2.…) on lines of their own.
 */
export function markUnitHeadings(lines: ProseLine[]): ProseLine[] {
  const marked = lines.flatMap((line, i) => markLine(line, lines[i + 1]) ?? [line]);
  const headings = marked.filter((line) => line.units !== undefined);
  const isSaid = headings.some((line) => leadsOfNote(line.text) !== undefined);
  return headings.length > 0 && headings.length < FEWEST && !isSaid ? lines : marked;
}

function markLine(line: ProseLine, next: ProseLine | undefined): ProseLine[] | undefined {
  const text = line.text.trim();
  const number = readItemNumber(text);
  const bare = number?.rest ?? text;
  const heading = unitsOfHeading(bare) ?? leadsOfNote(bare);
  if (heading !== undefined) {
    const below = readItemNumber(next?.text ?? '');
    const label = /^([^:：]{2,8})[:：]/u.exec(next?.text ?? '')?.[1] ?? '';
    const isAbove = below
      ? below.style !== number?.style
      : number !== undefined && roleOf(label) === undefined;
    return isAbove ? [{ ...line, units: heading }] : undefined;
  }
  const [, names = '', rest = ''] = /^([^:：。；;]{2,60})[:：]\s*(\S.{3,})$/su.exec(bare) ?? [];
  const parts = numberedParts(rest).map((part) => ({ ...line, text: part }));
  if (isPeriod(names))
    return readItemNumber(rest) ? [{ ...line, text: names }, ...parts] : undefined;
  if (!isNamed(names)) return undefined;
  return [{ ...line, text: text.slice(0, text.length - rest.length), units: names }, ...parts];
}

/** The units of a heading that names them and no more than that what follows is theirs: 县工信局牵头任务（5项）. */
export function unitsOfHeading(text: string): string | undefined {
  const names = text.trim().replace(BESIDE, '');
  return isNamed(names) ? names : undefined;
}

/** The same, or a label before them: 责任单位：县工信局 over a table whose rows are theirs. */
export function unitsOver(text: string): string | undefined {
  const { label = '', names = '' } =
    /^(?<label>[^:：]{2,8})[:：]\s*(?<names>\S.*)$/su.exec(text.trim())?.groups ?? {};
  const role = roleOf(label);
  if (role === 'lead' || role === 'responsible') return unitsOfHeading(names);
  return unitsOfHeading(text);
}

/** 责任单位：城东街道（盖章）, the one line of a letter of responsibility that names a unit; undefined where several do. */
export function ownerLine(lines: ProseLine[]): { line: ProseLine; units: string } | undefined {
  const naming = lines.filter(
    ({ text, units }) =>
      units !== undefined ||
      /(?:单位|部门|牵头|负责)\s*(?:[（(]盖章[)）])?\s*[:：]\s*\S/u.test(text),
  );
  const [line, more] = naming;
  // 各乡镇，县直各单位： is whom a notice is for.
  const isLabelled = /[:：]\s*\S/u.test(line?.text ?? '');
  if (!line || more || !isLabelled || readItemNumber(line.text)) return undefined;
  // 督办事项：…, 完成时限：… in lines of their own make a record, and the unit is that record's.
  const labels = lines.flatMap(({ text }) => /^\s*([^:：\d]{2,8})[:：]/u.exec(text)?.[1] ?? []);
  if (labels.some((label) => isContent(roleOf(label)) || roleOf(label) === 'deadline'))
    return undefined;
  const units = unitsOver(line.text.replace(/[（(]盖章[)）]/gu, ''));
  return units === undefined ? undefined : { line, units };
}

/** 以下任务均由县工信局牵头。 over items or a table that name no lead. */
export function leadsOfNote(text: string): string | undefined {
  const names =
    /(?:以下|下列|本表|表中|下表|如下).{0,12}?由(.{3,40}?)(?:总?牵头|负责|主办|承办)/u.exec(
      text,
    )?.[1];
  return names !== undefined && isNamed(names) ? names : undefined;
}

/** 培育中小企业 and 建设众创中心 end like names and are work. */
const WORK = verbose`
  ^(?:
    建设|新建|打造|推进|推动|加快|做|培育|壮大|支持|扶持|完善|发展|强化|加强|抓|提升|优化
    |开展|组织|创建|引进|服务|深化|健全|规范|整治|盘活
  )
  |(?:企业|园区?|平台|基地|站|项目)$
`;

/** Whether a heading is names of units and nothing else. */
function isNamed(text: string): boolean {
  return (
    !/[。；;]$/u.test(text) &&
    roleOf(text) === undefined &&
    isUnitList(text) &&
    splitUnits(text).every((name) => !WORK.test(name))
  );
}
