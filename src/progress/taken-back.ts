import { verbose } from '../text/verbose.ts';
import { readClause } from './read-clause.ts';
import { blot, MASK, type MarkedReply } from './reply-marks.ts';

const says = (masked: string) => readClause({ masked, shares: [] }) !== undefined;

/** Ways to set what holds against what does not; `back` is taken back. */
const CONTRASTS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /(?<!不)(?:是|为|应为|应是|改为|改成)(?<kept>[^,。;\n是]{1,16}?)[,\s]?(?<back>(?:而|并)?不是(?<old>R+|[^,。;\n\s是R]{1,16}))(?=$|[,。;\n])/gu,
    example: '第1项是进行中不是已完成',
  },
  {
    pattern:
      /(?<back>(?<!是)不是(?<old>R+|[^,。;\n\s是R]{1,16}?)[,\s]?)(?:而|应该|应当|其实|只)?(?<!不)是(?<kept>[^,。;\n是]{1,16})/gu,
    example: '第1项不是已完成，是正在推进',
  },
  {
    pattern: new RegExp(
      verbose`
        (?<back>[误错](?:报|填|写|点|选|标)(?:成|为|作)?了?(?<old>[^,。;\n\s是R]{1,12})[,\s]?)
        (?:其实|实际上?|事实上)(?:应该?)?(?:是|为)?(?<kept>[^,。;\n]{1,16})
      `,
      'gu',
    ),
    example: '第1项错报成已完成，其实正在推进',
  },
];

/** 不对, 说错了, 更正一下 on its own between two statements: what comes behind holds. */
const SLIP = new RegExp(
  verbose`
    (?<=[,。;!?\n\s])[哦噢啊哎呃]?(?:
      不对|不是|(?<=[哦噢啊哎呃])不|(?:我|刚才|刚刚|前面)*(?:说|写|报|填|打|发|搞|弄)错了?
      |(?:更正|纠正|订正)(?:一下)?
    )[了啊哈]*[,。;:!\s]+
  `,
  'gu',
);
const STATEMENT = /[^,。;!?\n]+/gu;

const numbersIn = ({ refs }: MarkedReply, from: number, to: number): number[] =>
  refs.flatMap((r) => (r.kind === 'numbers' && r.at >= from && r.at < to ? r.numbers : []));

/** 第1项已完成，说错了，第3项已完成: the last statement on the same task before the slip goes, else the last of all. */
function withoutSlips(marked: MarkedReply): MarkedReply {
  let result = marked;
  for (const slip of marked.masked.matchAll(SLIP)) {
    const after = slip.index + slip[0].length;
    const [next = ''] = result.masked.slice(after).match(STATEMENT) ?? [];
    const now = numbersIn(result, after, after + next.length);
    if (now.length === 0 || !says(next)) continue;
    const before = [...result.masked.slice(0, slip.index).matchAll(STATEMENT)].filter(
      (m) => says(m[0]) && numbersIn(result, m.index, m.index + m[0].length).length > 0,
    );
    const same = before.findLast((m) =>
      numbersIn(result, m.index, m.index + m[0].length).some((n) => now.includes(n)),
    );
    const back = same ?? before.at(-1);
    if (!back) continue;
    result = blot(result, back.index, back[0].length);
    result = blot(result, slip.index, slip[0].length);
  }
  return result;
}

/** 上周所报“在办”请予更正: what is taken back is the earlier report. */
export const EARLIER_REPORT = /[上P][^,。]{0,3}所?[报填]的?[“"‘'][^,。]{1,6}[”"’']/u;

/** A marked reply without what its own words take back. Pure. */
export function withoutTakenBack(marked: MarkedReply): MarkedReply {
  let result = withoutSlips(marked);
  for (const { pattern } of CONTRASTS)
    for (const m of result.masked.matchAll(pattern)) {
      const { kept = '', old = '', back = '' } = m.groups ?? {};
      if (!says(kept) || !(says(old) || /^R+$/u.test(old))) continue;
      // 第1项不是完成，是第2项完成: each has its own state.
      if (kept.startsWith(MASK.ref) && /R\s*$/u.test(result.masked.slice(0, m.index))) continue;
      result = blot(result, m.index + m[0].indexOf(back), back.length);
    }
  return result;
}

export const CONTRAST_EXAMPLES = CONTRASTS.map((c) => c.example);
