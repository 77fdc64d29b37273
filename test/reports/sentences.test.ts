import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AMEND_EXAMPLES,
  readAmendment,
  restatedFigure,
  swapFigures,
} from '../../src/progress/amend.ts';
import { readReply } from '../../src/progress/read-reply.ts';
import { CONTRAST_EXAMPLES } from '../../src/progress/taken-back.ts';
import { inOneLine, read } from '../progress/reading.ts';
import { ELEVENTH_VOICES } from './eleventh-voices.ts';
import { EIGHTH_VOICES, SEVENTH_VOICES, SIXTH_VOICES } from './later-voices.ts';
import { NINTH_VOICES } from './ninth-voices.ts';
import {
  FIFTH_VOICES,
  FIRST_VOICES,
  FOURTH_VOICES,
  SECOND_VOICES,
  THIRD_VOICES,
} from './other-voices.ts';
import { FRESH, falseDone, isMeant, SENTENCES, type Sentence, wrongTasks } from './sentences.ts';
import { TENTH_VOICES } from './tenth-voices.ts';
import { THIRTEENTH_VOICES } from './thirteenth-voices.ts';
import { TWELFTH_VOICES } from './twelfth-voices.ts';

describe('what liaisons write', () => {
  const known = [...SENTENCES, ...FRESH];
  const voices = [
    FIRST_VOICES,
    SECOND_VOICES,
    THIRD_VOICES,
    FOURTH_VOICES,
    FIFTH_VOICES,
    SIXTH_VOICES,
    SEVENTH_VOICES,
    EIGHTH_VOICES,
    NINTH_VOICES,
    TENTH_VOICES,
    ELEVENTH_VOICES,
    TWELFTH_VOICES,
    THIRTEENTH_VOICES,
  ].flat();
  const missedOf = (all: Sentence[]) =>
    all.filter(([list, text, meant]) => !isMeant(read(list, text), meant));

  test.each([...known, ...voices])(
    '%s: %s is no false completion and of no other task',
    (list, text, meant) => {
      const reading = read(list, text);
      expect({ done: falseDone(reading, meant), other: wrongTasks(reading, meant) }).toEqual({
        done: [],
        other: [],
      });
    },
  );

  test.each([
    ['97 of 100 typed and dictated replies', known, 0.03],
    ['94 of 100 replies by other hands', voices, 0.06],
  ] as const)('%s are read in full', (_, all, most) => {
    const missed = missedOf([...all]);
    expect(missed.length / all.length, missed.map((m) => m[1]).join('\n')).toBeLessThanOrEqual(
      most,
    );
  });
});

describe('a correction', () => {
  test.each(AMEND_EXAMPLES)('%s is one', (text) => {
    expect(readAmendment(text)?.kind).toBe('figures');
  });

  test.each([
    ['更正：投资是3200万不是2300万', [{ old: '2300万', new: '3200万' }]],
    ['不是五家是六家', [{ old: '五家', new: '六家' }]],
    [
      '不是5家，是6家；不是30%，是40%',
      [
        { old: '5家', new: '6家' },
        { old: '30%', new: '40%' },
      ],
    ],
  ])('%s swaps figures', (text, swaps) => {
    expect(readAmendment(text)).toEqual({ kind: 'figures', swaps });
  });

  test.each(['第1项已完成', '第2项不是没做，是还没做完', '是不是5家', '走访5家', '收到'])(
    '%s is none',
    (text) => expect(readAmendment(text)).toBeUndefined(),
  );

  test.each([
    ['哎呀说错了是23个', '是23个'],
    ['刚才报错了，应该是23个', '应该是23个'],
  ])('%s: the new figure takes the place of the only one of its measure', (text, rest) => {
    expect(readAmendment(text)).toEqual({ kind: 'restated', rest });
    expect(restatedFigure(rest, '清单形成了，共32个项目，涉及5家')).toEqual({
      old: '32个',
      new: '23个',
    });
    expect(restatedFigure(rest, '32个项目，其中5个新建')).toBeUndefined();
  });

  test.each([
    ['3说错了，是5家', '第3项，是5家'],
    ['第3项报错了 是验了两栋', '第3项，是验了两栋'],
    ['第3项说错了', ''],
  ])('%s is of the item that it names', (text, rest) => {
    expect(readAmendment(text)).toEqual({ kind: 'restated', rest });
  });

  test('of 5家 leaves 15家 alone', () => {
    expect(swapFigures('走访15家', [{ old: '5家', new: '6家' }])).toBeUndefined();
    expect(swapFigures('走访15家，帮扶5家', [{ old: '5家', new: '6家' }])).toBe('走访15家,帮扶6家');
  });

  test.each(CONTRAST_EXAMPLES)('%s is in progress', (text) => {
    expect(inOneLine(read('six', text))).toBe('1 in_progress');
  });
});

