import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { reports } from '../../src/progress/tables.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { SAMPLE_RATE } from '../../src/voice/pcm.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const LIAISON = 'ou_liaison';
const OTHER = 'ou_other';
const GROUP = 'oc_unit';
const voice = readFileSync(join(import.meta.dirname, '../voice/tone.ogg'));

describe('a voice message, where recognition is granted', () => {
  let opened: OpenDb;
  let county: County;
  let said = '';
  let seconds = 0;

  beforeEach(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-01T10:00:00+08:00',
      people: [LIAISON, OTHER].map((openId) => ({ openId, name: openId, role: '', unit: '' })),
      groups: [{ chatId: GROUP, name: '发改局', memberOpenIds: [LIAISON, OTHER] }],
      hear: (pcm) => {
        seconds = pcm.length / 2 / SAMPLE_RATE;
        return said;
      },
    });
    await publish(opened.db, '2026-01-05T10:00:00+08:00', [
      task(3, '举办产销对接会', { seq: 1 }),
      task(4, '开展安全检查', { seq: 1 }),
    ]);
    await liaison(opened.db, '发改局', { openId: LIAISON, name: '李联络' });
    await county.goTo('2026-03-02T09:00:00+08:00');
  });
  afterEach(async () => {
    await county.close();
    await opened.close();
  });

  const speak = async (words: string, who = LIAISON, place: { under?: string } = {}) => {
    said = words;
    const chat = county.sim.as(who).chatId;
    const before = county.fromBot(chat).length;
    county.sim.as(who).speak(voice, place);
    await county.settle();
    return county.fromBot(chat).slice(before);
  };

  test('that reports is shown as heard and recorded only when its speaker says that it is right', async () => {
    const [asked] = await speak('第一项已经完成了');
    expect(seconds).toBeCloseTo(1, 0);
    expect(textOf(asked)).toContain('听到的是：“第一项已经完成了”');
    expect(await opened.db.$count(reports)).toBe(0);
    const { toast } = await county.sim.as(LIAISON).press(asked?.messageId ?? '', '内容无误，办理');
    expect(toast?.type).toBe('success');
    await county.settle();
    const [report] = await opened.db.select().from(reports);
    expect(report).toMatchObject({ status: 'done' });
    const again = await county.sim
      .as(LIAISON)
      .press(asked?.messageId ?? '', '内容无误，办理')
      .catch(() => undefined);
    expect(again?.toast?.type ?? 'info').toBe('info');
    expect(await opened.db.$count(reports)).toBe(1);
  });

  test('that answers a card is read against that card, not against the newest', async () => {
    const chat = county.sim.as(LIAISON).chatId;
    const march = county.fromBot(chat).findLast((m) => textOf(m).includes('产销对接会'));
    await county.goTo('2026-04-01T09:00:00+08:00');
    expect(textOf(county.fromBot(chat).at(-1))).toContain('安全检查');
    const under = { under: march?.messageId ?? '' };
    const [asked] = await speak('第一项已经完成了', LIAISON, under);
    await county.sim.as(LIAISON).press(asked?.messageId ?? '', '内容无误，办理');
    await county.settle();
    const [report] = await opened.db.select().from(reports);
    const { items } = await loadLedger(opened.db, 2026, [3]);
    expect([...items.keys()]).toContain(report?.occurrenceId);
  });

  test('that orders a file gets it once its speaker says that it was heard right', async () => {
    const office = { openId: OTHER, name: OTHER, post: 'office' as const };
    await bindPerson(opened.db, { actor: 'test', at: county.clock.now() }, office, randomUUID);
    const [asked] = await speak('年终总结初稿', OTHER);
    expect(textOf(asked)).toContain('听到的是');
    const { toast } = await county.sim.as(OTHER).press(asked?.messageId ?? '', '内容无误，办理');
    expect(toast?.type).toBe('success');
    await county.settle();
    const sent = county.fromBot(county.sim.as(OTHER).chatId).map((m) => m.content.type);
    expect(sent).toContain('file');
  });

  test('that was heard wrongly changes nothing', async () => {
    const [asked] = await speak('第一项已经完成了');
    await county.sim.as(LIAISON).press(asked?.messageId ?? '', '不对，不办理');
    await county.settle();
    expect(await opened.db.$count(reports)).toBe(0);
  });

  test('is not to be confirmed by anybody else', async () => {
    const [asked] = await speak('第一项已经完成了');
    const value = /\{"act":"heard"[^}]*\}/.exec(
      JSON.stringify(asked?.content).replaceAll('\\"', '"'),
    )?.[0];
    const { messageId } = await county.deps.feishu.send(
      { type: 'chat_id', id: GROUP },
      asked?.content as never,
      'forwarded',
    );
    const { toast } = await county.sim
      .as(OTHER)
      .click(messageId, { tag: 'button', value: JSON.parse(value ?? '{}') });
    expect(toast).toMatchObject({ type: 'error', content: '请由发语音的本人核对。' });
    expect(await opened.db.$count(reports)).toBe(0);
  });

  test('that asks is answered at once, with what was heard', async () => {
    const answers = await speak('我还欠什么');
    expect(answers.map(textOf)[0]).toContain('听到的是：“我还欠什么”');
    expect(answers.map(textOf).join()).toContain('产销对接会');
  });

  test('in which nothing is understood is told how voice becomes text', async () => {
    expect((await speak('')).map(textOf)).toEqual([expect.stringContaining('语音转文字')]);
  });
});
