/** What stands between the groups of a number: a blank, a hyphen or dash of any width. */
const GAP = '[-\\s\\u2010-\\u2015－]?';

/**
 * A mobile number, plain or in groups, in figures of either width, with or without the country's 86; what a sum or a count
 * goes on with is none, nor is a part of a longer number or of an address: …/art/13812345678.html.
 */
export const MOBILE_SHAPE = `(?<![\\d０-９.])(?:[+＋]?(?:86|８６)${GAP})?([1１][3-9３-９][\\d０-９])${GAP}[\\d０-９]{4}${GAP}([\\d０-９]{4})(?![\\d０-９]|\\.\\d|[元万亿家户件吨亩度%]|个(?!人))`;

/** One that is not introduced as an office's own: 服务热线：13812345678. */
const MOBILE = new RegExp(
  `(?<![\\w./-])(?<!(?:热线|值班(?:手机|电话)|办公(?:手机|电话)|服务电话)[:：]?\\s?)${MOBILE_SHAPE}`,
  'g',
);

/** 138＊＊＊＊5678: a person's number where everybody reads along; an office's landline stays. Pure. */
export const maskMobiles = (text: string): string =>
  text.replace(MOBILE, (_, first: string, last: string) =>
    `${first}＊＊＊＊${last}`.normalize('NFKC').replaceAll('*', '＊'),
  );

/** The same in every text of a card. */
export const maskMobilesIn = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inside: unknown) =>
    typeof inside === 'string' ? maskMobiles(inside) : inside,
  );
