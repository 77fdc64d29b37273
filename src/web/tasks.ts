import { html } from 'hono/html';
import type { Day } from '../calendar/county-time.ts';
import { isOverdue } from '../progress/task-status.ts';
import { loadLedger } from '../summary/load.ts';
import { type Line, leadStatus, strugglingHelpers, tasksIn } from '../summary/summarise.ts';
import { words as summaryWords } from '../summary/wording.ts';
import { chosenPeriod, periodForm } from './period-choice.ts';
import { pageHead } from './pieces.ts';
import { taskList } from './task-list.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { STATE_WORDS, words } from './wording.ts';

/** What the list can be narrowed to; overdue tasks are a list for leaders and the office (domain.md section 8). */
const FILTERS: Record<string, { name: string; fits: (line: Line, today: Day) => boolean }> = {
  done: { name: STATE_WORDS.done, fits: (l) => leadStatus(l) === 'done' },
  open: { name: words.notDone, fits: (l) => leadStatus(l) !== 'done' },
  in_progress: { name: STATE_WORDS.in_progress, fits: (l) => leadStatus(l) === 'in_progress' },
  blocked: {
    name: STATE_WORDS.blocked,
    fits: (l) => leadStatus(l) === 'blocked' || strugglingHelpers(l).length > 0,
  },
  extension: { name: STATE_WORDS.extension, fits: (l) => leadStatus(l) === 'extension' },
  not_started: { name: STATE_WORDS.not_started, fits: (l) => leadStatus(l) === 'not_started' },
  none: { name: STATE_WORDS.none, fits: (l) => leadStatus(l) === 'none' },
  overdue: {
    name: words.overdue,
    fits: (l, today) => isOverdue(leadStatus(l), l.dueOn, today),
  },
};

/** The tasks behind a figure of the county. */
export async function tasksPage(visit: Visit): Promise<Answer> {
  const choice = await chosenPeriod(visit);
  if (!choice) return { kind: 'moved', to: visit.link('/') };
  const status = visit.query('status') ?? '';
  const filter = FILTERS[status];
  const ledger = await loadLedger(visit.deps.db, choice.year, choice.months);
  const lines = ledger.lines.filter((l) => !filter || filter.fits(l, visit.today));
  const helpers = status === 'blocked' ? lines.filter((l) => strugglingHelpers(l).length > 0) : [];
  const title = `${choice.name}${filter?.name ?? ''}${words.tasks}`;
  const body = html`
${pageHead(visit, title, periodForm(visit, '/tasks', choice, { fields: stateField(status) }))}
<section class="card"><p class="note">${words.listHead(tasksIn(lines), lines.length)}${helpers.length > 0 ? summaryWords.ofHelpers(tasksIn(helpers)) : ''}</p>${taskList(visit, ledger, lines)}</section>`;
  return { kind: 'page', title, body };
}

function stateField(status: string): Html {
  const option = (value: string, name: string) =>
    html`<option value="${value}"${value === status ? html` selected` : ''}>${name}</option>`;
  return html`<label>${words.state}<select name="status">${option('', words.all)}${Object.entries(
    FILTERS,
  ).map(([value, { name }]) => option(value, name))}</select></label>`;
}
