import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStrangers, findUnits } from '../../src/text/find-units.ts';
import { foldUnitName, indexUnitNames, matchUnitName } from '../../src/text/unit-name.ts';
import { COUNTY, COUNTY_UNITS } from '../intent/county.ts';

const found = (text: string) => findUnits(text, COUNTY).map((u) => u.name);

test.each([
  ['工信局进度', ['工信局']],
  ['县工信局进度', ['工信局']],
  ['清溪县工信局进度', ['工信局']],
  ['清溪工信局进度', ['工信局']],
  ['我县财政局的任务', ['财政局']],
  ['县工业和信息化局怎么样', ['工信局']],
  ['工业和信息化局怎么样', ['工信局']],
  ['高新区管委会怎么样', ['高新区']],
  ['高新技术产业开发区怎么样', ['高新区']],
  ['文旅局和财政局', ['文化旅游局', '财政局']],
  ['县委办县政府办牵头的', ['县委办', '县政府办']],
  ['县政府办公室', ['县政府办']],
  ['两办牵头的', ['县委办', '县政府办']],
  ['茶产业中心配合的', ['茶产业发展中心']],
  ['政务中心', ['政务服务中心']],
  ['农业局配合的', ['农业农村局']],
  ['交通局怎么样', ['交通运输局']],
  ['把交通局没完成的导出来', ['交通运输局']],
  ['发改局那边', ['发改委']],
  ['财政那边怎么样', ['财政局']],
  ['林业牵头的', ['林业局']],
  ['统计呢', ['统计局']],
  ['相关乡镇配合的', ['相关乡镇']],
  ['各乡镇的任务', ['相关乡镇']],
  ['统记局完成情况', ['统计局']],
  ['县政府办完成得怎么样', ['县政府办']],
  ['財政局'.replace('財', '财'), ['财政局']],
  ['工商联', ['工商联']],
  ['供电公司', ['供电公司']],
])('%s names %j', (text, names) => {
  expect(found(text)).toEqual(names);
});

test.each([
  '省统计局的通报',
  '市财政局来检查',
  '国家统计局',
  '财政局面紧张',
  '高新区域发展',
  '统计一下完成情况',
  '财政奖补兑现了没有',
  '交通运输企业',
  '林业产值',
  '文化旅游节',
  '县政府办理的事项',
  '工商联系电话',
  '信息化建设',
  '相关工作',
  '各单位进度',
  '部门配合',
  '教育局怎么样',
  '政务公开',
  '城投债',
  '茶产业发展',
])('%s names no unit of the list', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['教育局怎么样', ['教育局']],
  ['看看南河镇的进度', ['南河镇']],
  ['财政局怎么样', []],
  ['哪个局最慢', []],
  ['结局怎么样', []],
])('bodies outside the list are told from those in it: %s', (text, names) => {
  expect(findStrangers(text, findUnits(text, COUNTY))).toEqual(names);
});

test.each([
  ['县财政局等', '财政局'],
  ['清溪县统计局', '统计局'],
  ['县政府办公室', '县政府办'],
  ['政务中心', '政务服务中心'],
  ['发改局', '发改委'],
  ['茶产业发展中心（筹）', '茶产业发展中心'],
  ['相关乡镇等', '相关乡镇'],
  ['教育局', undefined],
  ['局', undefined],
  ['', undefined],
])('a written name finds its unit: %s', (written, name) => {
  expect(matchUnitName(written, COUNTY)).toBe(name);
});

test('a name that two units could bear is nobody’s', () => {
  const names = indexUnitNames([{ name: '农业农村局' }, { name: '农业机械局' }]);
  expect(matchUnitName('农业局', names)).toBeUndefined();
  expect(findUnits('农业局怎么样', names)).toEqual([]);
});

test('an alias never takes a name away from the unit that bears it', () => {
  const names = indexUnitNames([{ name: '经济局', aliases: ['商务局'] }, { name: '商务局' }]);
  expect(matchUnitName('商务局', names)).toBe('商务局');
});

test('folding takes off the county and keeps what only looks like one', () => {
  expect(foldUnitName('县委办')).toBe('县委办');
  expect(foldUnitName('市场监管局')).toBe('市场监管局');
  expect(foldUnitName('开发区管委会')).toBe('开发区管委会');
  expect(foldUnitName('清溪县开发区管理委员会')).toBe('开发区管委会');
});

test('every name and alias is found wherever it stands', () => {
  const rows = COUNTY_UNITS.flatMap((u) => [u.name, ...u.aliases].map((n) => [n, u.name] as const));
  fc.assert(
    fc.property(
      fc.constantFrom(...rows),
      fc.constantFrom('', '3月', '看看', '把', '对比一下'),
      fc.constantFrom('的进度', '怎么样', '牵头的任务', '', '和大家比'),
      ([written, name], before, after) => {
        const mentions = findUnits(`${before}${written}${after}`, COUNTY);
        expect(mentions.map((m) => m.name)).toEqual([name]);
        expect(mentions[0]?.length).toBeLessThanOrEqual(written.length);
      },
    ),
    { numRuns: 400 },
  );
});
