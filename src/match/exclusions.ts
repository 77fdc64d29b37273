import { splitSentences } from '../policy/sentences.ts';
import { verbose } from '../text/verbose.ts';
import {
  type Condition,
  conditionsOf,
  incidentsIn,
  negated,
  type Requirement,
} from './conditions.ts';
import type { ClauseText } from './offer.ts';
import { isIncident } from './subjects.ts';

/** What a firm must not be, in which clause that stands, and which clauses' benefits it is shut out of then. */
export type Exclusion = {
  requirement: Requirement;
  clause: ClauseText;
  covers: (clause: ClauseText) => boolean;
};

const GIVEN =
  '(?:予以?|给予|获得|享受|享有|参与|申[报请领]|支持|奖[励补]|补[助贴]|资助|扶持|兑现|纳入|列入|适用|推荐|受理|安排)';

/** Shuts out: 不得享受, 不予支持, 不再纳入, 取消奖补资格, 一票否决. */
const EXCLUDES = new RegExp(
  `(?:一律|原则上|均|则|将)*(?:不(?:得|能|可|予)?(?:再)?${GIVEN}|取消[^，。；]{0,12}(?:资格|奖[励补]|补[助贴]|待遇)|(?:实行|执行)?一票否决|不在[^，。；]{0,12}(?:范围|之列)|(?:停止|暂停)(?:享受|兑现|拨付|申报))`,
  'u',
);

