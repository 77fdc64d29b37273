import { clip, row } from '../../feishu/card.ts';
import {
  MatterClick,
  MatterForm,
  matterCard,
  mattersCard,
  OpenMatterClick,
  RaiseClick,
} from '../../matters/cards.ts';
import { type Decided, decideMatter } from '../../matters/decide.ts';
import { listOpenMatters, type MatterRow } from '../../matters/queries.ts';
import { loadMatter, viewMatters } from '../../matters/view.ts';
import { words } from '../../matters/wording.ts';
import { findItems, type PlanItem } from '../../plan/item-queries.ts';
import { PendingOption, undoButton } from '../../progress/cards.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { syncCards } from '../../remind/sync-cards.ts';
import { findUnits } from '../../units/queries.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { tellUnits } from '../orders/tell-units.ts';
import { isOffice } from '../roles.ts';
import { redrawMatterCards } from './matter-cards.ts';
import { settleQuestion } from './propose.ts';
import { raise } from './raise-matter.ts';

export const MATTER_CLICKS: ClickHandler[] = [
  onClick(MatterClick, decide),
  onClick(OpenMatterClick, open),
  onClick(RaiseClick, settleRaise),
];

/** 待答复: everything that waits for the office. */
export async function openMatters(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.noOffice);
  const { deps } = context;
  const waiting = await listOpenMatters(deps.db);
  const views = await viewMatters(deps.db, waiting, deps.config.APP_TIMEZONE);
  if (views.length === 0) return say(context, words.listNone);
  await answer(context, { type: 'card', card: mattersCard(views) });
}

async function open(clicked: Clicked, click: OpenMatterClick): Promise<Answered> {
  if (!isOffice(clicked.context)) return refuse(words.noOffice);
  return change(clicked, async (context) => {
    const { deps } = context;
    const view = await loadMatter(deps.db, click.matter, deps.config.APP_TIMEZONE);
    if (!view) return forged('unknown id');
    await answer(context, { type: 'card', card: matterCard(view) }, `matter-${click.matter}`);
    return {};
  });
}

async function decide(clicked: Clicked, click: MatterClick): Promise<Answered> {
  if (!isOffice(clicked.context)) return refuse(words.noOffice);
  const form = MatterForm.safeParse(clicked.action.form);
  if (!form.success) return refuse(words.badForm);
  const { on, unit, answer: said } = form.data;
  return change(clicked, async (context) => {
    const { deps } = context;
    const [to] = unit ? await findUnits(deps.db, [unit]) : [];
    const decided = await decideMatter(
      deps.db,
      actOf(context),
      {
        matterId: click.matter,
        agree: click.agree,
        answer: said.trim(),
        today: context.today,
        ...(on ? { on } : {}),
        ...(to ? { to: { id: to.id, name: to.name } } : {}),
      },
      deps.newId,
    );
    return answerDecision(context, click, decided);
  });
}

/** Shows a decision everywhere, tells the units, and gives what the decider sees. */
export async function answerDecision(
  context: Context,
  click: Pick<MatterClick, 'matter' | 'agree'>,
  decided: Decided,
): Promise<Answered> {
  const { deps } = context;
  const timeZone = deps.config.APP_TIMEZONE;
  switch (decided.kind) {
    case 'unknown':
      return forged('unknown id');
    case 'reason-needed':
      return refuse(words.reasonNeeded);
    case 'date-needed':
      return refuse(words.dateNeeded);
    case 'no-time':
      return refuse(words.noTime(decided.why, decided.on, decided.dueOn));
    case 'no-task':
      return refuse(words.noTask);
    case 'unit-needed':
      return refuse(words.unitNeeded);
    case 'settled-before': {
      const view = await loadMatter(deps.db, click.matter, timeZone);
      return { ...info(words.settledBefore), ...(view ? { card: matterCard(view) } : {}) };
    }
    case 'decided': {
      const { matter, item, changeId } = decided;
      await redrawMatterCards(deps, matter.id, changeId, context.origin.messageId);
      if (matter.before) await syncCards(deps, [item.taskId], context.now, changeId);
      else await redrawCards(deps, matter.unitId, [matter.occurrenceId], { cause: changeId });
      await tellOutcome(context, matter, item, changeId);
      const view = await loadMatter(deps.db, matter.id, timeZone);
      return ok(
        words.decided(matter.kind, click.agree),
        view && matterCard(view, [row([undoButton(changeId)])]),
      );
    }
  }
}

/** The unit hears the decision; who takes a share over hears of it too. */
async function tellOutcome(
  { deps, now }: Context,
  matter: MatterRow,
  item: PlanItem,
  cause: string,
): Promise<void> {
  const units = await findUnits(
    deps.db,
    [matter.unitId, matter.passedTo].flatMap((u) => u ?? []),
  );
  const nameOf = (id: string | null) => units.find((u) => u.id === id)?.name;
  const content = clip(item.content.replace(/\s+/g, ' '), 60);
  const text = words.toUnit(matter.state === 'agreed' ? 'agreed' : 'refused', {
    kind: matter.kind,
    content,
    role: matter.role,
    due: item.dueOn,
    grantedOn: matter.grantedOn ?? undefined,
    to: nameOf(matter.passedTo),
    answer: matter.answer,
  });
  await tellUnits(deps, now, {
    key: `matter-decided:${cause}`,
    unitIds: [matter.unitId],
    also: matter.raisedBy,
    purpose: 'answer',
    content: { type: 'text', text },
  });
  if (!matter.passedTo) return;
  await tellUnits(deps, now, {
    key: `matter-passed:${cause}`,
    unitIds: [matter.passedTo],
    purpose: 'push',
    content: {
      type: 'text',
      text: words.toTaker(content, matter.role, item.dueOn, nameOf(matter.unitId) ?? ''),
    },
  });
}

async function settleRaise(clicked: Clicked, click: RaiseClick): Promise<Answered> {
  return settleQuestion(clicked, click, PendingOption, async (context, act, option, asked) => {
    const [item] = await findItems(context.deps.db, [option.occurrenceId]);
    if (!item) return forged('unknown id');
    const raised = await raise(context, act, click.kind, option, asked.text);
    return ok(raised.text, doneCard(raised.text, raised.changeId));
  });
}
