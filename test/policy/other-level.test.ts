import { describe, expect, test } from 'vitest';
import { noAnswerText } from '../../src/policy/wording.ts';
import { askLibrary, content } from './library.ts';

const COUNTY = content(`石台湾县支持企业发展若干政策
石政〔2025〕3号
（一）专精特新。对新认定的省级、市级专精特新企业，分别奖励16万元、4万元。
石台湾县人民政府
2025年3月1日`);

const CITY = content(`江州市支持专精特新企业若干政策
江政〔2025〕9号
（一）专精特新。对新认定的省级专精特新企业，奖励30万元。
江州市人民政府
2025年4月1日`);

const question = '市里对专精特新有奖励吗';

describe('asked is what another level grants', () => {
  test('the county’s sum is no answer, and it is said which documents are missing', async () => {
    const answer = await askLibrary({ '县.docx': COUNTY }, question);
    if (answer.kind !== 'not-found') throw new Error(answer.kind);
    expect(noAnswerText(answer)).toContain('没有可以回答的市级文件');
    expect(answer.nearest[0]?.level).toBe('county');
  });

  test('the city’s document answers where there is one', async () => {
    const answer = await askLibrary({ '县.docx': COUNTY, '市.docx': CITY }, question);
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.citations.map((c) => c.document)).toEqual(['市.docx']);
  });

  test('市里的呢 after a question on the county', async () => {
    const before = '省级专精特新奖励多少';
    const documents = { '县.docx': COUNTY, '市.docx': CITY };
    const answer = await askLibrary(documents, '那市里的呢', before);
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.figures.map((f) => f.text)).toEqual(['30万元']);
    expect(await askLibrary({ '县.docx': COUNTY }, '市里的呢', before)).toMatchObject({
      kind: 'not-found',
    });
  });

  test.each(['市级专精特新奖励多少', '省级专精特新有奖励吗'])(
    'an honour of a level is one the county pays for: %s',
    async (asked) => {
      expect(await askLibrary({ '县.docx': COUNTY }, asked)).toMatchObject({ kind: 'answered' });
    },
  );
});
