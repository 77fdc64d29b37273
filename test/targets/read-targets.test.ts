import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTargets } from '../../src/targets/read-targets.ts';

const short = (text: string, isPlan = false) =>
  readTargets(text, { isPlan }).map((t) => [t.name, `${t.value}${t.unit}`, t.measure, t.bound]);

describe('targets as plans and policies state them', () => {
  test.each<[string, [string, string, string, string][]]>([
    ['力争规上工业总产值突破260亿元', [['规上工业总产值', '260亿元', 'level', 'at-least']]],
    ['全年完成技改投资18.5亿元以上', [['技改投资', '18.5亿元', 'level', 'at-least']]],
    ['确保工业税收不低于3,200万元', [['工业税收', '3200万元', 'level', 'at-least']]],
    ['力争全年新增高企60家', [['新增高企', '60家', 'level', 'at-least']]],
    ['年内培育省级专精特新企业8户左右', [['培育省级专精特新企业', '8户', 'level', 'about']]],
    ['新增12家以上规上企业', [['新增规上企业', '12家', 'level', 'at-least']]],
    ['技改投资增长12%', [['技改投资', '12%', 'growth', 'at-least']]],
    ['规上工业增加值增速达到9.5%以上', [['规上工业增加值', '9.5%', 'growth', 'at-least']]],
    ['工业投资同比增长不低于百分之十五', [['工业投资', '15%', 'growth', 'at-least']]],
    ['单位工业增加值能耗下降3%', [['单位工业增加值能耗', '-3%', 'growth', 'at-most']]],
    ['研发投入占营业收入比重达到2.1%', [['研发投入占营业收入比重', '2.1%', 'ratio', 'at-least']]],
    [
      '2026年，规上产值突破200亿元，规上工业增加值增长12%以上，新增规上企业15家。',
      [
        ['规上产值', '200亿元', 'level', 'at-least'],
        ['规上工业增加值', '12%', 'growth', 'at-least'],
        ['新增规上企业', '15家', 'level', 'at-least'],
      ],
    ],
    ['3. 完成技术合同成交额4亿元；', [['技术合同成交额', '4亿元', 'level', 'at-least']]],
    ['引进亿元以上项目20个', [['引进亿元以上项目', '20个', 'level', 'at-least']]],
  ])('%s', (text, expected) => expect(short(text)).toEqual(expected));

  test.each([
    '对首次认定的高企给予20万元奖励',
    '最高不超过300万元',
    '目前已有规上企业128家',
    '去年规上产值180亿元',
    '召开银企对接会2场',
    '规上产值xx亿元',
    '设备投资500万元以上的技改项目优先支持',
    '第3家',
    '本月25日前报送材料',
  ])('%s states none', (text) => expect(short(text)).toEqual([]));

  test('in a plan a bare figure is meant for the year', () => {
    expect(short('规上产值200亿元', true)).toEqual([['规上产值', '200亿元', 'level', 'at-least']]);
    expect(short('规上产值200亿元')).toEqual([]);
  });

  test('a year and a city’s share are kept apart', () => {
    const [target] = readTargets('到2027年，全市高企达到500家以上');
    expect(target).toMatchObject({ year: 2027, scope: 'city', value: '500', unit: '家' });
  });

  test('any text is read without a fault, and every value is a number', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '规上产值',
            '力争',
            '增长',
            '新增',
            '高企',
            '200',
            '亿元',
            '12%',
            '，',
            '。',
            '以上',
            '占比',
            '家',
            '达到',
          ),
          { maxLength: 14 },
        ),
        (parts) => {
          for (const t of readTargets(parts.join(''))) {
            expect(t.value).toMatch(/^-?\d+(\.\d+)?$/);
            expect(t.key.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
