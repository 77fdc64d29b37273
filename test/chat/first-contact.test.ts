import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpCard, nearestOffers } from '../../src/chat/help.ts';
import { MENU } from '../../src/chat/menu.ts';
import { words } from '../../src/chat/wording.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { loadPerson, type Person } from '../../src/units/person.ts';
import { BUREAU_GROUP, type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

const ROLES = ['leader', 'office', 'liaison', 'outsider', 'statistics'];

/** The sentences that a card quotes as what one may say. */
const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/g)].flatMap((m) => m[1] ?? []);

const linesOf = (card: { body: { elements: { tag: string; content?: unknown }[] } }) =>
  card.body.elements.filter((e) => e.tag === 'markdown').map((e) => String(e.content));

describe('first contact', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await startBureau('2026-03-01T10:00:00+08:00');
    const { db } = bureau.county.deps;
    const act = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };
    // An administrator who is nothing else: Wang of statistics is of a unit as well.
    await bindPerson(db, act, { openId: 'ou_admin', name: '管理员', post: 'admin' }, randomUUID);
    await bureau.county.goTo('2026-03-02T09:00:00+08:00');
  });
  afterAll(() => bureau.close());

  const personOf = async (role: string): Promise<Person> => {
    await bureau.county.ask(`ou_${role}`, '你好').catch(() => undefined);
    const person = await loadPerson(bureau.county.deps.db, `ou_${role}`);
    if (!person) throw new Error(role);
    return person;
  };

  test.each(ROLES)('%s is welcomed in at most five lines', async (role) => {
    const card = helpCard(await personOf(role), 'p2p');
    expect(linesOf(card).length).toBeLessThanOrEqual(5);
  });

  test('whoever is everything at once is still welcomed in five lines', () => {
    const everything: Person = {
      id: 'p',
      openId: 'ou_p',
      name: '李',
      roles: new Set(['office', 'leader', 'admin']),
      memberships: [{ unitId: 'u', unitName: '发改局', duty: 'main' }],
    };
    expect(linesOf(helpCard(everything, 'p2p')).length).toBe(5);
    expect(linesOf(helpCard(everything, 'group')).length).toBeLessThanOrEqual(5);
  });

  test.each(ROLES)(
    'what the help of %s quotes works when it is sent as it stands',
    async (role) => {
      const person = await personOf(role);
      for (const example of quoted(linesOf(helpCard(person, 'p2p')).join('\n'))) {
        const answer = textOf(await bureau.county.ask(person.openId, example));
        expect(answer, example).not.toContain('没有听懂');
        expect(answer, example).not.toContain(words.failed);
        expect(answer, example).not.toContain('办理，没有改动');
      }
    },
  );

  test.each(ROLES)('each button of the help of %s is understood', async (role) => {
    const person = await personOf(role);
    const card = helpCard(person, 'p2p');
    const texts = [...JSON.stringify(card).matchAll(/"act":"say","text":"([^"]+)"/g)];
    for (const [, text = ''] of texts) {
      const answer = textOf(await bureau.county.ask(person.openId, text));
      expect(answer, text).not.toContain('没有听懂');
    }
  });

  test('an unknown request gets the two nearest things', async () => {
    const office = await personOf('office');
    expect(nearestOffers(office, 'p2p', '那个延期的申请呢')[0]).toBe('待答复事项');
    expect(nearestOffers(office, 'p2p', '催办什么时候发呀')[0]).toBe('提醒预览');
    const liaison = await personOf('liaison');
    expect(nearestOffers(liaison, 'p2p', '我填错了咋弄')[0]).toBe('撤销');
    expect(nearestOffers(liaison, 'p2p', '啊啊啊')).toHaveLength(2);
    const shown = textOf(await bureau.county.ask('ou_liaison', '今天天气真不错啊哈哈'));
    expect(shown).toContain('帮助');
  });

  test('every entry of the menu is answered, each press once more', async () => {
    const { county } = bureau;
    const player = county.sim.as('ou_liaison');
    for (const key of [...Object.keys(MENU), 'my_tasks', 'no_such_entry']) {
      const before = county.fromBot(player.chatId).length;
      player.menu(key);
      await county.settle();
      await county.sim.waitFor(() => county.fromBot(player.chatId).length > before, 10_000);
      expect(textOf(county.fromBot(player.chatId).at(-1)), key).not.toContain('没有听懂');
    }
  });

  test('a group that the bot comes into reads what it can do, with buttons', async () => {
    const { county } = bureau;
    county.sim.as('ou_office').removeBot(BUREAU_GROUP);
    await county.settle();
    county.sim.as('ou_office').addBot(BUREAU_GROUP);
    await county.settle();
    const hello = await county.sim.waitFor(() => county.fromBot(BUREAU_GROUP).at(-1), 10_000);
    expect(hello.content.type).toBe('card');
    const pressed = await county.sim.as('ou_liaison').press(hello.messageId, '帮助');
    expect(pressed.error).toBeUndefined();
  });
});
