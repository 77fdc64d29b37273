import type { Day } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import type { PeriodMention } from '../calendar/period.ts';
import { findStrangers, findUnits } from '../text/find-units.ts';
import type { UnitMention, UnitNames } from '../text/unit-name.ts';
import { PERIOD, UNIT } from './marks.ts';
import { mendMistyped } from './mistyped.ts';
import { tidy } from './tidy.ts';
import { type Towns, takeScope } from './which-units.ts';

/** A message with its names and times found, so that the words about them can be read in their places. */
export type Sentence = {
  /** Folded, closed up, without polite words. */
  text: string;
  /** The same with one mark in place of each unit and period. */
  marked: string;
  units: UnitMention[];
  /** Units that are left out (去掉开发区), by name; not among `units`, nor in `marked`. */
  except: string[];
  /** Towns are spoken of as such (只看镇里的); left out of `marked`. */
  towns?: Towns;
  periods: PeriodMention[];
  /** 我分管的单位 is spoken of; it is left out of `marked`. */
  charged: boolean;
  /** Bodies that the list does not know. */
  strangers: string[];
};

/** 霍县5月进度: the county's name in front says only that the whole county is meant; 示范县 and 创新型县 are no names. */
const COUNTY =
  /(^|[\uE001\uE002,])(?![全我本咱各])\p{Script=Han}{2,3}(?<![型强示范先进贫困试点百])县(?![委政人域城级直长里])/gu;

/** 我分管的单位: whose they are is looked up, no name stands there. */
const CHARGE =
  /我们?所?(?:分管|(?:联系|包联|包保|挂联|挂点)(?=的?(?:这?几个)?(?:单位|部门)))的?(?:这?[几些]个?)?(?:单位|部门|领域|局|条?线|口子?)?[的里中]?/g;

/** Inside 《…》 a name belongs to a document. */
function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at) && text.indexOf('》', at) > at;
}

export function readSentence(message: string, names: UnitNames, today: Day): Sentence {
  const text = mendMistyped(tidy(message));
  // Periods first: where they end a shortened name may begin (本月交通局).
  const periods = findPeriods(text, today).filter((p) => !isInTitle(text, p.at));
  const withoutPeriods = periods.reduce(
    (s, p) => s.slice(0, p.at) + PERIOD.repeat(p.length) + s.slice(p.at + p.length),
    text,
  );
  const units = findUnits(withoutPeriods, names).filter((u) => !isInTitle(text, u.at));
  const spans = [
    ...units.map((u) => ({ ...u, mark: UNIT })),
    ...periods.map((p) => ({ ...p, mark: PERIOD })),
  ].sort((a, b) => a.at - b.at);
  let marked = '';
  let at = 0;
  for (const s of spans) {
    marked += text.slice(at, s.at) + s.mark;
    at = s.at + s.length;
  }
  const whole = (marked + text.slice(at)).replace(COUNTY, '$1全县');
  marked = whole.replace(CHARGE, '');
  const strangers = findStrangers(withoutPeriods.replace(CHARGE, ''), units);
  const { rest, except, ...towns } = takeScope(marked);
  const isLeftOut = (_: UnitMention, i: number) => except.includes(i);
  return {
    text,
    marked: rest,
    units: units.filter((u, i) => !isLeftOut(u, i)),
    except: units.filter(isLeftOut).map((u) => u.name),
    ...towns,
    periods,
    strangers,
    charged: marked !== whole,
  };
}
