import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { type Db, rowsOf } from '../../src/db/db.ts';
import { card, markdown } from '../../src/feishu/card.ts';
import { listPublishedPlans } from '../../src/plan/queries.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { BUREAU_GROUP, startBureau } from '../support/bureau.ts';

/** Card values that no card of ours carries, or that are not for who presses. */
type Forgery = { openId: string; value: Record<string, unknown>; form?: Record<string, unknown> };

/** What a forger may know: a real card, its key, and people without the right to press it. */
type Known = {
  cardKey: string;
  planId: string;
  strangers: string[];
  insider: string;
  office: string;
};

const id = fc.oneof(
  fc.uuid(),
  fc.constant(''),
  fc.constant("' or 1=1 --"),
  fc.constant('<at id=all></at>'),
  fc.string({ maxLength: 64 }),
);
const months = fc.constantFrom('13', '0', '1,99', '77');

/** Every act that cards of ours carry, about things that do not exist. */
const unknownThings = fc.oneof(
  fc.record({ act: fc.constant('report'), key: id, no: fc.integer(), status: fc.constant('done') }),
  fc.record({ act: fc.constant('report-form'), key: id }),
  fc.record({
    act: fc.constant('settle'),
    pending: id,
    option: fc.nat(),
    status: fc.constant('done'),
  }),
  fc.record({ act: fc.constant('undo'), change: id }),
  fc.record({ act: fc.constantFrom('plan-keep', 'plan-discard'), draft: id }),
  fc.record({ act: fc.constant('plan-publish'), plan: id }),
  fc.record({ act: fc.constant('bind'), request: id, agree: fc.boolean() }),
  fc.record({ act: fc.constant('matter'), matter: id, agree: fc.boolean() }),
  fc.record({ act: fc.constant('matter-open'), matter: id }),
  fc.record({
    act: fc.constant('matter-raise'),
    pending: id,
    option: fc.nat(),
    kind: fc.constant('none'),
  }),
  fc.record({ act: fc.constant('problem-solve'), problem: id }),
  fc.record({ act: fc.constant('plan-order'), order: id, option: fc.integer() }),
  fc.record({ act: fc.constant('policy-file'), file: id, choice: fc.constant('public') }),
  fc.record({ act: fc.constant('policy-feedback'), answer: id, useful: fc.boolean() }),
  fc.record({ act: fc.constantFrom('outbox-resend', 'outbox-confirm'), key: id, claims: fc.nat() }),
  fc.record({ act: fc.constantFrom('remind-hold', 'remind-release'), plan: id, month: fc.nat(14) }),
  fc.record({ act: fc.constant('remind-again'), year: fc.nat(), months, units: fc.constant('') }),
  fc.record({
    act: fc.constant('remind-again'),
    year: fc.nat(),
    months: fc.constant('3'),
    units: fc.uuid(),
  }),
  fc.record({
    act: fc.constantFrom('open-unit', 'open-task', 'open-summary'),
    id,
    year: fc.nat(),
    months,
  }),
  fc.record({
    act: fc.constant('say'),
    text: fc.constantFrom('认领管理员 12345678', '暂停推送', '设置 李 为 督办人员'),
  }),
  fc.record({ act: fc.constant('say'), text: fc.string({ minLength: 9, maxLength: 100 }) }),
);

/** Of the right name and another shape, or of no name at all. */
const shapeless = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 }),
  fc.record({ act: fc.constantFrom('report', 'undo', 'matter', 'bind'), key: fc.jsonValue() }),
  fc.record({ act: fc.jsonValue() }),
  fc.constant({ act: 'report', key: 'x'.repeat(5_000), no: 1, status: 'done' }),
  fc.constant({ act: '__proto__', constructor: { name: 'x' } }),
);

function forgeries(known: Known): fc.Arbitrary<Forgery> {
  const { cardKey: key, planId, strangers, insider, office } = known;
  const anybody = fc.constantFrom(...strangers, insider, office);
  // Real things, pressed by who has no right to them.
  const others = fc.oneof(
    fc.constant({ act: 'report', key, no: 1, status: 'done' }),
    fc.constant({ act: 'plan-publish', plan: planId }),
    fc.constant({ act: 'remind-hold', plan: planId, month: 4 }),
    fc.constant({ act: 'remind-again', year: 2026, months: '3', units: '' }),
    fc.constant({ act: 'leader-digest-off' }),
  );
  // A real card of one's own, and an item or a state that does not stand on it.
  const own = fc.oneof(
    fc.record({
      act: fc.constant('report'),
      key: fc.constant(key),
      no: fc.integer({ min: 20 }),
      status: fc.constant('done'),
    }),
    fc.record({
      act: fc.constant('report'),
      key: fc.constant(key),
      no: fc.constant(1),
      status: fc.string(),
    }),
  );
  const form = fc.record({
    item: fc.string(),
    status: fc.jsonValue(),
    note: fc.string(),
    eta: fc.string(),
  });
  return fc.oneof(
    fc.record({ openId: anybody, value: unknownThings }),
    fc.record({ openId: anybody, value: shapeless }),
    fc.record({ openId: fc.constantFrom(...strangers), value: others }),
    fc.record({ openId: fc.constant(insider), value: own }),
    fc.record({ openId: anybody, value: fc.constant({ act: 'report-form', key }), form }),
  );
}

