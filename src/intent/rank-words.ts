import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';

/** `byCount`: 最多, 最少, where the state that is counted says which end is the bad one. */
/** `ofDone`: what is measured is said to be the work done: 完成率最高, 完成最多. */
export type Ranking = {
  order: 'best' | 'worst';
  limit?: number;
  byCount?: true;
  ofDone?: true;
  /** 谁最慢, 谁拖后腿: of everything, unless the words point back. */
  ofPace?: true;
  /** 按单位分: what was asked for, unit by unit. */
  byUnit?: true;
  bound?: Bound;
  /** 哪个月任务最多: months are held against each other, and no units. */
  ofMonths?: true;
};

/** Only those whose share done, 0–1, lies below, or not below, this. */
export type Bound = { side: 'below' | 'from'; rate: number };

type Row = { pattern: RegExp; order: 'best' | 'worst'; example: string };

const WHICH =
  '(?:谁|哪[个家些几]+(?:单位|部门|局|乡镇|地方|家)?|(?:什么|啥)(?:单位|部门)|(?:单位|部门|乡镇)(?:里|中)?)';
const GOOD =
  '(?:好|快|高|多|积极|主动|给力|靠前|领先|扎实|出色|优秀|先进|到位|理想|漂亮|棒|可以|不错|强)';
const BAD =
  '(?:差|慢|低|少|落后|靠后|短|拖拉|拖沓|松懈|被动|消极|不力|不行|不好|不理想|不到位|不积极|弱|糟|不怎么样|磨蹭|不快|不主动|不够|糙|烂|水|马虎|敷衍|拉胯|差劲|懒)';

const PACE = /[快慢好差强弱]|落后|滞后|后[腿退]|拖|掉队|给力|领先|不力/;
const BY_UNIT = verbose`
  按(?:照)?各?(?:牵头|责任|配合|承办)?的?(?:单位|部门)(?:来|去)?
  (?:分|拆|统计|汇总|归类|展开)(?:一?下|开|类|组|看)*[?]?$
  |^(?:那就?|再|请)*按(?:照)?各?(?:牵头|责任|配合|承办)?的?(?:单位|部门)(?:来|去|吧|呢|看)*
  [?]?$
`;

