import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch } from '../support/march.ts';

/** An order with a slip in it, in March 2026 (see test/support/march.ts), and what has to stand in the answer. */
const SLIPS: readonly (readonly [string, ...string[]])[] = [
  // A unit that the county does not have.
  ['代填 教育局 第1项已完成（电话）', '没有找到单位“教育局”，没有改动'],
  ['交接 教育局 李四', '没有叫“教育局”的单位，没有改动'],
  ['再催一下教育局', '没有叫“教育局”的单位，没有改动'],
  ['退回 教育局第1项', '没有叫“教育局”的单位，没有改动'],
  ['3月第1项牵头单位改为教育局', '“教育局”不在单位库中，确认后将作为新单位登记'],
  ['3月第1项增加配合单位教育局', '“教育局”不在单位库中'],
  ['新增任务 5月 召开企业座谈会 牵头：教育局', '“教育局”不在单位库中'],
  ['县长交办：5月召开座谈会，教育局牵头', '没有改动，还缺单位库里有的牵头单位'],
  ['给教育局加标签 园区单位', '没有找到这些单位或标签，没有改动：教育局'],
  ['设置 周县长 分管 财政局、教育局', '没有叫“教育局”的单位，没有改动'],
  // A month or a day that does not exist, or is over.
  ['暂缓13月提醒', '没有“13月”，请核对月份后再说一遍。没有改动'],
  ['暂缓 13月第1项', '没有“13月”', '没有改动'],
  ['13月调度材料', '没有“13月”'],
  ['把13月的任务再催一下', '没有“13月”'],
  ['3月第1项期限改为13月1日', '日历上没有“13月1日”，没有改动'],
  ['3月第1项期限改为3月32日', '日历上没有“3月32日”，没有改动'],
  ['3月第1项期限改为2月20日', '期限 2月20日已经过去，确认后即为超期'],
  ['标准厂房那项延期到2月10日', '期限 2月10日已经过去'],
  ['3月第1项改到2月', '2月已过，没有改动'],
  ['2026-02-30 休', '2026-02-30'],
  ['提醒时间改为25点', '没有改动：时间应在 8:00 至 20:00 之间'],
  ['每月32日汇总', '没有改动'],
  // A number that is not there.
  ['代填 开发区 第9项已完成（电话）', '没有改动：开发区的清单没有第9项'],
  ['3月第9项期限改为3月20日', '没有找到这一项，没有改动'],
  ['不存在的那项暂缓', '没有找到这一项，没有改动'],
  ['问题9已解决', '问题清单上没有第 9 号，没有改动'],
  ['答复 12 请按规定申报', '没有第 12 号待答复的问题，可能已经答复，没有改动'],
  ['答复诉求 9 已转办', '没有编号为 9 的投诉建议或企业诉求，没有改动'],
  ['同意科技经信局第9项延期到4月20日', '科技经信局第9项没有等待答复的申请或审核，没有改动'],
  ['推送政策《没有的文件》给 财政局', '库中没有找到“没有的文件”，没有推送'],
  // A part that is missing.
  ['新增任务 5月 召开企业座谈会', '没有改动，还缺单位库里有的牵头单位'],
  ['新增任务 召开企业座谈会 牵头：科技经信局', '没有改动，还缺月份'],
  ['交接', '请写明接任人'],
  ['代填', '请写明单位、第几项和情况'],
  ['取消 李联络 的副联络员', '没有改动。请写明人员和单位'],
];

describe('an order of the office with a slip', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test.each(SLIPS)('%s', async (text, ...expected) => {
    const reply = textOf(await march.ask(OFFICE, text));
    for (const part of expected) expect(reply).toContain(part);
  });

  test('changes nothing: no unit is told, and nothing is there to be taken back', async () => {
    expect(textOf(await march.ask(OFFICE, '撤销'))).not.toContain('已撤销');
  });

  test('a time that is none is recorded for no unit, and none is told', async () => {
    const text = '代填 开发区 第1项申请延期到2月1日（电话）';
    const reply = textOf(await march.ask(OFFICE, text));
    expect(reply).toContain('没有保存');
    expect(reply).not.toContain('已告知');
  });
});
