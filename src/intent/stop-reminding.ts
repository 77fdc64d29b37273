import { asks } from '../text/asks.ts';
import type { CommandRule } from './command-rule.ts';
import { PERIOD, UNIT } from './marks.ts';
import type { Sentence } from './sentence.ts';

const NOT = '别|甭|勿|莫|不要|不必|不用|不需要?|不再|不准|不许|无需|无须|先不|暂不|暂时不';
const HALT =
  '停一停|暂停|停止|停掉|停发|停|暂缓|缓发|缓一缓|缓缓|缓|推迟|延后|压一压|放一放|取消|免了?|撤掉|算了|到此为止';
const REMIND =
  '再次提醒|提醒|催办|催报|催促|催收|催一?催|催|督促|督办|敲打|推送|通知|任务卡片|卡片|消息';
/** 别忘了提醒, 不要只催财政局, 不用停: what is denied is the leaving out, so it is an order to send. */
const STILL =
  /(?:别|不要|勿|不能|不可|不得|不许|不准|不用|不必)再?(?:忘|漏|落|停|只|光|怕|等|拖|耽)/u;

/** 先别给财政局催: the denial is in front; between it and the word stands to whom and about what. */
const BEFORE = new RegExp(`(?:${NOT}|${HALT})[^,。;]{0,16}?(?:${REMIND})`, 'u');
/** 12月的提醒都停一停, 催办先不发: the denial follows. */
const AFTER = new RegExp(
  `(?:${REMIND})[${UNIT}${PERIOD}的们这事儿,]{0,6}(?:都|全部?|一律|统统|也|就|先|暂时|暂|给我|可以|请)*(?:${HALT}|(?:${NOT}|不)再?(?:发|送|催|推|弄|提醒|了))`,
  'u',
);

/** Everything that such an order is made of; what says more is no order to stop alone (别催了，第1项完成了). */
const PARTS = new RegExp(
  [
    `[${UNIT}${PERIOD}]`,
    NOT,
    HALT,
    REMIND,
    '各(?:个)?(?:单位|部门|乡镇)|所有|全部|全县|大家|[他她它]们?|人家|单位|部门|联络员|任务|工作|事项|月度|自动|今天|明天|这几天|最近|这周|这次|这回|本月|月份?|那边|这边',
    '暂时|临时|一下|一律|统统|先|再|请|麻烦|帮我|给我|我们?|把|将|对|给|向|往|跟|和|与|及|、|的|都|也|就|还是|了|吧|啦|呢|那|这|发出?去?|送|着|急|可以|要|不|下|群里',
    '[\\s,。.;!~]',
  ].join('|'),
  'gu',
);

/** Whether a word of stopping or denial stands over the sending of reminders: such a sentence never sends. Pure. */
export const stopsReminding = (text: string): boolean =>
  !STILL.test(text) && (BEFORE.test(text) || AFTER.test(text));

/**
 * 12月的提醒都停一停, 先别催财政局: somebody wants less to go out, and has to be asked what. It comes after the orders that
 * say exactly what to hold (暂缓4月提醒, 暂停推送).
 */
export const STOP_RULE: CommandRule = {
  pattern: new RegExp(REMIND, 'u'),
  read: (_, s) =>
    asks(s.text) || !stopsReminding(s.marked) || s.marked.replace(PARTS, '') !== ''
      ? undefined
      : { kind: 'ask-hold', ...ofWhat(s) },
  example: '12月的提醒都停一停',
};

const ofWhat = (s: Sentence) => ({
  months: [...new Set(s.periods.flatMap((p) => p.months))],
  units: [...new Set(s.units.map((u) => u.name))],
});
