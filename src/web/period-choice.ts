import { html } from 'hono/html';
import { splitDay } from '../calendar/county-time.ts';
import { range } from '../calendar/period.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { readPeriod } from '../summary/period.ts';
import { periodName } from '../summary/wording.ts';
import type { Html, Visit } from './visit.ts';
import { words } from './wording.ts';

/** The months a page speaks of. */
export type Choice = {
  year: number;
  months: number[];
  /** For people: `1–3月`. */
  name: string;
  /** As it stands in the address; undefined for the usual one. */
  value: string | undefined;
  /** What the page shows when the address names none. */
  usual: string;
  /** Years with a published plan, newest first. */
  years: number[];
};

/**
 * The period that the address names; without one January to the current month of the plan's year (CONTRACT section 5).
 * Undefined while no plan is published.
 */
export async function chosenPeriod(visit: Visit): Promise<Choice | undefined> {
  const plans = await listPublishedPlans(visit.deps.db);
  const years = [...new Set(plans.map((p) => p.year))].sort((a, b) => b - a);
  const { year: thisYear, month } = splitDay(visit.today);
  const planYear = years.includes(thisYear) ? thisYear : years[0];
  if (planYear === undefined) return undefined;
  const asked = readPeriod(visit.query('period') ?? '');
  const months = planYear === thisYear ? range(1, month) : range(1, 12);
  const period = asked ?? { year: planYear, months };
  return {
    year: period.year,
    months: period.months,
    name: periodName(period.year, period.months, thisYear),
    value: asked?.name,
    usual: months.length === 12 ? periodName(planYear, months, thisYear) : words.yearToDate,
    years,
  };
}

/** A form that chooses the period and keeps the page's other choices; it works without JavaScript. */
export function periodForm(
  visit: Visit,
  path: string,
  choice: Choice,
  more: { fields?: Html; hidden?: Record<string, string | undefined> } = {},
): Html {
  const years = choice.years.length > 0 ? choice.years : [choice.year];
  const option = (value: string, text: string) =>
    html`<option value="${value}"${value === (choice.value ?? '') ? html` selected` : ''}>${text}</option>`;
  return html`<form class="choose" method="get" action="${visit.link(path)}">
${Object.entries(more.hidden ?? {}).map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : ''))}
<label>${words.period}
<select name="period">
${option('', choice.usual)}
${years.map(
  (year) => html`<optgroup label="${words.yearName(year)}">
${option(String(year), words.wholeYear)}
${[1, 2].map((n) => option(`${year}-H${n}`, words.half(n)))}
${[1, 2, 3, 4].map((n) => option(`${year}-Q${n}`, words.quarter(n)))}
${range(1, 12).map((n) => option(`${year}-${String(n).padStart(2, '0')}`, words.month(n)))}
</optgroup>`,
)}
</select></label>
${more.fields ?? ''}
<button type="submit">${words.show}</button>
</form>`;
}
