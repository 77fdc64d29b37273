import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftAnnouncement, sendAnnouncement } from '../../src/announce/announce.ts';
import { readBenefits } from '../../src/announce/benefits.ts';
import { insertAnnounced, insertRefusal } from '../../src/announce/queries.ts';
import { reachOf } from '../../src/announce/reach.ts';
import { parseConfig } from '../../src/config.ts';
import { type OpenDb, rowsOf } from '../../src/db/db.ts';
import { readAnnounceOrder } from '../../src/intent/announce-orders.ts';
import { findPolicy } from '../../src/policy/queries.ts';
import { importDays } from '../../src/remind/import-days.ts';
import { bindChat, bindPerson } from '../../src/units/bind.ts';
import { ensureUnit } from '../../src/units/resolve.ts';
import { MEASURES, put } from '../policy/library.ts';
import {
  GROUP,
  type LibraryCounty,
  startLibraryCounty,
} from '../standard-answers/library-county.ts';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import { freshPglite } from '../support/db.ts';

const ACT = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };

describe('what is ordered', () => {
  test.each([
    [
      '推送政策《云溪县若干措施》给 财政局、统计局',
      { kind: 'announce', document: '云溪县若干措施', to: ['财政局', '统计局'] },
    ],
    ['推送政策《云溪县若干措施》', { kind: 'announce', document: '云溪县若干措施', to: [] }],
    [
      '把《云溪县若干措施》推送给园区单位',
      { kind: 'announce', document: '云溪县若干措施', to: ['园区单位'] },
    ],
    [
      '给财政局、统计局加标签 园区单位',
      { kind: 'tag', units: ['财政局', '统计局'], tag: '园区单位', add: true },
    ],
    ['给财政局去掉标签：园区单位', { kind: 'tag', units: ['财政局'], tag: '园区单位', add: false }],
    ['退订政策推送', { kind: 'subscribe', on: false }],
    ['退订', { kind: 'subscribe', on: false }],
    ['不想再收到政策推送了', { kind: 'subscribe', on: false }],
    ['别给我们发政策通知了', { kind: 'subscribe', on: false }],
    [
      '把若干措施推给财政局和统计局',
      { kind: 'announce', document: '若干措施', to: ['财政局', '统计局'] },
    ],
    ['推送培育办法给园区单位', { kind: 'announce', document: '培育办法', to: ['园区单位'] }],
    ['恢复订阅', { kind: 'subscribe', on: true }],
    ['重新订阅', { kind: 'subscribe', on: true }],
    [
      '把这个文件发给各企业联络员看看',
      { kind: 'announce', document: '', to: ['各企业联络员'], latest: true },
    ],
    [
      '刚上传的政策转发给财政局、统计局学习一下',
      { kind: 'announce', document: '', to: ['财政局', '统计局'], latest: true },
    ],
    [
      '把《云溪县若干措施》转给各单位看看',
      { kind: 'announce', document: '云溪县若干措施', to: ['各单位'] },
    ],
    [
      '让各单位都看看《云溪县若干措施》',
      { kind: 'announce', document: '云溪县若干措施', to: ['各单位'] },
    ],
    ['谁退订了政策推送', { kind: 'refusals' }],
    ['查一下退订名单', { kind: 'refusals' }],
    ['标签', { kind: 'tags' }],
  ])('%s', (text, order) => expect(readAnnounceOrder(text)).toEqual(order));

  test.each([
    '暂停推送',
    '恢复推送',
    '发布计划',
    '技改政策有哪些',
    '不要再推了',
    '把督办通知发给财政局',
  ])('%s is none', (text) => expect(readAnnounceOrder(text)).toBeUndefined());
});

