import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';
import { COUNTED, SPOKEN_OF, STEPS_ASKED, STEPS_TAKEN } from './steps-and-results.ts';

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

test('a step told of part of a task, with its figure or without, is never its completion', () => {
  const way = fc.constantFrom<(of: string, figure: string, step: string) => string>(
    (of, figure, step) => `${of}${figure}，已${step}`,
    (of, figure, step) => `${of}${figure}都${step}了`,
    (of, _, step) => `${of}${step}完了`,
    (of, figure, step) => `${of}${step}了，${figure}`,
    (of, figure, step) => `${figure}${of}都已${step}`,
    (of, figure, step) => `${of}，${figure}均已${step}`,
    (of, _, step) => `${of}已${step}完毕`,
  );
  const task = fc.constantFrom(...SPOKEN_OF);
  fc.assert(
    fc.property(task, fc.nat(), fc.constantFrom(...STEPS_TAKEN), way, (of, nth, step, tell) => {
      const words = of.of[nth % of.of.length] ?? '';
      const text = `第1项${tell(words, of.figure, step)}`;
      expect([text, standing(of.task, text)]).not.toEqual([text, '1 done']);
    }),
    { numRuns: 600 },
  );
});

test.each(['建了群', '填了表', '签了字', '开了标', '发了函'])(
  '%s is a step, for the task names no such thing',
  (step) => {
    const told = SPOKEN_OF.map((of) => [of.task, standing(of.task, `第1项${of.of[0]}都${step}`)]);
    expect(told.filter(([, stands]) => stands === '1 done')).toEqual([]);
  },
);

test.each([
  ['组织申报数字车间4个。', '第1项数字车间4个，已补了材料'],
  ['完成河西片区搬迁安置19户。', '第1项搬迁户19户，已交了资料'],
  ['走访个体工商户70家。', '第1项工商户70家，已报了名单'],
])('%s with its figure and papers handed in (%s) is under way', (task, text) => {
  expect(standing(task, text)).toBe('1 in_progress');
});
