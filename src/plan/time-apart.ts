import { findPoints, normalise } from '../calendar/moments.ts';

/** What stands before and after a time that is a deadline and nothing else: 确保10月底前完成. */
const BEFORE = /^(?:务必|力争|争取|确保|计划|预计|拟)?(?:于|在|到|至)?$/;
const LASTING = '(?:持续|长期|常态化?)(?:推进|坚持|实施|开展|抓好|落实|巩固)?';
const AFTER = new RegExp(
  `^(?:全部|全面|基本)?(?:完成|办结|落实|见效|竣工|建成|投用|报送|上报|取得成效)?(?:到位)?(?:[并且后]?${LASTING})?$`,
);
/** 长期坚持: no time, and no name either. */
const ALWAYS = new RegExp(`^[并且]?${LASTING}$`);

/** The year plays no part in telling a time from a name. */
const ANY_YEAR = 2000;

/** A unit list with the deadlines that stand among its names taken out: 县住建局配合，10月底前完成. */
export function timeApart(text: string): { units: string; deadline?: string } {
  const times: string[] = [];
  const units = text.replace(
    /(^|[，,；;。、])([^，,；;。、]+)/gu,
    (whole, mark: string, piece: string) => {
      if (!isTime(piece)) return whole;
      times.push(piece.trim());
      return /[。；;]/u.test(mark) ? mark : '';
    },
  );
  return times.length === 0 ? { units: text } : { units, deadline: times.join('；') };
}

/** 3月底前完成的任务（3项）: a heading that sets the deadline of what stands under it; the deadline alone. */
export function deadlineOfHeading(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/[(（]共?\d{1,3}[项个条][)）]$|[:：]$/gu, '')
    .replace(/(?:需要?|应当?)?(完成|办结|落实|见效)的?(?:重点)?(?:任务|工作|事项|项目)$/u, '$1');
  return bare.length <= 16 && isTime(bare) ? bare : undefined;
}

function isTime(piece: string): boolean {
  const plain = normalise(piece);
  if (ALWAYS.test(plain)) return true;
  const points = findPoints(plain, ANY_YEAR);
  const [first, last] = [points[0], points.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    BEFORE.test(plain.slice(0, first.at)) &&
    AFTER.test(plain.slice(last.end))
  );
}
