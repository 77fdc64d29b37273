import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as summaryCommand } from '../src/commands/summary.ts';
import { planDocx, policyDocx } from '../src/sample/documents.ts';
import { samplePolicies } from '../src/sample/policies.ts';
import type { ChatMessage } from '../src/simulator/pocket-api.ts';
import { ensureAdmins } from '../src/units/ensure-admins.ts';
import { type County, type CountyOptions, startCounty, textOf } from './support/county.ts';
import { describeOnBoth, freshPostgres, hasPostgres } from './support/databases.ts';
import { hasShared, SHARED } from './support/shared.ts';
import { startWorkerCounty } from './support/worker-county.ts';

const OFFICE = 'ou_office';
const LIAISON = 'ou_liaison';
const COMMITTEE = 'ou_committee';
const LEADER = 'ou_leader';
const OFFICIAL = 'ou_official';
const ADMIN = 'ou_admin';
const OUTSIDER = 'ou_outsider';
const COUNTY_GROUP = 'oc_county';
const ZONE_GROUP = 'oc_zone';

const person = (openId: string, name: string) => ({ openId, name, role: '', unit: '' });

const plan = async () =>
  hasShared
    ? {
        name: 'huoshan-2022.docx',
        bytes: new Uint8Array(readFileSync(join(SHARED, 'data/plans/huoshan-2022.docx'))),
      }
    : { name: '2022年重点工作明细表.docx', bytes: await planDocx(2022) };

type Start = (options: CountyOptions) => Promise<Omit<County, 'app' | 'url'>>;

describeOnBoth('the acceptance journey', ({ db }) =>
  journey((options) => startCounty({ db: db(), ...options })),
);

describe.skipIf(!hasPostgres)('the acceptance journey in workerd', () =>
  journey(async (options) =>
    startWorkerCounty({ databaseUrl: (await freshPostgres()).url, ...options }),
  ),
);

