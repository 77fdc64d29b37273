import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupLines } from '../../src/backup/lines.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { startPocket, textOf } from '../support/county.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { type NodeProcess, startNode } from '../support/node-process.ts';
import { encrypt, signatureHeaders, textPayload } from '../support/signed.ts';

const ROOT = join(import.meta.dirname, '../..');
const IDS = ['east', 'west'] as const;
type Id = (typeof IDS)[number];

type Side = { sim: Simulator; settings: Record<string, string>; db: OpenDb; url: string };

describe.skipIf(!hasPostgres)(
  'one process for two counties, and a third whose database is away',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongxin-counties-'));
    const file = join(folder, 'counties.json');
    const sides = new Map<Id, Side>();
    let node: NodeProcess;

    const side = (id: Id): Side => {
      const found = sides.get(id);
      if (!found) throw new Error(`no county ${id}`);
      return found;
    };
    const person = (id: Id) => `ou_person_${id}`;

    beforeAll(async () => {
      for (const [i, id] of IDS.entries()) {
        const { sim, settings } = await startPocket({
          // Real time: a real county's clock cannot be set.
          now: new Date().toISOString(),
          // The same open_id may well stand for different people in two tenants.
          people: [
            { openId: person(id), name: `${id}的人`, role: '', unit: '' },
            { openId: 'ou_same_everywhere', name: `同号${id}`, role: '', unit: '' },
          ],
          admins: [person(id)],
          credentials: {
            appId: `cli_000000000000000${i}`,
            appSecret: `app key of ${id}`,
            encryptKey: `encrypt key of ${id}`,
            verificationToken: `token of ${id}`,
          },
        });
        const { url } = await freshPostgres();
        sides.set(id, { sim, settings, url, db: openPostgres(url, { max: 2 }) });
      }
      const away = {
        ...side('east').settings,
        FEISHU_APP_ID: 'cli_000000000000000f',
        DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/away',
      };
      const counties = [
        { id: 'away', settings: away },
        ...IDS.map((id) => ({
          id,
          settings: { ...side(id).settings, DATABASE_URL: side(id).url },
        })),
      ];
      writeFileSync(file, JSON.stringify({ default: 'east', counties }), { mode: 0o600 });
      node = await startNode(
        { COUNTIES_FILE: file, DATA_DIR: join(folder, 'data') },
        {
          ready: async (url) => {
            const { counties: states } = await (await fetch(`${url}/readyz`)).json();
            return IDS.every((id) => states[id] === 'ok');
          },
        },
      );
      for (const id of IDS)
        side(id).sim.connect({
          callbackUrl: `${node.url}/c/${id}`,
          dashboardUrl: `${node.url}/c/${id}/`,
        });
    }, 150_000);
    afterAll(async () => {
      await node?.stop();
      for (const { sim, db } of sides.values()) {
        await db.close();
        await sim.close();
      }
      rmSync(folder, { recursive: true, force: true });
    });

    const fromBot = (id: Id, openId: string) => {
      const { sim } = side(id);
      return sim.messages(sim.as(openId).chatId).filter((m) => m.sender.isBot);
    };
    const say = async (id: Id, openId: string, text: string) => {
      const { sim } = side(id);
      const before = fromBot(id, openId).length;
      sim.as(openId).send(text);
      return textOf(await sim.waitFor(() => fromBot(id, openId)[before], 30_000));
    };
    const wholeDatabase = async (id: Id) => {
      let text = '';
      await side(id).db.db.transaction(async (tx) => {
        for await (const piece of backupLines(tx, new Date())) text += piece;
      });
      return text;
    };

    test('whatever is said in whichever order, nothing of one county is ever seen in the other', async () => {
      const said: { id: Id; mark: string }[] = [];
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({
              id: fc.constantFrom(...IDS),
              who: fc.constantFrom('own', 'same'),
              word: fc.constantFrom('投诉建议', '设置', '政策'),
              n: fc.nat(1e9),
            }),
            { minLength: 2, maxLength: 6 },
          ),
          async (acts) => {
            // All at once: both counties' events are in this process's hands together.
            await Promise.all(
              IDS.map(async (id) => {
                for (const act of acts.filter((a) => a.id === id)) {
                  const mark = `${id}暗记${act.n}`;
                  said.push({ id, mark });
                  const openId = act.who === 'own' ? person(id) : 'ou_same_everywhere';
                  await say(id, openId, `${act.word}：${mark}`);
                }
              }),
            );
          },
        ),
        { numRuns: 5 },
      );
      expect(new Set(said.map((s) => s.id)).size).toBe(2);
      for (const id of IDS) {
        const other = id === 'east' ? 'west' : 'east';
        const stored = await wholeDatabase(id);
        expect(stored).toContain(`${id}的人`);
        expect(stored).not.toContain(`${other}暗记`);
        expect(stored).not.toContain(`${other}的人`);
        expect(stored).not.toContain(`同号${other}`);
        const shown = JSON.stringify(
          [person(id), 'ou_same_everywhere'].map((openId) => fromBot(id, openId)),
        );
        expect(shown).not.toContain(`${other}暗记`);
      }
    });

    test('an event signed for one county is refused at the other’s address', async () => {
      const { FEISHU_ENCRYPT_KEY: key = '', FEISHU_VERIFICATION_TOKEN: token } =
        side('east').settings;
      const payload = textPayload('你好');
      const own = { ...payload, header: { ...payload.header, token } };
      const raw = JSON.stringify({ encrypt: encrypt(JSON.stringify(own), key) });
      const post = (path: string) =>
        fetch(node.url + path, {
          method: 'POST',
          body: raw,
          headers: signatureHeaders(raw, new Date(), { encryptKey: key }),
        });
      expect((await post('/c/west/webhook/event')).status).toBeGreaterThanOrEqual(400);
      expect((await post('/c/nowhere/webhook/event')).status).toBe(404);
      expect((await post('/c/east/webhook/event')).status).toBe(200);
      // The default county answers at the address without a county as well.
      expect((await post('/webhook/event')).status).toBe(200);
    });

    test('the county whose database is away answers 503, upon which the platform pushes again', async () => {
      const pushed = await fetch(`${node.url}/c/away/webhook/event`, {
        method: 'POST',
        body: '{}',
      });
      expect(pushed.status).toBe(503);
      const ready = await fetch(`${node.url}/readyz`);
      expect(ready.status).toBe(200);
      const { counties } = await ready.json();
      expect(counties).toMatchObject({ east: 'ok', west: 'ok' });
      expect(counties.away).not.toBe('ok');
      expect((await fetch(`${node.url}/c/west/readyz`)).status).toBe(200);
    });

    test('the figures are told by county', async () => {
      const text = await (await fetch(`${node.url}/metrics`)).text();
      for (const id of IDS) expect(text).toContain(`gongxin_database_up{county="${id}"} 1`);
      expect(text).toContain('gongxin_database_up{county="away"} 0');
      expect(text).toMatch(/gongxin_webhook_total\{county="west",outcome="refused-/);
      expect(text).not.toMatch(/gongxin_webhook_total\{county="east",outcome="refused-/);
      // Through a proxy every caller comes from this machine: by county they are nobody's to read.
      for (const path of ['metrics', '%6detrics'])
        expect((await fetch(`${node.url}/c/east/${path}`)).status).toBe(403);
    });

    test('a county’s log lines bear its id, and none of the words that were said', () => {
      expect(node.written()).toContain('"county":"west"');
      expect(node.written()).not.toContain('暗记');
    });

    test('the command line asks which county is meant', async () => {
      const cli = (...argv: string[]) =>
        promisify(execFile)(
          process.execPath,
          ['--disable-warning=ExperimentalWarning', 'src/cli.ts', ...argv],
          {
            cwd: ROOT,
            env: { PATH: process.env.PATH, COUNTIES_FILE: file },
          },
        ).then(
          ({ stdout }) => ({ code: 0, text: stdout }),
          (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
        );
      const without = await cli('unit', 'list');
      expect(without.code).toBe(2);
      expect(without.text).toContain('away、east、west');
      const unknown = await cli('unit', 'list', '--county', 'north');
      expect(unknown.code).toBe(2);
      const audit = await cli('--county', 'west', 'audit', 'verify');
      expect(audit.code).toBe(0);
    });
  },
);
