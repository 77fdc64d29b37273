import { verbose } from '../text/verbose.ts';
import { type Edit, edited, type ReplyText } from './reply-text.ts';

/** 是否完成：是; where both answers are printed (是 否√), or none, it is asked. */
const YES_OR_NO = new RegExp(
  verbose`
    是否(?:已经?|按[时期]|全部)?(?<what>完成|办结|落实|启动|开展|召开|印发)\s*[::]?\s*[(]?
    (?:(?<yes>是|✓|y(?:es)?)(?![^\n。;]*[否✗□])|(?<no>否|✗|n(?:o)?)(?![^\n。;]*[是✓□]))[)]?
    (?=$|[\s,;。])
  `,
  'gu',
);

const STATE =
  '(?:已完成|已办结|完成|办结|正在办理|正在推进|进行中|推进中|未完成|未启动|未开始|未办结)';
const BOX = '[✓□☐◻▢]';
/** 已完成（√） 未完成（ ）, or a box before or behind its word; two of them at least. */
const BOXES = [
  new RegExp(`(?:${STATE}\\s*[(\\[]\\s*[✓✗]?\\s*[)\\]][\\s,;、/]*){2,}`, 'gu'),
  new RegExp(`(?<!${STATE}\\s*)(?:${BOX}\\s*${STATE}[\\s,;、/]*){2,}`, 'gu'),
  new RegExp(`(?<!${BOX}\\s*)(?:${STATE}\\s*${BOX}[\\s,;、/]*){2,}`, 'gu'),
];
const TICKED = [
  new RegExp(`(?<state>${STATE})\\s*[(\\[]\\s*✓`, 'gu'),
  new RegExp(`✓\\s*(?<state>${STATE})`, 'gu'),
  new RegExp(`(?<state>${STATE})\\s*✓`, 'gu'),
];

/** The fields of a form that was filled in and sent as text, as the words they stand for: 是否完成：否 as 未完成. Pure. */
export function withFormsFilled(reply: ReplyText): ReplyText {
  const answers = [...reply.text.matchAll(YES_OR_NO)].map((m): Edit => {
    const { what = '', yes } = m.groups ?? {};
    return { at: m.index, length: m[0].length, text: `${yes ? '已' : '未'}${what}` };
  });
  const boxes = BOXES.flatMap((box, i) =>
    [...reply.text.matchAll(box)].flatMap((m): Edit[] => {
      const [ticked, second] = [...m[0].matchAll(TICKED[i] ?? /$^/gu)];
      const state = ticked?.groups?.state;
      return state && !second ? [{ at: m.index, length: m[0].length, text: `${state},` }] : [];
    }),
  );
  return edited(reply, [...answers, ...boxes]);
}
