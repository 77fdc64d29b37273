import type { Day } from '../calendar/county-time.ts';
import { anyOf } from '../text/any-of.ts';
import { verbose } from '../text/verbose.ts';
import type { Status } from './report.ts';

/** What is looked at of a report to know which day still stands. */
export type Said = {
  batchId: string;
  amends: string | null;
  status: Status;
  eta: Day | null;
  note: string;
};

/** 25号前完不成, 月底来不及. */
export const CANNOT =
  '[完办做弄搞赶干建交]得?不(?:完|成|了|上|掉|好|出)|[来赶]不及|(?:不能|无法|难以?|没法|没能|未能|不一定能?|不见得能?|未必能?)(?:按[时期]|如期|在|完成|办结|交)';

/** Words that take back a day without naming another: 来不及了, 往后拖一拖, 时间待定, 先不办了. */
const TAKES_BACK = anyOf(
  CANNOT,
  verbose`
    推迟|延[后期]|顺延|改期|(?:往后|再)[推拖延]|拖后|取消|搁置|暂缓|暂停|中止|不[办搞做]了
    |(?:时间|日期|时限).{0,4}(?:[没未待]|说不[准好清])|没有?准信|再议|另定
  `,
);

/**
 * The day that a unit gave before and that still holds for its newest report, which names none: until it gives another,
 * takes it back, asks for more time or is done. `history` is newest first and without what was withdrawn. Pure.
 */
export function standingForecast(history: Said[]): Day | undefined {
  const amended = new Set(history.flatMap((r) => r.amends ?? []));
  for (const said of history) {
    if (said.status === 'done' || said.status === 'extension') return undefined;
    if (amended.has(said.batchId)) continue;
    if (said.eta) return said === history[0] ? undefined : said.eta;
    if (TAKES_BACK.test(said.note)) return undefined;
  }
  return undefined;
}
