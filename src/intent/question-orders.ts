import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { fold } from './tidy.ts';

/** What the office orders about questions that found no answer. */
export type QuestionOrder =
  | { kind: 'questions' }
  | { kind: 'answers' }
  /** `said`: what stands behind the number, as written. */
  | { kind: 'answer'; no: number; said: string };

const ROWS: { pattern: RegExp; order: QuestionOrder; example: string }[] = [
  {
    pattern: verbose`
      ^(?:查看|看看|看一?下|列出|列一下)?(?:还有)?(?:哪些|什么)?(?:未|没有?|待|还没有?|尚未)
      (?:答复?|回答|回复|解答)(?:上来|出来|了)?的?(?:政策)?(?:问题|提问|咨询)
      (?:清单|列表|有哪些)?[。?]*$
    `,
    order: { kind: 'questions' },
    example: '未答问题',
  },
  {
    pattern: verbose`
      ^(?:查看|看看|列出)?(?:还有)?(?:没人|无人)(?:答复?|回答|回复|解答)的?(?:政策)?
      (?:问题|提问|咨询)(?:清单|列表|有哪些)?[。?]*$
      |^(?:还)?有?(?:哪些|什么|多少)(?:政策)?(?:问题|提问)(?:还)?(?:没有?|未)(?:人)?
      (?:答|回答|答复|回复)(?:上来|出来|复)?(?:的)?[。?]*$
    `,
    order: { kind: 'questions' },
    example: '有哪些问题没答上来',
  },
  {
    pattern: /^答复\s*[:,]?\s+\S.{2,}$/u,
    order: { kind: 'questions' },
    example: '答复 每人补200元',
  },
  {
    pattern:
      /^(?:查看|看看|看一?下|列出)?(?:全部|所有|现有)?的?标准(?:答复|答案|回复|口径)(?:清单|列表|有哪些)?[。?]*$/u,
    order: { kind: 'answers' },
    example: '标准答复',
  },
];

/** On the text as it was written: the answer goes to people with its own width, case and script. */
const ANSWER = verbose`
  ^\s*(?:请|帮我)?(?:
    答[复復]|回答|解答
    |回[复復覆](?=\s*(?:第|[\d０-９一二三四五六七八九十]{1,6}\s*(?:[号號问問个:：])))
  )\s*第?\s*([\d０-９]{1,6}|[一二三四五六七八九十]{1,3})\s*(?:号|號|个)?(?:问题|問題|提问)?
  (?:\s*[:：,，、]\s*|\s+|$|(?=不(?:属|屬|归|歸)|《))([\s\S]*)$
`;

/** The order in a message, or undefined. */
export function readQuestionOrder(text: string): QuestionOrder | undefined {
  const answer = ANSWER.exec(text);
  const no = answer && readNumber(answer[1] ?? '');
  if (answer && no) return { kind: 'answer', no, said: (answer[2] ?? '').trim() };
  const folded = fold(text);
  return ROWS.find(({ pattern }) => pattern.test(folded))?.order;
}
