import { findPoints, normalise } from '../calendar/moments.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { roleOf } from './headers.ts';

const NOT_TITLE = verbose`
  ^[•·●*]|^[一二三四五六七八九十]{1,3}、|^[(（][一二三四五六七八九十]{1,3}[)）]
  |(?:发布|生成|公开|成文)(?:日期|时间)|浏览(?:次数|量)|点击[数量]|来源\s*[:：]|索\s*引\s*号
  |字体|^[（(][^）)]*(?:日|印发|通过|会议)[^）)]*[）)]$|^附\s*件|^附[:：]
  |^\s*(?:单位|填报|填表|制表|日期|时间|编制|密级|联系)[^，。]{0,10}[:：]|〔\d{4}〕
  |\[\d{4}\]\d*号|^[\d\s年月日./-]+$|^第.{1,4}页|^(?:绝密|机密|秘密|内部|特急|加急|平急)
  |文件$|[:：]$
`;
/** （2022－2023年）, （征求意见稿）; not （2022年2月5日印发）. */
const BRACKET_ONLY = /^[（(【〔](?![^）)]*(?:日|印发|通过|会议))[^）)]*[）)】〕]$/u;
const ENDS_TITLE =
  /(?:方案|计划|安排|表|清单|台账|分解|要点|意见|通知|一览|明细|任务|工作|办法|措施|分工|细则|规划|行动|汇总|纲要|目标)(?:[（(][^）)]*[）)])?$/u;

/** The title that a run of lines holds: the last fitting one (above a table) or the first (of a document). */
export function findTitle(lines: string[], from: 'last' | 'first'): string {
  const fitting = lines
    .map((l) => l.replace(/[\s\u3000]+/gu, ' ').trim())
    .map((text) => ({
      text,
      fits:
        text.length >= 5 &&
        roleOf(/^([^:：]{2,8})[:：]/u.exec(text)?.[1] ?? '') === undefined &&
        text.length <= 80 &&
        !NOT_TITLE.test(text) &&
        !/[。；，,;]$/u.test(text),
    }));
  const start =
    from === 'first' ? fitting.findIndex((l) => l.fits) : fitting.findLastIndex((l) => l.fits);
  if (start < 0) return '';
  let [first, last] = [start, start];
  // A title may be broken over lines: a part in brackets, or a part that no title ends with.
  const isBroken = (line: string, next: string) =>
    BRACKET_ONLY.test(next) ||
    (!BRACKET_ONLY.test(line) &&
      (!ENDS_TITLE.test(line) || /^(?:任务|实施|工作|重点|目标|责任)/u.test(next)) &&
      ENDS_TITLE.test(next));
  if (from === 'first') {
    for (let next = fitting[last + 1]; next?.fits && last - first < 2; next = fitting[last + 1]) {
      if (!isBroken(fitting[last]?.text ?? '', next.text)) break;
      last++;
    }
  } else {
    for (
      let before = fitting[first - 1];
      before?.fits && last - first < 2;
      before = fitting[first - 1]
    ) {
      if (!isBroken(before.text, fitting[first]?.text ?? '')) break;
      first--;
    }
  }
  return fitting
    .slice(first, last + 1)
    .map((l) => l.text)
    .join('');
}

/** The title of the document that a notice issues (印发《…》的通知), where it stands again above its text. */
export function innerTitle(lines: string[]): string | undefined {
  const plain = (text: string) => text.replace(/[\s\u3000]/gu, '');
  for (const [i, line] of lines.entries()) {
    const named = /印发(.+?)的?(?:通知|函)$/u.exec(plain(line))?.[1];
    const inner = named?.replace(/^《(.*)》$/u, '$1');
    if (inner === undefined) continue;
    for (let from = i + 1; from < lines.length; from++) {
      // It may be broken over two lines.
      for (const last of [from, from + 1]) {
        const joined = lines
          .slice(from, last + 1)
          .map(plain)
          .join('');
        if (joined === inner) return joined;
      }
    }
  }
  return undefined;
}

/** The year plays no part in finding a month. */
const ANY_YEAR = 2000;

/** Years that a text names, in order: `2022－2023年`, `2024年度`, `二〇二三年`. */
export function yearsIn(text: string): number[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return [
    ...plain.matchAll(
      /(?<!\d)(20\d\d)(?!\d)(?=年|[-—–~至]+20\d\d|\b)|([二][〇○零一二三四五六七八九]{3})年/gu,
    ),
  ].flatMap((m) => readNumber((m[1] ?? m[2] ?? '').replace(/○/g, '〇')) ?? []);
}

/** The one month, quarter or half year that a title is for: 2025年5月份重点工作安排; none where it names a span or a day. */
export function periodOfTitle(title: string): string | undefined {
  const plain = normalise(title);
  const parts = findPoints(plain, ANY_YEAR).filter((p) => !/^20\d\d年?度?$/u.test(p.words));
  const [only, second] = parts;
  if (!only || second || /[\d一二三四五六七八九十][日号]|前|底|末/u.test(only.words))
    return undefined;
  const rest = plain.slice(only.end);
  // 2024年12月经济工作会议任务分解 is for what follows the meeting.
  return /工作|任务|事项|计划|安排/u.test(rest) && !/会议|精神|以来/u.test(rest)
    ? only.words
    : undefined;
}
