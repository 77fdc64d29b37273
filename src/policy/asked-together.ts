import { asks } from '../text/asks.ts';

/** What of a matter may be asked for by its name alone. */
const PART_OF =
  '(?:申报|申请|办理|补助|补贴|奖励|截止)?(?:比例|期限|上限|额度|金额|标准|条件|材料|流程|程序|时间|对象|范围|电话|地点)';

const AND = '(?:和|与|及|以及|、|跟|还有)';

/** 国家级小巨人和省级绿色工厂各奖多少. */
const EACH = new RegExp(
  `^(.{2,}?)${AND}(.{2,}?)[,，]?(?:各自?|分别)(?:都|是|能|可以|会|要)*(.{2,})$`,
);

/** 贷款贴息的比例和期限是多少. */
const PARTS = new RegExp(
  `^(.{2,}?)的?(${PART_OF})${AND}(${PART_OF})((?:各|分别|都|是|为|有)*(?:什么|多少|哪些|多久|啥)?)$`,
);

const NAMED = new RegExp(`${PART_OF}$`);

/** 公示几天; 过几天 asks nothing. */
const COUNTS = /(?<![过这那好前后十])几(?:[天年次户人万成]|个[月工])/;

/** What may stand between two questions. */
const BETWEEN = /[?？;；。]+|[,，、]+(?:还有|以及|另外|再就是|同时)?|(?:还有|以及|另外)(?=.{2,})/;

const LEAD = /^(?:还有|以及|另外|再就是|再问一?下|再问|同时|并且|那么|请问)[,，]?/;

/**
 * The questions that one text asks, each with what it shares with the others: 首次入规奖多少？研发补助最高多少？,
 * 小巨人和绿色工厂各奖多少, 贴息比例和期限; a single one where it asks but one.
 */
export function askedTogether(text: string): string[] {
  return joinIdle(text.trim().split(BETWEEN)).flatMap((part) => spread(part.replace(LEAD, '')));
}

/** A piece that asks nothing belongs to the next one that does, as it was written. */
function joinIdle(pieces: string[]): string[] {
  const parts: string[] = [];
  let waiting = '';
  for (const piece of pieces.map((p) => p.trim()).filter((p) => p !== '')) {
    const whole = waiting === '' ? piece : `${waiting}，${piece}`;
    const isAsked = asks(piece) || COUNTS.test(piece) || NAMED.test(piece);
    if (isAsked) parts.push(whole);
    waiting = isAsked ? '' : whole;
  }
  if (waiting === '') return parts;
  const last = parts.pop();
  return [...parts, last === undefined ? waiting : `${last}，${waiting}`];
}

function spread(part: string): string[] {
  const [, first, second, tail] = EACH.exec(part) ?? [];
  if (first && second && tail && asks(tail)) return [first + tail, second + tail];
  const [, subject, one, other, asked] = PARTS.exec(part) ?? [];
  if (subject && one && other) return [subject + one + asked, subject + other + asked];
  return [part];
}
