import { expect, test } from 'vitest';
import { foldUnitName, isOpenGroup } from '../../src/text/unit-name.ts';

test.each([
  ['县科技经信局', '科技经信局'],
  ['云岭县统计局', '统计局'],
  ['统计局等', '统计局'],
  ['旗能源局', '能源局'],
  ['乌山旗能源局', '旗能源局'],
  ['茶产业\n发展中心等', '茶产业发展中心'],
  ['中共云岭县委办公室', '县委办'],
  ['县委办公室', '县委办'],
  ['县人民政府办公室', '县政府办'],
  ['县政府办公室', '政府办'],
  ['开发区管理委员会', '开发区管委会'],
])('%s and %s are one unit', (a, b) => {
  expect(foldUnitName(a)).toBe(foldUnitName(b));
});

test.each([
  ['县委办', '县政府办'],
  ['相关县直单位', '县直单位'],
  ['农业农村局', '农业局'],
  ['城关镇', '城关街道'],
  ['大红旗镇政府', '镇政府'],
])('%s and %s are two units', (a, b) => {
  expect(foldUnitName(a)).not.toBe(foldUnitName(b));
});

test.each(['相关乡镇', '各有关部门', '相关县直单位等', '各乡镇', '县直各单位'])(
  '%s is an open group',
  (name) => {
    expect(isOpenGroup(name)).toBe(true);
  },
);

test.each(['科技经信局', '县委办', '相城镇', '开发区等'])('%s is a unit', (name) => {
  expect(isOpenGroup(name)).toBe(false);
});
