import { backupFolder, newestBackup } from '../backup/daily.ts';
import type { Deps } from '../deps.ts';
import { broken, type Check, type Finding } from './check.ts';
import * as county from './county-checks.ts';
import * as machine from './machine-checks.ts';
import * as platform from './platform-checks.ts';
import { names, words } from './wording.ts';

/** Looks at everything an operator can mend, in the order in which it is set up. */
export async function examine(deps: Deps): Promise<Check[]> {
  const folder = backupFolder(deps.config.DATA_DIR);
  const list: [string, () => Finding | Promise<Finding>][] = [
    [names.settings, () => machine.checkSettings(deps.config)],
    [names.database, () => machine.checkDatabase(deps)],
    [names.migrations, () => machine.checkMigrations(deps)],
    [names.clock, () => machine.checkClock(deps)],
    [names.zone, () => machine.checkZone(deps)],
    [names.holidays, () => county.checkHolidays(deps)],
    [names.feishu, () => machine.checkFeishu(deps)],
    [names.scopes, () => platform.checkScopes(deps)],
    [names.encryption, () => platform.checkEncryption(deps)],
    [names.callback, () => platform.checkCallback(deps)],
    [names.subscriptions, () => platform.checkSubscriptions(deps)],
    [names.events, () => machine.checkEvents(deps)],
    [names.chats, () => county.checkChats(deps)],
    [names.admins, () => county.checkAdmins(deps)],
    [names.office, () => county.checkOffice(deps)],
    [names.plan, () => county.checkPlan(deps)],
    [names.contacts, () => county.checkContacts(deps)],
    [names.inbox, () => machine.checkInbox(deps)],
    [names.outbox, () => machine.checkOutbox(deps)],
    [names.quota, () => machine.checkQuota(deps)],
    [names.backup, async () => machine.checkBackup(deps, folder, await newestBackup(folder))],
    [names.audit, () => platform.checkAudit(deps)],
    [names.llm, () => platform.checkModel(deps)],
  ];
  const checks: Check[] = [];
  // One after the other: an embedded database has one connection.
  for (const [name, look] of list) checks.push({ name, ...(await finding(look)) });
  return checks;
}

/** What a check that fails itself says: the others go on. */
async function finding(look: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return broken(words.cannot(reason), words.cannotMend);
  }
}
