import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addDays, dayOf, instantOf, splitDay } from '../calendar/county-time.ts';
import { type Clock, createClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { clearAllTables } from '../db/clear.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { createLog } from '../log.ts';
import { databaseFolder } from '../open-database.ts';
import { nextMonthCardMoment } from '../remind/due.ts';
import { createSimulator } from '../simulator/simulator.ts';
import { samples } from './documents.ts';
import { fillCounty, isFilled } from './fill.ts';
import { CHATS, PEOPLE } from './people.ts';

/** A pocket Feishu with the sample county in it, beside the application. */
export type Demonstration = {
  clock: Clock;
  connection: { baseUrl: string; appId: string; appSecret: string };
  /** The pocket Feishu's in the place of a real one's. */
  settings: Pick<
    Config,
    | 'FEISHU_APP_ID'
    | 'FEISHU_ENCRYPT_KEY'
    | 'FEISHU_VERIFICATION_TOKEN'
    | 'FEISHU_BASE_URL'
    | 'FEISHU_ACCOUNTS_URL'
  >;
  /** Puts the sample county into an empty database. */
  fill: (deps: Deps) => Promise<void>;
  close: () => Promise<void>;
};

/** Afternoon of the eve: one click on 到下月1日 9:00 shows the reminders arriving. */
const EVE_TIME = '16:00';

/** Starts the pocket Feishu on its port, with a clock that shows the eve of the next month card unless `APP_NOW` is set. */
export async function startDemonstration(config: Config, db: Db): Promise<Demonstration> {
  const timeZone = config.APP_TIMEZONE;
  const begin = () => config.APP_NOW ?? eveOfMonthCard(new Date(), timeZone);
  const clock = createClock(begin());
  const sampleYear = splitDay(dayOf(nextMonthCardMoment(clock.now(), timeZone), timeZone)).year;
  // An address that listens on every interface is no address to open.
  const own = `http://${/^(0\.0\.0\.0|::)$/.test(config.HOST) ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  const app = {
    appId: 'cli_5a3b1e0000000001',
    appSecret: secret(),
    encryptKey: secret(),
    verificationToken: secret(),
    callbackUrl: own,
  };
  let fillAgain: () => Promise<void> = async () => {};
  const simulator = createSimulator({
    app,
    bot: { name: '工信助手' },
    people: PEOPLE,
    groups: CHATS.map((c) => ({ chatId: c.chatId, name: c.name, memberOpenIds: c.members })),
    samples: samples(sampleYear),
    clock,
    timeZone,
    dashboardUrl: `${config.PUBLIC_URL ?? own}/`,
    nextMonthCard: () => nextMonthCardMoment(clock.now(), timeZone),
    ...(config.DATABASE_URL ? {} : { folder: join(databaseFolder(config), 'pocket') }),
    onReset: async () => {
      clock.set(begin());
      await clearAllTables(db);
      await fillAgain();
    },
    log: createLog(config.LOG_LEVEL, (line) => void process.stderr.write(`${line}\n`)),
  });
  // Chats that were kept must not come from the future: the clock goes on where it stopped.
  const newest = simulator.newest();
  if (newest && newest > clock.now() && !config.APP_NOW) clock.set(newest);
  const baseUrl = await simulator.listen(config.SIMULATOR_PORT);
  const fill = async (deps: Deps) => {
    if (!(await isFilled(deps.db))) await fillCounty(deps, sampleYear);
  };
  return {
    clock,
    connection: { baseUrl, appId: app.appId, appSecret: app.appSecret },
    settings: {
      FEISHU_APP_ID: app.appId,
      FEISHU_ENCRYPT_KEY: app.encryptKey,
      FEISHU_VERIFICATION_TOKEN: app.verificationToken,
      FEISHU_BASE_URL: baseUrl,
      FEISHU_ACCOUNTS_URL: baseUrl,
    },
    fill: async (deps) => {
      fillAgain = () => fill(deps);
      await fill(deps);
    },
    close: simulator.close,
  };
}

function eveOfMonthCard(now: Date, timeZone: string): Date {
  const card = nextMonthCardMoment(now, timeZone);
  return instantOf(addDays(dayOf(card, timeZone), -1), EVE_TIME, timeZone);
}

function secret(): string {
  return randomBytes(16).toString('hex');
}
