import { type Card, card, collapsible, escapeMarkdown, markdown, note } from '../feishu/card.ts';
import type { Answer } from './answer.ts';

export function answerCard(question: string, answer: Answer): Card {
  if (answer.kind !== 'answered')
    return card({
      title: '文件中未找到',
      template: 'grey',
      elements: [markdown(escapeMarkdown(question))],
    });
  return card({
    title: '政策答复',
    subtitle: question.slice(0, 40),
    template: 'turquoise',
    elements: [
      markdown(escapeMarkdown(answer.answer)),
      ...answer.citations.map((c) =>
        collapsible(escapeMarkdown(`${c.title} ${c.number ?? ''} ${c.section}`), [
          markdown(escapeMarkdown(c.text)),
        ]),
      ),
      note('依据已入库文件，以正式文件为准'),
    ],
  });
}
