import { isLight } from './follow-up.ts';
import type { Question } from './question.ts';

/** 有效期到什么时候, 谁负责解释, and no word of which matter. */
export const isOfDocumentAlone = ({ cues, terms }: Question): boolean =>
  cues.some((cue) => cue.ofDocument) && terms.every(isLight);

/** 要交哪些材料, 什么时候可以报 alone: no word says of which matter. */
export const isBare = ({ cues, terms, months }: Question) =>
  cues.length > 0
    ? terms.every(isLight)
    : months.length === 0 &&
      terms.length > 0 &&
      terms.every((t) => APPLYING.test(t.text) || LEVEL.test(t.text));

/** 县里市里一共能拿多少: who gives, and not for what. */
const LEVEL = /^(?:国家|中央|省|市|县|区|镇|乡)(?:里|级|上)?$/;

/** Verbs of applying and granting, of whatever. */
const APPLYING = /^(?:报|报名|申报|申请|办|办理|补|奖|给|拿|发|领|领取|评|享受)$/;
