import { foldUnitName } from '../text/unit-name.ts';
import type { Contact } from './people-queries.ts';
import type { Department } from './read-directory.ts';

/** A unit and the department that bears its name; `isSure` where the names differ in nothing but county and tail. */
export type Match = {
  unitId: string;
  unit: string;
  department: string;
  isSure: boolean;
  members: { openId: string; name: string }[];
  /** Who is to be its liaison where it has none, as far as the directory tells. */
  liaison?: { openId: string; name: string };
};

export type DirectoryMatches = {
  matches: Match[];
  /** Units without a department, and departments without a unit: for people to look at. */
  unitsLeft: string[];
  departmentsLeft: string[];
};

type Known = { id: string; name: string; kind: string; aliases: string[] };

/** What a liaison's post is called in a directory. */
const POST = /联络员|联系人|填报|督查联络/u;

/**
 * Proposes which department is which unit and who speaks for it, by name; nothing is changed. A liaison is proposed only
 * where the unit has none that can be reached: whom the unit has as a deputy or member, whose post says so, or who is
 * alone there. Pure.
 */
export function matchDirectory(
  departments: Department[],
  units: Known[],
  contacts: Contact[],
): DirectoryMatches {
  const bodies = units.filter((u) => u.kind === 'unit');
  const taken = new Set<string>();
  const matches: Match[] = [];
  const add = (unit: Known, department: Department, isSure: boolean) => {
    taken.add(department.id);
    const liaison = liaisonFor(unit.id, department, contacts);
    matches.push({
      unitId: unit.id,
      unit: unit.name,
      department: department.name,
      isSure,
      members: department.members.map(({ openId, name }) => ({ openId, name })),
      ...(liaison ? { liaison } : {}),
    });
  };
  const open = new Set(bodies);
  for (const unit of bodies) {
    const names = [unit.name, ...unit.aliases].map(foldUnitName);
    const same = departments.filter((d) => names.includes(foldUnitName(d.name)));
    const [only, second] = same;
    if (!only || second || taken.has(only.id)) continue;
    open.delete(unit);
    add(unit, only, true);
  }
  for (const unit of open) {
    const near = departments.filter((d) => !taken.has(d.id) && isNear(unit, d.name));
    const [only, second] = near;
    const rivals = only ? [...open].filter((u) => isNear(u, only.name)) : [];
    if (!only || second || rivals.length > 1) continue;
    open.delete(unit);
    add(unit, only, false);
  }
  return {
    matches,
    unitsLeft: [...open].map((u) => u.name),
    departmentsLeft: departments.filter((d) => !taken.has(d.id)).map((d) => d.name),
  };
}

/** One name reads like a shorter form of the other: 科技经信局 and 科学技术和经济信息化局. */
function isNear(unit: Known, department: string): boolean {
  return [unit.name, ...unit.aliases].some((name) => {
    const [short, long] = [foldUnitName(name), foldUnitName(department)].sort(
      (a, b) => a.length - b.length,
    );
    if (!short || !long || short.length < 3) return false;
    let at = 0;
    for (const c of long) if (c === short[at]) at++;
    return at === short.length;
  });
}

function liaisonFor(
  unitId: string,
  { members }: Department,
  contacts: Contact[],
): { openId: string; name: string } | undefined {
  const own = contacts.filter((c) => c.unitId === unitId);
  if (own.some((c) => c.duty === 'main' && !c.unreachable)) return undefined;
  const deputy = members.filter((m) =>
    own.some((c) => c.openId === m.openId && c.duty === 'deputy'),
  );
  const named = members.filter((m) => POST.test(m.jobTitle ?? ''));
  const known = members.filter((m) => own.some((c) => c.openId === m.openId));
  for (const group of [deputy, named, known, members]) {
    const [only, second] = group;
    if (only && !second) return { openId: only.openId, name: only.name };
  }
  return undefined;
}
