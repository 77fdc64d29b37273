import { verbose } from './verbose.ts';

/** What stands in front of a verb and makes it no order: a denial, or that it has been done. */
const DENIED =
  '(?:没有?|未|不|不要|不用|不必|不想|不能|不得|不可|不会|不应|无需|无须|(?<![级区特个性类鉴])别|勿)';
const DONE = '(?:早?已经?|曾经?|早就|刚刚|以前|原来|之前|原先|正在)';
const AT_END = new RegExp(`(?:${DENIED}|${DONE})(?:再|先|给|把|将|被)?$`, 'u');
const AT_START = verbose`
  ^(?:
    不是
    |(?:昨[天日晚]|前天|上周|上个?月|去年|刚才|之前|以前)[^，,]{0,6}(?:把|将|已|就|对)
    |(?:如果|若(?!干)是?|要是|假如|倘若|万一|只要|除非|等到)(?=\p{Script=Han}{2})
  )
`;

/** Whether the words before a verb deny it, or say that it is done (期限没有|改为, 期限已|改为): then it orders nothing. */
export const isTurnedRound = (before: string): boolean => AT_END.test(before.trimEnd());

/** Whether a sentence begins as a denial, a tale of the past or a condition (昨天把…, 如果…, 不是…). */
export const opensTurned = (text: string): boolean => AT_START.test(text.trimStart());
