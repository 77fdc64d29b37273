import { readMetrics, readShares } from '../text/metrics.ts';
import { verbose } from '../text/verbose.ts';
import type { Amount, Measure } from './amount.ts';
import { indicatorKey } from './indicator-key.ts';

/** A numeric target as a plan or a policy states it. */
export type ParsedTarget = Amount & {
  name: string;
  key: string;
  measure: Measure;
  /** 不低于 and 以上, 不高于 and 以内, 左右. */
  bound: 'at-least' | 'at-most' | 'about';
  scope: 'county' | 'city';
  /** The year the sentence names, if one. */
  year?: number;
  /** The sentence it was read from. */
  text: string;
};

/** Units in which results are counted; 场, 次 and 期 count activities. */
const COUNTED = /^(?:[千万亿]*(?:元|吨|千瓦时|度|平方米|亩)|[万亿]|家|户|个|项|人|名|台|套|件)$/u;

/** What sums of money in conditions and rewards look like: they are no targets. */
const NO_TARGET =
  /奖励|奖补|补助|补贴|给予|资助|最高|封顶|罚款|注册资本|每[家户个亩人]|一次性|贷款额度|不超过.{0,6}万元|满\d|对.{1,20}的企业/u;
/** What has been reached is a report, not a target. */
const PAST = /已经?|目前|去年|上年|同期|截至|获评|共有|累计实现|成功/u;
const GOAL = verbose`
  力争|确保|争取|努力|目标|不低于|不少于|不高于|不超过|以上|以内|突破|超过|达到?|保持|稳定
  |左右|全年|年内|力保|完成|实现|新增|净增|培育|增长|下降|降低|提高|引进|控制
`;

/** Words between an indicator and its figure. */
const LINK = verbose`
  (?:同比|年均|累计|总量|总数)?(?:力争|确保|争取|努力|预计|计划|拟|要|能|将|全年|年内)*
  (?:实现|完成)?(?:正?增长|增速|增幅|提高|上升|下降|降低|增加)?(?:力争|确保)?(?:
    达到?|突破|超过?|不低于|不少于|不高于|不超过|完成|实现|保持在?|稳定在?|控制在|大于|为|是
    |在|约|至|到|:|：|=|[—-]
  )*(?:同比)?(?:正?增长|增速|增幅|提高|下降|降低)?
  (?:不低于|不少于|不高于|不超过|达到?|约|为|到|至)?\s*$
`;

/** Verbs that are part of the indicator: what is counted is what comes new. */
const GAINS =
  '新增|净增|新培育|培育|引进|新认定|认定|签约|开工|竣工|投产|建成|创建|实施|推进|打造|盘活|处置|清理';

/** Everything before the indicator itself. */
const LEAD = verbose`
  ^.*(?:
    力争|确保|争取|努力|预计|计划|目标是?|全年|年内|今年|本年度?|\d{4}年(?:底|末|度)?|年底
    |季度|上半年|完成|实现|达成|推动|促进|其中|要求|安排|使|全县|全市|全区|[,:：、]
  )(?=.)
`;

/** What an indicator ends with, where no word says that it is a target. */
const HEADS = verbose`
  (?:
    产值|生产总值|增加值|营收|收入|税收|税额|利润|固投|投资|技改|高企|企业|主体|户|成交额
    |交易额|用电量|工厂|车间|平台|项目|园区|占比|比重|率|面积|资金|贷款|授信|进出口|零售额?
    |机构|人才|产量|能耗|投入|人数|就业
  )(?:总额|总量|总数|数|数量|增速|增幅)?$
`;

/**
 * The numeric targets of a text, in its order: levels, counts, growth rates and shares. Sentences that tell what has
 * been reached, conditions of support and masked figures give none. `isPlan`: all of it is meant for the year to come.
 */
export function readTargets(text: string, options: { isPlan?: boolean } = {}): ParsedTarget[] {
  const found: ParsedTarget[] = [];
  for (const sentence of text.normalize('NFKC').split(/[。;；!\n]/u)) {
    const year = yearOf(sentence);
    for (const clause of clausesOf(sentence)) {
      if (NO_TARGET.test(clause)) continue;
      if (PAST.test(clause) && !/力争|确保|争取|目标/.test(clause)) continue;
      if (!options.isPlan && !GOAL.test(sentence)) continue;
      for (const target of [...ratesIn(clause), ...levelsIn(clause)]) {
        const scope = /全市|市本级|市下达/.test(clause) ? 'city' : 'county';
        if (found.some((f) => f.key === target.key && f.measure === target.measure)) continue;
        found.push({ ...target, scope, ...(year ? { year } : {}), text: sentence.trim() });
      }
    }
  }
  return found;
}

