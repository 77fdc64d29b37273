import { verbose } from '../text/verbose.ts';
import type { Status } from './report.ts';

/** What says no more than that more time is wanted, that there is a difficulty, or that an item is not one's own. */
const NO_REASON = new RegExp(
  verbose`
    第?[\d一二三四五六七八九十、]+[项条]|我们?[局办委县镇乡]?|本?单位|这[项个]?|那[项个]?|该项
    |有(?:点|些)?|一[定些点]|不少|许多|存在|遇到|困难|问题|难度|申请|请求?|希望|予以|给予|延期
    |宽限|延长|延后|延[至到]|推[迟后]|顺延|时间|办理|完成|再给
    |[几一两三四五六七八九十\d]+(?:个?工作日|天|周|个?月)|本周|下周|本月|下个?月|[年月]?底
    |[上中下]旬|[周星期][一二三四五六日天]|\d+[年月日号]|[前到至内]|不(?:是|归|由|该|属于?)
    |没关系|无关|牵头|负责|管|职责|的|了|吧|啊|呢|已|都|也|还|就|要|想|需要?|卡[住着壳]
    |[推搞弄]不[动下了去定]+|完不成|做不了|不顺利?|进展|推进|大|很|比较|较
    |[^\p{Script=Han}a-z]
  `,
  'gu',
);

/** Whether words that should give a reason give none: 申请延期到25号, 有困难. Pure. */
export const lacksReason = (words: string): boolean =>
  (words.replace(NO_REASON, '').match(/\p{Script=Han}/gu)?.length ?? 0) < 2;

/** What has to be given with a reason, for whoever decides on it. */
export const wantsReason = ({ status, note }: { status: Status; note?: string | null }): boolean =>
  (status === 'extension' || status === 'blocked') && lacksReason(note ?? '');

/** 原因是设备没到货: the reason for what was said before, and nothing else. */
const REASON =
  /^\s*(?:主要)?(?:的?(?:原因|理由)(?:是|在于|为|[:：])?|(?:是)?因为|由于|说明[:：])[,，:：\s]*/u;

/** The reason that a text gives by itself; undefined where it does not begin with one. Pure. */
export function reasonIn(text: string): string | undefined {
  const reason = text.replace(REASON, '').trim();
  return reason !== text.trim() && reason.length > 1 ? reason : undefined;
}
