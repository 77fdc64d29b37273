import { describe, expect, test } from 'vitest';
import { findNamed, isTitled } from '../../src/policy/document-name.ts';

const document = (title: string, fileName: string, number: string | null = null) => ({
  title,
  fileName,
  number,
});

describe('a document is found by the name people know', () => {
  const measures = document(
    '云溪县人民政府关于促进工业稳增长若干措施的通知',
    '云溪县促进工业稳增长若干措施.docx',
    '云政〔2026〕6号',
  );
  const rules = document('关于印发《云溪县稳岗补贴实施细则》的通知', '3号附件.pdf');
  const older = document('云溪县稳岗补贴暂行办法', '暂行办法.txt');

  test.each([
    ['云溪县促进工业稳增长若干措施', measures],
    ['《云溪县促进工业稳增长若干措施》', measures],
    ['促进工业稳增长若干措施', measures],
    ['云溪县促进工业稳增长若干措施.docx', measures],
    ['云政〔2026〕6号', measures],
    ['稳增长措施', measures],
    ['云溪县稳岗补贴实施细则', rules],
    ['3号附件', rules],
    ['暂行办法', older],
  ])('%s', (said, found) => {
    expect(findNamed([older, rules, measures], said)[0]).toBe(found);
  });

  test('a short form that two documents have names neither', () => {
    expect(findNamed([rules, older], '云溪稳岗')).toEqual([]);
  });
});

test.each([
  ['关于印发《云溪县稳岗补贴实施细则》的通知', '云溪县稳岗补贴实施细则', true],
  ['云溪县人民政府关于印发云溪县稳岗补贴实施细则的通知', '云溪县稳岗补贴实施细则', true],
  ['云溪县稳岗补贴实施细则', '稳岗补贴实施细则', true],
  ['云溪县关于修改《云溪县稳岗补贴实施细则》的决定', '云溪县稳岗补贴实施细则', false],
  ['云溪县高校毕业生稳岗补贴实施细则', '稳岗补贴实施细则', false],
  ['青石县企业运费补贴办法', '青石县人民政府办公室关于印发〈青石县企业运费补贴办法〉的通知', true],
  ['青石县企业运费补贴办法', '关于印发《青石县企业运费补贴办法》的通知', true],
])('%s is meant by %s: %s', (title, named, meant) => {
  expect(isTitled(title, named)).toBe(meant);
});
