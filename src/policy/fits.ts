import { literally } from '../text/literally.ts';
import { verbose } from '../text/verbose.ts';
import { BOUND } from './cues-of-size.ts';
import { isOfDocument, isUnitBracket } from './match.ts';
import type { Question } from './question.ts';
import { fitsSize } from './size-range.ts';
import type { Statement } from './statements.ts';

/** Why a statement cannot answer, whatever words it shares with the question; undefined when nothing speaks against it. */
export function unfitness(question: Question, statement: Statement): string | undefined {
  if (!fitsYears(question, statement)) return 'another year';
  if (!fitsMonths(question, statement)) return 'another month';
  if (!fitsSize(question, statement)) return 'another size';
  if (CLOCK_ASKED.test(question.plain) && !CLOCK.test(statement.text)) return 'no hour';
  if (PAPER_ASKED.test(question.plain) && !/《/.test(statement.text)) return 'names no document';
  if (question.isBound && !BOUND.test(statement.text)) return 'no bound';
  if (BY_WHEN.test(question.plain) && !HAS_DAY.test(statement.text)) return 'no day';
  if (asksCounty(question) && isAbove(statement)) return 'another level';
  if (asksOfDocument(question, statement) && !isOfDocument(statement)) return 'not of the document';
  if (question.cues.length === 0 && FIRM_ASKED.test(question.plain) && !namesFirm(statement))
    return 'no firm is named';
  if (statement.passage.path === '版记' && !IMPRINT_ASKED.test(question.plain))
    return 'only the imprint';
  if (!statement.isList && ANNOUNCES.test(statement.text)) return 'only announces';
  if (OPENS.test(statement.text) && question.asked.every((a) => a.kind !== 'text'))
    return 'only opens the document';
  if (OBJECTS.test(statement.text) && !OBJECTION_ASKED.test(question.plain))
    return 'only of objections';
  if (PUNISHES.test(statement.text) && !PUNISHMENT_ASKED.test(question.plain))
    return 'only of fraud';
  if (TARGET_ASKED.test(question.plain) && isOutcome(statement)) return 'only what came of it';
  if (OUTCOME_ASKED.test(question.plain) && AIMS.test(statement.text))
    return 'only what is aimed at';
  if (owes(question, statement)) return 'only what is owed';
  if (FREED_ASKED.test(question.plain) && !FREES.test(statement.text)) return 'not freed of it';
  if (howTo(question) && !PROCEDURE.test(statement.text)) return 'no procedure';
  if (isUnitBracket(statement) && question.asked.every((a) => a.kind !== 'who'))
    return 'only units';
  return undefined;
}

/** 哪个文件管这事 is told by a title. */
const PAPER_ASKED = /哪(?:个|份|些|几个|几份)(?:文件|办法|细则)/;

/** 几点上班 is told by an hour. */
const CLOCK_ASKED = /(?<![高低长降返减提涨补贴奖给])几点/;
const CLOCK = /\d{1,2}[:：]\d{2}|[上下]午|\d{1,2}[时点](?!之)/;

/** 月底前要交什么材料 is not told by what is handed in at any time. */
const BY_WHEN = /(?:本|这个?|每|当)?[月年周季](?:度)?[底末](?:之|以)?前/;
const HAS_DAY = /\d{1,2}[月日]|[月年周季]度?[底末]|[上中下]旬/;

/** 材料交给谁 is not told by whom those who object turn to. */
const OBJECTS = /(?:有异议|不服)的?[，,]?[^。；]{0,24}(?:申请复[核议]|提出|申诉|反映)/;
const OBJECTION_ASKED =
  /不服|(?:不|没有?|未)通?过|[说评]理|异议|申诉|复[核议审]|不满|意见|公示|结果|反映|投诉|漏|错/;

