import { expect, test } from 'vitest';
import type { Day } from '../../src/calendar/county-time.ts';
import { readReply } from '../../src/progress/read-reply.ts';

const MEETING = '召开银企对接会';

/** How the first of some tasks stands after a reply of late October. */
function standing(text: string, ...tasks: string[]): string {
  const reading = readReply({
    year: 2026,
    month: 10,
    refDate: '2026-10-28' as Day,
    tasks: tasks.map((content, i) => ({ no: i + 1, content })),
    text,
  });
  if (reading.kind === 'report') return reading.items.map((i) => `${i.no} ${i.status}`).join();
  return reading.kind;
}

test.each([
  ['2号楼封顶了', '完成2号楼封顶'],
  ['2号楼已封顶', '完成2号楼封顶'],
  ['2号楼今天封的顶', '完成2号楼封顶'],
  ['装修那块昨天完的工', '完成老年大学装修'],
  ['变电站投运了', '变电站建成投运'],
  ['园区道路硬化了', '完成园区道路硬化'],
  ['桩基打完了', '完成3号厂房桩基施工'],
  ['专班组建起来了', '组建工作专班'],
  ['许可证拿到了', '办理化工园区排污许可证'],
  ['排污证办下来了', '办理化工园区排污许可证'],
  ['施工证下来了', '取得施工许可证'],
  ['方案已印发', '制定招商引资工作方案'],
  ['合同签了', '签订招商合同'],
  ['第1项座谈会开了', '召开招工座谈会'],
  ['第1项会议召开了', '召开企业家恳谈会'],
  ['停产排查已完成，10月27日报县政府', '开展停产企业排查'],
])('“%s” reaches the end that “%s” asks for', (text, task) => {
  expect(standing(text, task, MEETING)).toBe('1 done');
});

test.each([
  ['厂房主体封顶了', '完成标准厂房建设'],
  ['2号楼封顶了', '完成2号楼封顶、3号楼装修'],
  ['2号楼快封顶了', '完成2号楼封顶'],
  ['2号楼封顶了一半', '完成2号楼封顶'],
  ['2号楼封顶了，还没验收', '完成2号楼封顶'],
  ['园区东段道路硬化了', '完成园区道路硬化'],
  ['3号厂房桩基打完了', '推进3号厂房建设'],
  ['规划许可证拿到了', '办理施工许可证'],
  ['大检查方案已印发', '开展安全生产大检查'],
  ['政策起草完成，已报县政府', '出台招商政策'],
  ['第1项召开了动员会', '召开企业家恳谈会'],
  ['第1项召开了筹备会', '召开企业家恳谈会'],
  ['第1项推进会已召开', '召开企业家恳谈会'],
  ['恳谈会召开了动员会', '召开企业家恳谈会'],
])('“%s” is a step on the way to “%s”', (text, task) => {
  expect(standing(text, task, MEETING)).toBe('1 in_progress');
});

test.each([
  ['2号楼快封顶了吧', '完成2号楼封顶'],
  ['全域试通车了', '实现全域通车'],
  ['企业上市了', '推动3家企业上市'],
  ['施工许可证下来了', '办理12家企业施工许可证'],
  ['专班没组建起来', '组建招商专班'],
])('“%s” is not taken for the end of “%s”', (text, task) => {
  expect(standing(text, task, MEETING)).not.toContain('done');
});

test.each([
  ['3号楼封顶了', '完成2号楼封顶'],
  ['二期工程完工了', '完成一期工程'],
  ['A路硬化了', '完成B路硬化'],
])('“%s” is not taken for “%s”, which bears another number', (text, task) => {
  expect(standing(text, task)).toBe('ambiguous');
});

test('who did it together names no task', () => {
  const tasks = ['编制产业规划', '核对工业数据', '发布统计公报'];
  expect(standing('我们局和统计局的数据核对弄完了', ...tasks)).toBe('2 done');
  expect(standing('我们局和统计局的弄完了', ...tasks)).toBe('ambiguous');
});

test('more than the whole of what cannot be counted is asked about, of a target it is taken', () => {
  expect(standing('第1项完成120%', '推进技改项目', MEETING)).toBe('ambiguous');
  expect(standing('第1项完成120%', '铺设管网6公里', MEETING)).toBe('1 done');
  expect(standing('第1项完成120%', '工业投资增长12%', MEETING)).toBe('1 done');
});

test.each(['已经不用完成了', '没必要完成了', '不需要办理了', '不必再完成了'])(
  '“第1项%s”: what is wanted no more is not done',
  (told) => {
    expect(standing(`第1项${told}`, '完成老年大学装修', MEETING)).toBe('1 blocked');
  },
);