/** Words that ask for an order of units. The end that is asked for first; what is only "in order" begins with the best. */
export const RANK_WORDS: readonly Row[] = [
  { pattern: /[从由](?:高|好|快|多)[到至](?:低|差|慢|少)/, order: 'best', example: '从高到低排' },
  { pattern: BY_UNIT, order: 'best', example: '按牵头单位分' },
  { pattern: /[从由](?:低|差|慢|少)[到至](?:高|好|快|多)/, order: 'worst', example: '从低到高排' },
  {
    pattern: verbose`
      拖(?:了)?(?:全县|大家|我们|整体|全局)?的?后[腿退]|掉(?:了)?(?:队|链子)|垫底
      |末[位尾](?!淘汰)|倒数|吊车尾|殿后|扯后腿|黑榜|后进(?!生)|短板(?:单位|部门)?
      |最后(?:一名|几名|[一二两三四五]名|的是)|后[一二两三四五几\d]+[名位家]
      |排(?:在)?(?:名)?(?:最)?(?:靠|末|落)?后|名次(?:靠)?后
    `,
    order: 'worst',
    example: '谁拖后腿',
  },
  {
    pattern: new RegExp(
      `最(?:不.{1,3}|${BAD})(?!限度|工资|标准|限额|额度|生活|保障|价)|(?:相对|比较|较|偏)(?:差|慢|落后|滞后)的?(?:单位|部门|是谁|有谁|是哪)`,
    ),
    order: 'worst',
    example: '最慢的是谁',
  },
  {
    pattern: new RegExp(`${WHICH}.{0,8}?(?:${BAD}|落后|滞后)(?:了|些|一?点)?(?:[?]|$|的$|单位$)`),
    order: 'worst',
    example: '哪些单位落后',
  },
  {
    pattern: new RegExp(`得(?:比较|较|很)?${BAD}的?(?:都)?(?:是|有)?(?:谁|哪)`),
    order: 'worst',
    example: '干得差的是哪家',
  },
  {
    pattern: new RegExp(`^\uE002?的?(?:表现|工作|完成|推进|干|做)(?:得|的)?(?:${BAD}|不太?好)的`),
    order: 'worst',
    example: '表现不好的给我点出来',
  },
  {
    pattern: verbose`
      (?:拖|欠|慢|差|落后|滞后|超期|逾期)[^,。]{0,3}最(?:厉害|严重|狠|凶|久|离谱)
      |(?:欠账?|逾期|超期|[没未]完成的?|滞后|拖欠)(?:比较|较)?多的?(?:都)?(?:是|有)?
      (?:谁|哪)
    `,
    order: 'worst',
    example: '谁拖得最厉害',
  },
  {
    pattern:
      /(?:约谈|批评|督促|点名|敲打)(?:一?下)?(?:谁|哪[些几一]?(?:个|家)?(?:单位|部门|乡镇|$))/,
    order: 'worst',
    example: '该批评哪几家',
  },
  {
    pattern: /(?:表扬|表彰|点赞|奖励)(?:一?下)?(?:谁|哪[些几一]?(?:个|家)?(?:单位|部门|乡镇|$))/,
    order: 'best',
    example: '该表扬哪几家',
  },
  {
    pattern: new RegExp(`${WHICH}.{0,6}(?:约谈|批评|督促|点名)`),
    order: 'worst',
    example: '哪几个单位需要约谈',
  },
  {
    pattern: /(?:落后|滞后|较?慢|不力|较?差|靠后|缓慢)的?(?:单位|部门|乡镇|局)/,
    order: 'worst',
    example: '进度滞后的单位',
  },
  {
    pattern: /落在(?:最)?后|在?拖(?:着|拉|拉拉|沓)?的?(?:单位|部门|是谁)|谁(?:在|老|总|一直)拖/,
    order: 'worst',
    example: '谁在拖',
  },
  {
    pattern: verbose`
      (?:
        前[一二两三四五六七八九十几\d]+[名位强家]|前[三五十](?=$|是|有|的?单位)
        |第一名?(?:是|$)|头名|榜首|领先|领跑|走在(?:最)?前|排(?:在)?(?:名)?(?:最)?(?:靠)?前
        |名列前茅|红榜|红黑榜|先进(?:单位|典型)
      )
    `,
    order: 'best',
    example: '完成率前三名',
  },
  {
    pattern: new RegExp(`最${GOOD}(?:$|的|[?]|是|呢|单位|,)`),
    order: 'best',
    example: '谁完成得最好',
  },
  {
    pattern: new RegExp(
      `${WHICH}.{0,8}?(?:得|的|进度|速度|效果|表现|工作|推进|完成)(?:比较|更|较|做得|干得)?${GOOD}(?:些|一?点)?(?:[?]|$|的$)`,
    ),
    order: 'best',
    example: '哪家干得好',
  },
  {
    pattern: verbose`
      谁快谁慢|谁好谁差|孰优孰劣|排(?:个)?(?:名(?!单)|序|行|队|位|座次)
      |(?:排|比)(?:一)?下?(?:名次|高低|先后)|名次|位次|座次|排一排|排一下|排个|按.{0,6}排
      |赛马(?:结果|排名|情况|榜)|榜单|龙虎榜|比拼|比一比|比一下|对比
      |(?:各|每|哪)(?:家|个)?(?:单位|部门|乡镇|局)(?:的)?(?:完成|办结|按时)率
      |完成率(?:最)?(?:高低|高的|低的)
    `,
    order: 'best',
    example: '完成率排名',
  },
  {
    pattern: new RegExp(
      `得(?:比较|较|很)?${GOOD}的?(?:都)?(?:是|有)?(?:谁|哪)|${WHICH}.{0,6}(?:表扬|表彰)`,
    ),
    order: 'best',
    example: '干得漂亮的是哪家',
  },
  {
    pattern: new RegExp(`${GOOD}的(?:单位|部门|乡镇|局)`),
    order: 'best',
    example: '表现好的单位有哪几个',
  },
  {
    pattern: /排(?:在|到)?(?:第几|多少名?|几名?)|第几名?|排名(?:是)?(?:多少|几)/,
    order: 'best',
    example: '开发区排第几',
  },
  {
    pattern: verbose`
      (?:率|进度)(?:还)?(?:不到|低于|不足|没到|没过|未达|不达|没达到?|小于).{1,8}
      (?:单位|部门|局|乡镇|谁)
      |(?:率|进度)(?:在)?(?:百分之)?[^,。]{1,6}(?:以下|以内)的?
      (?:单位|部门|局|乡镇|有哪|是哪|都有)
    `,
    order: 'worst',
    example: '完成率60%以下的单位',
  },
  {
    pattern: verbose`
      (?:率|进度)(?:已经?)?(?:超过|高于|达到|大于).{1,8}(?:单位|部门|局|乡镇|谁)
      |(?:率|进度)(?:在)?(?:百分之)?[^,。]{1,6}以上的?(?:单位|部门|局|乡镇|有哪|是哪|都有)
    `,
    order: 'best',
    example: '完成率80%以上的单位',
  },
  {
    pattern:
      /率(?:还)?(?:未|没)过半的?(?:单位|部门)|(?:不到|不足|没到|低于)[一二三四五六七八九]成的?(?:单位|部门)/,
    order: 'worst',
    example: '不到三成的单位有哪些',
  },
  {
    pattern:
      /率(?:已经?)?过半的?(?:单位|部门)|(?:超过|达到|过了?)[一二三四五六七八九]成的?(?:单位|部门)/,
    order: 'best',
    example: '完成率过半的单位',
  },
  {
    pattern: new RegExp(
      `${WHICH}(?:的)?(?:完成|办结|按时)?(?:率|进度)(?:还)?(?:不到|低于|没到|没过|未达|小于)`,
    ),
    order: 'worst',
    example: '哪些单位完成率低于50%',
  },
  {
    pattern: new RegExp(
      `${WHICH}(?:的)?(?:完成|办结|按时)?(?:率|进度)(?:已经?)?(?:超过|高于|达到|过了?|大于)`,
    ),
    order: 'best',
    example: '哪些单位完成率超过80%',
  },
  {
    pattern: new RegExp(`${WHICH}.{0,8}?最.`),
    order: 'best',
    example: '谁的任务最重',
  },
];

