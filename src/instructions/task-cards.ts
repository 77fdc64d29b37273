import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  columns,
  datePicker,
  type Element,
  escapeMarkdown,
  form,
  input,
  markdown,
  row,
} from '../feishu/card.ts';
import { words } from './wording.ts';

const Id = z.string().max(64);
const LISTED = 15;

/** 批示 written on a task's card. */
export const InstructClick = z.object({ act: z.literal('instruct-task'), task: Id });
export type InstructClick = z.infer<typeof InstructClick>;

export const InstructForm = z.object({
  instruction: z.string().max(1000),
  due: z.string().optional(),
});

export const AttendClick = z.object({ act: z.enum(['attend', 'unattend']), task: Id });
export type AttendClick = z.infer<typeof AttendClick>;

/** What a leader can do on one task: attend to it, write an instruction. */
export function leaderElements(task: string, isAttended: boolean): Element[] {
  return [
    row([
      button({
        text: isAttended ? words.unattend : words.attend,
        value: { act: isAttended ? 'unattend' : 'attend', task } satisfies AttendClick,
      }),
    ]),
    form('instruct', [
      input({ name: 'instruction', placeholder: words.cardText, multiline: true }),
      datePicker('due', words.cardDue),
      button({
        text: words.cardSubmit,
        submit: 'instruct_submit',
        value: { act: 'instruct-task', task } satisfies InstructClick,
      }),
    ]),
  ];
}

/** Which of several tasks is to be attended to; or those that are, with a way out. */
export function tasksCard(
  title: string,
  text: string,
  tasks: { taskId: string; content: string }[],
  act: AttendClick['act'],
): Card {
  return card({
    title,
    elements: [
      ...(text ? [markdown(text)] : []),
      ...tasks.slice(0, LISTED).map((t) =>
        columns([
          {
            weight: 5,
            elements: [markdown(escapeMarkdown(clip(t.content.replace(/\s+/g, ' '), 120)))],
          },
          {
            elements: [
              button({
                text: words[act],
                value: { act, task: t.taskId } satisfies AttendClick,
              }),
            ],
          },
        ]),
      ),
    ],
  });
}