/** 能再申请吗 is not told by what becomes of those who cheat. */
const PUNISHES = /^[^，。；、]{0,10}(?:骗取|套取|虚报冒领|弄虚作假)[^、]{0,24}(?:，|的)/;
const PUNISHMENT_ASKED =
  /骗|假|虚|套|不让|不准|伪|违|追[回究缴责]|处[罚理分]|罚|后果|责任|退|收回|取消|黑名单|失信|诚信|不[能得予]|哪些.{0,6}不/;

/** 今年要增长多少 is not told by what was reached by June. */
const TARGET_ASKED = verbose`
  (?:要|得|想|打算|计划|力争|目标)(?:是|为|要|再|争取|力争)*
  (?:增长|新增|达到?|完成|提高|实现|突破|冲到?|增加|下降|涨|降)(?:到|至)?(?:多少|几|百分)
  |目标(?:是|为|定)*(?:多少|几|百分)
`;

const isOutcome = ({ text }: Statement) =>
  /同比|截至|今年以来|\d+\s*[-－—~～至]+\s*\d+月|上半年|前三季度/.test(text) &&
  !/力争|目标|确保|计划|拟|预计|左右|要|\d[^，。；]{0,4}以上|年底|全年/.test(text);

/** 今年以来新增了几家 is not told by what is to be reached. */
const OUTCOME_ASKED = /今年以来|到目前|目前为止|至今|到现在|已经/;

const AIMS = /^(?!.*(?:今年以来|目前|已|累计)).*(?:力争|争取|目标|到20\d\d年)/s;

/** 水电费有没有优惠 is not told by 拖欠水电费的，不予补贴: there it is a debt. */
const owes = ({ plain, terms }: Question, { plain: said }: Statement) =>
  !/欠/.test(plain) &&
  terms.some(
    ({ text, weight }) =>
      weight >= 1 &&
      new RegExp(`(?:拖欠|欠缴|欠交|欠付)[^，。；]{0,12}${literally(text)}`).test(said),
  );

/** 哪些不用交材料 is not answered by what everybody has to hand in. */
const FREED_ASKED = verbose`
  (?:哪(?![里儿])|什么|啥)[^，。；]{0,10}?
  (?:不用(?!于|在)|不需要?|无需|无须|不必|用不着|免(?![费税]))
  |(?:不用(?!于|在)|不需要?|无需|无须|不必|用不着)[^，。；]{2,12}(?:哪些|哪几|什么|啥)
`;

const FREES = /免|无需|无须|不需|不用|不必|不再|不要求|不作要求|可以不|不提交|取消|直接|除外/;

/** 县里的补贴 is not told by a document of the city that does not speak of counties. */
const asksCounty = ({ plain }: Question) => /县里|县级|[我本咱]县/.test(plain);

const isAbove = ({ policy: { level }, text }: Statement) =>
  level !== null && level !== 'county' && !/县/.test(text);

/** 《……》何时印发: the document itself is asked about, by the name it bears. */
const asksOfDocument = (question: Question, statement: Statement) =>
  /印发|发布|发文|文号|施行|实施|生效|有效期|废止|到期/.test(question.plain) &&
  (DOCUMENT_ASKED.test(question.plain) ||
    question.terms.some((t) => t.strict && t.text.length >= 6 && statement.title.includes(t.text)));

/** 这个办法什么时候印发的, with no name of another document in it. */
const DOCUMENT_ASKED = verbose`
  ^[^《》]*(?:意见|办法|措施|方案|通知|细则|规定|文件|政策)(?:是)?
  (?:什么时候|何时|哪天|哪一天|几号|几月|哪年|从|自)+(?:开始|起|正式)?
  (?:印发|发布|施行|实施|执行|生效|出台|公布)
`;

const IMPRINT_ASKED =
  /文号|号文|联系人|联系方式|电话|邮箱|传真|印发|发文|发布|出台|公布|抄送|[发下出]的|什么时候[发出]|哪[年天](?:[发出])|谁[发出]|〔|\d号/;

