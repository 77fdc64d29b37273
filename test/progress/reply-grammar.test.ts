import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import type { Status } from '../../src/progress/report.ts';

const CONTENTS = [
  '印发智能制造三年行动方案。',
  '组织安全生产大检查。',
  '申报县级化工园区。',
  '举办产销对接会。',
  '建设公共服务平台。',
  '改造老旧管网。',
  '编制矿山生态修复规划。',
  '评选年度优秀企业家。',
];

const reply = (count: number, text: string) =>
  readReply({
    month: 5,
    refDate: '2026-05-20',
    tasks: CONTENTS.slice(0, count).map((content, i) => ({ no: i + 1, content })),
    text,
  });

const FINISH = fc.constantFrom(
  '完成',
  '办结',
  '办完',
  '做完',
  '弄完',
  '搞定',
  '办好',
  '弄好',
  '完工',
  '结束',
  '落实到位',
  '完结',
);
const MANNER = fc.constantFrom('', '', '按时', '如期', '全部', '顺利', '按要求', '都', '真正');
const PARTICLE = fc.constantFrom('', '', '了', '的', '。');

const DENIALS = [
  '还没',
  '没有',
  '没',
  '未',
  '尚未',
  '仍未',
  '并未',
  '没能',
  '未能',
  '还没有',
  '目前没有',
  '一直没',
  '暂未',
  '不能',
  '无法',
  '难以',
  '离',
  '谈不上',
  '不算',
];
const FORECASTS = [
  '预计',
  '计划',
  '拟',
  '将',
  '力争',
  '争取',
  '打算',
  '有望',
  '即将',
  '快要',
  '马上',
  '尽快',
  '确保',
  '保证',
  '能',
  '可以',
  '会',
  '明天',
  '下周',
  '下个月',
  '月底前',
  '本周内',
  '5月28日',
  '28号前',
  '三天内',
  '国庆前',
  '预计6月初',
  '争取月底前',
  '计划下周三',
  '明天就能',
  '月底应该能',
  '下个月才能',
];
const CONDITIONS = [
  '如果资金到位就能',
  '等省里批复后就可以',
  '待上会通过后',
  '一旦批下来就',
  '只要企业签字就能',
  '要是不下雨，就能',
];
const LIMITS = ['基本', '大体', '大致', '初步', '部分', '大部分', '差不多', '只', '仅', '接近'];
const GUESSES = ['好像', '似乎', '可能已经', '应该已经', '听说', '据说已', '大概已经', '估计已经'];

/** A clause that takes back what its verb of finishing says. */
const notDone = fc.oneof(
  fc
    .tuple(fc.constantFrom(...DENIALS, ...FORECASTS, ...CONDITIONS, ...GUESSES), MANNER, FINISH)
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...LIMITS), FINISH, PARTICLE).map((parts) => parts.join('')),
  fc
    .tuple(
      FINISH,
      fc.constantFrom('一半', '60%', '了八成', '了前期工作', '不了', '后再报', '情况不理想'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '正在推进',
    '还在弄',
    '没动',
    '卡在用地上',
    '暂缓',
    '等批复',
    '申请延期到6月10日',
  ),
);

const reference = (nos: number[]) =>
  nos.length === 1
    ? fc.constantFrom(`第${nos[0]}项`, `第${nos[0]}条`, `任务${nos[0]}`, `${nos[0]}`)
    : fc.constantFrom(`第${nos.join('、')}项`, `第${nos.join(',')}项`, nos.join('、'));

