import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Server } from './open-api.ts';

const PAGE = join(import.meta.dirname, 'page');
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const PAGE_FILE = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.(ts|css|svg|png|html)$/;

const require = createRequire(import.meta.url);

/** Built files of the page's libraries, found from the entry that each package gives to Node. */
const VENDOR: Record<string, string> = {
  'vchart.js': inPackage(
    '@visactor/vchart',
    require.resolve('@visactor/vchart'),
    'build/index.min.js',
  ),
  'markdown-it.js': inPackage(
    'markdown-it',
    require.resolve('markdown-it'),
    'dist/browser/markdown-it.umd.min.js',
  ),
};

// A package need not export its built files or its package.json: cut its folder out of the entry's path.
function inPackage(name: string, entry: string, file: string): string {
  const folder = join('node_modules', name);
  return join(entry.slice(0, entry.lastIndexOf(folder) + folder.length), file);
}

/** The chat page's own files and the libraries it uses; TypeScript is served with its types stripped. */
export function declareAssets(server: Server, folder = PAGE): void {
  server.get('/', () => pageFile(folder, 'index.html'));
  server.get('/page/*', (c) => pageFile(folder, c.req.path.slice('/page/'.length)));
  server.get('/vendor/:name', async (c) => {
    const path = VENDOR[c.req.param('name')];
    return path ? send(await readFile(path), JAVASCRIPT, 'max-age=86400') : c.notFound();
  });
}

async function pageFile(folder: string, path: string): Promise<Response> {
  const extension = PAGE_FILE.exec(path)?.[2];
  if (!extension) return missing();
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  if (!bytes) return missing();
  if (extension !== 'ts') return send(bytes, TYPES[extension] ?? '', 'no-cache');
  return send(stripTypeScriptTypes(bytes.toString('utf8')), JAVASCRIPT, 'no-cache');
}

function missing(): Response {
  return new Response('404', { status: 404 });
}

function send(body: string | Uint8Array, type: string, cache: string): Response {
  const blob = new Blob([typeof body === 'string' ? body : body.slice()]);
  return new Response(blob, { headers: { 'content-type': type, 'cache-control': cache } });
}
