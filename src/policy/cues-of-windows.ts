import { type Cue, NOT_NOW } from './cue.ts';
import { HOLDS_DEADLINE, HOLDS_TIME } from './cues-of-applying.ts';

const NOW = '(?:现在|目前|眼下|这会儿?|如今|今天|今年|本月|这个月)';
const CAN = '(?:能不能|可不可以|能否|可否|能|可以|可|来得及)';
const APPLY = '(?:再|接着|继续|去|来|补)*(?:申报|申请|申领|报名|报(?!销)|交材料|提交材料?|填报)';
const END = '(?:上|了|的)*(?:吗|么|不|没有|没|吧|呢)?$';

/** After what one has done or been it is asked whether one is entitled, and not of the day: 拿过奖励还能申报吗. */
const NOT_ENTITLED =
  '(?<!(?:[过后被没未]|失信|处罚|拖欠|逾期|[拿领享得受到]了|企业|公司|单位|[厂家户]|人员|员工|个人|已经?).{0,12})';

/** 资金于12月31日前拨付 gives a day, and none to apply by. */
const ONLY_PAYS =
  '^(?!(?=.*(?:拨付|兑付|兑现|公示|验收))(?!.*(?:申[报请领]|报名|受理|提交|填报|材料|截止|逾期)))';

/** Whether one may still apply today: answered by the clause that gives the days. */
export const CUES_OF_WINDOWS: Cue[] = [
  {
    name: 'still open',
    asked: new RegExp(
      [
        `(?:${NOW}(?:才|再)?(?:还|仍)?${CAN}|${NOT_ENTITLED}(?:还|仍)${CAN})${APPLY}(?<kept>(?:第.{1,2}|首)(?:批次?|期|轮)|)${END}`,
        `${NOW}?(?:去|再|才)?(?:申报|申请|申领|报名|报)?(?:还)?(?:来不来得及|来得及|来不及|赶得上|赶不赶得上|赶得及)(?:申报|申请|申领|报名|报|交材料)?${END}`,
        `(?:申报|申请|申领|报名|受理|征集)?(?:时间|工作|通道|窗口|系统)?(?:是不是|是否|已经?|都)*截止了?(?:没有|没|吗|么|不)$`,
        `(?:申报|申请|申领|报名|受理|征集)(?:时间|工作|通道|窗口|系统)?(?:是不是|是否|已经?|都)*(?:结束|关闭|关|停止|停|错过|过)了?(?:没有|没|吗|么)$`,
        `${NOW}(?:才|再|去)*(?:申报|申请|申领|报名|报|交材料?)(?:还)?(?:晚不晚|迟不迟|[晚迟](?:不|了)?吗|行不行|行吗|可以吗|能行吗)$`,
        `(?:还|仍)在?(?:收不收|收|受理|接受)(?:材料|申报|申请|报名)?(?:吗|么|不)$`,
        `错过(?:申报|申请|报名|时间|了)*(?:吗|么|没有|没)$`,
      ].join('|'),
      'u',
    ),
    holds: new RegExp(
      `${ONLY_PAYS}(?:${HOLDS_DEADLINE.source}|${HOLDS_TIME.source}|.*(?:${NOT_NOW.source}))`,
      's',
    ),
    best: new RegExp(
      `(?:申[报请领]|报名|受理)[^。；]{0,6}(?:时间|期|时限|时段)|截止|逾期|${NOT_NOW.source}`,
    ),
    seek: '申报时间 截止 逾期 受理时间',
    as: { kind: 'when', often: false },
    each: true,
    example: ['稳岗补贴现在还能申报吗', '申报时间为6月1日至6月20日。'],
  },
];
