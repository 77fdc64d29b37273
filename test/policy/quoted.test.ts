import { expect, test } from 'vitest';
import { askLibrary, content } from './library.ts';

const RULES = content(`云溪县企业用工补贴细则
云人社发〔2025〕7号
第一条 为支持企业用工，制定本细则。
第二条 对新招员工满6个月的企业，按每人1000元给予一次性用工补贴。
同一员工只补一次，单个企业每年最高不超过20万元。
第三条 有下列情形之一的，不予补贴：
（一）拖欠工资的；
（二）发生较大以上安全事故的。
前款情形消除满一年的，可以重新申请。
第四条 本细则自2025年3月1日起施行。`);

const ask = (question: string) => askLibrary({ '细则.txt': RULES }, question);

test('an article is quoted whole: all its paragraphs, a list with what opens it and each number', async () => {
  expect(await ask('用工补贴细则第二条')).toMatchObject({
    answer: expect.stringMatching(/1000元.*\n.*不超过20万元/),
  });
  const third = await ask('云人社发〔2025〕7号第三条说了什么');
  expect(third).toMatchObject({
    answer:
      '有下列情形之一的，不予补贴：（一）拖欠工资的；（二）发生较大以上安全事故的。\n前款情形消除满一年的，可以重新申请。',
    citations: [{ section: expect.stringMatching(/^第三条/) }],
  });
});

test('a paragraph or an item alone where that is asked; one that is not there is not made up', async () => {
  expect(await ask('用工补贴细则第三条第二款')).toMatchObject({
    answer: '前款情形消除满一年的，可以重新申请。',
  });
  expect(await ask('用工补贴细则第三条第（一）项')).toMatchObject({
    answer: '有下列情形之一的，不予补贴：（一）拖欠工资的；',
  });
  expect(await ask('用工补贴细则第二条第三款')).not.toMatchObject({ kind: 'answered' });
});

test('a sum is never shown without the cap in the next paragraph of its article', async () => {
  expect(await ask('用工补贴每人多少？')).toMatchObject({
    answer: expect.stringContaining('最高不超过20万元'),
  });
});
