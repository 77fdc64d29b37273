import { findLastUndone } from '../../audit/queries.ts';
import type { Act } from '../../audit/record.ts';
import { dayOf, wallClock } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import { button, type Card, card, clip, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { PublishClick } from '../../plan/cards.ts';
import { draftCard, keptCard } from '../../plan/cards.ts';
import { discardDraft, keepDraft, publishPlan, showDraft } from '../../plan/import.ts';
import { countPastDue } from '../../plan/past-due.ts';
import {
  findDraft,
  findWaitingDraft,
  listPlans,
  listTasks,
  type PlanRow,
} from '../../plan/queries.ts';
import { words as planWords } from '../../plan/wording.ts';
import { undoButton } from '../../progress/cards.ts';
import { monthCards } from '../../remind/due.ts';
import { followRevision } from '../../remind/follow-revision.ts';
import { rhythmSetting } from '../../remind/rhythm.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting } from '../../settings/queries.ts';
import { readTargets } from '../../targets/read-targets.ts';
import { words as targetWords } from '../../targets/wording.ts';
import { shortDay } from '../../text/short-day.ts';
import { myTasks } from '../answers/handle-progress.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard, sayWithUndo } from '../done-card.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';

/** 确认 by text: the newest draft of this person. */
export async function confirmDraft(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const draft = await findWaitingDraft(context.deps.db, context.person.id);
  if (!draft) return say(context, planWords.nothingToPublish);
  const done = await keep(context.deps, actOf(context), draft.id);
  await (done.card ? answer(context, { type: 'card', card: done.card }) : say(context, done.text));
}

/** 放弃 by text. */
export async function dropDraft(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const draft = await findWaitingDraft(context.deps.db, context.person.id);
  if (!draft) return say(context, planWords.nothingToPublish);
  await discardDraft(context.deps.db, actOf(context), draft.id);
  await say(context, planWords.discarded);
}

/**
 * 发布 by text: the plan whose publication was just withdrawn, else the only kept one, else a question which. What was
 * shown and not confirmed is never published.
 */
export async function publishCommand(context: Context): Promise<void> {
  if (!isOffice(context)) return say(context, words.notAllowed(words.office));
  const { deps, person } = context;
  const draft = await findWaitingDraft(deps.db, person.id);
  const waiting = (await listPlans(deps.db)).filter((p) => !p.publishedAt);
  const undone = await findLastUndone(deps.db, person.id);
  const isAfterDraft = undone?.undoneAt && (!draft || draft.createdAt < undone.undoneAt);
  const withdrawn = isAfterDraft
    ? waiting.find((p) => undone.kind === 'publish-plan' && p.id === undone.data.planId)
    : undefined;
  const [only, second] = withdrawn ? [withdrawn] : waiting;
  const unconfirmed = draft ? planWords.keepFirst(draft.parsed.title) : '';
  if (!only) return say(context, unconfirmed || planWords.nothingToPublish);
  const isDraftMeant = !withdrawn && draft !== undefined && draft.createdAt > only.createdAt;
  if (second || isDraftMeant) {
    return answer(context, {
      type: 'card',
      card: card({
        title: planWords.publish,
        elements: [
          markdown(escapeMarkdown(`${planWords.whichToPublish}${unconfirmed}`)),
          row(
            waiting.slice(0, 8).map((p) =>
              button({
                text: clip(p.title, 40),
                value: { act: 'plan-publish', plan: p.id } satisfies PublishClick,
              }),
            ),
          ),
        ],
      }),
    });
  }
  const done = await publish(deps, actOf(context), only);
  await (done.changeId ? sayWithUndo(context, done.text, done.changeId) : say(context, done.text));
}

/** 计划情况. */
export async function planStatus(context: Context): Promise<void> {
  const { deps } = context;
  if (!isOffice(context) && !context.person.roles.has('leader')) return myTasks(context);
  const plans = await listPlans(deps.db);
  if (plans.length === 0) return say(context, words.planStatusNone);
  const lines = [];
  for (const plan of plans) {
    const tasks = await listTasks(deps.db, plan.id);
    const on = plan.publishedAt && wallClock(plan.publishedAt, deps.config.APP_TIMEZONE).day;
    lines.push(
      words.planStatus(
        plan.title,
        tasks.filter((t) => t.state === 'active').length,
        on ? shortDay(on) : undefined,
      ),
    );
  }
  await say(context, [...lines, words.planTasksHow].join('\n'));
}

/** 查看计划: what the office sent and has not settled yet; else as 计划情况. */
export async function viewPlan(context: Context): Promise<void> {
  const { deps, person, origin } = context;
  const draft = isOffice(context) ? await findWaitingDraft(deps.db, person.id) : undefined;
  const shown = draft && (await showDraft(deps.db, draft.id));
  if (!shown) return planStatus(context);
  if (origin.chatType === 'group') return say(context, words.privately);
  await answer(context, { type: 'card', card: draftCard(shown) });
}

/** Keeps a draft; the card then offers 发布 and 撤销. */
export async function keep(
  deps: Deps,
  act: Act,
  draftId: string,
): Promise<{ text: string; card?: Card; planId?: string }> {
  const draft = await findDraft(deps.db, draftId);
  const done = await keepDraft(deps.db, act, draftId, deps.newId);
  const title = draft?.parsed.title ?? '';
  switch (done.kind) {
    case 'kept': {
      const plan = { id: done.planId, title, total: done.total };
      const kept = keptCard(plan, await countPastDue(deps.db, plan.id, dayOfAct(deps, act)));
      kept.body.elements.push(row([undoButton(done.changeId)]));
      return { text: planWords.kept(title, done.total), card: kept, planId: done.planId };
    }
    case 'revised': {
      const { added, changed, withdrawn } = done.diff;
      const { told, untold } = await followRevision(deps, act.at, done);
      const text =
        planWords.revised(title, added.length, changed.length, withdrawn.length) +
        planWords.told(told, untold);
      return { text, card: doneCard(text, done.changeId), planId: done.plan.id };
    }
    case 'settled-before':
    case 'unknown':
      return { text: planWords.settledBefore };
  }
}

const dayOfAct = ({ config }: Deps, { at }: Act) => dayOf(at, config.APP_TIMEZONE);

/** Publishes a plan and says when the first cards go out, and what comes too late for them. */
export async function publish(
  deps: Deps,
  act: Act,
  plan: PlanRow,
): Promise<{ text: string; changeId?: string }> {
  const done = await publishPlan(deps.db, act, plan.id, deps.newId);
  if (!done) return { text: planWords.publishedBefore(plan.title) };
  const timeZone = deps.config.APP_TIMEZONE;
  const { cardAt } = await getSetting(deps.db, rhythmSetting);
  const [next] = monthCards(
    { year: plan.year, publishedAt: act.at },
    timeZone,
    await loadOwnDays(deps.db),
    cardAt,
  );
  const moment = next ? wallClock(next.at, timeZone) : undefined;
  const when = moment
    ? planWords.firstCard(shortDay(moment.day), moment.time.replace(/^0/, ''))
    : planWords.noCard;
  const tasks = await listTasks(deps.db, plan.id);
  const aims = tasks.flatMap((t) => readTargets(t.content, { isPlan: true })).length;
  const past = await countPastDue(deps.db, plan.id, dayOfAct(deps, act));
  const text = planWords.published(plan.title, when) + planWords.pastDue(past);
  return {
    text: aims > 0 ? `${text}${targetWords.found(aims)}` : text,
    changeId: done.changeId,
  };
}
