import { onceCardAction } from '../../inbox/queries.ts';
import { words } from '../../progress/wording.ts';
import { findCard } from '../../remind/card-queries.ts';
import { ReportClick, ReportForm, ReportFormClick } from '../../remind/cards.ts';
import { cardLines, drawCard } from '../../remind/draw.ts';
import { words as remindWords } from '../../remind/wording.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf } from '../context.ts';
import { type FormSaid, readForm } from './form-said.ts';
import { withoutGranted } from './granted-time.ts';
import { mayReport } from './report-scope.ts';
import { takeReport } from './take-report.ts';

/** The month card's buttons and its form: a unit's people report an item. */
export const REPORT_CLICKS: ClickHandler[] = [
  onClick(ReportClick, report),
  onClick(ReportFormClick, reportForm),
];

async function report(clicked: Clicked, click: ReportClick): Promise<Answered> {
  return reportItem(clicked, click.key, click.no, { status: click.status });
}

async function reportForm(clicked: Clicked, click: ReportFormClick): Promise<Answered> {
  const form = ReportForm.safeParse(clicked.action.form);
  if (!form.success) return refuse(words.badForm);
  const { item, status, note, eta } = form.data;
  return reportItem(clicked, click.key, item, {
    status,
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(eta ? { eta } : {}),
  });
}

async function reportItem(
  clicked: Clicked,
  key: string,
  no: number,
  filled: FormSaid,
): Promise<Answered> {
  const origin = await findCard(clicked.deps.db, key);
  if (!origin) return forged('unknown card');
  if (!mayReport(clicked.context, origin.unitId)) {
    return refuse(words.notYourUnit, 'not of the unit');
  }
  return change(clicked, async (context) => {
    const { deps } = context;
    const timeZone = deps.config.APP_TIMEZONE;
    const lines = await cardLines(deps.db, [key], origin, timeZone);
    const line = lines.find((l) => l.no === no);
    if (!line) return forged('unknown id');
    if (line.off) return refuse(remindWords.offNow(remindWords.off[line.off]));
    const form = readForm(filled, line, context.today);
    if ('doubt' in form) return refuse(form.doubt);
    const said = form.record;
    const { occurrenceId, role, content } = line;
    const item = { occurrenceId, role, content, ...said };
    const time = await withoutGranted(context, { unitId: origin.unitId, items: [item] });
    if (time.items.length === 0) return refuse(time.notes.join('\n'));
    const before = line.report;
    const repeats =
      before?.status === said.status && !said.note && (said.eta ?? '') === (before.eta ?? '');
    // The state before is the version: a second click on the same button, by anybody, changes nothing.
    const isFirst =
      !repeats &&
      (await onceCardAction(deps.db, {
        messageId: clicked.action.messageId,
        action: `${key}:${no}:${JSON.stringify(said)}`,
        version: before?.id ?? '',
        eventId: clicked.action.eventId,
        openId: clicked.action.openId,
      }));
    const taken = isFirst
      ? await takeReport(deps, actOf(context), {
          unitId: origin.unitId,
          via: 'card',
          items: [item],
        })
      : undefined;
    const card = taken?.cards.get(key) ?? (await drawCard(deps.db, key, timeZone));
    const saved = words.saved(said.status);
    return ok(taken?.asksTime ? `${saved}。${words.timeStillAsked}` : saved, card);
  });
}
