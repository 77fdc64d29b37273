import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heardFrom, opensProxy, readProxy } from '../../src/intent/read-proxy.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('代填: what the office records for a unit', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('is stored with its source, shown as such, and told to the unit', async () => {
    const reply = textOf(await march.ask(OFFICE, '代填 科技经信局 第1项已完成（电话，张三）'));
    expect(reply).toContain('第1项“召开银企对接会”：已完成');
    expect(reply).toContain('来源：电话，张三');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(march.cardOf(LIAISON))).toContain('已完成（督办代填，电话，张三，钱督办');
    expect(march.inbox(LIAISON).at(-1)).toContain('如有出入，请直接回复更正');
    const list = await march.ask(LEADER, '科技经信局3月有哪些任务');
    expect(textOf(list)).toContain('督办代填：电话，张三');
  });

  test.each(['电话', '纸质', '是他们打电话说的', '纸质材料', '来源：电话，张三'])(
    'waits for its source, which %s answers in words',
    async (source) => {
      const asked = textOf(await march.ask(OFFICE, '代填 科技经信局 第3项正在推进'));
      expect(asked).toContain('请点选来源');
      const reply = textOf(await march.ask(OFFICE, source));
      expect(reply).toContain('第3项“开展规上企业走访”：进行中');
      expect(reply).toMatch(/来源：(?:电话|纸质|打电话)/);
      await march.ask(OFFICE, '撤销');
      expect(textOf(await march.ask(OFFICE, source))).not.toContain('开展规上企业走访');
    },
  );

  test('is of the item it names, whatever else was looked up last', async () => {
    await march.ask(OFFICE, '厂房的任务有哪些');
    const bare = textOf(await march.ask(OFFICE, '代填 科技经信局 第1项正在推进（电话）'));
    expect(bare).toContain('召开银企对接会');
    expect(bare).toContain('完成标准厂房主体工程');
    const named = textOf(await march.ask(OFFICE, '代填 科技经信局 银企对接会正在推进（电话）'));
    expect(named).toContain('“召开银企对接会”：进行中');
    expect(named).not.toContain('完成标准厂房主体工程');
    await march.ask(OFFICE, '撤销');
    await march.ask(OFFICE, '科技经信局3月的任务');
  });

  test.each([
    ['电话记录：开发区说招商活动已邀请20家企业，正在推进', '筹备产业链招商活动”：进行中'],
    ['开发区刚才打电话说3月第1项招商活动已经办完了，帮我记一下', '筹备产业链招商活动”：已完成'],
    ['开发区吴主任刚打电话说招商活动搞完了', '筹备产业链招商活动”：已完成'],
    ['麻烦帮我记一下：开发区来电说招商活动还在筹备', '筹备产业链招商活动”：进行中'],
  ])('%s is 代填 for that unit, by telephone', async (note, recorded) => {
    const reply = textOf(await march.ask(OFFICE, note));
    expect(reply).toContain(recorded);
    expect(reply).toMatch(/来源：(?:电话|来电)/);
    await march.ask(OFFICE, '撤销');
  });

  test.each([
    '科技经信局3月第1项其实没开，改成进行中',
    '科技经信局第1项实际上还没完成，更正为进行中',
    '科技经信局3月第1项报错了，并没有召开',
  ])('takes a false 已完成 back in the words %s, after a tap', async (text) => {
    await march.ask(LIAISON, '第1项已完成');
    const asked = await march.ask(OFFICE, text);
    expect(textOf(asked)).toContain('科技经信局自己报的第1项是已完成');
    expect(textOf(asked)).toContain('还没有登记');
    expect(await march.summary()).toMatchObject({ done: 1 });
    await march.ask(LIAISON, '撤销');
  });

  test.each([
    ['我要更正3月第1项：3月28日召开', '召开银企对接会'],
    ['我上一条说错了，银企对接会没有开', '召开银企对接会'],
    ['刚才报的第1项不对，还没开', '召开银企对接会'],
  ])('a unit takes its own 已完成 back in the words %s', async (text, content) => {
    await march.ask(LIAISON, '第1项已完成');
    const asked = textOf(await march.ask(LIAISON, text));
    expect(asked).toContain(content);
    expect(asked).not.toContain('文件');
    expect(await march.summary()).toMatchObject({ done: 0 });
    await march.ask(LIAISON, '撤销');
    await march.ask(LIAISON, '撤销');
  });

  test('is corrected by the unit in its own words', async () => {
    await march.ask(LIAISON, '更正：第1项还没完成，正在推进');
    expect(await march.summary()).toMatchObject({ done: 0, inProgress: 1 });
  });

  test('is corrected by an answer to its notice, which speaks of its items alone', async () => {
    await march.ask(OFFICE, '代填 科技经信局 第2项已完成（电话，张三）');
    const notice = march.find(LIAISON, '如有出入，请直接回复更正');
    march.sim.as(LIAISON).send({ text: '不对，才完成一半', under: notice.messageId });
    await march.settle();
    expect(march.inbox(LIAISON).at(-1)).toContain('完成标准厂房主体工程');
    expect(march.inbox(LIAISON).at(-1)).toContain('进行中');
    await march.ask(LIAISON, '撤销');
    await march.ask(OFFICE, '撤销');
  });

  test('does not strike off a difficulty that the unit itself told of', async () => {
    await march.ask(LIAISON, '第2项有困难，资金没到位');
    const asked = await march.ask(OFFICE, '帮科技经信局报一下，第2项做完了（电话）');
    expect(textOf(asked)).toContain('科技经信局自己报的第2项是有困难');
    expect(textOf(asked)).toContain('资金没到位');
    expect(textOf(asked)).toContain('还没有登记');
    expect(await march.summary()).toMatchObject({ blocked: 1 });
    await march.press(OFFICE, asked, '登记，来源：电话');
    expect(textOf(march.cardOf(LIAISON))).toContain('已完成（督办代填，电话，钱督办');
    await march.ask(OFFICE, '撤销');
    const taken = textOf(
      await march.ask(OFFICE, '代填 科技经信局 第2项困难已解决，已完成（电话）'),
    );
    expect(taken).toContain('已完成');
    await march.ask(OFFICE, '撤销');
    await march.ask(LIAISON, '撤销');
  });

  test('does not take back what the unit itself reported as done, nor settle what it disputes', async () => {
    await march.ask(LIAISON, '第2项已完成');
    const asked = await march.ask(OFFICE, '代填 科技经信局 第2项还在推进（电话）');
    expect(textOf(asked)).toContain('自己报的第2项是已完成');
    await march.press(OFFICE, asked, '都不是');
    await march.ask(LIAISON, '撤销');
    await march.ask(LIAISON, '第3项不归我们牵头');
    expect(textOf(await march.ask(OFFICE, '代填 科技经信局 第3项已完成（电话）'))).toContain(
      '自己报的第3项是归属有疑问',
    );
    await march.ask(OFFICE, '算了');
    await march.ask(LIAISON, '撤销');
  });

  test('asks for no time that is none, as the unit itself could not', async () => {
    const reply = textOf(await march.ask(OFFICE, '代填 科技经信局 第2项申请延期到2月20日（电话）'));
    expect(reply).toContain('或已经过去');
    const far = textOf(
      await march.ask(OFFICE, '代填 科技经信局 第2项申请延期到2062年4月20日（电话）'),
    );
    expect(far).toContain('请核对年份');
    expect(await march.summary()).toMatchObject({ extension: 0 });
  });

  test('takes several items at once, dates and all', async () => {
    await march.ask(OFFICE, '代填：开发区第1项已完成，第2项25号前完成（书面材料）');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(march.cardOf(LIAISON))).not.toContain('书面材料');
  });

  test('is never taken for the report of the unit that the writer belongs to', async () => {
    const act = { actor: 'test', at: march.clock.now() };
    const own = await findUnit(march.deps.db, '科技经信局');
    if (!own) throw new Error('no unit');
    await bindPerson(
      march.deps.db,
      act,
      { openId: OFFICE, name: '钱督办', post: 'liaison', unitId: own.id },
      randomUUID,
    );
    const { done, inProgress } = await march.summary();
    expect(textOf(await march.ask(OFFICE, '代某某局填：第1项已完成'))).toContain(
      '没有找到单位“某某局”',
    );
    expect(textOf(await march.ask(OFFICE, '代小王报：第1项已完成'))).toContain('没有改动');
    expect(await march.summary()).toMatchObject({ done, inProgress });
    const reply = textOf(await march.ask(OFFICE, '代开发区填：第1项已完成（书面材料）'));
    expect(reply).toContain('已告知开发区');
    await march.ask(OFFICE, '撤销');
    const heard = textOf(await march.ask(OFFICE, '开发区电话报：招商活动筹备完成了'));
    expect(heard).toContain('来源：电话');
    await march.ask(OFFICE, '撤销');
    const sourceless = await march.ask(OFFICE, '开发区报：第1项已完成');
    expect(textOf(sourceless)).toContain('请点选来源');
    expect(await march.summary()).toMatchObject({ done, inProgress });
    await march.press(OFFICE, sourceless, '登记，来源：当面');
    expect(march.inbox(ZONE).at(-1)).toContain('代贵单位填报（当面）');
    await march.ask(OFFICE, '撤销');
    const two = await march.ask(OFFICE, '开发区：第1项已完成\n财政局：第1项已完成');
    expect(textOf(two)).toContain('请点选来源');
    expect(await march.summary()).toMatchObject({ done, inProgress });
  });

  test('in a liaison’s mouth another unit’s words are not the own report', async () => {
    const { done, inProgress } = await march.summary();
    expect(textOf(await march.ask(LIAISON, '财政局报：第2项已完成'))).toContain('没有记录');
    expect(textOf(await march.ask(LIAISON, '开发区：第2项已完成'))).toContain('没有记录');
    expect(await march.summary()).toMatchObject({ done, inProgress });
    expect(textOf(await march.ask(LIAISON, '科技经信局报：第3项正在推进'))).toContain('已记录');
    await march.ask(LIAISON, '撤销');
  });

  test('is undone by who recorded it', async () => {
    const asked = await march.ask(OFFICE, '撤销');
    await march.press(OFFICE, asked, '撤销');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('asks for what is missing and changes nothing', async () => {
    expect(textOf(await march.ask(OFFICE, '代填 科技经信局 已完成（电话）'))).toContain('请点选');
    expect(textOf(await march.ask(OFFICE, '代填 某某局 第1项已完成'))).toContain(
      '没有找到单位“某某局”',
    );
    expect(textOf(await march.ask(LIAISON, '代填 开发区 第1项已完成'))).toContain('由督办人员办理');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('of an item that is not named is tapped, with the source that was given', async () => {
    const asked = await march.ask(OFFICE, '代填 科技经信局 已完成（电话，李联络）');
    expect(textOf(asked)).toContain('您说“科技经信局 已完成”，请点选对应的事项和情况');
    await march.press(OFFICE, asked, '已完成');
    const recorded = march.inbox(OFFICE).at(-1) ?? '';
    expect(recorded).toContain('第1项“召开银企对接会”：已完成');
    expect(recorded).toContain('来源：电话，李联络');
    expect(march.inbox(LIAISON).at(-1)).toContain('代贵单位填报（电话，李联络）');
    await march.ask(OFFICE, '撤销');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('of an item that is not named and without a source asks for both, one tap each', async () => {
    const asked = await march.ask(OFFICE, '代填 科技经信局 已完成');
    await march.press(OFFICE, asked, '已完成');
    expect(await march.summary()).toMatchObject({ done: 0 });
    await march.press(OFFICE, march.find(OFFICE, '请点选来源'), '登记，来源：电话');
    expect(march.inbox(OFFICE).at(-1)).toContain('第1项“召开银企对接会”：已完成');
    await march.ask(OFFICE, '撤销');
  });

  test('of which something was not understood says so where it is recorded too, after a tap', async () => {
    const asked = await march.ask(OFFICE, '代填 开发区 招商活动：正在筹备，邀请了20家');
    expect(textOf(asked)).toContain('“招商活动”没有读懂');
    await march.press(OFFICE, asked, '登记，来源：电话');
    const recorded = march.inbox(OFFICE).at(-1) ?? '';
    expect(recorded).toContain('原话：正在筹备，邀请了20家');
    expect(recorded).toContain('“招商活动”没有读懂');
    await march.ask(OFFICE, '撤销');
  });

  test('keeps every word of a note, whatever is tapped', async () => {
    const asked = await march.ask(OFFICE, '代填 科技经信局 企业那边还在谈，预计下周签约');
    await march.press(OFFICE, asked, '进行中');
    await march.press(OFFICE, march.find(OFFICE, '请点选来源'), '登记，来源：当面');
    expect(march.inbox(OFFICE).at(-1)).toContain('原话：企业那边还在谈，预计下周签约');
    await march.ask(OFFICE, '撤销');
  });

  test('of a source that was tapped is withdrawn with the message that asked for it', async () => {
    const chat = march.sim.as(OFFICE);
    const messageId = chat.send({ text: '开发区报：第1项已完成' });
    await march.settle();
    await march.press(OFFICE, march.find(OFFICE, '请点选来源'), '登记，来源：当面');
    chat.recall(messageId);
    await march.settle();
    expect(march.inbox(OFFICE).at(-1)).toContain('反馈已随之撤回');
  });
});

test.each([
  ['代统计局填：第1项已完成', '统计局', '第1项已完成', ''],
  ['代财政局报 第1项已完成', '财政局', '第1项已完成', ''],
  ['替开发区填：第2项正在推进（口头）', '开发区', '第2项正在推进', '口头'],
  ['请帮财政局报第3项已完成', '财政局', '第3项已完成', ''],
  ['帮交通局补录：3月第1项完成60%', '交通局', '3月第1项完成60%', ''],
  ['代小王填：第1项已完成', '小王', '第1项已完成', ''],
  ['财政局电话报：第2批资金已兑现', '财政局', '第2批资金已兑现', '电话'],
  ['刚才开发区来电反映，厂房已封顶', '开发区', '厂房已封顶', '来电'],
  ['财政局报：第2批资金已兑现', '财政局', '第2批资金已兑现', ''],
  ['开发区：第2项正在推进', '开发区', '第2项正在推进', ''],
  ['林业局老李来电话，安吉招商对接了3家，还没签', '林业局', '安吉招商对接了3家，还没签', '电话'],
  ['水利局的小王说河道整治完工了', '水利局', '河道整治完工了', ''],
  ['听住建局李工讲排水管网还差两公里', '住建局', '排水管网还差两公里', ''],
  ['据教育局反映，营养餐还没招标', '教育局', '营养餐还没招标', ''],
])('%s is said for the unit it names', (text, whom, said, source) => {
  expect(opensProxy(text) || heardFrom(text) !== undefined).toBe(true);
  expect(readProxy(text)).toEqual({ whom, said, source });
});

test.each([
  '代建项目已填方，第1项已完成',
  '帮我报第1项已完成',
  '替我局填：第1项已完成',
  '代表团已到，第1项已完成',
  '为企业办理登记第3项已完成',
  '第1项已完成，已电话报财政局',
  '财政局电话是多少',
])('%s is said of oneself', (text) => {
  expect(opensProxy(text) || heardFrom(text) !== undefined).toBe(false);
});

test.each([
  ['代填 科技经信局 第1项已完成（电话，张三）', '科技经信局 第1项已完成', '电话，张三'],
  ['代填：统计局第2项进行中(来源：3月5日纸质材料)', '统计局第2项进行中', '3月5日纸质材料'],
  ['代报 财政局 第1项已完成，电话告知', '财政局 第1项已完成', '电话告知'],
  ['补录 财政局 第1项完成60%', '财政局 第1项完成60%', ''],
  [
    '代填 财政局 第1项走访12家，会上收集的诉求已办结',
    '财政局 第1项走访12家，会上收集的诉求已办结',
    '',
  ],
  ['代填 财政局 第1项已完成（两家材料未交）', '财政局 第1项已完成（两家材料未交）', ''],
  ['代填 财政局 第1项 来电说 … 已完成', '财政局 第1项 来电说 … 已完成', ''],
  ['代填 开发区 第1项已完成，来源：现场查看', '开发区 第1项已完成', '现场查看'],
  ['代填 开发区（来源：现场查看）第1项已完成', '开发区 第1项已完成', '现场查看'],
  ['代填 开发区 来源：现场查看，第1项已完成', '开发区 第1项已完成', '现场查看'],
  ['代填 开发区 第1项已完成。信息来源为统计月报', '开发区 第1项已完成', '统计月报'],
  [
    '代填 开发区：第1项已完成\n来源：督查组现场核实，照片已存档',
    '开发区：第1项已完成',
    '督查组现场核实，照片已存档',
  ],
  [
    '代填 开发区 第1项正在推进，来源：吴主任说预计3月底完成',
    '开发区 第1项正在推进',
    '吴主任说预计3月底完成',
  ],
  ['据现场查看，代填 开发区 第1项已完成', '开发区 第1项已完成', '现场查看'],
  ['代填 开发区 第1项，据李主任说已完成', '开发区 第1项 已完成', '李主任说'],
  ['代填 开发区 据吴主任介绍，第1项已完成', '开发区 第1项已完成', '吴主任介绍'],
  ['代填 开发区 第1项已完成，据电话记录', '开发区 第1项已完成', '电话记录'],
  ['代填 开发区 第1项已完成，根据现场核查', '开发区 第1项已完成', '现场核查'],
  ['代填 开发区 第1项已完成，李主任当面说的', '开发区 第1项已完成', '李主任当面说的'],
  ['代填 开发区 第1项已完成，资金来源：省级专项', '开发区 第1项已完成，资金来源：省级专项', ''],
  ['代填 开发区 第1项已完成，据实填报', '开发区 第1项已完成，据实填报', ''],
  ['代填 开发区 第1项，根据县政府要求正在收尾', '开发区 第1项，根据县政府要求正在收尾', ''],
])('%s', (text, said, source) => {
  expect(opensProxy(text)).toBe(true);
  expect(readProxy(text)).toEqual({ said, source });
});
