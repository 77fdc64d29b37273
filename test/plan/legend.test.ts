import { expect, test } from 'vitest';
import { readLegend } from '../../src/plan/legend.ts';

const read = (...lines: string[]) => {
  const said = readLegend(lines, ['★', '▲']);
  return [said.get('★'), said.get('▲')];
};

test.each([
  '注：★为牵头单位，▲为配合单位',
  '注：★代表牵头单位；▲代表配合单位。',
  '注：牵头单位（★）、配合单位（▲）',
  '牵头单位打★，配合单位打▲',
  '牵头单位用“★”标注，配合单位用“▲”标注',
  '用★表示牵头单位，用▲表示配合单位',
  '图例：★牵头 ▲配合',
  '图例：★——牵头；▲——配合',
  '图例 ★ 牵头单位 ▲ 配合单位',
  '说明：牵头★ 配合▲',
  '备注：打★的为主办单位，打▲的为协办单位',
  '★，牵头单位；▲，配合单位',
  '标注★的为牵头单位，其余为配合单位',
  '（注：带★者为牵头责任单位，带▲者为配合责任单位）',
  '配合单位（▲），牵头单位（★）',
  '▲为参与单位，★为主责单位',
  '★=牵头，▲=配合',
  '牵头★配合▲',
  '符号说明：★：牵头；▲：协助',
])('%s', (line) => {
  expect(read(line)).toEqual(['lead', 'coop']);
});

test('a sign of two parts, or one that no role goes with, is not known', () => {
  expect(read('★为牵头单位，没有★的为配合单位，▲为配合单位')).toEqual([undefined, 'coop']);
  expect(read('★为牵头单位，▲')).toEqual([undefined, undefined]);
  expect(read('牵头★、▲、配合')).toEqual([undefined, undefined]);
  expect(read('表中标有★、▲')).toEqual([undefined, undefined]);
});

test('what is headed as a legend goes before what only begins with the sign', () => {
  expect(read('★各配合单位要按月报送进展', '注：★为牵头单位，▲为配合单位')).toEqual([
    'lead',
    'coop',
  ]);
});

test('several signs of one part', () => {
  expect(read('★、▲均为责任单位')).toEqual(['responsible', 'responsible']);
  expect(read('牵头单位：★/▲')).toEqual(['lead', 'lead']);
});
