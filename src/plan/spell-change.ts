import { literally } from '../text/literally.ts';
import { readMetrics } from '../text/metrics.ts';
import type { TaskChange } from './change-task.ts';
import type { TaskRow } from './queries.ts';

/** What is added to, or put into, the words of one task needs that task. */
export const isOfOneTask = (change: TaskChange) =>
  (change.kind === 'units' && change.more === true) ||
  (change.kind === 'content' && (change.behind ?? change.old) !== undefined);

/** The change with the whole list or wording, as it will stand; undefined where the task has no such figure. */
export function spelledOut(change: TaskChange, task: TaskRow): TaskChange | undefined {
  if (change.kind === 'content' && change.behind !== undefined) {
    const content = withFigure(task.content, change.behind, change.content);
    return content === undefined ? undefined : { kind: 'content', content };
  }
  if (change.kind === 'content' && change.old !== undefined) {
    const [before, after, ...others] = task.content.split(
      new RegExp(`(?<![\\d.])${literally(change.old)}`, 'u'),
    );
    if (before === undefined || after === undefined || others.length > 0) return undefined;
    return { kind: 'content', content: before + change.content + after };
  }
  if (change.kind !== 'units' || !change.more) return change;
  const before = change.role === 'lead' ? task.leadUnits : task.coopUnits;
  return { kind: 'units', role: change.role, units: [...new Set([...before, ...change.units])] };
}

/** 授信改为5亿元, as the whole wording that the task is to have; undefined where no figure stands behind the words. */
function withFigure(content: string, behind: string, figure: string): string | undefined {
  const from = content.indexOf(behind) + behind.length;
  const after = from < behind.length ? '' : content.slice(from);
  const [old] = readMetrics(after);
  if (!old || /[，。；,;]/u.test(after.slice(0, old.at))) return undefined;
  return content.slice(0, from + old.at) + figure + after.slice(old.at + old.text.length);
}

/** Whether the task stands so already: 牵头单位改为发改局 where it leads. */
export function changesNothing(task: TaskRow, change: TaskChange): boolean {
  switch (change.kind) {
    case 'content':
      return task.content === change.content;
    case 'move':
      return task.month === change.month && change.dueOn === undefined && !task.recurrence;
    case 'due':
      return task.dueOn === change.dueOn;
    case 'units':
      return (
        (change.role === 'lead' ? task.leadUnits : task.coopUnits).join() === change.units.join() &&
        (change.coops ?? task.coopUnits).join() === task.coopUnits.join()
      );
    case 'state':
      return task.state === change.state;
  }
}
