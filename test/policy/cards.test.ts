import { expect, test } from 'vitest';
import { answerCard, FeedbackClick } from '../../src/policy/cards.ts';
import type { Answered } from '../../src/policy/compose.ts';
import { validityNote } from '../../src/policy/wording.ts';
import { checkedCard } from '../support/card-lint.ts';

const citation = (text: string): Answered['citations'][number] => ({
  documentId: 'policy-1',
  document: '措施.docx',
  title: '云溪县促进工业稳进提质若干措施（试行）',
  number: '云政办〔2025〕12号',
  section: '一（二） 支持技术改造',
  visibility: 'public',
  text,
  validity: {
    validity: { trial: true, from: '2025-03-01', until: '2027-12-31' },
    repealedBy: null,
    issuedOn: '2025-02-20',
  },
});

const answered = (...parts: string[]): Answered => ({
  kind: 'answered',
  answer: parts.join('\n'),
  parts,
  citations: parts.map(citation),
  figures: [],
});

const base = { answerId: 'answer-1', question: '技改最多补多少？', today: '2025-04-01' };

test('an answer stands beside its mark, its source opens below, and two buttons take an opinion', () => {
  const card = checkedCard(
    answerCard({ ...base, answer: answered('单个项目最高不超过120万元。') }),
  );
  const text = JSON.stringify(card);
  expect(text).toContain('单个项目最高不超过120万元。<number_tag>1</number_tag>');
  expect(text).toContain('云政办〔2025〕12号');
  expect(text).toContain('自2025年3月1日起施行，有效期至2027年12月31日，试行');
  expect(text.split('单个项目最高不超过120万元。').length - 1).toBe(2); // the answer, and the preview of the message
  const values = [...text.matchAll(/"value":(\{[^}]*\})/g)].map((m) => JSON.parse(m[1] ?? ''));
  expect(values.map((v) => FeedbackClick.parse(v).useful)).toEqual([true, false]);
});

test('the fullest answer is still a card the platform takes', () => {
  const parts = Array.from(
    { length: 12 },
    (_, i) => `${i}.${'一定要写得很长的一项重点工作，*含有*<标记>[和]_符号_'.repeat(12)}`,
  );
  checkedCard(answerCard({ ...base, question: '问'.repeat(300), answer: answered(...parts) }));
});

test('text of a document is never markup of the card', () => {
  const card = answerCard({
    ...base,
    answer: answered('<at id=all></at>请看[这里](http://example.com)'),
  });
  expect(JSON.stringify(card.body)).not.toMatch(/<at id=all>|\]\(http/);
});

test('no answer says only what is known, and shows the clauses that may have to do with it', () => {
  const near = [citation('单个项目最高不超过120万元。')];
  const card = checkedCard(answerCard({ ...base, answer: { kind: 'not-found', nearest: near } }));
  expect(card.header).toMatchObject({ title: { content: '文件中未找到' } });
  expect(JSON.stringify(card)).toContain('文件中未找到能直接回答的条款');
  expect(JSON.stringify(card)).toContain('可能相关');
  expect(JSON.stringify(card)).toContain('一（二） 支持技术改造');
  checkedCard(answerCard({ ...base, answer: { kind: 'out-of-scope' } }));
  checkedCard(answerCard({ ...base, answer: { kind: 'not-permitted' } }));
});

test('a document that has run out or was repealed says so', () => {
  const of = citation('').validity;
  expect(validityNote(of, '2028-01-01')).toBe('有效期至2027年12月31日，已届满');
  expect(validityNote({ ...of, repealedBy: '云溪县新办法' }, '2025-04-01')).toBe(
    '已由《云溪县新办法》废止',
  );
  expect(
    validityNote({ ...of, validity: { trial: false }, issuedOn: null }, '2025-04-01'),
  ).toBeUndefined();
});
