import { asks } from '../text/asks.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';

/** Asks the bot to look something up: no order to a unit. */
const LOOKS_UP =
  /呢$|(?:查|看|列|导出|汇总|介绍|说说|讲讲|告诉)(?:一?下|看)?|发(?:给)?我|(?:任务|工作|事项|进度|进展|情况|清单|事情?|的)$/u;
/** The same behind a call to a unit: there 查, 列 and 告诉 are what the unit is to do. */
const SHOWS_ME = /呢$|导出|发(?:给)?我看|给我(?:看|列|查)|^的/u;
/** What begins an order and has the unit right behind it. */
const CALLS = /^(?:你?去|请|麻烦|让|叫|要求|责成|通知|转告|告诉|告知|转给|交给|交由|安排|指示)+$/u;
/** 问一下财政局为什么没开始: the unit is to say why. */
const ASKS_UNIT = /^(?:请|麻烦|帮我|你?去|给我)*(?:问|催问|追问|问问|质问)(?:一?下|清楚)?$/u;
const WHY = /为什么|为何|为啥|什么原因|怎么(?:还|才|没|不|一直)|咋(?:还|才|没|不)/u;
/** 财政局那个走访怎么才15家，抓紧点: what is short, and that it is to be hurried. */
const SHORT = verbose`
  ^(?:[那这]个|的)?(?<what>[^,，。]{2,20}?)(?:怎么|为什么|为啥|咋)[^,，。]*[,，]
  (?:请|要|得|给我|让他们|叫他们)*(?:抓紧|加快|尽快|赶紧|赶快|快)
  (?:一?点|些|一下|办理?|推进|落实)*$
`;
const PRESSES = /^(?:请|麻烦|给我|再|去)*(?:催促?|督促|敦促|敲打|督办|提醒)(?:一?下|一催|催)?$/u;
const SCOLDS = /^(?:请|给我|要)*(?:好好)?(?:批评|训|骂|敲打)(?:一?下|一顿|批评)?$/u;
/** What says in an order that something is to be done, or by when. */
const TO_DO = verbose`
  抓紧|尽快|加快|快点|赶紧|赶快|务必|必须|确保|落实|整改|盯(?:紧|住|牢)|重视|解释|说明
  |(?:不能|不要|不得|不许|别)再?(?:拖|等|耽误|含糊|推)|[做查清开弄搞]完
  |办(?:结|好|完|了|妥|理|成|$)|报(?:我|来|上来|个?结果|个?方案|送|告)|汇报|说法|交代|回话
  |答复|说清|拿出|协调|推进|解决|完成|到位|处理
  |(?:[日号天末底]|周[一二三四五六日]|星期[一二三四五六日]|月底|年底|本周|今天|明天)
  (?:之?前|以前|内)
`;
/** 财政局要抓紧, 开发区的事让他们快点. */
const BEHIND =
  /^(?:那边|这边)?(?:的?[^,，。]{0,10}?)?(?:要|得|必须|务必|须|应|让他们|叫他们|抓紧|尽快)/u;

/** How spoken orders are written: nothing harsh is passed on. The rows are applied in turn. */
const WRITTEN: readonly { pattern: RegExp; as: string; example: string }[] = [
  {
    pattern: new RegExp(
      verbose`
        [,，]?(?:怎么|为什么|为啥)?(?:搞|办|弄|做|干)?(?:得)?(?:这么|太|那么|老是?|总是?|一直)
        (?:慢|拖|差|不像话|磨蹭|拖拉)[^,，。]*
        |[,，]?(?:不像话|磨磨蹭蹭|拖拖拉拉|太不像样)[^,，。]*
      `,
      'gu',
    ),
    as: '',
    example: '怎么这么慢',
  },
  {
    pattern: /(?:必须)?(?:要)?给(?:我|县里|个|一个)+(?:说法|交代|回话|回音|答复|结果|准信)/gu,
    as: '报告有关情况',
    example: '给我个说法',
  },
  { pattern: /(?:让|叫)他们/gu, as: '请', example: '让他们快点' },
  { pattern: /快(?:点|一点|些)|赶紧|赶快|麻利/gu, as: '尽快', example: '快点办' },
  { pattern: /(?<=尽快|抓紧)(?:办|弄|搞|干)?了?$/u, as: '办理', example: '尽快办' },
];

/**
 * What a leader says of a unit to be done, as it can be sent to it: 让财政局周五前给我个说法 is 请财政局周五前报告有关情况.
 * Undefined where nothing is ordered of a unit that is named. Who may order is decided where it is carried out.
 */
export function orderToUnit(message: string, units: UnitNames): string | undefined {
  const said = fold(message).replace(/[\s。.!！]+$/u, '');
  const [unit] = findUnits(said, units);
  if (!unit) return undefined;
  const head = said.slice(0, unit.at);
  const name = said.slice(unit.at, unit.at + unit.length);
  const rest = said.slice(unit.at + unit.length);
  if (SCOLDS.test(head)) return `请${name}抓紧推进有关工作，并说明情况`;
  const { what } = (head === '' && SHORT.exec(rest)?.groups) || {};
  if (what) return `请${name}抓紧推进${what}`;
  if (ASKS_UNIT.test(head) && WHY.test(rest)) return `请${name}说明${rest}`;
  const plain = said.replace(WRITTEN[0]?.pattern ?? '', '');
  const isCalled = CALLS.test(head) && TO_DO.test(rest);
  if (asks(plain) || (isCalled ? SHOWS_ME.test(rest) : LOOKS_UP.test(plain))) return undefined;
  const isOrder = isCalled || (head === '' && BEHIND.test(rest) && TO_DO.test(rest));
  if (!PRESSES.test(head) && !isOrder) return undefined;
  const words = PRESSES.test(head)
    ? `请${name}${TO_DO.test(rest) ? rest : `抓紧${rest}`}`
    : `${head === '' ? '' : '请'}${name}${rest}`;
  const written = WRITTEN.reduce((to, { pattern, as }) => to.replace(pattern, as), words);
  if (written === said) return message.trim();
  return written.replace(/^,|,$/gu, '').replace(/(?<!\d),|,(?!\d)/gu, '，');
}
