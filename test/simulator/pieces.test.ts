import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { actionFor } from '../../src/simulator/card-actions.ts';
import { createDirectory } from '../../src/simulator/directory.ts';
import { decodeFrame, encodeFrame } from '../../src/simulator/frame.ts';
import { createMeter } from '../../src/simulator/limits.ts';
import { mentionKeys } from '../../src/simulator/mentions.ts';
import { readMultipart } from '../../src/simulator/multipart.ts';
import { nextFirstAtNine, offsetAt } from '../../src/simulator/wall-clock.ts';
import { APP } from './support.ts';

const names = ['王芳', '王芳芳', '李强', '欧阳娜'];
const directory = createDirectory({
  app: { ...APP, callbackUrl: '' },
  bot: { name: '工信助手' },
  people: names.map((name, i) => ({ openId: `ou_${i}`, name, role: '', unit: '' })),
  groups: [],
  samples: [],
  clock: createClock(),
  timeZone: 'Asia/Shanghai',
});

describe('mentions', () => {
  test('put back into the text, the names give what was written', () => {
    const word = fc.constantFrom<string[]>(
      '@王芳',
      '@王芳芳',
      '@工信助手',
      '@所有人',
      '@',
      ' 请收 ',
      '第3项',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join('');
        const wanted = ['ou_0', 'ou_1', 'bot', 'all'].filter((id) => {
          const name = { ou_0: '王芳', ou_1: '王芳芳', bot: '工信助手', all: '所有人' }[id];
          return words.includes(`@${name}`);
        });
        const read = mentionKeys(directory, text, wanted);
        const back = [...read.mentions]
          .sort((a, b) => b.key.length - a.key.length)
          .reduce((t, m) => t.replaceAll(m.key, `@${m.name}`), read.text);
        expect(back).toBe(text);
        expect(read.mentions).toHaveLength(wanted.length);
      }),
    );
  });

  test('the longer of two names is meant where one begins the other', () => {
    const read = mentionKeys(directory, '@王芳芳 和 @王芳 请报', ['ou_0', 'ou_1']);
    expect(read.text).toBe('@_user_1 和 @_user_2 请报');
    expect(read.mentions.map((m) => m.openId)).toEqual(['ou_1', 'ou_0']);
  });

  test('everybody does not take a number', () => {
    expect(mentionKeys(directory, '@所有人 @李强', ['all', 'ou_2']).text).toBe('@_all @_user_1');
  });

  test('a mention that the text does not name stands in front', () => {
    expect(mentionKeys(directory, '3月进度', ['bot']).text).toBe('@_user_1 3月进度');
  });
});

test('a form’s parts keep every byte, with and without a file name', () => {
  const part = fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    bytes: fc.uint8Array({ maxLength: 200 }),
    fileName: fc.option(fc.stringMatching(/^[a-z]{1,8}$/), { nil: undefined }),
  });
  const parts = fc.uniqueArray(part, { selector: (p) => p.name, maxLength: 5 });
  fc.assert(
    fc.property(parts, (list) => {
      const chunks = list.flatMap(({ name, bytes, fileName }) => [
        Buffer.from('--edge-9\r\n'),
        Buffer.from(`Content-Disposition: form-data; name="${name}"`),
        Buffer.from(fileName === undefined ? '' : `; filename="${fileName}"`),
        Buffer.from('\r\nContent-Type: application/octet-stream\r\n\r\n'),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ]);
      const body = Buffer.concat([...chunks, Buffer.from('--edge-9--\r\n')]);
      const read = readMultipart(body, 'multipart/form-data; boundary=edge-9');
      expect([...read.keys()]).toEqual(list.map((p) => p.name));
      for (const { name, bytes, fileName } of list) {
        expect(read.get(name)?.bytes).toEqual(bytes);
        expect(read.get(name)?.fileName).toBe(fileName);
      }
    }),
  );
});

