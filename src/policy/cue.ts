import type { Asked } from './asked.ts';

/**
 * Something people ask for in words that documents do not use: 找哪个科室 is answered by a sentence that names a section.
 * The asking words are then no words the answer must speak of; it has to hold `holds` instead.
 */
export type Cue = {
  name: string;
  /** In the compared form of a question; what it matches is cut out of the question, all but a group named `kept`. */
  asked: RegExp;
  /** In the sentence that answers, as shown, with the sentence that opens its list. */
  holds: RegExp;
  /** Words that such sentences have, to find them by. */
  seek: string;
  /** What the question asks for besides, where the words would be read otherwise. */
  as?: Asked;
  /** What the sentence, with the headings above it, says that is made to answer this. */
  best?: RegExp;
  /** The clause holds for all its document speaks of: the words of the question may stand anywhere in it. */
  whole?: true;
  /** So does a clause under a heading of procedure: 四、受理和审核. */
  wholeSteps?: true;
  /** It is asked of the document itself: whoever names no matter asks it of the document that answered before, or of each. */
  ofDocument?: true;
  /** Whoever names no matter hears it of each document that says it. */
  each?: true;
  /** All that fit are meant, not the best of them: 买设备有补贴吗. */
  several?: true;
  /** A question, and a sentence that answers it. */
  example: [string, string];
};

/** That one may not apply for it this time: it is said as it stands. */
export const NOT_NOW =
  /另行(?:通知|公告|公布|发布)|(?:本次|本批|本期|本年度?|今年|[暂尚])不(?:再|予)?(?:组织|接受|安排)?(?:申[报请领]|受理|报名)/;

/** Words of asking that several cues share. */
export const WHAT = '(?:哪些|哪几[样种个]|什么(?!时候|时间|地方)|啥(?!时候|时间))';
export const WHEN =
  '(?:什么时候|啥时候|什么时间|何时|几时|几号|几月几号|几月|哪天|哪一天|哪年|哪一年)';
export const HOW_LONG =
  '(?:多久|多长时间|几天|几个?工作日|几个月|多少天|多少个?工作日|什么时候|啥时候|何时|几时)';
export const TEXT: Asked = { kind: 'text' };
export const LIST: Asked = { kind: 'list' };
