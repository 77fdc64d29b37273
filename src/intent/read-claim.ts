import { fold } from './tidy.ts';

/** What is asked to be promised, or what was heard of a sum and is asked to be confirmed. */
export type Claim = { kind: 'promise' } | { kind: 'hearsay'; question: string };

const ASKED = /[?？吗么吧呢]|对不对|是不是|能不能|能否|可否|敢不敢|会不会/u;

/** 给, 批, 拿: what a firm hopes for. 完成, 到位 are promised by units, of their work. */
const GRANTED = '(?:给|拿|批(?!示|复|次)|得到|领|通过|能过|奖|补|发给?|到账|兑现|下来)';

/** 能保证给20万吗, 敢承诺能批下来吗. */
const PROMISE = new RegExp(
  `(?:能|能不能|能否|可以|可否|敢|会)(?:[跟给向][^，。]{1,3})?(?:保证|承诺|打包票|打保票)(?!金|书)[^，。]{0,8}${GRANTED}`,
  'u',
);

/** 一定能拿到补贴吗, 是不是肯定给. */
const CERTAIN = new RegExp(
  `(?:一定|肯定|必定|铁定|百分之?百|100%|保准|稳)(?:能够?|会|可以)?(?:都|够)?${GRANTED}`,
  'u',
);

/** 听说……对不对, ……是真的吗. */
const HEARD =
  /^(?:我?们?(?:听说|听人说|听人家说|据说)|有人说|别人说|人家说|网上说|都说|传说)[，,]?/u;
const CONFIRM =
  /[，,]?(?:这)?(?:对不对|对吗|对吧|是不是(?:真的)?|是真的吗|真的假的|真的吗|是吗|有没有这回事|有这回事吗|没错吧|属实吗)[?？。]*$/u;

const SUM = /(?:是|有|给|为|能拿|能给|可以拿)*\d[\d.,]*(?:[万亿千百]+元?|元|块钱?|%)/u;

/** 能保证给我们20万吗; 听说入规奖励是50万对不对, which asks how much 入规奖励 is. Undefined for anything else. Pure. */
export function readClaim(text: string): Claim | undefined {
  const said = fold(text).trim();
  if (ASKED.test(said) && (PROMISE.test(said) || CERTAIN.test(said))) return { kind: 'promise' };
  const rest = said.replace(CONFIRM, '').replace(HEARD, '');
  if (rest === said || !CONFIRM.test(said) || !SUM.test(rest)) return undefined;
  if (!/奖|补|贴息|资助|扶持/u.test(rest)) return undefined;
  return { kind: 'hearsay', question: `${rest.replace(SUM, '')}是多少` };
}
