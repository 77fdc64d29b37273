import { splitSentences } from '../policy/sentences.ts';
import { verbose } from '../text/verbose.ts';
import { type Requirement, readRequirements } from './conditions.ts';
import { isExclusion, readExclusions } from './exclusions.ts';
import { type ClauseText, type Offer, sectionOf } from './offer.ts';
import { readRowOffer } from './row-offers.ts';
import { FLAGS } from './subjects.ts';

/** What is given to whoever the words before it name. */
const GRANT = verbose`
  [，,]?(?:由[^，。；]{2,16}|县财政|财政)?(?:
    分别|一次性|再|最高|各|每[家户年个项]*|分[类档级]
    |按(?:照)?每[^，。；\d]{1,8}\d[\d.]*[万亿]?元(?:[/／每][^，。；]{1,4})?(?:的?标准)?
  )*(?:
    (?:给予|予以|享受)[^，。；]{0,30}?(?:奖|补|资助|贴息|减免|支持|优惠)
    |(?:按(?:照|其)?[^，。；]{0,24}(?:%|％|标准|比例)[^，。；]{0,8}?)?
    (?:奖励|奖补|补助|补贴|资助|贴息)(?!资金|政策|办法|申[报请]|对象|标准|条件)
  )
`;

const AMOUNT = /\d[\d,.]*\s*(?:[万亿]?元|%|％)/u;

/** A line after which its parts are conditions; 现将有关事项通知如下 announces, and sets none. */
const LEAD = verbose`
  (?:条件|要求|情形|标准)(?:之一)?(?:的)?(?:[，,][^：:。]{0,20})?[：:]\s*$
  |(?<!通知|公告|函告|事项|明确|提示|安排|报告)(?:以下|下列|如下)[^。：:]{0,16}[：:]\s*$
`;

/** 应提交下列材料：, 按以下程序办理：, 废止下列文件： open lists of papers, steps and documents, which nobody has to meet. */
const NO_CONDITIONS =
  /废止|失效|停止执行|材料|资料|证明|提交|报送|附件|表格|程序|流程|步骤|方式|渠道|职责|分工|措施|工作|任务|[奖补][励助贴]标准/u;

const CONDITION_HEADING =
  /(?:申[报请]|认定|支持|准入|基本|入[库驻园]|评[定选])?(?:条件|资格|门槛)$|(?:申报|认定)(?:要求|标准)$/u;

/** A sentence that sets a condition beside a grant. */
const DEMANDS = /(?:须|应当?|必须|要求|不得|方可|前提|同时(?:符合|满足|具备))/u;

/**
 * What a document offers, in its order: each sentence that grants something with the conditions it names, and each list of
 * conditions, and each row of a table. Lists are told by their lead (符合下列条件：) or heading; 之一 makes one requirement of a list. Pure.
 */
export function readOffers(title: string, all: ClauseText[]): Offer[] {
  const [clauses, rows] = [
    all.filter((c) => !c.cells && c.path !== '版记'),
    all.filter((c) => c.cells),
  ];
  const granted = new Map(clauses.map((clause) => [clause, readGrants(clause)]));
  const { exclusions, taken } = readExclusions(clauses, (c) => (granted.get(c) ?? []).length > 0);
  const lists = readLists(
    title,
    clauses.filter((c) => !taken.has(c)),
  );
  const listed = new Set([...taken, ...lists.flatMap((l) => l.clauses)]);
  const shutOut = (clause: ClauseText | undefined) =>
    exclusions
      .filter((e) => clause && e.covers(clause))
      .map((e) => ({ ...e.requirement, section: sectionOf(e.clause), isExclusion: true as const }));
  const from = (offer: Offer, clause: ClauseText | undefined) =>
    offer.requirements.length === 0
      ? []
      : [{ ...offer, requirements: [...offer.requirements, ...shutOut(clause)] }];
  return [
    ...clauses
      .filter((c) => !listed.has(c))
      .flatMap((clause) => (granted.get(clause) ?? []).flatMap((offer) => from(offer, clause))),
    ...lists.flatMap((l) => from(l.offer, l.clauses[0])),
    ...rows.flatMap((row) => {
      const offer = readRowOffer(row);
      return offer ? from(offer, row) : [];
    }),
  ];
}

function readGrants(clause: ClauseText): Offer[] {
  const sentences = splitSentences(clause.text).flatMap((s) => s.split(/(?<=；)/u));
  const section = sectionOf(clause);
  const shared = sentences
    .filter((s) => !GRANT.test(s) && DEMANDS.test(s) && !isExclusion(s, -1))
    .flatMap((s) => readRequirements(s));
  return sentences.flatMap((sentence, i) => {
    const parts = partsOf(sentence);
    const before = [...clause.headings, ...sentences.slice(0, i), sentence].join('，');
    return parts.map(({ whom, gives }) => ({
      name: clause.headings.at(-1) ?? whom.slice(0, 24),
      gives,
      section,
      requirements: [...readWhom(whom, before), ...shared].map((r) => ({ ...r, section })),
    }));
  });
}

