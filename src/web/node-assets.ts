import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Assets } from './assets.ts';

const JAVASCRIPT = 'text/javascript; charset=utf-8';

const FILES: Record<string, () => Promise<string>> = {
  'vchart.js': () => readFile(libraryFile(), 'utf8'),
  'charts.js': async () =>
    stripTypeScriptTypes(await readFile(join(import.meta.dirname, 'browser', 'charts.ts'), 'utf8')),
};

/** The files as this process has them on its disk, read and packed once. */
export function nodeAssets(): Assets {
  const kept = new Map<string, Promise<{ plain: Uint8Array; packed: Uint8Array }>>();
  const load = async (read: () => Promise<string>) => {
    const plain = Buffer.from(await read(), 'utf8');
    return { plain, packed: await promisify(gzip)(plain) };
  };
  return async (name, acceptsGzip) => {
    const read = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!read) return undefined;
    const file = kept.get(name) ?? load(read);
    kept.set(name, file);
    // One that could not be read is read again the next time.
    file.catch(() => kept.delete(name));
    const { plain, packed } = await file;
    return {
      body: new Uint8Array(acceptsGzip ? packed : plain),
      type: JAVASCRIPT,
      gzip: acceptsGzip,
    };
  };
}

// The package gives Node its modules only: its folder is cut out of the entry's path.
function libraryFile(): string {
  const entry = createRequire(import.meta.url).resolve('@visactor/vchart');
  const folder = join('node_modules', '@visactor', 'vchart');
  const root = entry.slice(0, entry.lastIndexOf(folder) + folder.length);
  return join(root, 'build', 'index.min.js');
}
