import { readWindows } from '../calendar/windows.ts';
import { readOffers } from '../match/offers.ts';
import type { Policy } from '../policy/queries.ts';
import { splitSentences } from '../policy/sentences.ts';
import { validityNote } from '../policy/wording.ts';
import { type Piece, readBenefits } from './benefits.ts';

/** What the document itself says of what it gives, to whom and until when; only sentences of it. */
export type PolicyDigest = {
  title: string;
  number: string | null;
  gives: string[];
  /** Its first sentences, where it gives and repeals nothing and nobody applies. */
  says: string[];
  /** Titles of the documents that it repeals. */
  repeals: string[];
  whom: string[];
  /** When one applies, each day in its sentence. */
  apply: string[];
  /** That all days of `apply` have passed. */
  isOver: boolean;
  validity: string;
};

/** `today`: the county's day. Pure. */
export function digestPolicy(policy: Policy, pieces: Piece[], today: string): PolicyDigest {
  const clauses = pieces.filter((p) => p.kind === 'paragraph' && p.path !== '版记');
  const gives = readBenefits(pieces);
  const repeals = policy.validity.repeals ?? [];
  const apply = clauses.flatMap(appliesIn);
  const windows = apply.flatMap((s) => readWindows(s, policy.year ?? undefined, today));
  const first = clauses.find((c) => c.path !== '' && !isAddressed(c)) ?? clauses.at(-1);
  const saysMore = gives.length + repeals.length + apply.length > 0;
  return {
    title: policy.title,
    number: policy.number,
    gives,
    says: saysMore ? [] : splitSentences(first?.text ?? '').slice(0, 2),
    repeals: repeals.map((title) => `《${title}》`),
    whom: whomOf(policy, clauses, gives.length > 0),
    apply,
    isOver: windows.length > 0 && windows.every((w) => w.until < today && w.year !== 'yearly'),
    validity: validityNote(policy, today) ?? '',
  };
}

/** 补贴对象, 申报主体, 适用范围. */
const WHOM_HEADING = /(?:对象|主体|适用范围|(?:支持|扶持|申报|实施|奖补|补贴)范围)$/;

/** 本办法适用于……的企业. */
const WHOM_SAID =
  /适用于|(?:支持|扶持|申[报请领]|奖[补励]|补[贴助]|实施)(?:对象|主体|范围)(?:为|是|包括|限于|[：:])/;

const isAddressed = ({ headings, text }: Piece) =>
  headings.some((h) => WHOM_HEADING.test(h)) || WHOM_SAID.test(text);

/** Who the document says it is for; else the conditions it lists; else to whom each of its grants goes. */
function whomOf(policy: Policy, clauses: Piece[], givesAnything: boolean): string[] {
  const addressed = clauses
    .filter(isAddressed)
    .flatMap(({ headings, text }) =>
      splitSentences(text).filter(
        (s) =>
          !/[：:]$/.test(s) && (headings.some((h) => WHOM_HEADING.test(h)) || WHOM_SAID.test(s)),
      ),
    );
  if (addressed.length > 0) return [...new Set(addressed)];
  const offers = readOffers(policy.title, clauses);
  const lists = offers.filter((o) => o.gives === undefined);
  const grants = givesAnything ? offers.filter((o) => o.gives !== undefined) : [];
  const told = (lists.length > 0 ? lists : grants).flatMap((o) => o.requirements);
  return [...new Set(told.filter((r) => !r.isExclusion).map((r) => r.text))];
}

/** What whoever wants something does by a day. */
const APPLIES = /申[报请领](?!工作的?通知)|报名|填报|受理|提交|递交|报送|登录|认领|截止|截至|逾期/;

/** What an office does with it: 县经信局完成初审. */
const OFFICE_DOES = /初审|复审|审核|评审|公示|公布|拨付|兑[现付]|验收|推荐上报|督[办查]|检查/;

/** For how long somebody may not apply: 两年内不得申报. */
const SHUTS_OUT = /[年月日]内[^。；]{0,8}(?:不得|不予|不再|不能|取消|暂停)/;

/** The sentences by which one applies until a day. */
const appliesIn = ({ headings, text }: Piece): string[] =>
  splitSentences(text).filter(
    (s) =>
      (APPLIES.test(s) ||
        /(?:申[报请领]|报名|受理)[^，。]{0,4}(?:时间|期限|时限)/.test(headings.join('，'))) &&
      !(OFFICE_DOES.test(s) && !/企业|申[报请]人|单位/.test(s)) &&
      !/施行|有效期/.test(s) &&
      !SHUTS_OUT.test(s) &&
      readWindows(s, undefined, '2000-01-01').length > 0,
  );