/** The ranking that is asked for, or undefined. */
export function readRanking(marked: string): Ranking | undefined {
  // 比较慢 and 最新 say how, not who; the words below are about units only where nothing else is named.
  const row = RANK_WORDS.find(({ pattern }) => pattern.test(marked));
  if (!row) return undefined;
  const limit = readLimit(marked);
  const bound = readBound(marked);
  const worstLast = row.order === 'best' && /(?:排名|排序|名次).{0,4}(?:倒|靠后|后)/.test(marked);
  return {
    order: worstLast ? 'worst' : row.order,
    ...(limit && { limit }),
    ...(/最[多少]/.test(marked) && { byCount: true as const }),
    ...(/(?<![没未不])(?:完成|办结)|按时率|进[度展]/.test(marked) && { ofDone: true as const }),
    ...(/谁|哪/.test(marked) && PACE.test(marked) && { ofPace: true as const }),
    ...(/哪(?:一|几)?个?月/.test(marked) && { ofMonths: true as const }),
    ...(BY_UNIT.test(marked) && { byUnit: true as const }),
    ...(bound && { bound }),
  };
}

const RATE =
  '(?<rate>\\d{1,3}(?:\\.\\d+)?%|百分之[一二三四五六七八九十百\\d]+|[一二三四五六七八九]成|一半|半)';
const BOUNDS: { pattern: RegExp; side: Bound['side'] }[] = [
  {
    pattern: new RegExp(`(?:不到|低于|不足|没到|没过|未达|不达|没达到?|小于|没过|未过)${RATE}`),
    side: 'below',
  },
  { pattern: new RegExp(`${RATE}(?:以下|以内)`), side: 'below' },
  { pattern: new RegExp(`(?:超过|高于|达到|过了?|大于)${RATE}`), side: 'from' },
  { pattern: new RegExp(`${RATE}以上`), side: 'from' },
];

function readBound(text: string): Bound | undefined {
  for (const { pattern, side } of BOUNDS) {
    const said = pattern.exec(text)?.groups?.rate;
    const rate = said === undefined ? undefined : readRate(said);
    if (rate !== undefined) return { side, rate };
  }
  return undefined;
}

function readRate(said: string): number | undefined {
  if (said.endsWith('半')) return 0.5;
  if (said.endsWith('%')) return Number(said.slice(0, -1)) / 100;
  if (said.endsWith('成')) return (readNumber(said.slice(0, -1)) ?? 0) / 10;
  const n = readNumber(said.replace('百分之', ''));
  return n === undefined ? undefined : n / 100;
}

function readLimit(text: string): number | undefined {
  const m =
    /(?:前|后|倒数|最后)第?([一二两三四五六七八九十]|\d{1,2})(?:[名位强家]|$|的|是|有|单位)/.exec(
      text,
    );
  const n = m && readNumber(m[1] ?? '');
  return n || undefined;
}