/** 对首次认定的给予30万元，对复审通过的给予20万元: each grant with those it goes to. */
function partsOf(sentence: string): { whom: string; gives: string }[] {
  const pieces = sentence.split(/(?:^|(?<=[，,；;：:]))\s*(?=对于?(?![象口接标照策比齐外内于]))/u);
  return pieces.flatMap((piece) => {
    const grant = GRANT.exec(piece);
    if (!grant || !AMOUNT.test(piece) || isExclusion(piece, grant.index)) return [];
    const before = piece.slice(0, grant.index);
    // Reports tell what was granted; an offer says to whom: 对……, ……的.
    const whom =
      /^\s*(?:对于?|凡)(.+?)的?[，,]?$/u.exec(before)?.[1] ??
      /(?:^|[。：:])([^。：:]+)的[，,]?$/u.exec(before)?.[1] ??
      /(?:^|[。：:])([^。：:，,]+的[^。：:，,]{0,8}(?:企业|单位|项目))[，,]/u.exec(before)?.[1];
    return whom ? [{ whom, gives: piece.replace(/[，,；;]\s*$/u, '') }] : [];
  });
}

/** 对首次认定的: of what is said before it. */
function readWhom(whom: string, before: string): Requirement[] {
  const read = readRequirements(whom);
  const isRecognised = /认定|评定|复审|通过|入选|获[得评批]/.test(whom);
  if (!isRecognised || read.some((r) => r.any.length > 0)) return read;
  const honour = FLAGS.flatMap((f) => f.names.exec(before)?.[0] ?? [])[0];
  if (!honour) return read;
  return readRequirements(`${honour}${whom}`).map((r) => ({ ...r, text: `${honour}：${whom}` }));
}

type List = { offer: Offer; clauses: ClauseText[] };

/** Lists of conditions: a lead or a heading with the clauses below it. */
function readLists(title: string, clauses: ClauseText[]): List[] {
  const lists: List[] = [];
  const taken = new Set<ClauseText>();
  for (const [i, clause] of clauses.entries()) {
    if (taken.has(clause)) continue;
    const isLead = LEAD.test(clause.text) && !NO_CONDITIONS.test(clause.text);
    const heading = clause.headings.findLast((h) => isListHeading(h));
    if (!isLead && !heading) continue;
    const below = isLead
      ? takeWhile(clauses.slice(i + 1), (c) => isBelow(c, clause))
      : [clause, ...takeWhile(clauses.slice(i + 1), (c) => c.headings.includes(heading ?? ''))];
    if (below.length === 0) continue;
    for (const c of [clause, ...below]) taken.add(c);
    const lead = isLead ? clause.text : (heading ?? '');
    lists.push({ offer: listOffer(title, clause, lead, below), clauses: [clause, ...below] });
  }
  return lists;
}

/** 申报条件; or a lead that stands on a line of its own: 应同时符合下列条件： */
const isListHeading = (heading: string) =>
  CONDITION_HEADING.test(heading) || (LEAD.test(heading) && !NO_CONDITIONS.test(heading));

const isBelow = (c: ClauseText, lead: ClauseText) =>
  c.path.length > lead.path.length && c.path.startsWith(lead.path);

function listOffer(title: string, clause: ClauseText, lead: string, below: ClauseText[]): Offer {
  const own = below.filter((c) => !LEAD.test(c.text));
  const leads = below.filter((c) => LEAD.test(c.text));
  const requirements = own.flatMap((c) =>
    splitSentences(c.text)
      .flatMap((s) => readRequirements(s, leads.findLast((l) => isBelow(c, l))?.text ?? lead))
      .map((r) => ({ ...r, section: sectionOf(c) })),
  );
  const isAny = /之一|任(?:意)?一|其中一/.test(lead);
  const [first] = requirements;
  const said = lead.replace(TAIL, '').trim();
  const above = clause.headings[clause.headings.indexOf(lead) - 1];
  const name = [...said].length >= 4 ? said : (above ?? title);
  return {
    name,
    section: sectionOf(clause),
    requirements:
      isAny && first
        ? [
            {
              text: requirements.map((r) => r.text).join('；或'),
              // What could not be read may be the one that is met: then nothing is known for certain.
              any: requirements.every((r) => r.any.length > 0)
                ? requirements.flatMap((r) => r.any)
                : [],
              section: sectionOf(clause),
            },
          ]
        : requirements,
  };
}

/** What a lead says beside 应同时符合下列条件：. */
const TAIL =
  /(?:应当?|须|必须|需)?(?:同时)?(?:具备|符合|满足)?(?:以下|下列|如下)?(?:基本)?(?:条件|要求|标准|情形)(?:之一)?的?[，,]?|[：:]$/gu;

function takeWhile<T>(list: T[], holds: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !holds(item));
  return end < 0 ? list : list.slice(0, end);
}
