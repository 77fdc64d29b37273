import type { UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';
import { namedAtHead } from './read-proxy.ts';

/** Where what is said of one unit can end: at the end of a line or a sentence, or at a comma. */
const CLAUSE = /[^\n;；。,，]+[\n;；。,，]*/gu;
/** A name with an item, a colon or its word: 财政局第1项, 财政局：, 住建局李工说. */
const TELLS_BEHIND =
  /^[^\s,，。;；]{0,24}?(?:\s*[:：]|的?第?[\d一二三四五六七八九十]+[项条件号]|(?:说|讲|称|反映|反馈|回复|答复|表示|报)[了称]?)/u;
/** 住建局配合得很好 tells of the item before it; 住建局配合第2项 and 开发区牵头的第4项 name an item of their own. */
const HELPS =
  /^.{0,16}?(?:配合|协助|支持|参与|牵头)(?!(?:完成|办理|推进|负责)?的?第?[\d一二三四五六七八九十]+[项条件号])/u;

/** A body that the list does not have, with its item: 农机局：, 县府办第1项, 竹坪乡 没有新增. 催办 and 还没办 are no names. */
const STRANGER = verbose`
  ^\s*(?!还|正|已|没|未|尚|又|再|刚|就|请|马上|抓紧)\p{Script=Han}{1,10}
  (?:局|委|(?:政府|府|[县市区]委|街道)办(?:公室)?|镇|乡|公司|中心|街道|院|园区)
  (?=\s*[:：]|\s*第[\d一二三四五六七八九十]+[项条]|(?<=局|委|镇|乡|街道)[ \t\u3000]+\S)
`;

/**
 * A note on several units, unit by unit and as written: 财政局第1项办完了，住建局第3项还在走流程. Behind a comma a unit begins
 * anew only with its item or its word, for 住建局配合 tells of the item before it. One part where the text is of one unit.
 * Pure.
 */
export function splitByUnit(text: string, units: UnitNames): string[] {
  const parts: string[] = [];
  let last: string | undefined;
  let isWithin = false;
  for (const [clause] of text.matchAll(CLAUSE)) {
    const name = namedAtHead(clause, units) ?? (isWithin ? undefined : STRANGER.exec(clause)?.[0]);
    const opens =
      name !== undefined &&
      name !== last &&
      (isWithin ? TELLS_BEHIND.test(clause) : !HELPS.test(clause));
    if (opens && last !== undefined) parts.push(clause);
    else parts.push(`${parts.pop() ?? ''}${clause}`);
    if (opens || last === undefined) last = name ?? last;
    isWithin = /[,，]$/u.test(clause);
  }
  return parts.map((p) => p.replace(/[\s,，;；。]+$/u, '').trim());
}
