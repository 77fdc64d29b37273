import { readNumber } from '../text/number.ts';
import { isTurnedRound } from '../text/turned-round.ts';
import { fold } from './tidy.ts';

/** What the office orders, and leaders ask, about numeric targets. Names are as written. */
export type TargetOrder =
  | { kind: 'propose' }
  | { kind: 'set'; text: string }
  | { kind: 'ask'; behindOnly: boolean }
  | { kind: 'curve'; half: number; name?: string }
  | { kind: 'lag'; months: number; name: string }
  | { kind: 'unit'; unit: string; name: string };

type Row = {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => TargetOrder | undefined;
  example: string;
};

const END = '[。.!?\\s]*$';
const half = (text: string | undefined) => {
  const n = text === undefined ? undefined : readNumber(text);
  return n !== undefined && n >= 1 && n <= 99 ? n : undefined;
};
/** 任务过六: six tenths. */
const TENTHS: Record<string, number> = { 半: 50, 四: 40, 五: 50, 六: 60, 七: 70 };

const curve = (share: number | undefined, name: string | undefined): TargetOrder | undefined =>
  share === undefined
    ? undefined
    : { kind: 'curve', half: share, ...(name?.trim() ? { name: name.trim() } : {}) };

export const TARGET_RULES: readonly Row[] = [
  {
    pattern: new RegExp(
      `^(?:请|帮我)?(?:从(?:计划|文件|政策)(?:里|中)?)?(?:提取|读取|识别|核对|整理)(?:一下)?(?:年度|主要|今年的?)?(?:目标)?指标${END}`,
      'u',
    ),
    read: () => ({ kind: 'propose' }),
    example: '提取指标',
  },
  {
    pattern:
      /^(?:设置|新增|添加|增加|登记|下达)(?:一[个项])?(?:年度|主要)?(?:目标)?指标[:,\s]+(?<text>.+)$/su,
    read: ({ text }) => (text ? { kind: 'set', text } : undefined),
    example: '设置指标：规上产值200亿元',
  },
  {
    pattern: new RegExp(
      `^(?:(?:有)?哪些|查看|列出|看看)?(?:主要|年度|重点|经济)?(?:目标)?指标(?:有)?(?:哪些|是)?(?:落后|低于|滞后于?|没达到|未达|没跟上|慢于|欠)(?:于)?(?:序时|进度|时序)*(?:进度)?(?:的)?(?:有哪些)?${END}|^(?:落后|低于|未达|没达到)(?:序时|进度)*(?:进度)?的?(?:指标|有哪些指标|指标有哪些)${END}`,
      'u',
    ),
    read: () => ({ kind: 'ask', behindOnly: true }),
    example: '哪些指标落后序时',
  },
  {
    pattern: new RegExp(
      `^(?:查看|看下|看看|看一下|请问|今年|全县|目前|本年度?)*(?:主要|年度|重点|经济)*(?:目标)?指标(?:的)?(?:完成)?(?:进度|进展|情况|完成率|怎么样了?|完成得怎么样了?|如何|完成了多少|一览|表|预测)+${END}|^(?:看下|看看|查看)?(?:主要|年度|重点|经济)(?:目标)?指标${END}`,
      'u',
    ),
    read: () => ({ kind: 'ask', behindOnly: false }),
    example: '指标进度',
  },
  {
    pattern: new RegExp(
      `^(?:(?!序时)(?<name>[^:,\\s]{2,20}?)(?:的)?)?(?:序时|序时进度)(?:进度)?(?:改为|设为|改成|按照?|为|:)*(?:上)?半年(?:完成|到|过|达到)?(?<share>\\d{1,2}|百分之.{1,4})%?${END}`,
      'u',
    ),
    read: ({ name, share }) => curve(half(share?.replace('百分之', '')), name),
    example: '序时进度按半年60%',
  },
  {
    pattern: new RegExp(
      `^(?:(?!序时)(?<name>[^:,\\s]{2,20}?)(?:的)?)?(?:序时(?:进度)?)?(?:改为|设为|改成|按照?|为|:)*时间过半[,、]?任务过(?<tenth>[半四五六七])${END}`,
      'u',
    ),
    read: ({ name, tenth }) => curve(TENTHS[tenth ?? ''], name),
    example: '序时进度按时间过半任务过六',
  },
  {
    pattern: new RegExp(
      `^(?:(?!序时)(?<name>[^:,\\s]{2,20}?)(?:的)?)?(?:序时|序时进度)(?:进度)?(?:改为|设为|改成|恢复为?|按照?|为|:)*(?:匀速|线性|均衡|按月均衡|平均|月均)(?:计算)?${END}`,
      'u',
    ),
    read: ({ name }) => curve(50, name),
    example: '序时进度按月均衡',
  },
  {
    pattern: new RegExp(
      `^(?:把|将)?(?<name>[^:,\\s]{2,20}?)(?:的数据)?(?:是|为|设为|按)?(?:错月指标|错月)(?:指标)?[,，]?(?:(?:晚|错|滞后|延后)?(?<n>[\\d一二两三])个?月)?${END}|^(?:把|将)?(?<name2>[^:,\\s]{2,20}?)(?:的)?(?:数据)?(?:滞后|晚|延后)(?<n2>[\\d一二两三])个?月(?:报|出|报送|出数)?${END}`,
      'u',
    ),
    read: (g) => {
      const said = g.name ?? g.name2;
      const months = readNumber(g.n ?? g.n2 ?? '1');
      if (!said || months === undefined || months > 3) return undefined;
      // 不是错月指标: it is of the month itself.
      const name = g.name?.replace(/不$/u, '');
      if (name && name !== said) return { kind: 'lag', months: 0, name };
      return isTurnedRound(said) ? undefined : { kind: 'lag', months, name: said };
    },
    example: '规上增加值是错月指标',
  },
  {
    pattern: new RegExp(
      `^(?:把|将)?(?:指标)(?<name>[^:,\\s]{2,20}?)(?:的数据)?(?:由|归|请)(?<unit>[^\\s,。]{2,16}?)(?:来)?(?:报送?|负责|填报|提供|报数)(?:数据)?${END}`,
      'u',
    ),
    read: ({ name, unit }) =>
      name && unit && !isTurnedRound(name) ? { kind: 'unit', unit, name } : undefined,
    example: '指标规上产值由统计局报',
  },
];

/** What a message orders or asks about targets as such, or undefined. */
export function readTargetOrder(message: string): TargetOrder | undefined {
  const text = fold(message);
  for (const { pattern, read } of TARGET_RULES) {
    const m = pattern.exec(text);
    const order = m && read(m.groups ?? {});
    if (order) return order;
  }
  return undefined;
}

/** Whether words about a target ask where it stands: 规上产值完成多少了. */
export function asksStanding(message: string): boolean {
  const text = fold(message);
  return (
    /完成|进度|序时|累计|到目前|目前|现在|差|预计|推算|落后|达到|增长|增速|新增|指标|目标|情况|怎么样/u.test(
      text,
    ) &&
    /[?]|多少|几|吗|怎|如何|情况|进度|差|哪|能不能|是否|没有$|了$/u.test(text) &&
    !/奖|补|政策|条件|申报|怎么(?:算|办|认定)/u.test(text)
  );
}
