import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/db.ts';
import type { Visibility } from '../../src/policy/visibility.ts';
import type { SimulatedDocument } from '../../src/simulator/options.ts';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { ensureUnit } from '../../src/units/resolve.ts';
import { content, MEASURES, put } from '../policy/library.ts';
import { type County, startCounty, textOf } from '../support/county.ts';

export const GROUP = 'oc_firms';
const ROLES = ['office', 'second', 'member', 'firm', 'other', 'leader'] as const;
type Role = (typeof ROLES)[number];

/** A bureau with a library and people who ask: two of the office, one of a unit, two from firms. */
export type LibraryCounty = County & {
  say: (role: Role, text: string, chat?: string) => Promise<ChatMessage>;
  /** Presses a button of the bot's newest card in private that has it. */
  press: (role: Role, button: string, filled?: Record<string, string>) => Promise<string>;
  /** What a person has been told in private, oldest first. */
  inbox: (role: Role) => string[];
  put: (name: string, text: string, visibility?: Visibility) => Promise<void>;
};

const GUIDE = `云溪县企业服务手册
一、用地服务
（一）工业用地采取弹性年期出让，年限不超过三十年。
二、用电服务
（一）新装用电容量在160千瓦以下的小微企业，办电零投资。`;

export async function startLibraryCounty(
  db: Db,
  now: string,
  documents: SimulatedDocument[] = [],
): Promise<LibraryCounty> {
  const openId = (role: string) => `ou_${role}`;
  const county = await startCounty({
    db,
    now,
    people: ROLES.map((role) => ({ openId: openId(role), name: role, role, unit: '' })),
    documents,
    groups: [{ chatId: GROUP, name: '企业服务群', memberOpenIds: ROLES.map(openId) }],
  });
  const act = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };
  const name = (role: string) => ({ openId: openId(role), name: role });
  for (const role of ['office', 'second'])
    await bindPerson(db, act, { ...name(role), post: 'office' }, randomUUID);
  await bindPerson(db, act, { ...name('leader'), post: 'leader' }, randomUUID);
  const unit = await ensureUnit(db, '城关镇', randomUUID);
  await bindPerson(db, act, { ...name('member'), post: 'member', unitId: unit.id }, randomUUID);
  await put(db, '措施.docx', MEASURES);
  await put(db, '服务手册.txt', content(GUIDE));
  const newest = (role: Role, button: string): ChatMessage => {
    const found = county
      .fromBot(county.sim.as(openId(role)).chatId)
      .findLast((m) => textOf(m).includes(`"content":"${button}"`));
    if (!found) throw new Error(`no card with ${button}`);
    return found;
  };
  return {
    ...county,
    say: (role, text, chat) => county.ask(openId(role), text, chat),
    press: async (role, button, filled = {}) => {
      const message = newest(role, button);
      const done = await county.sim.as(openId(role)).press(message.messageId, button, filled);
      await county.settle();
      return JSON.stringify(done);
    },
    inbox: (role) => county.fromBot(county.sim.as(openId(role)).chatId).map(textOf),
    put: async (fileName, text, visibility) => {
      await put(db, fileName, content(text), visibility);
    },
  };
}
