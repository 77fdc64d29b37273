import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBER, readFigures, readNumber } from '../../src/text/number.ts';

test.each([
  ['0', 0],
  ['3200', 3200],
  ['1,200', 1200],
  ['1,200.5万', 12_005_000],
  ['12,345,678', 12_345_678],
  ['3.2亿', 320_000_000],
  ['1.1亿', 110_000_000],
  ['1万亿', 1e12],
  ['３２００', 3200],
  ['2.5', 2.5],
  [' 7 ', 7],
  ['3千万', 30_000_000],
  ['5百', 500],
  ['1.5千万', 15_000_000],
  ['1亿2000万', 120_000_000],
  ['2千5百万', 25_000_000],
  ['3万5', 35_000],
])('%s in figures is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['零', 0],
  ['〇', 0],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['两百', 200],
  ['一百零五', 105],
  ['一百十五', 115],
  ['一百一十五', 115],
  ['三百五', 350],
  ['百五', 150],
  ['一千零五十', 1050],
  ['两千五', 2500],
  ['三千二百', 3200],
  ['一万零五', 10_005],
  ['一万五', 15_000],
  ['三万二千五', 32_500],
  ['十万', 100_000],
  ['百万', 1_000_000],
  ['两百万', 2_000_000],
  ['三千二百万', 32_000_000],
  ['一亿', 100_000_000],
  ['一亿二', 120_000_000],
  ['一亿二千万', 120_000_000],
  ['一亿零五百万', 105_000_000],
  ['十二亿三千四百五十六万七千八百九十', 1_234_567_890],
  ['一万亿', 1e12],
  ['叁仟贰佰万', 32_000_000],
  ['零点五', 0.5],
  ['三点二亿', 320_000_000],
  ['十二点七五', 12.75],
  ['一点五千万', 15_000_000],
  ['零五', 5],
])('%s in numerals is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['二〇二二', 2022],
  ['二零二六', 2026],
  ['一九九八', 1998],
  ['一〇', 10],
  ['二六', 26],
])('%s figure by figure is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['', 'nothing'],
  ['万', 'a scale alone, as in 万元'],
  ['亿', 'a scale alone'],
  ['千', 'a scale alone, as in 千家'],
  ['两三', 'about two or three'],
  ['二三', 'about two or three'],
  ['三五', 'some'],
  ['十四五', 'the fourteenth plan of five years'],
  ['七八十', 'about seventy or eighty'],
  ['一二三四', 'a list'],
  ['1,3', 'items 1 and 3'],
  ['1、3', 'items 1 and 3'],
  ['12,34', 'no group of thousands'],
  ['1.2.3', 'a section number'],
  ['百千', 'scales out of order'],
  ['万万', 'scales out of order'],
  ['3万50', 'not settled: 30050 or a slip'],
  ['xx', 'a masked figure'],
  ['**', 'a masked figure'],
  ['几十', 'some'],
  ['若干', 'some'],
  ['三点', 'a time'],
  ['一家', 'a number with its measure'],
  ['constructor', 'no word of the tables'],
])('%s is not one number: %s', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

describe('in running text', () => {
  const found = (text: string) =>
    [...text.matchAll(new RegExp(NUMBER, 'gu'))]
      .map((m) => readNumber(m[0]))
      .filter((n) => n !== undefined);

  test.each([
    ['完成技改项目6个，投资三千二百万元', [6, 32_000_000]],
    ['累计10亿，本月1.2亿', [1e9, 1.2e8]],
    ['投入1亿2000万元，新增用工1,200人', [1.2e8, 1200]],
    ['下降零点五个百分点', [0.5]],
    ['产茶3千克', [3]],
    ['兑现2千万元', [2e7]],
    ['单位：万元', []],
    ['第1,3项', [1, 3]],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  test('a time of day is no decimal', () => {
    expect('三点五十分'.match(new RegExp(NUMBER, 'u'))?.[0]).toBe('三');
  });
});

const FIGURES = '零一二三四五六七八九';

/** Writes 1–9999 in numerals. */
function section(n: number, leading: boolean): string {
  let out = '';
  let gap = !leading && n < 1000;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap ||= out !== '';
    else {
      out += `${gap ? '零' : ''}${FIGURES[digit]}${name}`;
      gap = false;
    }
  }
  return out;
}

/** Writes a whole number up to 10¹² as a schoolbook does: 万 and 亿, 零 in gaps. */
function numerals(n: number): string {
  const parts = [
    { value: Math.floor(n / 1e8), name: '亿' },
    { value: Math.floor(n / 1e4) % 1e4, name: '万' },
    { value: n % 1e4, name: '' },
  ];
  let out = '';
  let skipped = false;
  for (const { value, name } of parts) {
    if (value === 0) {
      skipped = out !== '';
      continue;
    }
    const written = section(value, out === '');
    out += skipped && !written.startsWith('零') ? `零${written}${name}` : written + name;
    skipped = false;
  }
  return out || '零';
}

describe('whatever number is written is read back', () => {
  const whole = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }),
    fc.nat({ max: 2 ** 31 - 1 }),
    fc.maxSafeNat().map((n) => n % 1e12),
  );

  test('in numerals', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(readNumber(numerals(n))).toBe(n);
      }),
    );
  });

  test('in the capital numerals of invoices', () => {
    const capital = (s: string) => {
      const pairs = [
        '一壹',
        '二贰',
        '三叁',
        '四肆',
        '五伍',
        '六陆',
        '七柒',
        '八捌',
        '九玖',
        '十拾',
        '百佰',
        '千仟',
      ];
      return [...s].map((c) => pairs.find((p) => p[0] === c)?.[1] ?? c).join('');
    };
    fc.assert(
      fc.property(whole, (n) => {
        expect(readNumber(capital(numerals(n)))).toBe(n);
      }),
    );
  });

  test('in figures with thousands divided', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(readNumber(n.toLocaleString('en-US'))).toBe(n);
      }),
    );
  });

  test('in 万 with decimals', () => {
    const wan = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(wan, (n) => {
        expect(readNumber(`${n / 100}万`)).toBe(n * 100);
      }),
    );
  });

  test('figure by figure, as years are', () => {
    const written = (y: number) => [...String(y)].map((d) => FIGURES[Number(d)]).join('');
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
        expect(readNumber(written(year))).toBe(year);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99 }), (short) => {
        expect(readFigures(written(short))).toBe(short);
      }),
    );
  });
});

test('no text makes it throw or answer NaN', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'零〇一二两三四五六七八九十百千万亿点0123456789,.,，元 第'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (s) => {
      const n = readNumber(s);
      expect(n === undefined || (Number.isFinite(n) && n >= 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