test('a frame of the long connection reads as it was written', () => {
  const frame = fc.record({
    service: fc.integer({ min: 0, max: 1_000_000 }),
    method: fc.constantFrom('control' as const, 'data' as const),
    headers: fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,9}$/), fc.string(), {
      noNullPrototype: true,
    }),
    payload: fc.uint8Array({ maxLength: 300 }),
  });
  fc.assert(
    fc.property(frame, (written) => {
      const read = decodeFrame(encodeFrame(written));
      expect({ ...read, payload: new Uint8Array(read.payload) }).toEqual(written);
    }),
  );
});

describe('the meter', () => {
  test('allows what fits into the window, and again when it has passed', () => {
    let now = 0;
    const meter = createMeter({ perTarget: 2, perSecond: 3, perMinute: 4 }, () => now);
    expect([1, 2, 3].map(() => meter.target('oc_1'))).toEqual([true, true, false]);
    expect(meter.target('oc_2')).toBe(true);
    expect([1, 2, 3, 4].map(() => meter.endpoint('send'))).toEqual([0, 0, 0, 1]);
    now = 1000;
    expect(meter.target('oc_1')).toBe(true);
    expect(meter.endpoint('send')).toBe(0);
    expect(meter.endpoint('send')).toBe(59);
    now = 60_000;
    expect(meter.endpoint('send')).toBe(0);
  });
});

describe('the county’s clock', () => {
  test.each([
    ['2026-02-28T12:00:00Z', 'Asia/Shanghai', '2026-03-01T01:00:00.000Z'],
    ['2026-02-28T17:00:00Z', 'Asia/Shanghai', '2026-04-01T01:00:00.000Z'],
    ['2026-12-31T12:00:00Z', 'Asia/Shanghai', '2027-01-01T01:00:00.000Z'],
    ['2026-03-15T12:00:00Z', 'Europe/Berlin', '2026-04-01T07:00:00.000Z'],
  ])('after %s in %s the next month card is due at %s', (now, zone, due) => {
    expect(nextFirstAtNine(new Date(now), zone).toISOString()).toBe(due);
  });

  test('is written as the client writes it', () => {
    const at = new Date('2026-07-01T00:00:00Z');
    expect(offsetAt(at, 'Asia/Shanghai')).toBe('+0800');
    expect(offsetAt(at, 'Asia/Kolkata')).toBe('+0530');
    expect(offsetAt(at, 'America/New_York')).toBe('-0400');
  });
});

describe('what a client sends for a press', () => {
  const field = (part: object) => ({
    tag: 'form',
    name: 'f',
    elements: [
      part,
      {
        tag: 'button',
        name: 'ok',
        form_action_type: 'submit',
        text: { tag: 'plain_text', content: '提交' },
      },
    ],
  });

  test.each([
    [{ tag: 'date_picker', name: 'x' }, '2026-06-25', '2026-06-25 +0800'],
    [{ tag: 'picker_datetime', name: 'x' }, '2026-06-25 07:07', '2026-06-25 07:07 +0800'],
    [{ tag: 'date_picker', name: 'x', initial_date: '2026-06-30' }, undefined, '2026-06-30 +0800'],
    [{ tag: 'date_picker', name: 'x' }, undefined, ''],
    [{ tag: 'input', name: 'x', default_value: '已报3家' }, undefined, '已报3家'],
    [{ tag: 'multi_select_static', name: 'x' }, undefined, []],
  ])('%j filled with %j is sent as %j', (part, filled, sent) => {
    const given = filled === undefined ? {} : { x: filled };
    expect(actionFor(field(part), '提交', given)?.form_value).toEqual({ x: sent });
  });

  test('a select outside a form sends its option at once', () => {
    const card = {
      tag: 'select_static',
      name: 'month',
      behaviors: [{ type: 'callback', value: { act: 'month' } }],
    };
    expect(actionFor(card, { name: 'month' }, { month: '3' })).toEqual({
      tag: 'select_static',
      name: 'month',
      value: { act: 'month' },
      option: '3',
    });
  });

  test('a button that the card does not have cannot be pressed', () => {
    expect(actionFor(field({ tag: 'hr' }), '撤销')).toBeUndefined();
  });
});
