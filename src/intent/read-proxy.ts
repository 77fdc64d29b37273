import { asksOutright } from '../text/asks.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';
import { even, takeSource } from './source-words.ts';

/** What stands in a 代填: for whom where the opening names it, the report's own words, and the source. */
export type ProxyWords = { whom?: string; said: string; source: string };

const ASKED = '(?:请|麻烦)?(?:你)?';
const FILL =
  '(?:填报|填写|填|上报|补报|报送|报告|报|进展|情况|补录|补填|登记|录入|反馈|录)(?:一下|个|上)?';
/** What the names of bodies end in, so that 代建项目已填方 opens nothing. */
const BODY = '(?:局|委|办|中心|镇|乡|公司|区|部|院|会|行|站|所|集团|单位|街道|园|县|校)';
const SAID = '(?:[\\s:,]+|(?=第|本月|上月|\\d{1,2}月|已|全部))';

/** 代填 科技经信局 第1项已完成. */
const PLAIN =
  /^(?:请|麻烦)?(?:帮|替)?(?:代填|代报|代为填报|补录|补填)(?!表|单|内容|材料)[\s:,]*(?<rest>[\s\S]+)$/u;
/** 代统计局填：第1项已完成, 帮开发区报 第2项正在推进; never 帮我报. */
const FOR_SOMEBODY = new RegExp(
  `^${ASKED}(?:帮忙|帮|替|代|为|录入|登记)(?:着)?(?!我|本|咱|自己|大家)(?:(?<whom>[^\\s:,。;第]{1,20}?${BODY})(?:的)?(?:同志)?[\\s:,]*(?:代)?${FILL}${SAID}|(?<=代)(?<other>[^\\s:,。;第]{1,8}?)${FILL}${SAID}(?=第|.{0,6}第))(?<rest>[\\s\\S]+)$`,
  'u',
);
const WHEN = '(?:刚才|刚刚|刚|今天|昨天|上午|下午)?';
const CAME = '电话|来电|口头|当面|书面|短信|微信|传真|邮件|来函|来文|会上';
/** 吴主任, 联络员小李, 老李, 李工: who of the unit it was. */
const PERSON =
  '那边|这边|方面|联络员\\p{Script=Han}{0,4}|同志|\\p{Script=Han}{1,3}(?:主任|局长|书记|镇长|乡长|科长|股长|所长|站长|经理|同志|总|工|联络员)|[老小]\\p{Script=Han}';
/** 刚才电话：, 打了一圈电话，, 电话记录：: how what follows was heard. */
const CALLED_ABOUT = `${WHEN}(?:我)?(?:打了?|接到?|收到?)?(?:一圈|一通|几个|个)?(?<how>${CAME})(?:记录|纪要|汇总|沟通|了解|问了?|摸底|催了?|情况|一圈|一下|里)*[:,，：]\\s*`;
const TELLS = '(?:上报|报告|报送|报|进展|反映|反馈|告知|说明|说|讲|答复|回复)';
/** 财政局电话报：资金已兑现, 财政局：资金已兑现: what a unit told whoever writes; the way it came is the source. */
const HEARD_FROM = new RegExp(
  `^(?:(?<note>${CAME})(?:记录|纪要)?[:,]\\s*)?${WHEN},?(?:据|接到?|收到|听)?(?<whom>[^\\s:,。;第]{1,20}?${BODY})的?(?:${PERSON})?${WHEN}(?:(?:来|打|打来|用|通过|在|以)?的?(?<how>${CAME})(?:里|中|材料|资料)?来?(?:${TELLS}?[了称]?(?:(?<colon>:)|[\\s,]+|(?=第))|${TELLS}[了称]?(?!不))|${TELLS}[了称]?(?:(?<colon2>:)|[\\s,]+|(?=第)|(?<=(?:${PERSON})${WHEN}${TELLS}[了称]?)|(?<=^(?:${CAME})(?:记录|纪要)?[:,].*))|(?<colon3>:))\\s*(?<rest>[\\s\\S]{3,})$`,
  'u',
);

/** 刚才电话：财政局第1项办完了. */
const CALLED = new RegExp(
  `^${CALLED_ABOUT}(?<whom>[^\\s:,。;第]{1,20}?${BODY})的?(?:${PERSON})?${WHEN}(?:${TELLS}[了称]?)?[:,\\s]*(?<rest>[\\s\\S]{3,})$`,
  'u',
);

/** 帮我记一下, before the report or behind it. */
const NOTE_DOWN = new RegExp(
  verbose`
    ^(?:请|麻烦)?你?(?:帮|替|给)?我?(?:记|登记|记录|录)(?:一下|下|个)[:：,，\s]*
    |[,，。;；\s]+(?:请|麻烦)?你?(?:(?:帮|替|给)我?)?(?:记|登记|记录|录|填|报)(?:一下|下|上)
    [。.]?$
  `,
  'gu',
);

/** （电话，张三） at the end: how the office heard of it and from whom. */
const SOURCE = /[(（](?<source>[^()（）]{1,60})[)）]\s*[。.]?\s*$/u;
const HEARD =
  /电话|来电|口头|当面|纸质|书面|传真|短信|微信|邮件|会上|会议|来函|来文|报表|材料|反映|告知/u;
const SPOKEN_SOURCE = new RegExp(
  `[,，;；。\\s]+(?<source>经?(?:\\d{1,2}[月./]\\d{1,2}[日号]?)?[^,，;；。\\d\\s]{0,8}(?:${HEARD.source})[^;；。]{0,20})[。.]?$`,
  'u',
);

