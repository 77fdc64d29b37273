import { NUMBER, readNumber } from '../text/number.ts';

/** A figure of a document. `text` is how it stands there with its unit; `value` is in that unit. */
export type Figure = { value: number; unit: string; text: string; at: number };

export type UnitKind = 'money' | 'share' | 'count' | 'land' | 'rank' | 'time';

/** Units in which documents count, by what they measure; longer ones first. */
const UNITS: [UnitKind, string[]][] = [
  ['money', ['万亿元', '亿元', '万元', '千元', '元', '亿美元', '万美元', '美元']],
  ['share', ['个百分点', '百分点', '%', '‰']],
  ['land', ['平方公里', '平方米', '公顷', '万亩', '亩']],
  ['rank', ['个位次', '位次', '强', '位', '名次']],
  ['time', ['个工作日', '工作日', '个月', '小时', '分钟', '年', '天', '日', '月', '周', '季度']],
  [
    'count',
    '周岁 家 户 个 项 人次 人 名 件 份 张 台 辆 座 处 所 条 次 场 期 批 种 类 栋 套 只 支 吨 万吨 千瓦时 亿千瓦时 万千瓦 兆瓦 余家 余张 余份 余个 余条 余人 级 层 分 倍 篇 门 字 岁 对'.split(
      ' ',
    ),
  ],
];

const kinds = new Map(UNITS.flatMap(([kind, units]) => units.map((unit) => [unit, kind] as const)));
const ALL = [...kinds.keys()].sort((a, b) => b.length - a.length);
const FIGURE = new RegExp(
  `(?<![一二两三四五六七八九十]至)(${NUMBER})\\s*(余|多)?\\s*(${ALL.join('|')})(?<![个位](?=一))`,
  'gu',
);

/** Figures stand in these places of a masked text: xx%, x.xx亿元, **家. */
const MASKED = new RegExp(
  `(?:[xX×＊*]{1,}(?:[.．][xX×＊*]+)?)\\s*(?:余|多)?\\s*(${ALL.join('|')})`,
  'gu',
);

/** What a unit measures. */
export function kindOfUnit(unit: string): UnitKind | undefined {
  return kinds.get(unit);
}

/** The figures of a text with their units, masked ones left out; numbers that number a list are no figures. */
export function readFigures(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap((m) => {
    const [whole, digits = '', , unit = ''] = m;
    const scale = /[万亿]+$/.exec(digits)?.[0] ?? '';
    const value = readNumber(scale ? digits.slice(0, -scale.length) : digits);
    // 一次性, 一批: documents write a figure of one as 1.
    const isOne = digits === '一' && !(unit === '次' && EVERY.test(text.slice(0, m.index)));
    if (value === undefined || isOne || touchesMask(text, m.index)) return [];
    if (ORDINAL.test(unit) && text.charAt(m.index - 1) === '第') return [];
    return [{ value, unit: scale + unit, text: whole, at: m.index }];
  });
}

/** 每年申报一次: here it counts. */
const EVERY = /每(?:半?年|季度?|月|周)[^，。；\d]{0,8}$/;

/** 第二批 is one of several, not two. */
const ORDINAL = /^[批期次条类场个项种层季度]+$/;

const touchesMask = (text: string, at: number) =>
  /[xX×＊*.．]$/.test(text.slice(0, at)) && /[xX×＊*]/.test(text.slice(Math.max(0, at - 3), at));

/** Where a masked figure stands, with its unit. */
export function readMasked(text: string): { unit: string; at: number }[] {
  return [...text.matchAll(MASKED)].map((m) => ({ unit: m[1] ?? '', at: m.index }));
}
