import { FINISH } from './status-words.ts';
import { PLAIN, STEPS } from './step-words.ts';

/** A task's wording, and the words that reach what it asks for, wherever they stand. */
type OwnWords = { text: string; results: RegExp | undefined };

/** 测完, 谈好: of one verb only, and so of the task where that verb is its own. */
const OF_ONE_VERB = /(?<=[^办做弄搞忙干整跑都也全部均已_A-Z\s\d])理?[完好妥成](?!成|结|毕|工|善)/gu;
/** Verbs that lead on to what is told without a figure: 下来开了; beside a figure they are the step that it counts. */
const LEADING =
  /工作(?![组专])|[出有到来去起下上整走跑查访建修铺埋挖打改装收发放付通种拆清追立讲演住进办]/gu;

/** 完成, 办结: finished whatever the task is, and not 测完, which is of one verb. */
export const isFinished = (masked: string) => WHOLE.test(masked.replace(OF_ONE_VERB, ''));
const WHOLE = new RegExp(FINISH, 'u');

/** A clause without what stands in the task's wording, two characters at a time. */
function beyondTask(masked: string, task: string): string {
  const isOwn = (i: number) =>
    task.includes(masked.slice(i, i + 2)) && /^\p{Script=Han}{2}/u.test(masked.slice(i));
  return [...masked].map((c, i) => (isOwn(i) || (i > 0 && isOwn(i - 1)) ? '_' : c)).join('');
}

/** A clause without the steps in it that its task does not ask for itself: 合同签了 of land to be leased is its result. */
export const withoutSteps = (masked: string, { text: task, results }: OwnWords) =>
  masked.replace(STEPS, (step) => {
    const isOwn = task.includes(step) || (results && step.replace(results, '') === '');
    return isOwn ? step : '';
  });

/**
 * Whether a clause speaks of nothing but the task: no step on the way, and no more than one character of another thing.
 * Beside a figure (`isCounted`) none, unless the clause tells the task's result (`isResult`): a verb that is not the
 * task's own (5处都量了) is a step, whatever the figure. There it is enough that the characters stand in the wording (亭子 for
 * 收集亭): the measure is of the task. Pure.
 */
export function isOfTaskItself(
  masked: string,
  { text: task, results }: OwnWords,
  { isCounted, isResult }: { isCounted: boolean; isResult: boolean },
): boolean {
  if (withoutSteps(masked, { text: task, results }) !== masked) return false;
  const told = beyondTask(masked, task).replace(results ?? /$^/u, '_');
  // 现场会的ppt做完了: marks are capitals, words are not.
  if (/[a-z]{2,}/u.test(told)) return false;
  const plain = (isCounted ? told.replace(OF_ONE_VERB, '') : told).replace(PLAIN, '');
  const rest = (isCounted ? plain : plain.replace(LEADING, '')).match(/\p{Script=Han}/gu) ?? [];
  const foreign = rest.filter((c) => !task.includes(c)).length;
  if (isCounted) return foreign < (isResult ? 2 : 1);
  // 防火方案 for 火灾防控方案.
  return rest.length < 2 || (rest.length === 2 && foreign === 0);
}
