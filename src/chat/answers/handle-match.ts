import type { CardAnswer } from '../../feishu/event.ts';
import { fold } from '../../intent/tidy.ts';
import { askFactsCard, MatchClick, MatchForm, matchCard } from '../../match/cards.ts';
import { readFacts, unreadPhrases } from '../../match/facts.ts';
import { matchLibrary } from '../../match/match.ts';
import { ACTS, PROJECT_STATES } from '../../match/subjects.ts';
import { tradeOf } from '../../match/trade.ts';
import { sentenceOf, words } from '../../match/wording.ts';
import { personRights } from '../../policy/rights.ts';
import { verbose } from '../../text/verbose.ts';
import { type Clicked, type ClickHandler, change, onClick, refuse } from '../clicked.ts';
import { answer, type Context, say } from '../context.ts';

export const MATCH_CLICKS: ClickHandler[] = [onClick(MatchClick, fill)];

const ASKS = verbose`
  (?:能|可以?|够|可否|该)[^，,。；;]{0,8}(?:申[报请]|享受|拿|领|评|争取|报)[^，,。；;]{0,8}
  (?:什么|哪|啥|吗|么|政策|项目|奖|补|几)
  |(?:符合|满足|达到|够)[^，,。；;]{0,8}(?:什么|哪|啥|吗|么|条件|政策)
  |有(?:什么|哪些|啥)[^，,。；;]{0,8}(?:政策|奖|补|扶持|支持)|对号入座
  |(?:匹配|对照)[^，,。；;]{0,6}(?:政策|条件)
`;

const WE = /我们|我(?:公司|司|厂|企业|家)|本(?:公司|企业|厂)|咱们/u;

/** 对号入座 without anything else. */
const BARE =
  /^(?:我要|我想|请|帮我)?(?:政策|企业)?(?:对号入座|对照政策|政策(?:匹配|对照|体检))[。.?]*$/u;

/** Somebody of no unit who only tells of a firm, as the card of 对号入座 invites to; a unit's person may be reporting. */
const isOutsider = ({ person }: Context) =>
  person.memberships.length === 0 && person.roles.size === 0;

const QUESTION =
  /[?？吗呢]|什么|多少|几(?!乎)|怎么|如何|哪|能否|是否|诉求|投诉|建议|反映|希望|请求/u;

/**
 * Answers a firm that says what it is and asks what it can apply for; false for anything else. One figure without a firm
 * that speaks is a question about a document (营收2000万以上的企业能享受什么).
 */
export async function answerMatch(context: Context, text: string): Promise<boolean> {
  const folded = fold(text);
  const isBare = BARE.test(folded);
  if (!isBare && !speaksOfFirm(context, text, folded)) return false;
  if (context.origin.chatType === 'group') await say(context, words.inPrivate);
  else if (isBare) await answer(context, { type: 'card', card: askFactsCard() });
  else await show(context, text);
  return true;
}

function speaksOfFirm(context: Context, text: string, folded: string): boolean {
  const facts = readFacts(text, context.today);
  if (isOutsider(context) && !QUESTION.test(folded)) return facts.size >= 2;
  if (!ASKS.test(folded)) return false;
  const isOfFirm = (id: string) => !PROJECT_STATES.has(id) && !ACTS.has(id);
  // 我们是茶厂，能享受什么政策: what it makes is enough to ask what there is for such.
  const asksAll = /什么|哪些|啥/u.test(folded) && tradeOf(text, facts) !== undefined;
  const ofFirm = [...facts.keys()].filter(isOfFirm).length + (asksAll ? 1 : 0);
  return ofFirm >= (WE.test(folded) || /对号入座/.test(folded) ? 1 : 2);
}

async function show(context: Context, text: string): Promise<void> {
  const { deps, person, today } = context;
  const facts = readFacts(text, today);
  const isUnread = unreadPhrases(text, facts).length > 0;
  const audience = { kind: 'person', ...personRights(person) } as const;
  const trade = tradeOf(text, facts)?.trade;
  if (facts.size === 0 && !trade) return say(context, words.noFacts);
  const matched = await matchLibrary(deps.db, {
    facts,
    isUnread,
    audience,
    today,
    ...(trade ? { trade } : {}),
  });
  await answer(context, { type: 'card', card: matchCard(text, facts, matched) });
}

async function fill(clicked: Clicked): Promise<CardAnswer> {
  const form = MatchForm.safeParse(clicked.action.form);
  if (!form.success) return refuse(words.noFacts);
  if (clicked.context.origin.chatType === 'group') return refuse(words.inPrivate);
  return change(clicked, async (context) => {
    await show(context, sentenceOf(form.data));
    return {};
  });
}
