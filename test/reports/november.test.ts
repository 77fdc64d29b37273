import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { fillCounty } from '../../src/sample/fill.ts';
import { PEOPLE } from '../../src/sample/people.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

const [XU, ZOU, OFFICE] = ['ou_xuqinghe', 'ou_zouwenzhao', 'ou_shenruoxi'];

let opened: OpenDb;
let county: County;

beforeAll(async () => {
  opened = await freshPglite();
  const people = PEOPLE.map(({ openId, name, role, unit }) => ({ openId, name, role, unit }));
  county = await startCounty({ db: opened.db, now: '2026-11-24T09:00:00+08:00', people });
  await fillCounty(county.deps, 2026);
  await county.goTo('2026-11-25T10:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const say = async (text: string, who = XU) => textOf(await county.ask(who, text));

describe('what is still owed of an earlier month', () => {
  test.each(['观摩会开完了', '第1项已完成', '已完成'])(
    '“%s” finds it before any list was shown, and shows it first',
    async (text) => {
      const reply = await say(text, ZOU);
      expect(reply).toContain('理解如下，还没有记录');
      expect(reply).toContain('召开全县工业项目现场观摩会');
    },
  );

  test('words of something else are not of it', async () => {
    expect(await say('厂房主体封顶了', ZOU)).toContain('没有改动任何进展');
  });

  test('the office finds it in a 代填 by its number, and is shown it first', async () => {
    const reply = await say('代填 县委办 第1项已完成（电话，邹文昭）', OFFICE);
    expect(reply).toContain('召开全县工业项目现场观摩会');
    expect(reply).toContain('理解如下，还没有记录');
  });

  test('beside this month’s list only words that name it do', async () => {
    expect(await say('全部完成')).not.toContain('时间过半');
    await say('撤销');
    expect(await say('专精特新复核完成了')).toContain('已记录');
    await say('撤销');
    expect(await say('重点指标半年调度开了')).toContain('时间过半');
  });
});

describe('what is owed and said after an item’s number', () => {
  test.each(['第1项已完成，半年调度也开了', '第1项已完成；重点指标半年调度完成了'])(
    '“%s” is shown as that item, and the numbered one is recorded without it',
    async (text) => {
      await say(text);
      const { chatId } = county.sim.as(XU);
      const [recorded, shown] = county.fromBot(chatId).slice(-2).map(textOf);
      expect(shown).toContain('还没有记录');
      expect(shown).toContain('时间过半');
      expect(recorded).toContain('11月底前形成储备项目清单。”：已完成');
      expect(recorded).not.toContain('半年调度');
      await say('撤销');
    },
  );

  test('what tells more of the numbered item stays with it', async () => {
    const reply = await say('第1项已完成，签约项目3个');
    expect(reply).toContain('数据 3个');
    await say('撤销');
  });
});

test('words that begin with a month before this one are not recorded on this month’s item', async () => {
  expect(await say('10月简报发了')).toContain('还没有记录');
});

test('what is disputed beside a report goes to the office too', async () => {
  await say('第6项和我们没关系，第2项已完成');
  const { chatId } = county.sim.as(XU);
  const [report, dispute] = county.fromBot(chatId).slice(-2).map(textOf);
  expect(report).toContain('指导企业补充材料。”：已完成');
  expect(dispute).toContain('归属已转督办人员核实');
  await say('撤销');
  await say('撤销');
});

describe('a number is of the list that was shown last', () => {
  test.each([
    '第15项设备采购合同签了，设备还在路上',
    '第15项名单报了，培育库还没建，月底前报',
    '第15项还在推进',
  ])('“%s”', async (text) => {
    await say('我们局全年的任务');
    const reply = await say(text);
    expect(reply).toContain('第15项“梳理拟申报2026年度高新技术企业名单');
    if (reply.includes('已记录')) await say('撤销');
  });
});

describe('都 and 其余', () => {
  test('leave what is in difficulty as it is unless it is named, and say so', async () => {
    await say('第3项卡在经费');
    const reply = await say('都完成了');
    expect(reply).toContain(
      '第3项“组织数字化车间、智能工厂现场核验，核验不少于6家。”：此前为“有困难”',
    );
    expect(reply).toContain('第5项“完成亩均效益综合评价，公布A、B、C、D四类企业名单。”：已完成');
    await say('撤销');
    expect(await say('第3项也完成了')).toContain('核验不少于6家。”：已完成（原为：有困难）');
    await say('撤销');
    await say('撤销');
  });

  test('其余 after a report is of all but what was just reported, shown first', async () => {
    await say('第1项还在推进');
    const reply = await say('其余都完成了');
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('完成亩均效益综合评价，公布A、B、C、D四类企业名单。”：已完成');
    expect(reply).not.toContain('谋划2027年工业重点项目');
    await say('撤销');
  });

  test('of more items than one has in view are shown once, with how many others lead', async () => {
    await say('我们局配合的任务');
    const reply = await say('除第8项外均已完成');
    expect(reply).toContain('理解如下，还没有记录');
    expect(reply).toMatch(/一次涉及 \d+ 项（超过 6 项），其中 \d+ 项由其他单位牵头/);
  });
});

describe('what looks like a question and tells', () => {
  test('简报还没发出去呢 takes a completion back', async () => {
    await say('第4项已完成');
    expect(await say('简报还没发出去呢')).toContain('未开始（原为：已完成）');
    await say('撤销');
    await say('撤销');
  });

  test('第3项昨天弄完了，第2项没有 is two statements', async () => {
    const reply = await say('第3项昨天弄完了，第2项没有');
    expect(reply).toContain('核验不少于6家。”：已完成');
    expect(reply).toContain('指导企业补充材料。”：未开始');
    expect(await say('上面那个撤回')).toContain('已撤销 2 项反馈');
  });

  test('第6项和我们没关系 goes to the office as a question of ownership', async () => {
    expect(await say('第6项和我们没关系')).toContain('归属已转督办人员核实');
    await say('撤销');
  });
});

describe('what names no number and tells is no question', () => {
  test.each(['都在推进', '谋划重点项目这块争取本周把初稿拉出来', '亩均效益评价完不成了，人手不够'])(
    '“%s” is heard as a report',
    async (text) => {
      const reply = await say(text);
      expect(reply).toMatch(/已记录|还没有记录/);
      if (reply.includes('已记录')) await say('撤销');
    },
  );

  test.each(['有困难', '延期的都列一下', '上季度各单位完成率', '财政局在推进的'])(
    '“%s” asks',
    async (text) => expect(await say(text)).not.toMatch(/已记录|还没有记录/),
  );
});

describe('what is asked and told in one', () => {
  test.each(['麻烦再缓一周行不', '再给十天时间可以吗'])(
    '“%s”, which names no item, is recorded as more time for the one that is tapped',
    async (text) => {
      const asked = await county.ask(XU, text);
      expect(textOf(asked)).toContain('请确认是哪一项');
      expect(textOf(asked)).toContain('申请延期');
      await county.sim.as(XU).press(asked.messageId, '申请延期');
      await county.settle();
      const recorded = county.fromBot(county.sim.as(XU).chatId).at(-1);
      expect(recorded && textOf(recorded)).toContain('申请延期，延至');
      await say('撤销');
    },
  );

  test('第1项哪里完成了？通知都没发 says that it is not done', async () => {
    expect(await say('第1项哪里完成了？通知都没发')).toContain(
      '11月底前形成储备项目清单。”：未开始',
    );
    await say('撤销');
    expect(await say('第1项完成了吗？')).not.toMatch(/已记录|还没有记录/);
  });

  test('明白，这两天抓紧弄 is an acknowledgement, and a forecast where an item is named', async () => {
    expect(await say('明白，这两天抓紧弄')).not.toMatch(/已记录|还没有记录|请确认/);
    expect(await say('明白，第1项这两天抓紧弄')).toContain('进行中');
    await say('撤销');
  });
});

describe('shown before it is recorded', () => {
  test('what is given up, for the office decides that', async () => {
    const reply = await say('第2项今年不办了');
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('是否暂缓或取消由督办人员决定');
    expect(reply).not.toContain('预计');
  });

  test('what hangs on a condition, as work under way', async () => {
    const reply = await say('第2项要是资金到位了月底前能完成');
    expect(reply).toContain('进行中，预计 11月30日 完成');
    expect(reply).toContain('条件具备前按“进行中”登记，不计完成');
  });
});

test('第1项已完成80个，目标100个 is 80 of 100', async () => {
  expect(await say('第1项已完成80个，目标100个')).toContain('进行中；数据 80个、目标 100个');
  await say('撤销');
});
