import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/intent/read-command.ts';
import { stopsReminding } from '../../src/intent/stop-reminding.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const units = indexUnitNames([
  { name: '财政局', aliases: [] },
  { name: '林业局', aliases: [] },
]);
const read = (text: string) => readCommand(text, { refDate: '2026-11-23', units });

describe('an order to stop is never read as one to send', () => {
  test.each([
    ['12月的提醒都停一停', [12], []],
    ['12月提醒先停一下', [12], []],
    ['12月先别发提醒', [12], []],
    ['先不要催12月的', [12], []],
    ['12月的催办先放一放', [12], []],
    ['11月和12月的提醒先别发了', [11, 12], []],
    ['别催财政局', [], ['财政局']],
    ['财政局和林业局那边先不催了', [], ['财政局', '林业局']],
    ['12月不用再提醒财政局了', [12], ['财政局']],
    ['先别催了', [], []],
    ['这几天先不要提醒各单位', [], []],
    ['大家都先别催', [], []],
  ])('%s', (text, months, named) => {
    expect(read(text)).toEqual({ kind: 'ask-hold', months, units: named });
  });

  test.each(['暂停推送', '关闭提醒', '别推送了'])('%s says what and stops everything', (text) => {
    expect(read(text)).toEqual({ kind: 'pause' });
  });

  test.each([
    '12月的再催一下',
    '别忘了催一下财政局',
    '不要只提醒财政局，林业局也催一下',
    '提醒财政局别停工',
    '没报的再催一催，不能再拖',
  ])('%s still sends', (text) => {
    expect(stopsReminding(text)).toBe(false);
    expect(read(text)?.kind).toBe('resend');
  });

  test('what says more than stop is left to the rest', () => {
    expect(read('别催了，第1项完成了')?.kind).not.toBe('ask-hold');
    expect(read('12月的提醒停了吗')).toBeUndefined();
  });
});
