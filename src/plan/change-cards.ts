import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  type Element,
  escapeMarkdown,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { NewTask, TaskChange } from './change-task.ts';
import { changeText, words } from './change-wording.ts';
import type { PlanItem } from './item-queries.ts';
import type { TaskRow } from './queries.ts';

/** 确认 with the task that is meant, or 放弃 (`option` −1). */
export const PlanOrderClick = z.object({
  act: z.literal('plan-order'),
  order: z.string().max(64),
  option: z.number().int().min(-1),
});
export type PlanOrderClick = z.infer<typeof PlanOrderClick>;

/** What of an order may be a slip: names that no unit has yet, and a deadline that is over. */
export type Doubts = { strangers: string[]; past: string | undefined };

function doubtful({ strangers, past }: Doubts): Element[] {
  return [
    ...(past ? [markdown(escapeMarkdown(words.duePast(past)))] : []),
    ...(strangers.length > 0 ? [markdown(escapeMarkdown(words.newUnits(strangers)))] : []),
  ];
}

/** What was understood of an order to change a task: the task, or those it can be, each to be confirmed. */
export function changeCard(
  orderId: string,
  change: TaskChange,
  tasks: TaskRow[],
  { planYear, ...doubts }: Doubts & { planYear: number },
): Card {
  const several = tasks.length > 1;
  return card({
    title: words.orderTitle,
    template: 'wathet',
    tag: { text: words.orderTag, color: 'orange' },
    elements: [
      markdown(`**${escapeMarkdown(words.change(changeText(change, planYear)))}**`),
      ...(several ? [markdown(words.which)] : []),
      ...tasks.flatMap((t, option) => [
        markdown(
          `${escapeMarkdown(words.task({ ...t, content: clip(t.content.replace(/\s+/g, ' '), 200) }))}<br><font color='grey'>${escapeMarkdown(
            words.units(t.leadUnits.join('、'), t.coopUnits.join('、')),
          )}</font>`,
        ),
        ...(several ? [row([confirm(orderId, option, words.thisOne)])] : []),
      ]),
      ...doubtful(doubts),
      note(words.foot),
      row([...(several ? [] : [confirm(orderId, 0, words.confirm)]), drop(orderId)]),
    ],
  });
}

/**
 * What was understood of an order to add a task; `plan` is the plan it goes to where there are several, `alike` what stands
 * open already in nearly the same words.
 */
export function newTaskCard(
  orderId: string,
  task: NewTask,
  { plan, alike, ...doubts }: Doubts & { plan: string; alike: PlanItem[] },
): Card {
  return card({
    title: words.orderTitle,
    template: 'wathet',
    tag: { text: words.orderTag, color: 'orange' },
    elements: [
      markdown(
        `**${words.newTask(task.byLeader === true)}**<br>${escapeMarkdown(clip(task.content, 500))}`,
      ),
      markdown(
        [
          ...(plan ? [words.plan(plan)] : []),
          words.month(task.month),
          ...(task.dueOn ? [words.due(task.dueOn)] : []),
          words.units(task.leadUnits.join('、'), task.coopUnits.join('、')),
        ]
          .map(escapeMarkdown)
          .join('<br>'),
      ),
      ...doubtful(doubts),
      ...(alike.length > 0 ? [markdown(escapeMarkdown(words.alike(alike)))] : []),
      note(words.foot),
      row([confirm(orderId, 0, alike.length > 0 ? words.addAnyway : words.confirm), drop(orderId)]),
    ],
  });
}

function confirm(order: string, option: number, text: string) {
  return button({
    text,
    type: 'primary_filled',
    size: 'medium',
    value: { act: 'plan-order', order, option } satisfies PlanOrderClick,
  });
}

function drop(order: string) {
  return button({
    text: words.drop,
    size: 'medium',
    value: { act: 'plan-order', order, option: -1 } satisfies PlanOrderClick,
  });
}
