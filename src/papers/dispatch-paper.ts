import { dayOf } from '../calendar/county-time.ts';
import { standingOf } from '../instructions/instruction.ts';
import { words as instructionWords } from '../instructions/wording.ts';
import { asOfText } from '../summary/wording.ts';
import { aimText, standingText } from '../targets/wording.ts';
import type { PaceClass } from './classify.ts';
import {
  type Dispatch,
  dispatchOf,
  overdueOf,
  type PacedTask,
  partOf,
} from './dispatch-figures.ts';
import { reasonText, words as w } from './dispatch-wording.ts';
import type { Pack } from './load-pack.ts';
import type { Annex, Paper, PaperBlock } from './paper.ts';
import { sourceAnnex, taskNo } from './source-annex.ts';
import { reportWords, writtenDay } from './wording.ts';

/** 调度材料: tasks by class and why, promises, problems, instructions, targets; a page for each leader; what all rests on. Pure. */
export function dispatchPaper(pack: Pack): Paper {
  const today = dayOf(pack.asOf, pack.timeZone);
  const d = dispatchOf(pack);
  const period = reportWords.period(pack.year, pack.months);
  return {
    title: w.title(period),
    body: [
      heading(w.overview),
      paragraph(w.conclusion(asOfText(pack.asOf, pack.timeZone), period, countsOf(d))),
      paragraph(
        w.others(d.promises.length, d.problems.length, d.instructions.length, overdueOf(d, today)) +
          w.unlistedCount(d.unlisted.length),
      ),
      paragraph(w.rule),
      heading(w.slow),
      ...classTable(d, 'slow', w.noSlow),
      heading(w.normal),
      ...classTable(d, 'normal', w.none),
      heading(w.good),
      ...classTable(d, 'good', w.none),
      heading(w.unheard),
      ...classTable(d, 'unheard', w.none),
      heading(w.promises),
      ...orNone(promiseLines(d), w.noPromises),
      heading(w.problems),
      ...orNone(problemLines(d), w.noProblems),
      heading(w.instructions),
      ...orNone(instructionLines(d, today), w.noInstructions),
      heading(w.targets),
      ...orNone(targetLines(d), w.noTargets),
    ],
    date: today,
    annexes: [...leaderPages(pack, d, today), sourceAnnex(pack.ledger, pack.timeZone)],
  };
}

export function countsOf(d: Dispatch) {
  const of = (pace: PaceClass) => d.tasks.filter((t) => t.pace === pace).length;
  return {
    total: d.tasks.length,
    good: of('good'),
    normal: of('normal'),
    slow: of('slow'),
    unheard: of('unheard'),
  };
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const subheading = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const orNone = (lines: string[], none: string) =>
  (lines.length > 0 ? lines : [none]).map(paragraph);
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

function classTable(d: Dispatch, pace: PaceClass, none: string): PaperBlock[] {
  const tasks = d.tasks.filter((t) => t.pace === pace);
  if (tasks.length === 0) return [paragraph(none)];
  return [
    {
      kind: 'table',
      compact: true,
      columns: [
        { title: w.no, weight: 1.2, align: 'center' },
        { title: w.task, weight: 5 },
        { title: w.leads, weight: 2.6 },
        { title: w.due, weight: 1.8, align: 'center' },
        { title: w.reason, weight: 3 },
        { title: w.said, weight: 4 },
      ],
      rows: tasks.map((t) => [
        taskNo(t.item),
        flat(t.item.content),
        t.item.leadUnits.join('、'),
        writtenDay(t.line.dueOn),
        reasonText(t.reason),
        flat(t.said),
      ]),
    },
  ];
}

function promiseLines(d: Dispatch): string[] {
  return d.promises.map((p, i) =>
    w.promise(i + 1, p.on, p.unit, short(p.item.content), taskNo(p.item), p.isPast),
  );
}

function problemLines(d: Dispatch): string[] {
  return [
    ...d.problems.map((p) => w.problem(p.no, flat(p.content), p.unitName, p.dueOn)),
    ...d.unlisted.map((u) =>
      w.unlisted(u.unit, short(u.item.content), taskNo(u.item), flat(u.note)),
    ),
  ];
}

function instructionLines(d: Dispatch, today: string): string[] {
  return d.instructions.map((i) =>
    w.instruction(
      i.no ?? 0,
      flat(i.text),
      i.units.map((u) => u.name).join('、') || w.office,
      i.dueOn,
      instructionWords.standing[standingOf(i, today)],
    ),
  );
}

function targetLines(d: Dispatch): string[] {
  return d.targets.map((t, i) => w.target(i + 1, aimText(t.target), standingText(t)));
}

/** What fits on one page beside its head. */
const ON_A_PAGE = { slow: 6, others: 3 };
const SHORT = 36;

function short(text: string): string {
  const chars = [...flat(text)];
  return chars.length > SHORT ? `${chars.slice(0, SHORT - 1).join('')}…` : chars.join('');
}

/** One page for each leader in charge of units, and one for the units that nobody is in charge of. */
function leaderPages(pack: Pack, d: Dispatch, today: string): Annex[] {
  const byLeader = Map.groupBy(pack.charges, (c) => c.personId);
  const charged = new Set(pack.charges.map((c) => c.unitId));
  const rest = new Set(d.tasks.flatMap((t) => t.line.leads).filter((u) => !charged.has(u)));
  const nameOf = (id: string) => pack.ledger.units.get(id)?.name ?? '';
  const order = [...pack.ledger.units.keys()];
  const inOrder = (ids: Iterable<string>) =>
    [...ids].toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map(nameOf);
  const pages = [...byLeader].map(([personId, charges]) => {
    const unitIds = new Set(charges.map((c) => c.unitId));
    const title = w.leaderTitle(charges[0]?.leader ?? '');
    return onePage(title, inOrder(unitIds), partOf(d, unitIds, personId), today);
  });
  if (byLeader.size === 0 || rest.size === 0) return pages;
  return [...pages, onePage(w.unassignedTitle, inOrder(rest), partOf(d, rest), today)];
}

function onePage(title: string, units: string[], d: Dispatch, today: string): Annex {
  const slow = d.tasks.filter((t) => t.pace === 'slow');
  const part = (head: string, lines: string[], most: number): PaperBlock[] =>
    lines.length === 0
      ? []
      : [
          subheading(head),
          ...lines.slice(0, most).map((l) => paragraph(clipped(l))),
          ...(lines.length > most ? [paragraph(w.more(lines.length - most))] : []),
        ];
  return {
    title,
    body: [
      paragraph(w.leaderHead(units.slice(0, 12), countsOf(d))),
      ...part(w.leaderSlow, slow.map(slowLine), ON_A_PAGE.slow),
      ...part(w.leaderPromises, promiseLines(d), ON_A_PAGE.others),
      ...part(w.leaderProblems, problemLines(d), ON_A_PAGE.others),
      ...part(w.leaderInstructions, instructionLines(d, today), ON_A_PAGE.others),
    ],
  };
}

/** Two lines of 28 characters at most. */
function clipped(line: string): string {
  const chars = [...line];
  return chars.length > 54 ? `${chars.slice(0, 53).join('')}…` : line;
}

const SHORTER = 20;

export function slowLine(t: PacedTask, i: number): string {
  const content = [...flat(t.item.content)];
  const name =
    content.length > SHORTER ? `${content.slice(0, SHORTER - 1).join('')}…` : content.join('');
  return w.slowLine(i + 1, name, taskNo(t.item), t.item.leadUnits.join('、'), reasonText(t.reason));
}