describe('a policy told to units', () => {
  let opened: OpenDb;
  let county: LibraryCounty;
  beforeAll(async () => {
    opened = await freshPglite();
    county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
    const unit = async (name: string) => (await ensureUnit(opened.db, name, randomUUID)).id;
    const liaison = { openId: 'ou_other', name: 'other', post: 'liaison' as const };
    await bindPerson(opened.db, ACT, { ...liaison, unitId: await unit('财政局') }, randomUUID);
    await bindChat(
      opened.db,
      ACT,
      { id: GROUP, name: '企业服务群' },
      await unit('统计局'),
      randomUUID,
    );
    await unit('林业局');
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });
  const inGroup = () => county.fromBot(GROUP).map(textOf);

  test('by name or tag: what it gives, to whom, until when, in the document’s own sentences', async () => {
    await county.say('office', '给统计局、林业局加标签 园区单位');
    expect(textOf(await county.say('office', '标签'))).toContain('园区单位：');
    const shown = textOf(
      await county.say('office', '推送政策《云溪县促进工业稳进提质若干措施》给 财政局、园区单位'),
    );
    expect(shown).toContain('将推送给：财政局、统计局');
    expect(shown).toContain('没有联络员，也没有绑定的群）：林业局');
    expect(county.inbox('other')).toEqual([]);
    await county.press('office', '确认');
    const told = county.inbox('other').at(-1);
    expect(told).toContain('云政办〔2025〕12号');
    expect(told).toContain('给予一次性奖励8万元');
    expect(told).toContain('首次纳入规模以上统计的工业企业');
    expect(told).toContain('有效期至2027年12月31日');
    expect(inGroup()).toHaveLength(1);
  });

  test('what is repealed or has run out is not pushed, and says why', async () => {
    await county.put(
      '旧厂房.txt',
      '云溪县厂房奖补办法\n一、标准\n对新建厂房的企业，每家奖励6万元。\n二、其他\n本办法自2020年1月1日起施行，试行两年。',
    );
    const before = county.inbox('other').length;
    await county.say('office', '推送政策《云溪县厂房奖补办法》给 财政局');
    expect(county.inbox('office').at(-1)).toContain('有效期至2021年12月31日，已届满，没有推送');
    await county.put('展会旧.txt', '云溪县展会奖补办法\n一、标准\n对参展的企业，每家奖励1万元。');
    await county.put(
      '展会新.txt',
      '云溪县展会奖补细则\n一、标准\n对参展的企业，每家奖励2万元。\n二、其他\n《云溪县展会奖补办法》同时废止。',
    );
    await county.say('office', '推送政策《云溪县展会奖补办法》给 财政局');
    expect(county.inbox('office').at(-1)).toContain('已由《云溪县展会奖补细则》废止，没有推送');
    expect(county.inbox('other')).toHaveLength(before);
  });

  test('what it gives beyond the first lines is counted, and opens by a tap', async () => {
    const grants = [8, 7, 6, 5, 4].map(
      (n, i) => `（${'一二三四五'[i]}）对新建第${n}类车间的企业，一次性奖励${n}万元。`,
    );
    await county.put(
      '车间奖励.txt',
      `云溪县车间奖励办法\n一、标准\n${grants.join('\n')}\n（六）夜间生产的企业，免收临时占道费。\n二、其他\n失信企业不予奖励。去年共兑现奖补资金300万元。\n奖补资金每年总额不超过500万元。`,
    );
    await county.say('office', '推送政策《云溪县车间奖励办法》给 财政局');
    const preview = county.inbox('office').at(-1) ?? '';
    expect(preview).toContain('给什么（共6条，此处列3条）');
    await county.press('office', '确认');
    const told = county.inbox('other').at(-1) ?? '';
    expect(told).toContain('点开查看其余3条');
    expect(told).toContain('奖励4万元');
    expect(told).toContain('免收临时占道费');
    expect(told).not.toContain('300万元');
    expect(told).not.toContain('500万元');
    expect(told).not.toContain('失信企业');
  });

  test('a table of benefits is told row by row', () => {
    const row = (no: number, what: string, much: string) => ({
      kind: 'table-row' as const,
      path: `二/表1/${no}`,
      headings: [],
      text: `序号：${no}；奖补项目：${what}；奖补标准：${much}；牵头单位：县工信局`,
    });
    const rows = [row(1, '新建冷库', '每座3万元'), row(2, '包装改造', '按投资额的20%补助')];
    expect(readBenefits(rows)).toEqual([
      '奖补项目：新建冷库；奖补标准：每座3万元',
      '奖补项目：包装改造；奖补标准：按投资额的20%补助',
    ]);
  });

  test('is told once, however often it is announced', async () => {
    await county.say('office', '推送政策《云溪县促进工业稳进提质若干措施》');
    await county.press('office', '全部单位');
    expect(county.inbox('office').at(-1)).toContain('此前已推送）：');
    expect(county.inbox('office').at(-1)).toContain('没有可以推送的单位');
    expect(inGroup()).toHaveLength(1);
  });

  test('a question under it is answered from that document', async () => {
    await county.put(
      '他县措施.txt',
      '邻溪县支持入规办法\n一、标准\n（一）对首次纳入规模以上统计的工业企业，给予奖励30万元。',
    );
    const [told] = county.fromBot(county.sim.as('ou_other').chatId);
    const before = county.inbox('other').length;
    county.sim.as('ou_other').send({ text: '首次入规奖励多少钱', under: told?.messageId ?? '' });
    await county.settle();
    const answer = county.inbox('other').slice(before).join();
    expect(answer).toContain('8万元');
    expect(answer).not.toContain('30万元');
  });

  test.each([
    ['什么时候申报', '文件中未找到'],
    ['什么时候开始执行', '2025年3月1日起施行'],
  ])('%s under it is asked of that document alone, and never of the plan', async (text, part) => {
    await county.put('他县申报.txt', '邻溪县申报须知\n一、申报时间为6月1日至6月20日。');
    const [told] = county.fromBot(county.sim.as('ou_other').chatId);
    const before = county.inbox('other').length;
    county.sim.as('ou_other').send({ text, under: told?.messageId ?? '' });
    await county.settle();
    const answer = county.inbox('other').slice(before).join();
    expect(answer).toContain(part);
    expect(answer).not.toContain('6月20日');
  });

  test('a unit that nobody knows is said with those that may be meant, and nothing goes out', async () => {
    const before = county.inbox('other').length;
    const shown = textOf(
      await county.say('office', '推送政策《邻溪县支持入规办法》给 财政局、财政、火星处'),
    );
    expect(shown).toContain('没有改动');
    expect(shown).toContain('财政（是否指财政局）、火星处。');
    expect(county.inbox('other')).toHaveLength(before);
  });

  test('an internal document never goes to a group', async () => {
    await county.put('内部通知.txt', '云溪县内部通知\n一、安排\n对重点企业给予5万元补助。', {
      kind: 'internal',
    });
    const shown = textOf(await county.say('office', '推送政策《云溪县内部通知》给 统计局、财政局'));
    expect(shown).toContain('将推送给：财政局');
    expect(shown).toContain('也不发给无权查看的单位）：统计局');
  });

  test('who has unsubscribed hears no more until they subscribe again', async () => {
    await county.press('other', '退订政策推送');
    expect(county.inbox('other').at(-1)).toContain('本单位其他人员');
    const shown = textOf(await county.say('office', '推送政策《邻溪县支持入规办法》给 财政局'));
    expect(shown).toContain('已退订）：财政局');
    expect(shown).toContain('已退订的人员和群：财政局（other）');
    expect(textOf(await county.say('office', '谁退订了'))).toContain('财政局（other）');
    await county.say('other', '重新订阅');
    expect(textOf(await county.say('office', '退订名单'))).toContain('目前没有人员或群退订');
    expect(textOf(await county.say('office', '推送政策《邻溪县支持入规办法》给 财政局'))).toContain(
      '将推送给：财政局',
    );
  });

  test('in the evening it waits for the morning, and can still be taken back', async () => {
    await county.goTo('2026-03-05T21:00:00+08:00');
    const before = county.inbox('other').length;
    await county.press('office', '确认');
    expect(county.inbox('office').join()).toContain('将在工作时间推送给 1 个单位');
    expect(county.inbox('other')).toHaveLength(before);
    await county.say('office', '撤销');
    await county.goTo('2026-03-06T09:30:00+08:00');
    expect(county.inbox('other').slice(before)).toEqual([
      '此前推送的《邻溪县支持入规办法》已由工信局撤回，请以后续通知为准。',
    ]);
  });

  test('a wish in people’s own words is understood, or asked about', async () => {
    const shown = textOf(
      await county.say('office', '把《邻溪县支持入规办法》转发给财政局、统计局看看'),
    );
    expect(shown).toContain('请确认推送');
    expect(shown).toContain('财政局、统计局');
    const firms = textOf(
      await county.say('office', '把《邻溪县支持入规办法》发给各企业联络员看看'),
    );
    expect(firms).toContain('推送给哪些单位');
    expect(textOf(await county.say('office', '把这个文件发给各单位看看'))).toContain(
      '请写明推送哪份文件',
    );
  });

  test('nobody but the office announces or tags', async () => {
    expect(textOf(await county.say('member', '推送政策《云溪县内部通知》给 财政局'))).not.toContain(
      '请确认推送',
    );
    expect(textOf(await county.say('member', '给财政局加标签 甲类'))).not.toContain('已给');
  });
});

