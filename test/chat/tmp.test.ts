import { test } from 'vitest';
import { startMarch, LEADER, OFFICE } from '../support/march.ts';
import { textOf } from '../support/county.ts';
test('x', async () => {
  const march = await startMarch();
  const said = async (who: string, text: string) => textOf(await march.ask(who, text));
  const show = (r: string) => r.startsWith('{') ? [...new Set((r.match(/"content":"(?:[^"\\]|\\.){0,150}/g) ?? []).map((s) => s.slice(11)))].slice(0, 5).join(' ‖ ') : r.slice(0, 260);
  const L: [string, string][] = [
   ['O','厂房的任务有哪些'],['O','代填 科技经信局 第1项正在推进'],['O','代填 科技经信局 银企对接会正在推进'],['O','微信'],['O','撤销'],['O','取消厂房那项'],['O','不取消了'],['O','把厂房那项的牵头改成开发区'],['O','算了'],['O','第3项期限往后推一周'],
   ['O','5月 召开座谈会 牵头科技经信局'],['O','算了'],['L','同意'],['L','转给开发区办'],['O','明天上午提醒开发区报进展'],['O','3月 开发区牵头的任务'],['O','3月工作，牵头科技经信局的'],
   ['L','开发区3月没完成的'],['L','第1项呢'],['L','什么时候能完'],['L','谁在办'],['L','上个月呢'],['L','3月份哪些单位报得及时'],['L','谁一直没报'],['L','给我一份给县长看的材料'],['L','一句话说说3月情况'],['L','最大的问题是什么'],['L','哪项最难'],['L','下个月重点干啥'],['L','4月有几项'],['L','开发区还有几项没完成'],
   ['L','这个数对吗'],['L','数据截止到哪天'],['L','怎么才4项'],['L','上面说的未反馈是什么意思'],['L','规上企业现在多少家'],['L','今年目标完成多少了'],['L','序时进度到了没'],
  ];
  for (const [who, q] of L) console.log(`${who} ${q} >>`, show(await said(who === 'L' ? LEADER : OFFICE, q)).replace(/\n/g, ' / '));
  await march.close();
}, 120000);
