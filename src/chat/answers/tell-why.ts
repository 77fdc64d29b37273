import { z } from 'zod';
import { findLastAnswer } from '../../outbox/sent-queries.ts';
import { verbose } from '../../text/verbose.ts';
import { type Context, placeOf, say } from '../context.ts';
import { recentQuestion } from '../conversation.ts';
import { whyWords } from './why-wording.ts';

/** 为啥, 凭什么不行: of what was just answered, and no question of its own. */
const WHY = verbose`
  ^(?:那|这|到底|究竟|都|是)*
  (?:为什么|为啥|为何|咋回事|怎么回事|(?:什么|啥)(?:原因|缘故|道理)|凭什么|凭啥|原因呢?)
  (?:就|要)?(?:不行|不能|不让|不可以|不给(?:发|办|看|查)?|会?这样)?(?:的|了|呢|啊|呀)*
  [?？。!！]*$
`;

type Row = { said: RegExp; why: (said: string) => string; example: string };

/** What our own plain answers say, and why they say it; the first that fits. */
const ROWS: readonly Row[] = [
  {
    said: /通报|约谈|问责|点名/u,
    why: () => whyWords.public,
    example: '通报由有权限的人员审定印发',
  },
  {
    said: /由.{2,12}(?:办理|作出|确定)，没有改动/u,
    why: () => whyWords.rights,
    example: '这项操作由督办人员办理',
  },
  {
    said: /只能查看|只能看|不是您的单位|由其他单位负责|您的单位/u,
    why: () => whyWords.ownOnly,
    example: '这件批示不由您的单位办理',
  },
  {
    said: /已经答复，不能撤销|不能撤销|后来又有改动/u,
    why: () => whyWords.decided,
    example: '督办人员已经答复，不能撤销',
  },
  {
    said: /没有(?:改动|保存|记录|登记|推送|发出|交接|重复操作)/u,
    why: whyWords.asSaid,
    example: '没有保存：退回请写明原因',
  },
];

/** The same of cards, by their titles. */
const CARDS: Record<string, string> = {
  请确认: whyWords.asked,
  请确认是哪一项: whyWords.asked,
  工信助手: whyWords.unheard,
  文件中未找到: whyWords.notInFiles,
};

const Titled = z.object({ title: z.object({ content: z.string() }) });

/**
 * 为啥 alone: why what was answered last was refused, asked or not found. False where it was something else, such as figures:
 * then the tasks behind them are the reason.
 */
export async function tellWhy(context: Context, text: string): Promise<boolean> {
  if (!WHY.test(text.trim())) return false;
  const last = await findLastAnswer(context.deps.db, placeOf(context).id);
  if (!last) return false;
  const why = last.type === 'text' ? whyOf(last.text) : await whyOfCard(context, last);
  if (why) await say(context, why);
  return why !== undefined;
}

const whyOf = (said: string) => ROWS.find((r) => r.said.test(said))?.why(said);

async function whyOfCard(
  context: Context,
  content: NonNullable<Awaited<ReturnType<typeof findLastAnswer>>>,
): Promise<string | undefined> {
  if (content.type !== 'card') return undefined;
  const why = CARDS[Titled.safeParse(content.card.header).data?.title.content ?? ''];
  if (why) return why;
  return (await recentQuestion(context)) === undefined ? undefined : whyWords.fromFiles;
}
