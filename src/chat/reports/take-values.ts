import type { Act } from '../../audit/record.ts';
import { dayOf, splitDay } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import { card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import { undoButton } from '../../progress/cards.ts';
import { listTargets, type TargetRow } from '../../targets/queries.ts';
import { readValues, type SaidValue } from '../../targets/read-values.ts';
import { recordValues } from '../../targets/target.ts';
import { words } from '../../targets/wording.ts';
import { asks } from '../../text/asks.ts';
import { actOf, answer, type Context } from '../context.ts';
import { isOffice } from '../roles.ts';
import { reportingUnits } from './report-scope.ts';

type Named = TargetRow & { unitName: string | null };

/** A message that speaks of an item of a list is a report on it: its figures are stored with the report. */
const OF_AN_ITEM = /第[\d一二三四五六七八九十、,，和]+[项条个]/u;

/**
 * 规上产值累计10亿，本月1.2亿, from whoever reports the indicator or from the office: stored, and shown as it was
 * understood. False where no target's figure is said.
 */
export async function takeValues(context: Context, text: string): Promise<boolean> {
  const { deps, today } = context;
  const unitIds = reportingUnits(context);
  if ((!isOffice(context) && unitIds.length === 0) || OF_AN_ITEM.test(text)) return false;
  if (asks(text)) return false;
  const targets = await listTargets(deps.db, splitDay(today).year, 'confirmed');
  const said = readValues(text, targets, today);
  if (said.length === 0) return false;
  const mine = said.filter((v) => speaksFor(context, unitIds, targetOf(targets, v)));
  const unitId = isOffice(context) ? null : (unitIds[0] ?? null);
  const done = await recordValues(deps.db, actOf(context), { unitId, values: mine }, deps.newId);
  const lines = said.map((v) => lineOf(targets, v, mine.includes(v)));
  const elements = [
    ...lines.map((l) => markdown(escapeMarkdown(l))),
    ...(done.stored > 0 ? [row([undoButton(done.changeId)])] : []),
  ];
  await answer(context, {
    type: 'card',
    card: card({ title: done.stored > 0 ? words.valueTitle : words.aim, elements }),
  });
  return true;
}

/** The figures in what a unit reported on its items, stored under the same batch: 撤销 takes both back. */
export async function takeReportedValues(
  deps: Pick<Deps, 'db' | 'newId' | 'config'>,
  act: Act,
  report: { unitId: string; batchId: string; texts: string[] },
): Promise<void> {
  const today = dayOf(act.at, deps.config.APP_TIMEZONE);
  const targets = await listTargets(deps.db, splitDay(today).year, 'confirmed');
  if (targets.length === 0) return;
  const values = report.texts
    .flatMap((text) => readValues(text, targets, today))
    .filter((v) => {
      const { unitId } = targetOf(targets, v) ?? { unitId: null };
      return unitId === null || unitId === report.unitId;
    });
  const { unitId, batchId } = report;
  await recordValues(deps.db, act, { unitId, values, batchId }, deps.newId);
}

const targetOf = (targets: Named[], v: SaidValue) => targets.find((t) => t.id === v.targetId);

function speaksFor(context: Context, unitIds: string[], target: Named | undefined): boolean {
  if (!target) return false;
  return isOffice(context) || target.unitId === null || unitIds.includes(target.unitId);
}

function lineOf(targets: Named[], v: SaidValue, mine: boolean): string {
  const target = targetOf(targets, v);
  const name = target?.name ?? '';
  if (!mine) return words.notYourTarget(name, target?.unitName ?? '');
  return v.span === null ? words.whichSpan(name, v) : words.value(name, v.month, v.span, v);
}