/** 为培育……产业，制定本方案。 says why there is a document, and nothing of what it grants or sets. */
const OPENS =
  /^(?:为|根据|按照)[^。；]*(?:制定|制订|出台|提出)(?:本|如下|以下|此)[^。；，]{0,12}[。：]?$/;

/** 现将有关事项通知如下： says nothing without what follows. */
const ANNOUNCES = /(?:如下|下列|以下|决定|通知|意见|措施|规定)[^，。；：]{0,8}[：:]$/;

const FIRM_ASKED =
  /哪(?:些|[几两三一]?家|[几两三]个|个)(?:\p{Script=Han}{0,4})(?:企业|公司|药企|厂)|哪[几两三一]?家(?:\p{Script=Han}{0,4})机构/u;

const FIRM = verbose`
  \p{Script=Han}{2}(?:
    公司|集团|药业|纸业|电子|科技|精工|电梯|生物|医药|纺织|环保|能源|铸业|电气|照明|食品
    |滤材|网业|材料|重工|机械|股份|面粉|电厂|酒业|水泥|钢铁|化工|铜业|金属|塑料|制药|建材
    |家居|汽车|轴承|光电|新材
  )
`;

/** 哪家企业 is told by a sentence with a firm's name, whatever figures are left out beside it. */
export const tellsFirm = ({ plain }: Question, { text }: Statement) =>
  FIRM_ASKED.test(plain) && FIRM.test(text);

/** Firms are asked for by name: one is named, or several things are named in a row. */
function namesFirm(statement: Statement): boolean {
  const text = statement.cells?.content ?? statement.text;
  return FIRM.test(text) || /、/.test(text);
}

/** 怎么申请: what is done where, not that it is done. */
const howTo = (question: Question) =>
  /(?:怎么样?|怎样|如何)(?:去|来|才能|可以)?(?:申请|申报|注册|办理|领取|报名|备案|登记|查询|参加|认定|评定|缴|换|下载)/.test(
    question.plain,
  );

const PROCEDURE =
  /提交|提出|登录|登陆|网上|窗口|报送|审核|受理|材料|填写|流程|程序|通过[^，。]{2,20}(?:申|报|办)|向[^，。]{2,20}(?:申|报|提)/;

/** A year asked about must be the statement's: said in it or above it, or else the document's own. */
export function fitsYears(question: Question, statement: Statement): boolean {
  return question.years.every((year) => {
    const near = `${statement.text} ${statement.headings} ${statement.leads.join(' ')}`;
    const said = yearsIn(near);
    if (said.includes(year)) return true;
    if (rangesIn(near).some(([from, to]) => from <= year && year <= to)) return true;
    const own = yearsIn(statement.title);
    const inTitle = own.length > 0 ? year >= Math.min(...own) && year <= Math.max(...own) : false;
    const documents = inTitle || (own.length === 0 && statement.policy.year === year);
    return documents && said.length === 0;
  });
}

const yearsIn = (text: string) =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\s*[-－—~～至到]+\s*(?:19|20)\d{2}年)/g)].map(
    (m) => Number(m[1]),
  );

/** 2024—2027年 holds for 2025; 2024年……2027年…… does not. */
const rangesIn = (text: string) =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})年?\s*[-－—~～至到]+\s*((?:19|20)\d{2})(?=年)/g)].map(
    (m): [number, number] => [Number(m[1]), Number(m[2])],
  );

/** 到年底累计多少: what a row sets for June is less. */
const AT_YEAR_END =
  /年[底末][^，。]{0,6}(?:累计|一共|总共|共)|(?:累计|一共|总共)[^，。]{0,6}年[底末]/;

function fitsMonths(question: Question, statement: Statement): boolean {
  const month = statement.cells?.month;
  if (month && AT_YEAR_END.test(question.plain)) return /12月/.test(month);
  if (question.months.length === 0) return true;
  if (month) return question.months.some((m) => new RegExp(`(?<!\\d)${m}月`).test(month));
  return question.months.some((m) => new RegExp(`(?<!\\d)${m}月`).test(statement.text));
}
