import { fold } from '../text/fold.ts';

/** A document as people point at it. */
type Named = { title: string; fileName: string; number: string | null };

/**
 * Documents that a name written by a person may mean, the surest first: the title, the file's name or the 文号 itself, then
 * the same name in another dress (关于印发《…》的通知), then a part of it, then a short form, where only one has it.
 */
export function findNamed<D extends Named>(documents: D[], said: string): D[] {
  const wanted = plainName(said);
  const own = ownName(said);
  const namesOf = (d: D) => [d.title, d.fileName, d.number ?? ''].map(plainName);
  const shortened = documents.filter((d) => namesOf(d).some((n) => isShortFor(wanted, n)));
  return [
    ...new Set([
      ...documents.filter((d) => isNumbered(d, said.trim())),
      ...documents.filter((d) => namesOf(d).includes(wanted)),
      ...documents.filter((d) => ownName(d.title) === own),
      ...documents.filter((d) => namesOf(d).some((n) => n.includes(wanted))),
      ...(shortened.length === 1 ? shortened : []),
    ]),
  ];
}

/** Whether a full title and a name that another document gives it mean one document: 《青石县稳岗办法》 is repealed. */
export function isTitled(title: string, named: string): boolean {
  const [own, other] = [ownName(title), ownName(named)];
  if (plainName(title) === plainName(named) || own === other) return true;
  const [long, short] = own.length > other.length ? [own, other] : [other, own];
  return short.length >= 6 && long.endsWith(short) && PLACE.test(long.slice(0, -short.length));
}

/** Whether a document bears the 文号 that a person wrote, with what they wrote before it. */
export const isNumbered = ({ number }: { number: string | null }, written: string) =>
  number !== null && plainNumber(written).endsWith(plainNumber(number));

const plainNumber = (number: string) =>
  number.replace(/[〔[（(〕\]）)第\s]/g, ' ').replace(/\s+/g, ' ');

/** What stands before a document's own name: 青石县, 青石县人民政府. */
const PLACE = /^\p{Script=Han}{2,20}(?:[省市县区州旗]|政府|办公[室厅]|委员会|[局厅委])$/u;

/** Files bear what format they are in. */
const FORMAT = /\.(?:docx?|xlsx?|pdf|txt|md|csv|wps)$/;

const plainName = (name: string) =>
  fold(name)
    .replace(/[\s《》〈〉“”"]/g, '')
    .replace(FORMAT, '');

/** 青石县人民政府关于印发《青石县稳岗办法》的通知 → 青石县稳岗办法. */
function ownName(name: string): string {
  const plain = plainName(name);
  const wrapped = /(?:印发|公布|发布|转发)(.+)的(?:通知|公告|通告|函)$/.exec(plain)?.[1];
  const noticed =
    /关于(.+(?:措施|意见|办法|细则|方案|规定|政策|规划|指南|计划))的(?:通知|公告|通告)$/.exec(
      plain,
    )?.[1];
  return wrapped ?? noticed ?? plain;
}

/** 设备更新细则 for 云溪县设备更新补贴实施细则: its characters in their order. */
function isShortFor(short: string, name: string): boolean {
  let at = 0;
  for (const char of short) {
    const found = name.indexOf(char, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return [...short].length >= 4;
}