test('no completion of others, wording copied back, wish or half of a contrast reads as done', () => {
  const tasks = ['完成县级化工园区认定申报', '举办产销对接会活动', '建设公共服务平台项目'].map(
    (content, i) => ({ no: i + 1, content }),
  );
  const finish = fc.constantFrom('完成', '办结', '弄好了', '做完了', '已完成', '已经办结');
  const no = fc.integer({ min: 1, max: 3 });
  const sentence = fc.oneof(
    fc
      .tuple(no, fc.constantFrom('发改局', '开发区', '企业', '镇里', '他们', '施工单位'), finish)
      .map(([n, who, done]) => `第${n}项${who}那边${done}`),
    fc.tuple(no, finish).map(([n, done]) => `第${n}项不是${done}，是正在推进`),
    fc.tuple(no, finish).map(([n, done]) => `第${n}项是进行中不是${done}`),
    fc.tuple(no, finish).map(([n, done]) => `第${n}项并不是都${done}`),
    fc.tuple(no, finish).map(([n, done]) => `第${n}项说是${done}，其实没有`),
    fc.tuple(no, finish).map(([n, done]) => `我觉得第${n}项${done}`),
    fc
      .tuple(no, fc.constantFrom('', '。', '，正在推进', '，还没开始', '，拟下周启动', '？'))
      .map(([n, tail]) => `${tasks[n - 1]?.content ?? ''}${tail}`),
    fc
      .tuple(no, fc.integer({ min: 1, max: 99 }), finish)
      .map(([n, share, done]) => `第${n}项进度${share}，前期工作${done}`),
    fc
      .tuple(no, fc.constantFrom('完成', '办结', '尽快办完', '按时做完'))
      .map(([n, done]) => `请把第${n}项${done}`),
    fc.tuple(no, finish).map(([n, done]) => `第${n}项什么时候能${done}`),
  );
  fc.assert(
    fc.property(sentence, fc.constantFrom('', '，', '；', ' '), sentence, (a, sign, b) => {
      const text = sign === '' ? a : a + sign + b;
      const reading = readReply({ month: 5, refDate: '2026-05-20', tasks, text });
      const done =
        reading.kind === 'report' ? reading.items.filter((i) => i.status === 'done') : [];
      expect(done, text).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('no completion of something else than the task, and none beside words of doubt, reads as done', () => {
  const tasks = ['举办产销对接会', '铺设天然气管道6公里', '开展培训2场'].map((content, i) => ({
    no: i + 1,
    content,
  }));
  const thing = fc.constantFrom(
    '通知',
    '海报',
    '名单',
    '场地',
    '合同',
    '图纸',
    '工作组',
    '台账',
    '嘉宾',
    '预算',
  );
  const came = fc.constantFrom(
    '已发',
    '已定',
    '签了',
    '办好了',
    '已完成',
    '已到位',
    '弄好了',
    '已经印了',
  );
  const finish = fc.constantFrom('已完成', '办结了', '弄好了', '做完了', '完成');
  const doubt = fc.constantFrom(
    '但没验收',
    '有水分',
    '存疑',
    '不作数',
    '后被推翻',
    '作废了',
    '是误报',
    '可领导不认',
    '只是初步',
    '还漏了两家',
    '是吗',
    '是不是',
    '还得等验收',
    '问题一大堆',
    '底下怨声载道',
    '群众意见很大',
    '市里排着队',
  );
  const no = fc.integer({ min: 1, max: 3 });
  const sentence = fc.oneof(
    fc.tuple(no, thing, came).map(([n, what, verb]) => `第${n}项${what}${verb}`),
    fc.tuple(no, finish, doubt).map(([n, verb, tail]) => `第${n}项${verb}，${tail}`),
    fc.tuple(thing, came).map(([what, verb]) => `对接会${what}${verb}`),
    fc
      .tuple(no, fc.constantFrom('应', '早该', '要求企业', '据说'), finish)
      .map(([n, before, verb]) => `第${n}项${before}${verb.replace(/^已|了$/g, '')}`),
    fc.constantFrom('管道铺了2公里', '培训办了1场', '铺设完成3.5公里', '只差第3项的签到表'),
  );
  fc.assert(
    fc.property(sentence, (text) => {
      const reading = readReply({ month: 5, refDate: '2026-05-20', tasks, text });
      const done =
        reading.kind === 'report' ? reading.items.filter((i) => i.status === 'done') : [];
      expect(done, text).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a word that nobody knows, beside a completion, keeps it from reading as done', () => {
  const tasks = ['举办产销对接会', '铺设天然气管道', '完成化工园区认定申报'].map((content, i) => ({
    no: i + 1,
    content,
  }));
  const unknown = fc
    .array(fc.constantFrom(...'鹭鲸橙榈砚蝶槐椋珀翡蔓藻'), { minLength: 2, maxLength: 4 })
    .map((c) => c.join(''));
  const no = fc.integer({ min: 1, max: 3 });
  const finish = fc.constantFrom('已完成', '办结了', '已经弄好', '已全部完成');
  const sentence = fc.oneof(
    fc.tuple(no, unknown, finish).map(([n, word, done]) => `第${n}项${word}${done}`),
    fc.tuple(unknown, finish).map(([word, done]) => `第3项${word}化工园区认定申报${done}`),
    fc.tuple(no, unknown).map(([n, word]) => `第${n}项已完成${word}`),
    fc
      .tuple(no, finish, fc.constantFrom('，', '。', '；'), unknown)
      .map(([n, done, sign, word]) => `第${n}项${done}${sign}${word}`),
  );
  fc.assert(
    fc.property(sentence, (text) => {
      const reading = readReply({ month: 5, refDate: '2026-05-20', tasks, text });
      const done =
        reading.kind === 'report' ? reading.items.filter((i) => i.status === 'done') : [];
      expect(done, text).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  '第4项早已办结',
  '第4项截至目前已完成',
  '第4项我们前几天弄好了',
  '第4项根据安排已办完',
  '第4项在各方支持下做完了',
  '第4项连夜搞定了',
  '第4项终于办结',
])('“%s”: how and when it was done is no other subject', (text) => {
  expect(inOneLine(read('six', text))).toBe('4 done');
});
