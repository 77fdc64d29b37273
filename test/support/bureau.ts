import { randomUUID } from 'node:crypto';
import type { OpenDb } from '../../src/db/db.ts';
import { recordReports } from '../../src/progress/record.ts';
import type { Status } from '../../src/progress/report.ts';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { bindChat, bindPerson } from '../../src/units/bind.ts';
import { listContacts } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { type County, type CountyOptions, startCounty } from './county.ts';
import { freshPglite } from './db.ts';
import { publish, task } from './plan-fixture.ts';

/** Two units, three groups of people, and a plan of three months: enough to ask about. */
export type Bureau = {
  county: County;
  /** A unit's word on a task of its own, by the task's content. */
  report: (unit: string, content: string, status: Status, note?: string) => Promise<void>;
  bytesOf: (message: ChatMessage) => Promise<Uint8Array>;
  close: () => Promise<void>;
};

export const BUREAU_GROUP = 'oc_everybody';
export const UNIT_GROUP = 'oc_development';

const ROLES = ['leader', 'office', 'liaison', 'statistics', 'outsider'] as const;

export async function startBureau(
  now: string,
  services: CountyOptions['services'] = {},
): Promise<Bureau> {
  const opened: OpenDb = await freshPglite();
  const { db } = opened;
  const openId = (role: string) => `ou_${role}`;
  const county = await startCounty({
    db,
    now,
    services,
    people: ROLES.map((role) => ({ openId: openId(role), name: role, role, unit: '' })),
    groups: [
      { chatId: BUREAU_GROUP, name: '全县群', memberOpenIds: ROLES.map(openId) },
      { chatId: UNIT_GROUP, name: '发改局群', memberOpenIds: ROLES.map(openId) },
    ],
  });
  await publish(db, '2026-01-05T10:00:00+08:00', [
    task(1, '梳理年度项目', { seq: 1 }),
    task(2, '申报技改专项', { seq: 1 }),
    task(2, '汇总规上产值', { seq: 2, leadUnits: ['统计局'] }),
    task(3, '组织项目开工', { seq: 1 }),
    task(3, '筹备观摩活动', { seq: 2, coopUnits: ['统计局'] }),
    task(3, '发布一季度数据', { seq: 3, leadUnits: ['统计局'] }),
    task(3, '协调园区用地', { seq: 4, leadUnits: ['自然资源局'] }),
  ]);
  const act = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };
  const name = (role: string) => ({ openId: openId(role), name: role });
  const idOf = async (unit: string) => (await findUnit(db, unit))?.id ?? '';
  await bindPerson(db, act, { ...name('leader'), post: 'leader' }, randomUUID);
  await bindPerson(db, act, { ...name('office'), post: 'office' }, randomUUID);
  const development = await idOf('发改局');
  const liaison = { ...name('liaison'), post: 'liaison' as const, unitId: development };
  await bindPerson(db, act, liaison, randomUUID);
  const statistics = { ...name('statistics'), post: 'liaison' as const };
  await bindPerson(db, act, { ...statistics, unitId: await idOf('统计局') }, randomUUID);
  await bindChat(db, act, { id: UNIT_GROUP, name: '发改局群' }, development, randomUUID);
  return {
    county,
    report: async (unit, content, status, note) => {
      const unitId = await idOf(unit);
      const [contact] = await listContacts(db, [unitId]);
      const { items, lines } = await loadLedger(db, 2026, [1, 2, 3]);
      const item = [...items.values()].find((i) => i.content === content);
      const line = lines.find((l) => l.occurrenceId === item?.occurrenceId);
      if (!contact || !line) throw new Error('no such task or nobody to report it');
      await recordReports(
        db,
        { actor: contact.id, at: county.deps.now() },
        {
          unitId,
          via: 'text',
          items: [
            {
              occurrenceId: line.occurrenceId,
              role: line.leads.includes(unitId) ? 'lead' : 'coop',
              status,
              ...(note ? { note } : {}),
            },
          ],
        },
        randomUUID,
      );
    },
    bytesOf: async (message) => {
      if (message.content.type !== 'file') throw new Error('no file');
      const { FEISHU_BASE_URL: base } = county.deps.config;
      const got = await fetch(`${base}/pocket/files/${message.content.attachment.key}`);
      if (!got.ok) throw new Error(`the file cannot be read: ${got.status}`);
      return new Uint8Array(await got.arrayBuffer());
    },
    close: async () => {
      await county.close();
      await opened.close();
    },
  };
}
