import { verbose } from '../text/verbose.ts';

/** What a firm asks about support in: whether it is given, and how much. */
const OF_SUPPORT = verbose`
  [补奖贴](?![充课])|给[吗么多不]|拿|领(?!导)|享受|资助|扶持|申[报请]|符合|够格|会不?会?被
  |淘汰|清退|赶|处罚|罚款|算(?:不算)?是?|评为|列[为入]|要不要|用不用|需不需要?|得不得|该不该
  |够不够|够得上|超过?
`;

const ASKS =
  /没(?:有)?$|有没有|多少|吗|么|几|能不能|能否|可否|是否|够不够|(.)不\1|怎么|如何|什么|哪些/;

const AMOUNT = String.raw`\d+(?:\.\d+)?(?:多|余)?(?:[万亿]?元|[千百]?[万亿]|%|[家户个项人名亩条台套])(?:多|左右|上下)?`;

/** 500万元以上 names a class of projects, 突破5亿元 a step of the document. */
const CLASS = '(?!元?(?:以[上下内]|及以|之[上下内]))';
const STEP =
  /(?:突破|(?<=营收|产值|收入|销售额?|规模)(?:上|过|到)|达到?|超过|超|满|不足|低于|高于|少于|多于|首次|第)$/;

const WE =
  /我们|我厂|我家|我司|咱们?|俺们?|本(?:公司|企业|厂)|我(?:公司|企业|这|的|在|有|就|才|只)/;

/** A verb or a thing that the asker's figure belongs to: 花了300万, 利息30万, 拿过10万. */
const SPENT = verbose`
  (?:
    花|投|投入|占|占地|投资|买|购|购置|采购|用|付|支付|交|缴|拿|领|得|补|给[了过]|招|租|建
    |贷|借|有|设备|利息|贷款|租金|费用?|营收|产值|收入|税收|员工|研发
  )(?:了|过|的?是|为|共|约|大概|大约|差不多|一共|总共|得|额|市里|省里|县里)*$
`;

/** 三个产品能奖多少: how many of the things they have, whatever each gets. */
const OWN_COUNT =
  /[二两三四五六七八九十\d]+[个台套项](?=\p{Script=Han}{1,4}?(?:一共|总共)?(?:能|可以|会)(?:奖|补|拿|给|得)[^，。]{0,3}(?:多少|几))/gu;

/** 三年到期重新评上: the years are over, whatever their number. */
const YEARS_OVER = /[一二两三四五六\d]+年(?:的)?(?:有效期)?(?:就|都|也|已经?)?(?=到期|期满|过期)/g;

/** Behind it the sentence of the asker goes on or ends: 投了290万能补吗. */
const ENDS =
  /^(?:$|[，,。；;\s]|[能可够算符]|会|的话|了|[补奖](?:不[补奖]|多少|几|吗|么|$)|有(?:没有)?(?:[补奖]|钱)|给(?:不给)?(?:[补奖]|多少|吗|么|钱|$))/;

/**
 * A question without the figures that are the asker's own, and these: 设备花了300万能补多少 asks for the rule, and no document
 * holds these 300万. `said` is a question in the compared form; what names a class or a step of a document stays.
 */
export function withoutOwnFigures(said: string): { rest: string; own: string[] } {
  const plain = said.replace(YEARS_OVER, '');
  if (!OF_SUPPORT.test(plain) || !ASKS.test(plain)) return { rest: plain, own: [] };
  const own: string[] = [];
  const rest = plain
    .replace(OWN_COUNT, '')
    .replace(new RegExp(`${AMOUNT}${CLASS}`, 'g'), (figure, ...more) => {
      const at: number = more.find((m) => typeof m === 'number') ?? 0;
      const before = plain.slice(0, at);
      const after = plain.slice(at + figure.length);
      const isOwn =
        WE.test(before) || (!STEP.test(before) && SPENT.test(before) && !OF_IT.test(after));
      const stands = !STEP.test(before) && ENDS.test(after);
      if (!isOwn && !stands) return figure;
      own.push(figure);
      return '';
    });
  // 我们去年产值2.3亿: when it was is theirs too.
  return { rest: rest === plain ? plain : rest.replace(/去年|上年|前年/g, ''), own };
}

/** 投资500万的项目 names a class; 投入40万的能补吗 speaks of the asker's. */
const OF_IT = /^的(?![能可会有给算补奖]|$)/;
