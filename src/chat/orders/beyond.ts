import { type Context, say } from '../context.ts';
import { isOffice } from '../roles.ts';
import { beyondWords as w } from './beyond-wording.ts';

type Row = { pattern: RegExp; answer: string; example: string };

const END = '(?:吧|了|一下|给我|掉)*[。.!！]*$';

/** What offices order and only people may do, with what can be done instead. */
const ROWS: readonly Row[] = [
  {
    pattern: new RegExp(
      `^(?:请|麻烦)?(?:帮我|给我|替我)?(?:给|向|对)?[^,，。?？]{0,14}?(?:(?:印|下|制|签)?发|出|写|起草|拟|搞|做)(?:一?[份个期])?[^,，。?？]{0,10}?通报(?:批评|稿|出去)?[^,，。?？]{0,12}?${END}|^(?:请)?通报(?:批评|一下|表扬)[^?？]{0,20}${END}|^对[^,，。?？]{1,20}(?:予以|进行|给予)?通报(?:批评|表扬)?${END}`,
      'u',
    ),
    answer: w.circular,
    example: '发通报',
  },
  {
    pattern: new RegExp(
      `^(?:请|麻烦)?(?:帮我|给我)?[^?？第]{0,20}?(?:点名|批评|曝光|晒)[^?？第]{0,20}${END}|^(?:请|麻烦)?(?:帮我|给我)?(?:把|将)?[^?？第]{0,14}?(?:排名|排位|名次|红黑榜|完成率|未完成名单|未报名单)[^?？第]{0,8}?(?:发|推送?|通报|公布|贴)(?:到|在|给|至)?[^?？第]{0,6}?(?:群|大家)[^?？第]{0,6}${END}`,
      'u',
    ),
    answer: w.shame,
    example: '把排名发到群里',
  },
  {
    pattern: new RegExp(
      `^(?:请|麻烦)?(?:帮我|给我)?(?:对)?[^?？第]{0,14}?(?<![已经过正在])(?:约谈|问责)(?!了|过)[^?？第]{0,14}${END}`,
      'u',
    ),
    answer: w.interview,
    example: '约谈财政局',
  },
  {
    pattern: new RegExp(
      `^(?:请|麻烦)?(?:帮我|给我)?(?:把|将)?(?:(?:删除|删掉|删了|清空|清除|去掉|作废|移除|撤下|撤掉)(?:一下|掉|了)?[^第,，。?？]{0,14}?计划(?:表)?|[^第,，。?？]{0,14}?计划(?:表)?(?:整个|全部|都|给我)?(?:删除|删掉|删|清空|清除|去掉|作废|移除|撤下|撤掉))${END}`,
      'u',
    ),
    answer: w.deletePlan,
    example: '删除这个计划',
  },
];

const PUBLIC = /群|点名|通报|曝光|晒|会上|大家/u;

/** True when the office ordered what the bot leaves to people: it says so, and what it can do. */
export async function takeBeyond(context: Context, text: string): Promise<boolean> {
  if (!isOffice(context) && !context.person.roles.has('leader')) return false;
  if (context.origin.chatType !== 'p2p') return false;
  // 批评一下开发区 from a leader becomes an order to that unit, and nothing of it public.
  if (context.person.roles.has('leader') && !PUBLIC.test(text) && /批评/u.test(text)) return false;
  const row = ROWS.find((r) => r.pattern.test(text.trim()));
  if (row) await say(context, row.answer);
  return row !== undefined;
}