/** Commas part indicators; 、 only where a figure stands before it. */
function clausesOf(sentence: string): string[] {
  return sentence.split(/(?<!\d),|,(?!\d{3}(?!\d))|(?<=[%家户个项元人]|以上|左右)[、和及与]/u);
}

function yearOf(sentence: string): number | undefined {
  const m = /(?:到|至)?(20\d{2})年/u.exec(sentence);
  return m ? Number(m[1]) : undefined;
}

type Bare = Omit<ParsedTarget, 'scope' | 'year' | 'text'>;

function levelsIn(clause: string): Bare[] {
  return readMetrics(clause).flatMap((m): Bare[] => {
    if (!COUNTED.test(m.unit)) return [];
    const before = clause.slice(0, m.at);
    const after = clause.slice(m.at + m.text.length);
    const amount = { value: String(m.value), unit: m.unit };
    const bound = boundOf(before, after);
    const ends = /^(?:以上|以下|以内|左右|及以上)?\s*(?=$|[.)(（）])/u.test(after);
    // Money before a noun is a threshold: 5000万元以上工业项目.
    const isMoney = /元|[万亿]$/u.test(m.unit);
    const name = ends ? nameBefore(before) : isMoney ? undefined : nameAfter(before, after);
    if (!name) return [];
    return [{ name, key: indicatorKey(name), measure: 'level', bound, ...amount }];
  });
}

function ratesIn(clause: string): Bare[] {
  return readShares(clause).flatMap((s): Bare[] => {
    const before = clause.slice(0, s.at);
    const after = clause.slice(s.at + s.text.length);
    if (!/^(?:以上|以下|以内|左右|及以上)?\s*(?=$|[.)(（）])/u.test(after)) return [];
    const name = nameBefore(before);
    if (!name) return [];
    const grows = /增长|增速|增幅|提高|上升|下降|降低/u.test(before);
    const isShare = /占比|比重|比例|强度|率\s*(?!增)/u.test(before);
    if (!grows && !isShare) return [];
    return [
      {
        name,
        key: indicatorKey(name),
        measure: grows ? 'growth' : 'ratio',
        bound: /下降|降低/u.test(before) ? 'at-most' : boundOf(before, after),
        value: `${/下降|降低/u.test(before) ? '-' : ''}${s.percent}`,
        unit: '%',
      },
    ];
  });
}

function boundOf(before: string, after: string): ParsedTarget['bound'] {
  if (/^(?:左右)/u.test(after) || /约\s*$/u.test(before)) return 'about';
  if (/^(?:以下|以内)/u.test(after) || /不高于|不超过|控制在/u.test(before)) return 'at-most';
  return 'at-least';
}

/** 规上产值|力争突破|200亿元: the words right before the figure, without what only leads to it. */
function nameBefore(before: string): string | undefined {
  const bare = before.replace(/^\s*(?:\d+|[一二三四五六七八九十]+)\s*[.、)]\s*/u, '');
  const gain = new RegExp(`(${GAINS})[^完成]{0,24}$`, 'u').exec(bare.replace(LINK, ''));
  const core = bare.replace(LINK, '');
  const name = (gain ? core.slice(gain.index) : core.replace(LEAD, '')).trim();
  return isName(name) ? tidy(name) : undefined;
}

/** 新增|60家|以上|高企. */
function nameAfter(before: string, after: string): string | undefined {
  const gain = new RegExp(`(${GAINS})\\s*$`, 'u').exec(before)?.[1];
  const noun = /^(?:以上|左右)?\s*([^\d,，.。()（）]{2,20})/u
    .exec(after)?.[1]
    ?.replace(/["“].*$/u, '');
  const name = gain && noun ? `${gain}${noun.trim()}` : undefined;
  return name && HEADS.test(name) ? tidy(name) : undefined;
}

function isName(name: string): boolean {
  const core = name.replace(/["'“”‘’]/gu, '');
  return (
    core.length >= 2 && core.length <= 30 && /\p{Script=Han}{2}/u.test(core) && HEADS.test(core)
  );
}

const tidy = (name: string) =>
  name.replace(/^[a-z\d+]*”|^[的是为将把]+/iu, '').replace(/\s+/gu, '');