describeOnBoth('who unsubscribes does so for themselves', ({ db }) => {
  const order = async (unit: string, duties: ('liaison' | 'deputy' | 'member')[]) => {
    const { id } = await ensureUnit(db(), unit, randomUUID);
    for (const post of duties)
      await bindPerson(
        db(),
        ACT,
        { openId: `ou_${unit}_${post}`, name: post, post, unitId: id },
        randomUUID,
      );
    const added = await put(db(), `${randomUUID()}.docx`, MEASURES);
    const policy = await findPolicy(db(), 'id' in added ? added.id : '');
    if (!policy) throw new Error('no policy');
    const refuse = (toId: string) =>
      insertRefusal(db(), { toId, refusedBy: toId, at: new Date('2026-01-06T09:00:00+08:00') });
    const reached = async () => {
      const reach = await reachOf(db(), policy, [id]);
      return { to: reach.reached.map((r) => r.to.id), why: reach.left.map((l) => l.why) };
    };
    return { id, policy, refuse, reached };
  };

  test('the deputy hears it instead of the liaison, then everybody else of the unit', async () => {
    const unit = await order('水务局', ['liaison', 'deputy', 'member']);
    expect(await unit.reached()).toEqual({ to: ['ou_水务局_liaison'], why: [] });
    await unit.refuse('ou_水务局_liaison');
    expect(await unit.reached()).toEqual({ to: ['ou_水务局_deputy'], why: [] });
    await unit.refuse('ou_水务局_deputy');
    expect(await unit.reached()).toEqual({ to: ['ou_水务局_member'], why: [] });
    await unit.refuse('ou_水务局_member');
    expect(await unit.reached()).toEqual({ to: [], why: ['refused'] });
  });

  test('a unit is told though one of its people heard it for another unit', async () => {
    const first = await order('住建局', ['liaison']);
    const { id: unitId } = await ensureUnit(db(), '开发区', randomUUID);
    const people = [
      ['ou_住建局_liaison', 'member'],
      ['ou_开发区_liaison', 'liaison'],
    ] as const;
    for (const [openId, post] of people)
      await bindPerson(db(), ACT, { openId, name: openId, post, unitId }, randomUUID);
    const at = ACT.at;
    const row = { policyId: first.policy.id, announcementId: 'a', at, toType: 'open_id' } as const;
    await insertAnnounced(db(), { ...row, toId: 'ou_住建局_liaison', unitId: first.id });
    const reach = await reachOf(db(), first.policy, [unitId, first.id]);
    expect(reach.reached.map((r) => r.to.id)).toEqual(['ou_开发区_liaison']);
    expect(reach.left).toEqual([{ unitId: first.id, why: 'told' }]);
  });

  test('a unit’s group stays where its liaison has left', async () => {
    const unit = await order('文旅局', ['liaison']);
    await bindChat(db(), ACT, { id: 'oc_wenlv', name: '文旅群' }, unit.id, randomUUID);
    await unit.refuse('ou_文旅局_liaison');
    expect(await unit.reached()).toEqual({ to: ['oc_wenlv'], why: [] });
  });
});

