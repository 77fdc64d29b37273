import { findByMessageId } from '../../outbox/sent-queries.ts';
import { FeedbackClick } from '../../policy/cards.ts';
import { keepFeedback } from '../../policy/library.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  ok,
  onClick,
} from '../clicked.ts';
import { words } from '../wording.ts';

export const FEEDBACK_CLICKS: ClickHandler[] = [onClick(FeedbackClick, feedback)];

/** 有用 or 没用: kept with who said it, only for a card that the bot itself has sent. */
async function feedback(clicked: Clicked, click: FeedbackClick): Promise<Answered> {
  if (!(await findByMessageId(clicked.deps.db, clicked.action.messageId)))
    return forged('unknown card');
  return change(clicked, async ({ deps, person }) => {
    const given = { answerId: click.answer, givenBy: person.openId, useful: click.useful };
    await keepFeedback(deps, given);
    return ok(click.useful ? words.feedbackUseful : words.feedbackUseless);
  });
}
