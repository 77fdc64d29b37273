import { readClause } from './read-clause.ts';
import { blot, type MarkedReply } from './reply-marks.ts';

const never = () => false;
const says = (masked: string) => readClause({ masked, shares: [] }, never) !== undefined;

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
];

/** A marked reply without what its own words take back. Pure. */
export function withoutTakenBack(marked: MarkedReply): MarkedReply {
  let result = marked;
  for (const { pattern } of CONTRASTS)
    for (const m of result.masked.matchAll(pattern)) {
      const { kept = '', old = '', back = '' } = m.groups ?? {};
      if (!says(kept) || !(says(old) || /^R+$/u.test(old))) continue;
      result = blot(result, m.index + m[0].indexOf(back), back.length);
    }
  return result;
}

export const CONTRAST_EXAMPLES = CONTRASTS.map((c) => c.example);