function journey(start: Start): void {
  let county: Omit<County, 'app' | 'url'>;
  let marchCards: ChatMessage[];

  beforeAll(async () => {
    county = await start({
      now: '2022-02-25T09:00:00+08:00',
      people: [
        person(OFFICE, '督办'),
        person(LIAISON, '李联络'),
        person(COMMITTEE, '赵委办'),
        person(LEADER, '周县长'),
        person(OFFICIAL, '王干部'),
        person(ADMIN, '管理员'),
        person(OUTSIDER, '企业张'),
      ],
      groups: [
        { chatId: COUNTY_GROUP, name: '工业工作群', memberOpenIds: [LIAISON, OFFICIAL, OUTSIDER] },
        { chatId: ZONE_GROUP, name: '开发区工作群', memberOpenIds: [OFFICIAL] },
      ],
      admins: [ADMIN],
    });
    await ensureAdmins(county.deps);
  });
  afterAll(() => county.close());

  const p2p = (openId: string) => county.sim.as(openId).chatId;

  test('a stranger hears what they may do: ask about policies', async () => {
    const reply = textOf(await county.ask(OFFICIAL, '3月进度'));
    expect(reply).toContain('还没有登记');
  });

  test('the administrator names the office, and the office sends the plan', async () => {
    await county.ask(OFFICE, '你好');
    expect(textOf(await county.ask(ADMIN, '设置 督办 为 督办人员'))).toContain('督办人员');
    const preview = await county.sendFile(OFFICE, await plan());
    expect(textOf(preview)).toContain(hasShared ? '**83** 项' : '项');
    const kept = await county.sim.as(OFFICE).press(preview.messageId, '确认');
    expect(kept.toast?.type).toBe('success');
    await county.settle();
    const published = await county.sim.as(OFFICE).press(preview.messageId, '发布');
    expect(published.toast?.type).toBe('success');
    await county.settle();
    expect(county.fromBot(p2p(OFFICE)).map(textOf).at(-1)).toContain('已发布');
  });

  test('three units are bound: two by their liaison, one by its group', async () => {
    for (const [openId, name, unit] of [
      [LIAISON, '李联络', '县科技经信局'],
      [COMMITTEE, '赵委办', '县委办'],
    ] as const) {
      await county.ask(openId, '你好');
      const reply = textOf(await county.ask(ADMIN, `设置 ${name} 为 ${unit} 联络员`));
      expect(reply).toContain('联络员');
    }
    await county.ask(LEADER, '你好');
    await county.ask(ADMIN, '设置 周县长 为 领导');
    const asked = textOf(await county.ask(OFFICIAL, '绑定 开发区', ZONE_GROUP));
    expect(asked).toContain('管理员确认');
    const request = county.fromBot(p2p(ADMIN)).at(-1);
    expect(textOf(request)).toContain('开发区');
    await county.sim.as(ADMIN).press(request?.messageId ?? '', '同意');
    await county.settle();
    expect(county.fromBot(ZONE_GROUP).map(textOf).at(-1)).toContain('已绑定');
  });

  test('on the first working day of March at nine every bound unit gets its cards, once', async () => {
    const before = county.fromBot(p2p(LIAISON)).length;
    await county.goTo('2022-03-01T08:59:00+08:00');
    const february = county.fromBot(p2p(LIAISON)).slice(before);
    await county.goTo('2022-03-01T09:00:00+08:00');
    await county.goTo('2022-03-01T09:05:00+08:00');
    marchCards = county
      .fromBot(p2p(LIAISON))
      .slice(before + february.length)
      .filter((m) => textOf(m).includes('3月重点工作'));
    expect(marchCards.length).toBeGreaterThan(0);
    expect(new Set(marchCards.map(textOf)).size).toBe(marchCards.length);
    expect(county.fromBot(ZONE_GROUP).map(textOf).at(-1)).toContain('重点工作');
    expect(textOf(marchCards[0])).toContain('本月牵头');
    expect(county.fromBot(p2p(OFFICE)).map(textOf).at(-1)).toContain('未能送达');
  });

  test('a unit answers by card, and a second click changes nothing', async () => {
    const card = marchCards[0];
    const player = county.sim.as(LIAISON);
    const first = await player.press(card?.messageId ?? '', '已完成');
    expect(first.toast).toEqual({ type: 'success', content: '已记录：已完成' });
    await player.press(card?.messageId ?? '', '已完成');
    await county.settle();
    const now = county.fromBot(p2p(LIAISON)).find((m) => m.messageId === card?.messageId);
    expect(textOf(now)).toContain('已完成（李联络，3月1日）');
    const { out } = await county.run(summaryCommand, ['--period', '2022-03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ done: 1 });
  });

  test('somebody else’s click is refused and changes nothing', async () => {
    const done = await county.sim.as(LIAISON).click(marchCards[0]?.messageId ?? '', {
      tag: 'button',
      value: { act: 'report', key: 'month-card:forged', no: 1, status: 'done' },
    });
    expect(done.toast?.type).toBe('error');
    const { out } = await county.run(summaryCommand, ['--period', '2022-03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ done: 1 });
  });

  test('a unit answers in its own words and is told what was understood', async () => {
    const reply = textOf(await county.ask(LIAISON, '第2、3项已完成，第4项25号前完成'));
    expect(reply).toContain('已记录');
    expect(reply).toContain('第2项');
    expect(reply).toContain('预计 3月25日 完成');
    const { out } = await county.run(summaryCommand, ['--period', '2022-03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ done: 3, inProgress: 1 });
  });

  test('a leader asks for the month and for one unit', async () => {
    const overview = textOf(await county.ask(LEADER, '3月进度'));
    expect(overview).toContain('截至 2022年3月1日');
    expect(overview).toContain('已完成 3 项');
    expect(overview).toContain('尚未反馈');
    const open = textOf(await county.ask(LEADER, '科技经信局3月还有哪些没完成'));
    expect(open).toContain('未完成');
  });

  test('in a group the bot keeps overviews to itself', async () => {
    expect(textOf(await county.ask(LIAISON, '3月进度', COUNTY_GROUP))).toContain('私聊');
  });

  test('an official asks a policy in the group and gets the sentence with its source', async () => {
    for (const policy of samplePolicies(2022)) {
      const asked = await county.sendFile(OFFICE, {
        name: policy.fileName,
        bytes: await policyDocx(policy),
      });
      await county.sim.as(OFFICE).press(asked.messageId, '公开入库');
      await county.settle();
    }
    const reply = textOf(
      await county.ask(OUTSIDER, '高新技术企业首次认定奖励多少？', COUNTY_GROUP),
    );
    expect(reply).toContain('20万元');
    expect(reply).toContain('若干措施');
    const unknown = textOf(await county.ask(OUTSIDER, '购买新能源汽车补贴多少？', COUNTY_GROUP));
    expect(unknown).toContain('文件中未找到');
  });

  test('somebody undoes, and the figures go back', async () => {
    expect(textOf(await county.ask(LIAISON, '撤销'))).toContain('已撤销 3 项');
    const { out } = await county.run(summaryCommand, ['--period', '2022-03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ done: 1, inProgress: 0 });
  });
}