test('no random sentence of denials, forecasts, conditions, parts and guesses reads as done', () => {
  const sentence = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 8 }), notDone), { minLength: 1, maxLength: 4 })
    .chain((clauses) =>
      fc.tuple(
        ...clauses.map(([no, words]) => reference([no]).map((ref) => ref + words)),
        fc.constantFrom('，', '；', '。', ' ', '\n'),
      ),
    )
    .map((parts) => {
      const sign = parts.at(-1) ?? '，';
      return parts.slice(0, -1).join(sign);
    });
  fc.assert(
    fc.property(sentence, (text) => {
      const reading = reply(8, text);
      const done =
        reading.kind === 'report' ? reading.items.filter((i) => i.status === 'done') : [];
      expect(done).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('what is said of one task spills over to no other, however the message is built', () => {
  const build = fc.constantFrom(
    (words: string) => `第1项${words}，其余已完成`,
    (words: string) => `其余已完成，第1项${words}`,
    (words: string) => `除第1项${words}外都已完成`,
    (words: string) => `都完成了，第1项${words}`,
    (words: string) => `①${words}②已完成`,
    (words: string) => `第2项已完成第1项${words}`,
    (words: string) => `行动方案${words}，对接会已召开`,
  );
  fc.assert(
    fc.property(notDone, build, (words, write) => {
      const reading = reply(8, write(words.replace(/。$/, '')));
      const one = reading.kind === 'report' ? reading.items.find((i) => i.no === 1) : undefined;
      expect(one?.status).not.toBe('done');
    }),
    { numRuns: 1000 },
  );
});

test('with one open task no such clause reads as done either', () => {
  fc.assert(
    fc.property(notDone, (text) => {
      const reading = reply(1, text);
      const done =
        reading.kind === 'report' ? reading.items.filter((i) => i.status === 'done') : [];
      expect(done).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('other tasks done beside it do not make an unfinished one done', () => {
  const mixed = fc.tuple(notDone, fc.constantFrom('，', '；', '。'), fc.boolean());
  fc.assert(
    fc.property(mixed, ([words, sign, first]) => {
      const parts = [`第1项${words.replace(/[。]$/, '')}`, '第2项已完成'];
      const reading = reply(8, (first ? parts : parts.toReversed()).join(sign));
      const one = reading.kind === 'report' ? reading.items.find((i) => i.no === 1) : undefined;
      expect(one?.status).not.toBe('done');
    }),
    { numRuns: 1000 },
  );
});

const SAID: Record<Status, string[]> = {
  done: ['已完成', '完成了', '办结', '已办结', '搞定了', '弄好了', '已经做完'],
  in_progress: ['正在推进', '推进中', '还在弄', '完成60%', '基本完成', '正在办理'],
  not_started: ['还没弄', '没动', '尚未启动', '还没开始'],
  blocked: ['卡在用地上', '暂缓', '取消了', '资金没到位'],
  extension: ['申请延期到6月10日', '延到6月底', '请宽限到下月10号'],
};

/** Tasks dealt out to statements, each with its status and words. */
const dealt = fc
  .tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.array(
      fc.constantFrom<Status>('done', 'in_progress', 'not_started', 'blocked', 'extension'),
      {
        minLength: 8,
        maxLength: 8,
      },
    ),
    fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  )
  .map(([count, statuses, picks]) => ({
    count,
    said: statuses.slice(0, count).map((status, i) => ({
      no: i + 1,
      status,
      words: SAID[status][(picks[i] ?? 0) % SAID[status].length] ?? '',
    })),
  }));

test.each([
  ['第1项已完成，第2项…', (no: number, words: string) => `第${no}项${words}`, '，'],
  ['第1项：已完成；第2项：…', (no: number, words: string) => `第${no}项：${words}`, '；'],
  ['1、已完成⏎2、…', (no: number, words: string) => `${no}、${words}`, '\n'],
  ['1. 已完成⏎2. …', (no: number, words: string) => `${no}. ${words}`, '\n'],
  ['（1）已完成（2）…', (no: number, words: string) => `（${no}）${words}`, ''],
  ['①已完成②…', (no: number, words: string) => `${'①②③④⑤⑥⑦⑧'[no - 1]}${words}`, ''],
  [
    '第一项已完成第二项…',
    (no: number, words: string) => `第${'一二三四五六七八'[no - 1]}项${words}`,
    '',
  ],
  ['1已完成 2…', (no: number, words: string) => `${no}${words}`, ' '],
])('a list written as %s reads back exactly', (_, write, sign) => {
  fc.assert(
    fc.property(dealt, ({ count, said }) => {
      const text = said.map((s) => write(s.no, s.words)).join(sign);
      const reading = reply(count, text);
      const items = reading.kind === 'report' ? reading.items : [];
      expect(items.map((i) => [i.no, i.status])).toEqual(said.map((s) => [s.no, s.status]));
    }),
    { numRuns: 100 },
  );
});

test('tasks named together read back whichever way the numbers are joined', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      numbers.chain((nos) => {
        const sorted = nos.toSorted((a, b) => a - b);
        return fc.tuple(fc.constant(sorted), reference(sorted));
      }),
      fc.constantFrom('已完成', '办结', '都完成了', '均已办结'),
      ([nos, ref], words) => {
        const reading = reply(8, `${ref}${words}`);
        const items = reading.kind === 'report' ? reading.items : [];
        expect(items.map((i) => [i.no, i.status])).toEqual(nos.map((no) => [no, 'done']));
      },
    ),
    { numRuns: 1000 },
  );
});

test('whatever is written, reading it never fails and never invents a task', () => {
  const pieces = fc.constantFrom(
    '第1项',
    '第',
    '3、5',
    '除',
    '外',
    '都',
    '已完成',
    '没',
    '了',
    '，',
    '。',
    '月底前',
    '2月底',
    '其余',
    '三项',
    '①',
    '%',
    '百分之',
    '？',
    '\n',
    '对接会',
    '延期',
    '𠮷',
    '👌🏻',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(pieces, { maxLength: 25 }).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(anything, fc.integer({ min: 0, max: 8 }), (text, count) => {
      const reading = reply(count, text);
      const items = reading.kind === 'not_a_report' ? [] : reading.items;
      for (const item of items) expect(item.no).toBeLessThanOrEqual(count);
    }),
    { numRuns: 1000 },
  );
});
