import { verbose } from '../text/verbose.ts';
import type { ClauseSaid } from './read-clause.ts';

const ONLY =
  '(?:只有|只剩|仅剩|就剩|就差|只差|仅有|唯独|唯有|还剩|的(?:只有|就是|就|仅有|只是|只剩))下?了?';
/** 只差第4项的签字 is of that item alone. */
const ONLY_NUMBER = new RegExp(`${ONLY}R+(?!R|的\\p{Script=Han})`, 'u');
const ONLY_SUBJECT = new RegExp(`${ONLY}\\p{Script=Han}`, 'u');
const only = (masked: string) => (masked.includes('R') ? ONLY_NUMBER : ONLY_SUBJECT).test(masked);
const EVERY =
  /全部|都|均(?!衡|匀)|全(?=完|办|搞|做|弄|好|交|报|没|在)|统统|皆|无一例外|一个不落|一项不落/u;
/** 没有全部完成 leaves open which; 全部没有完成 is about each. */
const SOME_NOT =
  /不是.{0,2}(?:全部|都|全|均)|(?:未|没有?|并没|没能|不)(?:能)?(?:完全|彻底)?(?:全部|都|全|均)/u;

/** 没有没完成的: of every task, whatever its subject. */
export const DENIED_TWICE = 'all but said twice';

/** What may stand in a clause about every task: words of status and words without content. */
const NO_SUBJECT = new RegExp(
  verbose`
    [FTPCQR_\d\s,.!。]|我们?[局办委镇县]?|本?单位|任务|工作|事[项情儿]?|活儿?|重点|目前|现在
    |截至|截止|已经?|都|均|全部?|也|基本|还|没有?|未|在|正|按|照|计划|进度|时序|序时|节点|要求
    |有序|稳步|正常|积极|顺利|如期|按时|按期|推进|进行|办理|落实|完成|办结|开展|实施|启动|开始
    |进展|中|了|的|能|可以?|预计|争取|力争|确保|将|会|前|内|底|弄|搞|做|办|好|完|定|妥|齐|结
    |毕|报送?|上|下|交|动|很|比较|较|慢|快|良好|跟进|当中|过程|圆满|统统|抓紧|一定|就|呢|啦|哈
    |是|这些|那些|不错|差不多|快|尾声|收尾|接近|应该?|延期|申请|吧|因|受|疫情|影响|暂缓|取消
    |搁置|推迟|到|至|✓|✗|ok
  `,
  'gu',
);

/** 没完成的只有第5项, 就差第5项了: the others are done. */
export function impliesRestDone(masked: string, said: ClauseSaid): boolean {
  if (!said) return /[剩差]/u.test(masked) && only(masked);
  if (!('status' in said.said) || said.said.status === 'done') return false;
  // 只有第2项在推进 does not say that the others are done; 只有第2项没完成 and 还在推进 do.
  const tellsRest = /还|仍|剩|差|没|未/u.test(masked);
  const short = /not finished|not all|not begun/.test(said.rule) && /[仅只就]R/u.test(masked);
  return tellsRest && (short || only(masked));
}

/** What is said to be all that is left: 管网改造 in 只剩管网改造还在推进; empty where it is something of a task (管网的尾款). */
export function leftOnly(masked: string): string {
  const left = new RegExp(`${ONLY}(.*)$`, 'u').exec(masked)?.[1] ?? masked;
  return /的\p{Script=Han}/u.test(left) ? '' : left;
}

/** Whether a clause without numbers speaks of every task (`all`), or says that not all are done (`some-not`). */
export function speaksOfAll(masked: string, rule: string): 'all' | 'some-not' | undefined {
  if (rule === DENIED_TWICE) return 'all';
  if (!EVERY.test(masked)) return undefined;
  return SOME_NOT.test(masked) ? 'some-not' : 'all';
}

/** Whether a clause has no subject of its own, so that 都 can only mean the tasks. */
export const hasNoSubject = (masked: string): boolean => ownWords(masked).length <= 1;

/** Whether a clause tells nothing but what can be told of any task: 都报了; 都搬了 can not. */
export const isOfAnyTask = (masked: string): boolean => !/[^过干忙]/u.test(ownWords(masked));

const ownWords = (masked: string): string =>
  masked.replace(NO_SUBJECT, '').replace(/\P{Script=Han}/gu, '');
