import type { Voice } from './voices.ts';

/** What is said is a figure, and no verb says how far it brings the task. */
export const isOfFigures = (v: Voice) => /figures/.test(v.said.rule);
const countsSome = (v: Voice) => isOfFigures(v) && /[了过到]QQ/u.test(v.clause.masked);
/** 还没完成200亩，现在190亩: how far it has come. */
const tellsLevel = (v: Voice) =>
  isOfFigures(v) && /(?:现在?|目前|才|只有?|仅|已)[^,]{0,6}[QC]/u.test(v.clause.masked);
/** 材料已交，尚未签发: a step of it. */
const tellsStep = (v: Voice) => v.said.rule === 'has taken place';
/** 出清一户，另一户还没裁定 */
const OTHERS = /^(?:另|其[余他]|剩下?|还有)/u;

/** Whether a task that is said not to be done has begun: 找到74个，捐款没到齐 counts some of it. Pure. */
export const hasBegun = (heard: Voice[]): boolean =>
  heard.some(
    (v, i) =>
      countsSome(v) ||
      tellsLevel(v) ||
      tellsStep(v) ||
      (isOfFigures(v) && OTHERS.test(heard[i + 1]?.clause.masked ?? '')),
  );
