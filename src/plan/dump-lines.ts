import { verbose } from '../text/verbose.ts';
import { headsMilestone } from './deadline.ts';
import { isContent, isUnits, roleOf } from './headers.ts';
import type { Source } from './plan.ts';
import type { Grid } from './plan-grid.ts';

/** One line of a text in which a table may have been flattened. `gap`: a blank line stands before it; `ended`: a bar after it. */
export type DumpLine = { text: string; gap: boolean; source: Source; ended?: boolean };

export type Dump = { grid: Grid; from: number; to: number };

/** A table ends where the document goes on: copies, remarks, signatures, the next annex. */
export const AFTER_TABLE = verbose`
  ^[\s\u3000]*(?:
    抄\s*送|主\s*送|抄\s*报|附\s*件\s*\d*|附[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]
    |填\s*(?:报|表)\s*(?:人|单位|日期)?\s*[:：]|制\s*表|审\s*核
    |联\s*系\s*(?:人|电话)\s*[:：]
  )
  |\d{4}年\d{1,2}月\d{1,2}日\s*印\s*发[\s\u3000]*$
`;
export const PAGE_NUMBER = /^[\s—–-]*(?:第\s*)?\d{1,3}\s*(?:页)?[\s—–-]*$/u;

/** Whether texts side by side, or one below the other, are the headings of a plan's table. */
export function isHeader(cells: string[]): boolean {
  const roles = cells.map(roleOf);
  const labels = cells.filter((c, i) => roles[i] !== undefined || headsMilestone(c)).length;
  return (
    cells.length >= 2 &&
    labels >= Math.max(2, cells.length * 0.6) &&
    roles.some((r) => isContent(r) || r === 'period') &&
    (roles.some((r) => isUnits(r) || r === 'owner') ||
      (cells.length > 2 && !roles.includes(undefined)))
  );
}
