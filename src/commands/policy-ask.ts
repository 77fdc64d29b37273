import { z } from 'zod';
import { dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { type Answer, answerQuestion } from '../policy/answer.ts';
import { OWNER } from '../policy/audience.ts';
import type { Answered } from '../policy/compose.ts';
import { meaningOf } from '../policy/meaning.ts';
import { citationTitle, noAnswerText, severalText, togetherText } from '../policy/wording.ts';
import { type Command, databaseOf, eachLine, readArgs, usageError } from './command.ts';

const Question = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  previous: z.string().optional(),
});

export const command: Command = {
  usage: 'policy ask "问题" [--json]，或 policy ask --jsonl',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, { flags: ['json', 'jsonl'] });
    const [question, ...rest] = read?.words ?? [];
    const lines = read?.flags.has('jsonl');
    if (!read || rest.length > 0 || (question === undefined) !== (lines === true))
      return usageError(call, command);
    const deps = databaseOf(call);
    if (question === undefined) {
      return eachLine(call, async (value) => {
        const line = Question.parse(value);
        return { id: line.id, ...shape(await ask(deps, line.question, line.previous)) };
      });
    }
    const answer = await ask(deps, question);
    if (read.flags.has('json')) call.out(JSON.stringify(shape(answer)));
    else if (answer.kind !== 'answered') call.out(noAnswerText(answer));
    else {
      for (const line of [...notesOf(answer), ...answer.parts]) call.out(line);
      for (const citation of answer.citations)
        call.out(`——${citationTitle(citation)}（${citation.document}）`);
    }
    return 0;
  },
};

async function ask({ db, embedder, now, config }: Deps, question: string, previous?: string) {
  const meaning = await meaningOf(embedder, question);
  return answerQuestion(db, {
    question,
    audience: OWNER,
    today: dayOf(now(), config.APP_TIMEZONE),
    ...(previous ? { previous } : {}),
    ...(meaning ? { meaning } : {}),
  });
}

/** What has to be known before the clauses are read. */
const notesOf = (answer: Answered) => [
  ...(answer.cautions ?? []),
  ...(answer.windows ?? []),
  ...(answer.differ ? [severalText(answer)] : []),
  ...(answer.together ? [togetherText(answer.together)] : []),
];

/** The shape of CONTRACT section 4. */
function shape(answer: Answer) {
  if (answer.kind !== 'answered')
    return { answered: false, answer: noAnswerText(answer), citations: [], figures: [] };
  const notes = notesOf(answer);
  return {
    answered: true,
    answer: answer.answer,
    citations: answer.citations.map(({ document, section, text }) => ({ document, section, text })),
    figures: answer.figures,
    ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
  };
}
