import { verbose } from '../text/verbose.ts';
import { type Day, splitDay } from './county-time.ts';
import { findPoints, normalise } from './moments.ts';

/** When one may apply, as a clause says it; days are included. */
export type Window = {
  /** 第二批, where the clause has several. */
  batch?: string;
  from?: Day;
  until: Day;
  /** How sure the year is: written, of every year, that of the document, or nowhere said. */
  year: 'written' | 'yearly' | 'of document' | 'unknown';
};

const BATCH = /(?:第[一二三四五六七八九十\d]{1,2}|首)(?:批次?|期|轮)/g;

/** Times that are no days: 10月20日17:00前, 17时30分前. */
const HOUR = /(?<=[日号])(?:[上下]午)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分|半)?)/g;

/** What is done within other days of such a clause: 2025年1月至12月期间购置的设备. */
const OTHERS = verbose`
  ^[^，。；]{0,3}(?:
    期间|拨付|兑付|兑现|发放|公示|公布|评审|审核|验收|认定|购置|购买|新增|投资|投产|建成
    |竣工|开工|完成|实现|毕业|签订|缴纳|举办|起?(?:施行|执行|实施)
  )
  |^[^，。；]{0,8}(?:拨付|兑付|兑现|到账|公示名单)
`;

/** What whoever applies does by a day, or what ends on it. */
const APPLIES =
  /申[报请领]|报名|受理|提交|递交|报送|上报|填报|征集|截止|认领|登录|交[至到]|送[至达交]|(?<!汇)报(?=[县市区省州局]|至|到)/;

/** What somebody is or has by the day, and what offices do: 2023年12月31日前登记注册, 于12月11日前完成初核. */
const IS_OR_HAS = verbose`
  ^[^,。;]{0,8}(?:
    注册|登记|成立|设立|营业|实缴|入库|入规|投入|达到|付款|支付|消费|用电|纳税|取得|获得
    |初核|初审|核查|汇总
  )
  |^[^,。;]{0,30}(?:达到|投入)[^,。;]{0,20}的
`;

/** Filing on paper goes on when filing as such has closed. */
const ON_PAPER = /纸质|书面|原件|盖章/;

/** 第一批3月1日至4月15日: a part of a sentence that is nothing but a time. */
const BARE = /^(?:其中|[自从于在为至到起截止每年-]|即日|[:、])*$/;

const LEADS = /(?:[至到]|截[至止](?:时间|日期)?(?:[为是在到至]|:)*)$/;

/** 3月1日起至4月15日. */
const JOINS = /^(?:起|开始)?[-至到]$/;

const YEARLY = /每年|逐年|每一?年度/;

/**
 * The windows of a clause in its order. `documentYear`: of what year the document is; `today`: a window of every year is
 * the one that holds today, else this year's. Pure.
 */
export function readWindows(text: string, documentYear: number | undefined, today: Day): Window[] {
  const plain = normalise(text).replace(HOUR, '');
  const isYearly = YEARLY.test(plain);
  const thisYear = splitDay(today).year;
  const read = (year: number) => windowsOf(plain, year);
  if (!isYearly) {
    const unsaid = documentYear === undefined ? 'unknown' : 'of document';
    return read(documentYear ?? thisYear).map(({ isWritten, ...window }) => ({
      ...window,
      year: isWritten ? 'written' : unsaid,
    }));
  }
  const before = read(thisYear - 1);
  return read(thisYear).map(({ isWritten, ...window }, i) => {
    const last = before[i];
    const runs = last !== undefined && last.until >= today && last.until < window.until;
    return {
      ...window,
      ...(runs ? { from: last.from ?? window.from, until: last.until } : {}),
      year: isWritten ? 'written' : 'yearly',
    };
  });
}

type Read = Omit<Window, 'year'> & { isWritten: boolean };

function windowsOf(plain: string, year: number): Read[] {
  const points = findPoints(plain, year);
  const windows: Read[] = [];
  let isWritten = false;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (!point) continue;
    isWritten ||= /\d{4}|[〇零二]\S?[〇零]/.test(point.words) || point.words.startsWith('今年');
    const before = plain.slice(0, point.at);
    const next = points[i + 1];
    const isSpan = next !== undefined && JOINS.test(plain.slice(point.end, next.at));
    const last = isSpan ? next : point;
    if (isSpan) i++;
    const behind = plain.slice(last.end);
    if (OTHERS.test(behind) || IS_OR_HAS.test(behind)) continue;
    if (!isToApply(plain, points, point.at)) continue;
    // 2025年度 says of which year, and not until when.
    const isPeriod = point.first !== point.last && !/^\d{4}年度?$/.test(point.words);
    if (!isSpan && !point.strong && !LEADS.test(before) && !isPeriod) continue;
    const isDeadline = !isSpan && (point.strong || LEADS.test(before));
    const batch = [...before.matchAll(BATCH)].at(-1)?.[0];
    windows.push({
      ...(batch ? { batch } : {}),
      ...(isDeadline ? {} : { from: point.first }),
      until: last.last,
      isWritten,
    });
  }
  return windows;
}

/** Whether the part of a sentence that holds this place speaks of applying; a bare time goes on from what is before it. */
function isToApply(plain: string, points: { at: number; end: number }[], at: number): boolean {
  const sentence = Math.max(plain.lastIndexOf('。', at), plain.lastIndexOf('\n', at)) + 1;
  const start = Math.max(sentence, plain.lastIndexOf(',', at) + 1, plain.lastIndexOf(';', at) + 1);
  const length = plain.slice(at).search(/[,;。\n]/);
  const end = length < 0 ? plain.length : at + length;
  const own = points.filter((p) => p.at >= start && p.end <= end);
  const rest = own
    .reduceRight(
      (t, p) => t.slice(0, p.at - start) + t.slice(p.end - start),
      plain.slice(start, end),
    )
    .replace(BATCH, '');
  const said = BARE.test(rest) ? plain.slice(sentence, start) : rest;
  if (said === '') return sentence === 0;
  return APPLIES.test(said) && !ON_PAPER.test(plain.slice(sentence, end));
}

/** 首批 is the first. */
const numberOf = (batch: string) => batch.replace('首', '第一').replace(/次$/, '');

/** Those of the batch that a question names, all where it names none or the clause knows none. */
export function ofBatch(windows: Window[], question: string): Window[] {
  const asked = question.match(BATCH)?.map(numberOf) ?? [];
  const named = windows.filter(({ batch }) => batch && asked.includes(numberOf(batch)));
  return named.length > 0 ? named : windows;
}
