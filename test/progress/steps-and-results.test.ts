import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';
import { COUNTED, STEPS_ASKED } from './steps-and-results.ts';

const OTHER = { no: 2, content: '印发林长制考核细则。' };

/** How the first of two tasks stands after a reply, and how it stands if it is named by its number. */
const standing = (task: string, text: string) =>
  inOneLine(
    readReply({
      month: 5,
      refDate: '2026-05-20',
      tasks: [{ no: 1, content: task }, OTHER],
      text,
    }),
  );

/** The ways people tell something of all that a task counts. */
const WAYS: ((of: string, verb: string) => string)[] = [
  (of, verb) => `${of}都${verb}`,
  (of, verb) => `第1项${of}全部${verb}`,
  (of, verb) => `第1项：${of}均已${verb.replace(/(?<!^)了/u, '')}`,
  (of, verb) => `第1项${of}，都${verb}`,
  (of, verb) => `第1项${of}，已${verb}`,
];
/** 量了, told as 量完了. */
const toItsEnd = (of: string, verbs: string) =>
  verbs.split(' ').flatMap((v) => (v.length === 2 ? [`${of}都${v.replace('了', '完了')}`] : []));

const told = (of: string, verbs: string) =>
  verbs.split(' ').flatMap((verb) => WAYS.map((way) => way(of, verb)));

test.each(COUNTED)('$task is not done by a step, whatever the figure', ({ task, of, steps }) => {
  const wrong = [...told(of, steps), ...toItsEnd(of, steps)].filter((text) =>
    standing(task, text).includes('1 done'),
  );
  expect(wrong).toEqual([]);
});

test.each(COUNTED)('$task is done by its own end, in spoken words too', ({ task, of, ends }) => {
  const wrong = told(of, ends).filter((text) => standing(task, text) !== '1 done');
  expect(wrong).toEqual([]);
});

test.each(STEPS_ASKED)('%s is what is told by %s', (task, text) => {
  expect(standing(task, text)).toBe('1 done');
});
