import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nodeAssets } from '../../src/web/node-assets.ts';
import { webRoutes } from '../../src/web/routes.ts';
import { testDb } from '../support/db.ts';
import { commandDeps } from '../support/filled.ts';

const WEB = resolve(import.meta.dirname, '../../src/web');

const ask = async (path: string, gzip: boolean, assets = true) =>
  webRoutes({
    deps: commandDeps(await testDb(), '2026-03-02T09:00:00+08:00'),
    ...(assets ? { assets: nodeAssets() } : {}),
  }).request(path, { headers: gzip ? { 'accept-encoding': 'gzip' } : {} });

test('the chart library is served by the application itself, packed where the browser takes it', async () => {
  const plain = await ask('/assets/vchart.js', false);
  const packed = await ask('/assets/vchart.js', true);
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const [whole, small] = [await plain.arrayBuffer(), await packed.arrayBuffer()];
  expect(gunzipSync(small).equals(Buffer.from(whole))).toBe(true);
  expect(small.byteLength).toBeLessThan(whole.byteLength / 2);
});

test('the page’s script is plain JavaScript when it is served', async () => {
  const script = await (await ask('/assets/charts.js', false)).text();
  expect(() => new Function(script)).not.toThrow();
});

test.each(['/assets/../wording.ts', '/assets/constructor', '/assets/__proto__', '/assets/x.js'])(
  '%s is no file of the pages',
  async (path) => {
    expect((await ask(path, false)).status).toBe(404);
  },
);

test('an edge without files serves the style sheet, and no chart library', async () => {
  expect((await ask('/assets/style.css', false, false)).status).toBe(200);
  expect((await ask('/assets/vchart.js', false, false)).status).toBe(404);
});

test('only the Node edge’s loader touches Node’s own modules', () => {
  const importers = readdirSync(WEB).filter(
    (file) =>
      file.endsWith('.ts') &&
      /from '(node:|.*node-assets)/.test(readFileSync(join(WEB, file), 'utf8')),
  );
  expect(importers).toEqual(['node-assets.ts']);
});