/** 失信企业除外, beside what is given. */
const EXCEPT = /([^，。；（(：]{2,40})除外/u;

const HEADING =
  /(?:不予?(?:支持|奖[励补]|补[助贴]|享受|受理)|禁止|否决|负面|排除)[^，。；]{0,8}(?:情形|清单|事项|条件|条款)$/u;

/** Of papers, deadlines, frauds and benefits had twice, and of no firm for what it is. */
const OTHERWISE = /重复|同一|就高|已(?:经)?享受|逾期|骗取|弄虚作假|虚报|套取|挪用|材料|擅自/u;
/** What follows a fraud: 责令退回，列入失信名单. */
const PENALTY = /责令|追回|收回|退回/u;

const FIRM = /企业|单位|主体|公司|机构|厂|项目|法人/u;

/** An exclusion that holds for more than the benefits of its own clause. */
const WHOLE = verbose`
  本(?:措施|办法|政策|意见|细则|规定|方案|通知|若干)
  |(?:各|所有|任何|全部|一切)[项类]?[^，。；]{0,6}(?:政策|奖|补|扶持|支持|资金|优惠)
  |(?:以上|上述)[^，。；]{0,4}(?:各项|政策)
`;

/** What makes of several parts one case: each of them has to hold. */
const TOGETHER =
  /且|并(?!列)|同时|仍未|拒不|(?:未|尚未|没有)[^，。；]{0,8}(?:修复|整改|改正|缴清|结清)|情节/u;

/**
 * Whom a document shuts out, clause by clause, and the clauses that do nothing else. A sentence that shuts out says whom before
 * its verb; a list says it behind its colon or in the clauses below; `grants` tells which clauses give something. Pure.
 */
export function readExclusions(
  clauses: ClauseText[],
  grants: (clause: ClauseText) => boolean,
): { exclusions: Exclusion[]; taken: Set<ClauseText> } {
  const exclusions: Exclusion[] = [];
  const taken = new Set<ClauseText>();
  const leads: ClauseText[] = [];
  for (const clause of clauses) {
    const above = leads.findLast((l) => isBelow(clause, l))?.text ?? clause.headings.find(isLead);
    if (above) taken.add(clause);
    const cases = above
      ? casesIn(clause.text, { about: above, isOfFirms: true })
      : splitSentences(clause.text).flatMap((s) => {
          if (isLead(s)) leads.push(clause);
          if (isLead(s)) taken.add(clause);
          return readSentence(s, grants(clause));
        });
    const demands = above ? [] : never(clause.text);
    if (demands.length > 0 && isOfAll(clause, clauses))
      for (const requirement of demands) exclusions.push({ requirement, clause, covers: grants });
    const covers = scopeOf(clause, `${above ?? ''}${clause.text}`, clauses, grants);
    for (const requirement of cases) exclusions.push({ requirement, clause, covers });
  }
  return { exclusions, taken };
}

/** Whether a sentence shuts somebody out before it gives anything. */
export const isExclusion = (sentence: string, grant: number) => {
  const at = sentence.search(EXCLUDES);
  return at >= 0 && (grant < 0 || at <= grant);
};

/** A line below which the cases stand. */
const isLead = (line: string) =>
  HEADING.test(line) || (EXCLUDES.test(line) && /[：:]\s*$/u.test(line)) || BARE_LEAD.test(line);

/** 有下列情形之一的，不予支持, as a heading without its colon. */
const BARE_LEAD = new RegExp(
  `(?:下列|以下|如下)[^，。；：]{0,8}(?:情形|情况|企业|单位|行为)?[^，。；：]{0,6}[，,]?${EXCLUDES.source}[^，。；：]{0,12}$`,
  'u',
);

function readSentence(sentence: string, isGrant: boolean): Requirement[] {
  return sentence.split(ITEMS).flatMap((piece) => {
    const except = EXCEPT.exec(piece)?.[1];
    if (except) return casesIn(except);
    const m = EXCLUDES.exec(piece);
    if (!m) return isGrant ? [] : demanded(piece);
    const before = piece.slice(0, m.index);
    const list = /[：:](.+)$/u.exec(piece.slice(m.index))?.[1];
    if (list) return casesIn(list, { about: before, isOfFirms: true });
    if (PENALTY.test(before)) return [];
    // 给予5万元奖励，失信企业不予奖励: whom it means stands behind what is given.
    const whom = isGrant ? (/[^，,；;]+[，,]?$/u.exec(before)?.[0] ?? '') : before;
    const text = piece.replace(/[；;。]\s*$/u, '');
    return casesIn(whom, { isOfFirms: !isGrant && FIRM.test(whom) }).map((r) => ({ ...r, text }));
  });
}

/** Where a sentence ends a part of its own, and not an item of a list behind a colon. */
const ITEMS = /(?<=[；;])(?!\s*[（(]?[一二三四五六七八九十\d]+[）).、．])/u;

/** 申报企业应当近三年无环境违法行为: what must not have happened, demanded of all who apply. */
function demanded(sentence: string): Requirement[] {
  if (!/申[报请领]|享受|(?:支持|扶持|适用|奖补)(?:对象|范围)/u.test(sentence)) return [];
  return never(sentence);
}

const never = (text: string): Requirement[] =>
  text
    .split(/[，,；;。]/u)
    .flatMap((phrase) =>
      NEVER.test(phrase) ? incidentsIn(phrase).map((c) => ({ text: phrase, any: [c] })) : [],
    );

/** Stands in a list of what all who apply have to be: 申报企业应同时符合下列条件：, 基本条件. */
const isOfAll = (clause: ClauseText, clauses: ClauseText[]) =>
  clause.headings.some((h) => OF_ALL.test(h)) ||
  clauses.some((lead) => isBelow(clause, lead) && OF_ALL.test(lead.text));

const OF_ALL = verbose`
  ^(?:申[报请]|享受|支持|扶持|奖补|基本|共性|本(?:措施|办法|政策|意见))
  (?:本(?:措施|办法|政策|意见))?(?:奖补|政策|资金)?(?:的)?(?:企业|单位|主体|对象|项目)?
  (?:应当?|须|必须|需)?(?:同时)?(?:符合|具备|满足)?(?:以下|下列|如下)?(?:基本)?(?:条件|要求)
  (?:的)?[：:]?$
`;

const NEVER = /未|无|没有|不存在|不得/u;

/**
 * Each case for itself: not to be it. `about`: the lead of a list, which says within how many years. A case that cannot be
 * read counts where it `isOfFirms`: whether a firm is it nobody knows.
 */
function casesIn(
  whom: string,
  { about = '', isOfFirms = false }: { about?: string; isOfFirms?: boolean } = {},
): Requirement[] {
  return whom.split(/[；;。]/u).flatMap((item) => {
    const text = item.replace(/^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]\s*/u, '').trim();
    const read = [...incidentsIn(text, about), ...text.split(/或者?/u).flatMap(opposite)];
    if (read.length === 0)
      return isOfFirms && [...text].length > 3 && !OTHERWISE.test(text) ? [{ text, any: [] }] : [];
    if (!TOGETHER.test(text)) return read.map((c) => ({ text, any: [c] }));
    return [{ text, any: read.length > 1 ? read : [...read, { kind: 'text' }] }];
  });
}

/** Whoever is not above it is shut out; of 外地企业 and the like it cannot be told what they are. */
function opposite(phrase: string): Condition[] {
  return conditionsOf(phrase).flatMap((c) =>
    c.kind === 'figure' || (c.kind === 'flag' && !c.is && !isIncident(c.subject))
      ? (negated(c) ?? [])
      : [],
  );
}

/** The clauses whose benefits an exclusion is of: its own or its article's where they give something, else all. */
function scopeOf(
  clause: ClauseText,
  text: string,
  clauses: ClauseText[],
  grants: (clause: ClauseText) => boolean,
): (clause: ClauseText) => boolean {
  if (WHOLE.test(text)) return () => true;
  if (grants(clause)) return (other) => other === clause;
  const article = /^.*?第[^第]+条/u.exec(clause.path)?.[0];
  const isOfArticle = (other: ClauseText) =>
    article !== undefined && other.path.startsWith(article);
  return clauses.some((c) => isOfArticle(c) && grants(c)) ? isOfArticle : () => true;
}

const isBelow = (c: ClauseText, lead: ClauseText) =>
  c.path.length > lead.path.length && c.path.startsWith(lead.path);
