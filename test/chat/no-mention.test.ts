import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/chat/wording.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, startCounty } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

/** Every spelling in which one of the places that show text would call the whole group. */
const BAIT =
  '<at id=all></at><at user_id="all">所有人</at><at ids=all></at>< at id = all ></at><person id="ou_x"></person>';
const LIAISON = 'ou_liaison';
const OFFICE = 'ou_office';
const LEADER = 'ou_leader';
const GROUP = 'oc_group';

/** Texts of a message as they stand on the platform, whatever holds them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  // plain_text knows no markup: what stands there is shown letter by letter.
  if ('tag' in value && value.tag === 'plain_text') return [];
  return Object.values(value).flatMap(textsOf);
}

/** Tags that would call people, as the platform reads them. */
const CALLS = /<\s*(?:at|person)\b/i;

describe('nobody’s words call a group', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    const { db } = opened;
    const person = (openId: string) => ({ openId, name: `${openId}${BAIT}`, role: '', unit: '' });
    const people = [LIAISON, OFFICE, LEADER, 'ou_admin', 'ou_outsider'].map(person);
    county = await startCounty({
      db,
      now: '2026-03-01T10:00:00+08:00',
      people,
      groups: [
        { chatId: GROUP, name: `工作群${BAIT}`, memberOpenIds: people.map((p) => p.openId) },
      ],
    });
    await publish(db, '2026-01-05T10:00:00+08:00', [
      task(3, `规上企业${BAIT}入库`, { seq: 1, coopUnits: ['统计局'] }),
      task(3, `${BAIT}技改摸底`, { seq: 2 }),
      task(2, `观摩${BAIT}`, { seq: 1 }),
    ]);
    const act = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };
    const unit = await findUnit(db, '发改局');
    const named = (openId: string) => ({ openId, name: `${openId}${BAIT}` });
    const bind = (more: Parameters<typeof bindPerson>[2]) => bindPerson(db, act, more, randomUUID);
    await bind({ ...named(LIAISON), post: 'liaison', unitId: unit?.id ?? '' });
    await bind({ ...named(OFFICE), post: 'office' });
    await bind({ ...named(LEADER), post: 'leader' });
    await bind({ ...named('ou_admin'), post: 'admin' });
    await county.goTo('2026-03-02T09:10:00+08:00');
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  /** What each of them says: reports, requests, commands and nonsense, all with the bait in it. */
  const SAID: [string, string[]][] = [
    [
      LIAISON,
      [
        `第1项正在推进${BAIT}`,
        `第2项有困难，资金没到位${BAIT}`,
        `第1项请宽限到4月10日，${BAIT}材料未齐`,
        `第2项不归我们牵头${BAIT}`,
        `转办 第1项 给 ${BAIT}`,
        `投诉建议 ${BAIT}提醒太早`,
        `啊${BAIT}啊`,
        `${BAIT}奖励多少？`,
        '我的任务',
        '问题清单',
        '撤销',
      ],
    ],
    [
      OFFICE,
      [
        '3月进度',
        '年初以来进度',
        '待答复事项',
        '问题清单',
        `设置 ${BAIT} 为 督办人员`,
        `别名 ${BAIT}=发改局`,
        `新增任务 5月 ${BAIT}安全检查 牵头：发改局`,
        '暂缓3月第2项',
        `代填 发改局 第1项已完成（电话，${BAIT}）`,
        '再次提醒3月',
        '提醒预览',
        '计划情况',
        '我是谁',
      ],
    ],
    [LEADER, ['3月进度', '发改局还有哪些没完成', '一季度完成情况', '哪个单位最慢']],
    ['ou_admin', ['我是谁', `绑定 ${BAIT}`]],
    ['ou_outsider', [BAIT, `怎么申报${BAIT}`, '帮助']],
  ];

  const shown = () => {
    const chats = [LIAISON, OFFICE, LEADER, 'ou_admin', 'ou_outsider'].map(
      (openId) => county.sim.as(openId).chatId,
    );
    return [...chats, GROUP].flatMap((chat) => county.fromBot(chat));
  };

  test('whoever says, is called, or is planned whatever: no card and no text of the bot calls anybody', async () => {
    for (const [openId, texts] of SAID) for (const text of texts) await county.ask(openId, text);
    for (const text of ['帮助', `${BAIT}怎么样`, `绑定 发改局${BAIT}`, '绑定 发改局'])
      await county.ask(LIAISON, text, GROUP);
    await county.goTo('2026-03-30T10:00:00+08:00');
    await county.goTo('2026-03-31T16:30:00+08:00');
    await county.goTo('2026-04-02T10:00:00+08:00');
    const messages = shown();
    expect(messages.length).toBeGreaterThan(35);
    const calling = messages.flatMap((m) => textsOf(m.content)).filter((t) => CALLS.test(t));
    expect(calling).toEqual([]);
    // The bait did get that far: it is shown, made harmless.
    const all = messages.flatMap((m) => textsOf(m.content)).join('\n');
    expect(all).toMatch(/&lt;|＜|&#60;/);
    expect(all).not.toContain(words.failed);
  });
});