/** What forged clicks may add to, and nothing else: how they came, and that they were refused. */
const MAY_GROW = new Set([
  'inbox',
  'audit',
  'audit_contents',
  'audit_head',
  'api_usage',
  'send_rate',
]);

/** A digest of every table that a click must not touch. */
async function fingerprint(db: Db): Promise<Record<string, string>> {
  const listed = await db.execute(sql`select tablename from pg_tables where schemaname = 'public'`);
  const prints: Record<string, string> = {};
  for (const { tablename } of rowsOf<{ tablename: string }>(listed)) {
    if (MAY_GROW.has(tablename)) continue;
    const result = await db.execute(
      sql`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${sql.identifier(tablename)} t`,
    );
    prints[tablename] = rowsOf<{ print: string }>(result)[0]?.print ?? '';
  }
  return prints;
}

async function countRefused(db: Db): Promise<number> {
  const result = await db.execute(
    sql`select count(*)::int as n from audit where action = 'click.refused'`,
  );
  return rowsOf<{ n: number }>(result)[0]?.n ?? 0;
}

/** Presses forged values on a real card and returns those that were not refused with an error. */
async function pressForged(
  sim: Simulator,
  messageId: string,
  known: Known,
  options: { count: number; seed: number },
): Promise<Forgery[]> {
  const taken: Forgery[] = [];
  const run = fc.sample(forgeries(known), { numRuns: options.count, seed: options.seed });
  for (const forgery of run) {
    const { value, form, openId } = forgery;
    const action = { tag: 'button', value, ...(form ? { form_value: form } : {}) };
    const { toast } = await sim.as(openId).click(messageId, action);
    if (toast?.type !== 'error') taken.push(forgery);
  }
  return taken;
}

export type ForgedClicks = {
  pressed: number;
  /** Answered with anything but an error. */
  taken: Forgery[];
  /** Rows that the audit has of them. */
  audited: number;
  /** Tables that are not as they were. */
  changed: string[];
};

/** A bureau in March, everybody in one group with a card in it, and `count` forged clicks on that card. */
export async function soakForgedClicks(options: {
  count: number;
  seed: number;
}): Promise<ForgedClicks> {
  const { county, close } = await startBureau('2026-03-01T10:00:00+08:00');
  const { db, feishu } = county.deps;
  try {
    await county.goTo('2026-03-02T09:00:00+08:00');
    const shown = JSON.stringify(county.fromBot(county.sim.as('ou_liaison').chatId));
    const cardKey = /"key":"([^"]+)"/.exec(shown)?.[1];
    const [plan] = await listPublishedPlans(db);
    if (!cardKey || !plan) throw new Error('no card');
    const bait = card({ title: '全县通知', elements: [markdown('请各单位按时反馈')] });
    const to = { type: 'chat_id', id: BUREAU_GROUP } as const;
    const { messageId } = await feishu.send(to, { type: 'card', card: bait }, 'bait');
    const strangers = ['ou_outsider', 'ou_statistics'];
    const known = {
      cardKey,
      planId: plan.id,
      strangers,
      insider: 'ou_liaison',
      office: 'ou_office',
    };
    // Who clicks is remembered by name: not by these clicks.
    for (const openId of [...strangers, 'ou_liaison', 'ou_office'])
      await county.sim.as(openId).click(messageId, { tag: 'button', value: {} });
    await county.settle();
    const before = await fingerprint(db);
    const refusedBefore = await countRefused(db);
    const taken = await pressForged(county.sim, messageId, known, options);
    await county.settle();
    const after = await fingerprint(db);
    return {
      pressed: options.count,
      taken,
      audited: (await countRefused(db)) - refusedBefore,
      changed: Object.keys(after).filter((name) => after[name] !== before[name]),
    };
  } finally {
    await close();
  }
}
