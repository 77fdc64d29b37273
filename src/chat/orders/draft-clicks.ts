import { DraftClick, DraftPageClick, draftCard, PublishClick } from '../../plan/cards.ts';
import { DraftAliasClick } from '../../plan/draft-doubts.ts';
import { discardDraft, showDraft } from '../../plan/import.ts';
import { findDraft, findPlan } from '../../plan/queries.ts';
import { words as planWords } from '../../plan/wording.ts';
import { addAlias } from '../../units/alias.ts';
import { ensureUnit } from '../../units/resolve.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onOfficeClick,
  refuse,
} from '../clicked.ts';
import { actOf, type Context } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { words } from '../wording.ts';
import { keep, publish } from './plan-commands.ts';

/** What can be pressed under a plan that waits for a word. */
export const DRAFT_CLICKS: ClickHandler[] = [
  onOfficeClick(DraftClick, draft),
  onOfficeClick(DraftPageClick, draftPage),
  onOfficeClick(DraftAliasClick, draftAlias),
  onOfficeClick(PublishClick, publishPlan),
];

async function draft(clicked: Clicked, click: DraftClick): Promise<Answered> {
  if (!(await findDraft(clicked.deps.db, click.draft))) return forged('unknown draft');
  return change(clicked, async (context) => {
    if (click.act === 'plan-discard') {
      const dropped = await discardDraft(context.deps.db, actOf(context), click.draft);
      const text = dropped ? planWords.discarded : planWords.settledBefore;
      return dropped ? ok(text, doneCard(text)) : info(text);
    }
    const done = await keep(context.deps, actOf(context), click.draft);
    return done.planId ? ok(words.done, done.card ?? doneCard(done.text)) : info(done.text);
  });
}

/** Another page of a long draft: nothing changes. */
async function draftPage(clicked: Clicked, click: DraftPageClick): Promise<Answered> {
  return change(clicked, (context) => shownAnew(context, click.draft, click));
}

/** A name in a draft turns out to be another name of a unit: kept as its alias, and the draft is shown anew. */
async function draftAlias(clicked: Clicked, click: DraftAliasClick): Promise<Answered> {
  return change(clicked, async (context) => {
    const { db, newId } = context.deps;
    // Both names may be the document's own: the one that is meant to stand becomes a unit now.
    const draft = await findDraft(db, click.draft);
    const written = draft?.parsed.tasks.flatMap((t) => [...t.leadUnits, ...t.coopUnits]) ?? [];
    if (!draft?.decision && written.includes(click.unit)) await ensureUnit(db, click.unit, newId);
    const done = await addAlias(db, actOf(context), click.unit, click.name, newId);
    if (done.kind === 'unit-unknown') return refuse(words.forged);
    if (done.kind === 'in-use') return info(words.aliasInUse(click.name));
    const shown = await shownAnew(context, click.draft);
    return { ...shown, ...info(words.aliasAdded(click.name, done.unit.name)) };
  });
}

async function shownAnew(
  { deps }: Context,
  draftId: string,
  turned?: DraftPageClick,
): Promise<Answered> {
  const draft = await showDraft(deps.db, draftId);
  if (!draft) return info(planWords.settledBefore);
  return { card: draftCard(draft, turned) };
}

async function publishPlan(clicked: Clicked, click: PublishClick): Promise<Answered> {
  const plan = await findPlan(clicked.deps.db, click.plan);
  if (!plan) return forged('unknown plan');
  return change(clicked, async (context) => {
    const done = await publish(context.deps, actOf(context), plan);
    if (!done.changeId) return info(done.text);
    return ok(words.done, doneCard(done.text, done.changeId));
  });
}