/** （电话，张三）, 微信 3月2日: who told it, or when; 说河道的事不归他们 tells something else. */
const WHO = `${PERSON}|(?!.*[说讲不没未已在了把将要请])\\p{Script=Han}{2,4}|[\\d月日号/.-]{1,11}`;
const SOURCE_ALONE = new RegExp(
  `^(?:来源)?[:,\\s]*(?:就?是|通过|用|他们|对方|单位)*(?<source>[^,;。?第\\d]{0,6}?(?:${HEARD.source}|现场)(?:材料|记录|文件|通知|报表)?(?:[,(:\\s]+(?:${WHO})[)]?)?)(?:来的|说的|报的|报来的|过来的)?[。.]?$`,
  'u',
);

/** 电话, 纸质材料, 是他们打电话说的: how it came and nothing else, as the answer to that question. Pure. */
export function readSourceAlone(text: string): string | undefined {
  const said = text.trim();
  const source = SOURCE_ALONE.exec(even(said))?.groups?.source;
  if (source === undefined) return undefined;
  const at = even(said).indexOf(source);
  return said.slice(at, at + source.length);
}

/** （资料未交）, 材料已报: part of the report, and no source. */
const TELLS_STATE = /已|未|没|还|正在?|完成|办结|推进|差|缺|等|待|拟|将|预计/u;

/** Whether a message opens as one that is filled in for another unit: 代填…, 代财政局报…, 帮开发区填…. Pure. */
export function opensProxy(text: string): boolean {
  const evened = even((takeSource(text) ?? { said: text }).said.trim());
  return (PLAIN.exec(evened)?.groups?.rest ?? '').length > 3 || FOR_SOMEBODY.test(evened);
}

/** 供电公司11月第3项其实没投运，改成进行中: what a unit's report said is taken back; the rest is as for any 代填. */
const TAKES_BACK = verbose`
  其实|实际上?(?:并?没|并?未|还|尚|仍|不)|事实上|并(?:没|未)
  |(?:改|更正|订正|纠正|调整)(?:回|为|成)(?:还|仍|正)?(?:在|没有?|未|尚未)?
  (?:进行|推进|办理|完成|办结|启动)
  |[报填说写弄]错了?|误报|[虚假]报
`;

/** Whether the office takes back what a unit reported of one of its items: the unit stands first, then the number. Pure. */
export function takesBack(text: string, unit: { at: number; length: number }): boolean {
  if (asksOutright(text) || unit.at > 2) return false;
  const rest = even(text).slice(unit.at + unit.length);
  return (
    /^[^,;。]{0,12}第\d|^[^,;。]{0,12}第[一二三四五六七八九十]/u.test(rest) && TAKES_BACK.test(rest)
  );
}

/**
 * The body whose words a message writes down: 财政局电话报：…, 财政局：…; `isQuoted` where a colon leaves no doubt. Only names
 * tell whether it is a unit. Pure.
 */
export function heardFrom(
  text: string,
): { whom: string; how?: string; isQuoted: boolean } | undefined {
  const evened = even(text.trim().replace(NOTE_DOWN, ''));
  const groups = (HEARD_FROM.exec(evened) ?? CALLED.exec(evened))?.groups;
  const { whom, colon, colon2, colon3 } = groups ?? {};
  const how = groups?.how ?? groups?.note;
  if (!whom || asksOutright(text)) return undefined;
  const isQuoted = (colon ?? colon2 ?? colon3) !== undefined;
  return { whom, isQuoted, ...(how ? { how } : {}) };
}

/** 代填, 刚问了, 据: what may stand before the unit whose words follow. */
const BEFORE_NAME = new RegExp(
  `^[\\s\\d.、(（)）:,，：]*(?:(?:请|麻烦)?(?:帮|替)?(?:代填|代报|补录|补填)|(?:${CALLED_ABOUT})?${WHEN}[,，]?(?:据|听|接到?|收到|问了?(?:一下)?|从|跟|和|与|给)?)[\\s:,，：]*$`,
  'u',
);

/** The unit whose name a text begins with, under its name in the list: 林业局油茶基地还没验收, 刚问了财政局，… Pure. */
export function namedAtHead(text: string, units: UnitNames): string | undefined {
  const folded = fold(text);
  const [first] = findUnits(folded, units);
  return first && BEFORE_NAME.test(folded.slice(0, first.at)) ? first.name : undefined;
}

/** Takes a 代填 apart; the words are as written. Pure. */
export function readProxy(text: string): ProxyWords {
  const named = takeSource(text);
  const written = (named?.said ?? text).trim().replace(NOTE_DOWN, '');
  const evened = even(written);
  const opening =
    PLAIN.exec(evened) ??
    FOR_SOMEBODY.exec(evened) ??
    HEARD_FROM.exec(evened) ??
    CALLED.exec(evened);
  const { whom, other, note, how = note, rest: tail } = opening?.groups ?? {};
  const rest = tail === undefined ? written : written.slice(written.length - tail.length).trim();
  const body = whom ?? other;
  const of = body ? { whom: body } : {};
  if (named) return { ...of, said: rest, source: named.source };
  const m = [SOURCE.exec(rest), SPOKEN_SOURCE.exec(rest)].find(
    (found) => found && !TELLS_STATE.test(found.groups?.source ?? ''),
  );
  return {
    ...of,
    said: m ? rest.slice(0, m.index).trim() : rest,
    source: m ? (m.groups?.source ?? '').trim() : (how ?? ''),
  };
}
