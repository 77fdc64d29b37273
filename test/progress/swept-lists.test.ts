import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

const CONTENTS = [
  '完成河东片区搬迁安置26户。',
  '签订招商项目合同9个。',
  '召开食品产业推介会。',
  '发放农机购置补贴。',
  '走访规上企业45家。',
  '修订园区企业评价办法。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const reading = (text: string) => readReply({ month: 7, refDate: '2026-07-22', tasks, text });
const read = (text: string) => inOneLine(reading(text));
const ALL = CONTENTS.map((_, i) => `${i + 1} done`).join(', ');

describe('都 and 全 take in what the sentence speaks of, and the whole list only where it speaks of the list', () => {
  test.each([
    '协议签了，都搬完了',
    '三家都跑了，都办结',
    '通知发了，全部完成',
    '人员到位了，均已完成',
    '材料交了，都齐了',
    '各组都动了，都完成了',
    '各股室报来了，都办完了',
    '都搬了',
    '都开了',
    '都签好了',
    '都发了',
    '全搬完了',
  ])('%j tells of no list that all of it is done', (text) => {
    const { kind, ...told } = reading(text);
    expect(kind === 'ambiguous' || !read(text).includes('done')).toBe(true);
    expect('items' in told ? told.items : []).toHaveLength(0);
  });

  test.each(['26户签了协议，都搬了', '26户都搬了'])('%j is of the item it speaks of', (text) => {
    expect(read(text)).toMatch(/^1 \w+$/u);
  });

  test.each([
    '都完成了',
    '收到，都完成了',
    '领导好，都办完了',
    '忙了一周，都完成了',
    '对照清单过了一遍，都办结了',
    '按要求落实，都办结了',
    '我们抓得紧，全部完成',
    '这个月的活儿都干完了',
    '没有没完成的',
    '都报了',
  ])('%j is of the whole list', (text) => {
    expect(read(text)).toBe(ALL);
  });
});