describeOnBoth('two announcements at once', ({ db }) => {
  const config = parseConfig({});
  if (!config.ok) throw new Error('wrong settings');

  test('tell a unit once', async () => {
    const deps = { db: db(), config: config.config, newId: randomUUID };
    const unit = await ensureUnit(db(), '财政局', randomUUID);
    await bindPerson(
      db(),
      ACT,
      { openId: 'ou_l', name: 'l', post: 'liaison', unitId: unit.id },
      randomUUID,
    );
    const added = await put(db(), `${randomUUID()}.docx`, MEASURES);
    const policyId = 'id' in added ? added.id : '';
    const ids = await Promise.all(
      [1, 2, 3].map(() => draftAnnouncement(deps, ACT, policyId, [unit.id])),
    );
    const send = (id: string) =>
      db().transaction((tx) => sendAnnouncement({ ...deps, db: tx }, ACT, id));
    const sent = await Promise.all([...ids, ...ids].map(send));
    expect(sent.reduce((sum, s) => sum + (s?.sent ?? 0), 0)).toBe(1);
    const rows = rowsOf(
      await db().execute(sql`select key from outbox where key like 'announce:%'`),
    );
    expect(rows).toHaveLength(1);
  });

  test('keep the county’s own days of rest', async () => {
    const deps = { db: db(), config: config.config, newId: randomUUID };
    const unit = await ensureUnit(db(), '林业局', randomUUID);
    const post = 'liaison' as const;
    const liaison = { openId: 'ou_rest', name: 'l', post, unitId: unit.id };
    await bindPerson(db(), ACT, liaison, randomUUID);
    // A Friday.
    await importDays(db(), ACT, new Map([['2026-03-06', false]]), randomUUID);
    const added = await put(db(), `${randomUUID()}.docx`, MEASURES);
    const id = await draftAnnouncement(deps, ACT, 'id' in added ? added.id : '', [unit.id]);
    await sendAnnouncement(deps, { ...ACT, at: new Date('2026-03-06T10:00:00+08:00') }, id);
    const rows = rowsOf<{ at: number }>(
      await db().execute(
        sql`select extract(epoch from "notBefore")::int as at from outbox where "toId" = 'ou_rest'`,
      ),
    );
    expect(rows).toEqual([{ at: Date.parse('2026-03-09T09:00:00+08:00') / 1000 }]);
  });
});
