import { describe, expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';

const CONTENTS = [
  '走访企业90家，收集诉求。',
  '规上工业增加值增长11.5%。',
  '完成河西片区搬迁安置18户。',
  '推进净水厂扩建。',
  '开展元旦节前粮库检查。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));

/** What is recorded of the item spoken of: its share done, its day, its figures. */
function told(text: string) {
  const reading = readReply({ month: 11, refDate: '2026-11-24', tasks, text });
  const [item] = reading.kind === 'report' ? reading.items : [];
  const { percent, eta, metrics = [] } = item ?? {};
  return { percent, eta, figures: metrics.map((m) => m.text) };
}

describe('a figure is recorded as reached only where it is said to be', () => {
  test.each([
    ['第1项去年走访了60家，今年走访了30家', ['30家']],
    ['第1项上个月走访了20家', []],
    ['第1项10月走访了20家', []],
    ['第1项截至10月底走访了70家', ['70家']],
    ['第1项前三季度走访了70家', ['70家']],
    ['第1项11月走访了20家', ['20家']],
    ['第1项去年同期走访了50家，今年80家', ['80家']],
    ['第1项2024年走访80家', []],
  ])('%j: of another year or month it is none of this item (%j)', (text, figures) => {
    expect(told(text).figures).toEqual(figures);
  });

  test.each([
    ['第1项12月计划走访30家', []],
    ['第1项下月拟走访30家', []],
    ['第1项计划走访30家，已走访12家', ['12家']],
    ['第1项本月计划数30家，走访了12家', ['12家']],
    ['第2项10月份11.1%，11月预计11.5%', []],
  ])('%j: a plan is no figure (%j)', (text, figures) => {
    expect(told(text).figures).toEqual(figures);
  });

  test.each([
    ['第1项还剩5家', []],
    ['第1项还差3家', []],
    ['第1项只剩5家了', []],
    ['第1项还有4家没走', []],
    ['第3项还剩两户没签', []],
    ['第3项缺口三户', []],
    ['第1项差十家', []],
    ['第1项走访了80家，剩下的10家下周走完', ['80家']],
    ['第1项走访了80家，还差十家才够90家', ['80家']],
    ['第1项90家凑不够', []],
    ['第1项年底能到85，90家达不到', []],
    ['第1项年底能到185，190家达不到', []],
    ['第3项超了两户', []],
    ['第4项还剩2公里', []],
  ])('%j: what is left, missing or beyond is no figure reached (%j)', (text, figures) => {
    expect(told(text).figures).toEqual(figures);
  });

  test.each([
    ['第3项按计划安置18户', ['18户']],
    ['第3项已将18户搬迁完毕', ['18户']],
    ['第4项已争取上级资金500万元', ['500万元']],
    ['第4项清欠500万元', ['500万元']],
    ['第4项追缴欠费30万元', ['30万元']],
    ['第4项已解决用地缺口300亩', ['300亩']],
    ['第2项比去年增长12.3%', ['12.3%']],
    ['第2项较上年同期增长11.6%', ['11.6%']],
    ['第1项9月、10月走访了20家', ['20家']],
  ])(
    '%j: told with words of plans, gaps or other years it is reached all the same (%j)',
    (text, figures) => {
      expect(told(text).figures).toEqual(figures);
    },
  );

  test.each([
    ['第1项年底能到85家', undefined],
    ['第1项11月融资30万元', undefined],
    ['第1项26号周五开座谈会', '2026-11-26'],
    ['第1项年底完成走访85家', '2026-12-31'],
    ['第1项本月就给清单了', undefined],
    ['第1项月底给清单', '2026-11-30'],
    ['第5项节前粮库检查查了3家', undefined],
    ['第5项元旦节前完成', '2026-12-31'],
  ])('%j: a day that only says when a figure or a name is of is no promise (%j)', (text, eta) => {
    expect(told(text).eta).toBe(eta);
  });

  test.each(['第2项11月底11.3%', '第2项11.3%', '规上工业增加值11月底11.3%'])(
    '%j is the rate that the item sets, and no share of it done by a day',
    (text) => {
      expect(told(text)).toEqual({ percent: undefined, eta: undefined, figures: ['11.3%'] });
    },
  );

  test.each(['第4项进度60%', '第4项完成60%', '第4项60%'])('%j is a share done', (text) => {
    expect(told(text).percent).toBe(60);
  });

  test.each(['第1项去年走访了90家', '去年90家都走访完了'])(
    '%j tells nothing of this year',
    (text) => {
      expect(readReply({ month: 11, refDate: '2026-11-24', tasks, text }).kind).toBe('ambiguous');
    },
  );
});
