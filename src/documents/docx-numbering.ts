import { SaxesParser } from 'saxes';

type Level = { start: number; format: string; text: string };
type Style = { basedOn?: string; numId?: string; level?: number; outline?: number; name?: string };

/** Numbers that Word counts itself and that stand in no text run, and the outline levels of styles. */
export type Numbering = {
  /** The number before this paragraph, as printed, and counts it. */
  next: (numId: string | undefined, level: number | undefined, style: string | undefined) => string;
  /** Outline level from 1 of a style. */
  heading: (style: string | undefined) => number | undefined;
};

/** Reads `word/numbering.xml` and `word/styles.xml`; either may be absent. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const { abstracts, nums } = readLists(numberingXml);
  const styles = readStyles(stylesXml);
  const counters = new Map<string, number[]>();

  const inherited = <K extends keyof Style>(id: string | undefined, key: K): Style[K] => {
    for (let style = id, hops = 0; style !== undefined && hops < 12; hops++) {
      const value = styles.get(style)?.[key];
      if (value !== undefined) return value;
      style = styles.get(style)?.basedOn;
    }
    return undefined;
  };

  return {
    heading(style) {
      const outline = inherited(style, 'outline');
      if (outline !== undefined && outline < 9) return outline + 1;
      const named = /^heading (\d)/i.exec(inherited(style, 'name') ?? '')?.[1];
      return named === undefined ? undefined : Number(named);
    },
    next(ownId, ownLevel, style) {
      const numId = ownId ?? inherited(style, 'numId');
      const level = ownLevel ?? inherited(style, 'level') ?? 0;
      const num = numId === undefined || numId === '0' ? undefined : nums.get(numId);
      const levels = num && abstracts.get(num.abstract);
      const at = levels?.[level];
      if (!num || !levels || !at || at.format === 'bullet') return '';
      const key = num.restarts ? `num ${numId}` : num.abstract;
      const counts = counters.get(key) ?? [];
      counts.length = level + 1;
      counts[level] = (counts[level] ?? at.start - 1) + 1;
      counters.set(key, counts);
      return at.text.replace(/%(\d)/g, (_, n: string) => {
        const i = Number(n) - 1;
        return write(counts[i] ?? levels[i]?.start ?? 1, levels[i]?.format ?? 'decimal');
      });
    },
  };
}

function readLists(xml: string) {
  const abstracts = new Map<string, Level[]>();
  const nums = new Map<string, { abstract: string; restarts: boolean }>();
  let abstract: Level[] | undefined;
  let level: Level | undefined;
  let num: string | undefined;
  walk(xml, (tag, attribute) => {
    const value = attribute('val') ?? '';
    if (tag === 'abstractNum') {
      num = undefined;
      abstract = [];
      abstracts.set(attribute('abstractNumId') ?? '', abstract);
    } else if (tag === 'lvl' && abstract && num === undefined) {
      level = { start: 1, format: 'decimal', text: '' };
      abstract[Number(attribute('ilvl') ?? 0)] = level;
    } else if (tag === 'num') {
      num = attribute('numId') ?? '';
      level = undefined;
    } else if (tag === 'abstractNumId' && num !== undefined)
      nums.set(num, { abstract: value, restarts: false });
    else if (tag === 'startOverride' && num !== undefined) {
      const known = nums.get(num);
      if (known) known.restarts = true;
    } else if (level && tag === 'start') level.start = Number(value);
    else if (level && tag === 'numFmt') level.format = value;
    else if (level && tag === 'lvlText') level.text = value;
  });
  return { abstracts, nums };
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  walk(xml, (tag, attribute) => {
    const value = attribute('val');
    if (tag === 'style') {
      style = {};
      styles.set(attribute('styleId') ?? '', style);
    } else if (!style || value === undefined) return;
    else if (tag === 'basedOn') style.basedOn = value;
    else if (tag === 'name') style.name = value;
    else if (tag === 'numId') style.numId = value;
    else if (tag === 'ilvl') style.level = Number(value);
    else if (tag === 'outlineLvl') style.outline = Number(value);
  });
  return styles;
}

function walk(
  xml: string,
  visit: (tag: string, attribute: (name: string) => string | undefined) => void,
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    visit(tag.name.replace(/^.*:/, ''), (name) => {
      const value = tag.attributes[`w:${name}`] ?? tag.attributes[name];
      return typeof value === 'string' ? value : undefined;
    });
  });
  parser.write(xml).close();
}

const FIGURES = '〇一二三四五六七八九';

/** A count in one of Word's number formats; formats nobody uses for Chinese lists fall back to Arabic. */
function write(n: number, format: string): string {
  if (/^(?:chinese|japaneseCounting|taiwaneseCounting|ideographTraditional)/.test(format))
    return numeral(n);
  if (format === 'ideographDigital') return [...String(n)].map((d) => FIGURES[Number(d)]).join('');
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((n - 1) % 26) + 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + ((n - 1) % 26) + 1);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
  if (format === 'bullet' || format === 'none') return '';
  return String(n);
}

function numeral(n: number): string {
  if (n < 10) return FIGURES[n] ?? '';
  if (n < 20) return `十${n > 10 ? FIGURES[n - 10] : ''}`;
  if (n < 100) return `${FIGURES[Math.floor(n / 10)]}十${n % 10 ? FIGURES[n % 10] : ''}`;
  return String(n);
}
