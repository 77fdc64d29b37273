import { dayOf } from './calendar/county-time.ts';
import { askOffice } from './chat/orders/handle-stuck.ts';
import { sendingWords } from './chat/sending-wording.ts';
import type { Db } from './db/db.ts';
import type { Deps } from './deps.ts';
import type { Recipient } from './feishu/client.ts';
import type { SendHooks } from './outbox/outcome.ts';
import { isWaiting } from './outbox/queries.ts';
import { tellOffice } from './remind/office-people.ts';
import { personLeft } from './remind/person-left.ts';
import { setChatActive } from './units/chat-queries.ts';
import { findPersonByOpenId } from './units/people-queries.ts';

/** What the county does about messages that cannot be delivered: marks who is out of reach and tells the office. */
export function sendHooks(deps: Pick<Deps, 'newId' | 'config' | 'now'>): SendHooks {
  const tell = (tx: Db, key: string, text: string, except?: string) =>
    tellOffice(tx, { key, content: { type: 'text', text }, purpose: 'answer' }, except);
  const nameOf = (to: Recipient) => `${to.type === 'open_id' ? '人员' : '群'} ${to.id}`;
  return {
    undeliverable: async (tx, fault) => {
      if (fault.kind === 'person') {
        const { code, why } = fault;
        const gone = { kind: 'refused' as const, code, why };
        if (await findPersonByOpenId(tx, fault.to.id)) {
          await personLeft({ ...deps, db: tx }, fault.to.id, gone, deps.now());
          return;
        }
      }
      if (fault.kind === 'chat') await setChatActive(tx, fault.to.id, false);
      const day = dayOf(deps.now(), deps.config.APP_TIMEZONE);
      await tell(
        tx,
        `undeliverable:${fault.to.id}:${fault.code}:${day}`,
        sendingWords.undeliverable(nameOf(fault.to), fault.code),
        fault.to.id,
      );
    },
    stuck: askOffice,
    stopped: async (tx, { code }) => {
      // It cannot go out before the stop is over: one that waits tells of this same stop.
      if (await isWaiting(tx, `stopped:${code}:`)) return;
      await tell(tx, `stopped:${code}:${deps.newId()}`, sendingWords.stopped(code));
    },
    quota: (tx, warning) =>
      tell(
        tx,
        `quota:${warning.month}:${warning.percent}`,
        sendingWords.quota(warning.percent, warning.calls, warning.quota),
      ),
  };
}
