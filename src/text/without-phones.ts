import { MOBILE_SHAPE } from './mobiles.ts';

/**
 * Numbers people are called by: 138 1234 5678, +86-13812345678, 0551-1234567. 13812345678元 is a sum. With the words that
 * only introduce them and the brackets around them.
 */
const PHONE = new RegExp(
  `[(（]?(?:(?:联系)?(?:电话|手机)(?:号码?)?[:：]\\s*|[:：]\\s*)?(?:${MOBILE_SHAPE}|(?<![\\d.])0\\d{2,3}[-—]\\d{7,8}(?!\\d))[)）]?`,
  'gu',
);

/** A text without telephone numbers: they are kept with no report and no source (domain.md, last section). Pure. */
export function withoutPhones(text: string): string {
  PHONE.lastIndex = 0;
  return PHONE.test(text) ? text.replace(PHONE, '').trimEnd() : text;
}
