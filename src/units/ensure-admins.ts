import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { findPersonByOpenId, grantRole, upsertPerson } from './people-queries.ts';

/** Makes those that `ADMIN_OPEN_IDS` names administrators, each with the name Feishu knows, else their open_id. */
export async function ensureAdmins(deps: Deps): Promise<void> {
  for (const openId of deps.config.ADMIN_OPEN_IDS) {
    const known = await findPersonByOpenId(deps.db, openId);
    const name =
      known?.name ?? (await deps.feishu.userName(openId).catch(() => undefined)) ?? openId;
    const person = await upsertPerson(deps.db, { id: known?.id ?? deps.newId(), openId, name });
    if (await grantRole(deps.db, person.id, 'admin')) {
      const act = { actor: 'system', at: deps.now() };
      await recordAudit(deps.db, act, 'admin.configured', `person:${person.id}`);
    }
  }
}
