/** A mobile number, 138-1234-5678 too, that is not introduced as an office's own: 服务热线：13812345678. */
const MOBILE =
  /(?<![\w.-])(?<!(?:热线|值班(?:手机|电话)|办公(?:手机|电话)|服务电话)[:：]?\s?)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d|\.\d|\s*[元万亿家户个件吨亩度%])/g;

/** 138＊＊＊＊5678: a person's number where everybody reads along; an office's landline stays. Pure. */
export const maskMobiles = (text: string): string => text.replace(MOBILE, '$1＊＊＊＊$2');

/** The same in every text of a card. */
export const maskMobilesIn = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inside: unknown) =>
    typeof inside === 'string' ? maskMobiles(inside) : inside,
  );
