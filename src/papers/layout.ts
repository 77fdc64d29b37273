/** Measures of GB/T 9704-2012 in twips (1/20 point), half points for type sizes. */
export const PAGE = { width: 11906, height: 16838 };

/** 天头 37 mm, 订口 28 mm; the text block of 156 × 225 mm settles the other two. */
export const MARGIN = { top: 2098, left: 1587, bottom: 1984, right: 1474 };

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/**
 * 22 lines on a page, 28 characters in a line: each 16 pt character is `narrower` by 4/20 point. A grid of characters
 * would say the same to Word, but LibreOffice gives a character that is wider than its cell two of them.
 */
export const GRID = { linePitch: 579, narrower: -4 };

/** 二号, 三号, 四号, and what tables are set in: 小四, wide ones 五号. */
export const SIZE = { title: 44, body: 32, small: 28, cell: 24, smallCell: 21, issuer: 96 };

/** Width of one character of the body. */
export const EM = SIZE.body * 10;

type Face = { ascii: string; hAnsi: string; eastAsia: string; hint: string };

const face = (eastAsia: string): Face => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  // Without the hint quotation marks and dashes are taken from the Latin font.
  hint: 'eastAsia',
});

export const FONT = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  level1: face('黑体'),
  level2: face('楷体_GB2312'),
  pageNumber: { ...face('宋体'), ascii: '宋体', hAnsi: '宋体' },
};

/** What stands in where an office computer lacks a font; names only, nothing is embedded. */
const FALLBACKS = [
  { name: '方正小标宋简体', fallback: '华文中宋', family: 'roman' },
  { name: '仿宋_GB2312', fallback: '仿宋', family: 'modern' },
  { name: '楷体_GB2312', fallback: '楷体', family: 'modern' },
  { name: '黑体', fallback: 'SimHei', family: 'swiss' },
  { name: '宋体', fallback: 'SimSun', family: 'roman' },
];

/** `word/fontTable.xml`: the library writes one only for embedded fonts. */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...FALLBACKS.map(
    (f) =>
      `<w:font w:name="${f.name}"><w:altName w:val="${f.fallback}"/><w:charset w:val="86"/><w:family w:val="${f.family}"/><w:pitch w:val="variable"/></w:font>`,
  ),
  '</w:fonts>',
].join('');
