import { withoutAttached } from '../../intent/tidy.ts';
import { readAmendment } from '../../progress/amend.ts';
import { tellsStatus } from '../../progress/read-reply.ts';
import type { Act } from '../../progress/reading.ts';
import { DENIED_BY_ASKING } from '../../progress/status-words.ts';
import { verbose } from '../../text/verbose.ts';
import type { Context } from '../context.ts';
import { recentQuery } from '../conversation.ts';
import { reportingUnits } from './report-scope.ts';
import { restOfLast } from './rest-of-last.ts';
import { listsInMind, listsSpokenOf } from './shown-list.ts';
import { stillOwed } from './unit-duties.ts';
import { type Meaning, meaningOf } from './which-list.ts';

/**
 * Whether these words tell how items of the asker's lists stand, though they look like a question about progress:
 * 第1项昨天说完成了其实没有, 第2项同上月, 都在推进. Of a numbered item what stays doubtful is asked by whoever reads it; without
 * a number they name no other unit, and read as a report or as a denial that the item is one’s own.
 */
export async function isStatement(
  context: Context,
  written: string,
  units: string[],
): Promise<boolean> {
  const text = withoutAttached(written);
  const unitIds = reportingUnits(context);
  const isHead = HEADS.test(text) && !TELLS.test(text);
  if (unitIds.length === 0 || ASKS.test(text.replace(DENIED, '')) || isHead) return false;
  const spoken = await listsSpokenOf(context, unitIds, text);
  if (spoken === 'several') return true;
  const { lists, month, said } = spoken;
  if (lists.length === 0 && month) return true;
  const known = lists.length > 0 ? lists : await stillOwed(context, unitIds, []);
  if (known.length === 0) return false;
  // 其他的没动, right after a report.
  if ((await restOfLast(context, unitIds, said)) !== said) return true;
  const meaning = meaningOf(known, said, context.today);
  const isOwn = units.every((u) => known.some((l) => l.unitName === u));
  if (!NUMBERED.test(text)) return isOwn && !STATE_ALONE.test(text) && isTold(meaning);
  const heard = meaning.kind === 'unsure' ? meaning.heard : undefined;
  if (meaning.kind === 'unsure' && (!heard || heard.reading.kind === 'not_a_report')) return false;
  if (meaning.kind === 'sure' && TELLS.test(text)) return true;
  const tasks = known.flatMap((l) => l.items.map(({ no, content }) => ({ no, content })));
  return tellsStatus({ text: said, refDate: context.today, month: 1, tasks });
}

/** 我要更正11月第1项：…, 我上一条说错了: an earlier report is amended, and nothing asked. */
export const takesBackOwn = (text: string): boolean =>
  !ASKS.test(text) && readAmendment(text) !== undefined;

/** Neither asks for anything. */
const TOLD: Act[] = ['dispute', 'away'];

function isTold(meaning: Meaning): boolean {
  if (meaning.kind !== 'unsure') return true;
  const reading = meaning.heard?.reading;
  return reading?.kind === 'not_a_report' && TOLD.includes(reading.act);
}

/** 有困难, 3月未完成: a state and nothing but its time asks for the tasks in it. */
const STATE_ALONE = verbose`
  ^(?:
    [\d一二三四五六七八九十]+月份?|[本上下当这]个?[月周季]度?|[今去]年|全年|[上下]半年|目前
    |截至|已|未|尚|还|有|无|没有?|全部|所有|申请|正在
  )*(?:
    完成|办结|启动|开始|开工|反馈|报送?|困难|问题|延期|逾期|超期|进行中|推进中|进行|推进
    |暂停|暂缓|取消
  )[。.]*$
`;
/** 第2项, 1和3完成, 除了3: without it a report and the heading of a list look too much alike (3月进度). */
const NUMBERED = verbose`
  第[\d一二三四五六七八九十百、,，和及至到~-]+[项条个]|\d号那?项
  |(?:^|[,，、;；。\s除了和跟与])[\d①-⑳][\d①-⑳、,，和跟与及至到\s~—–-]*(?:项|条)?
  (?:外|以外|之外|没|未|已|也|都|均|全|还|正|完|办|做|弄|搞|基本|[,，])
`;
const ASKS = verbose`
  [?？]|吗|哪|谁|什么|怎|多少|(?<![十其余他那这下外])几[项个家]|查(?![了完过出到])
  |看(?:看|下|一下)
  |(?<!其实|实际上?|事实上|并|还|都|也|根本|第[\d一二三四五六七八九十]+[项条])没有$
  |(?<!还|都|也|其实|根本)没$
`;
/** 第1项哪里完成了？ tells. */
const DENIED = new RegExp(`${DENIED_BY_ASKING.source}[?？]?`, 'gu');
/** A noun at the end names what is wanted. */
const HEADS =
  /(?:情况|进[度展]|原因|单位|名单|时间|时限|期限|清单|台账|明细|要求|内容|任务|事项|的)[。.]*$/u;

/** 第8项报了6个项目进度, 第2项到10家了，昨天批的, 第2个这个月没啥新的: what is told of a number, though it ends like a heading. */
const TELLS = verbose`
  第[\d一二三四五六七八九十]{1,3}[项条个](?:任务|工作)?[^,，?？的]{1,8}[了过](?!没)
  |第[\d一二三四五六七八九十]{1,3}[项条个].*(?:[昨今前]天|上午|下午|刚刚?)[^,，?？]{1,6}的
  [。.]*$
  |没[什么啥]*新的[。.]*$
`;

/** 没完成, 都没有: of one's own items it is an answer, of others' a question. */
export function isBareDenial(text: string): boolean {
  return verbose`
    ^(?:都|全都?|全部|一[个项]都|目前|暂时|现在|也|还|仍|是)*(?:没有?|未|尚未)
    (?:完成|办结|启动|开始|动|弄|做|搞|报|交)?[呢的啊呀哈。.,，\s]*$
  `.test(text.trim());
}

/** Whether a bare denial can answer something: a card or a list of the own items that lies before the person. */
export async function isAnswer(context: Context): Promise<boolean> {
  const unitIds = reportingUnits(context);
  if (unitIds.length === 0) return false;
  const lists = await listsInMind(context, unitIds);
  return (
    lists.length > 0 && (lists.some((l) => l.since) || (await recentQuery(context)) !== undefined)
  );
}
