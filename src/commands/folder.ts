import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** A file named on the command line, or found in a folder named there. */
export type NamedFile = {
  /** As it goes into the library: the path below the folder, with `/`, or the name as it stands. */
  name: string;
  path: string;
};

const READABLE = /\.(?:doc[xm]?|dotx|wps|pdf|txt|md|markdown|xls[xm]?|et|[ct]sv)$/i;

/** Files in the order named; a folder stands for all readable files below it by name, hidden ones left out. */
export async function filesOf(cwd: string, words: string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const word of words) {
    const path = resolve(cwd, word);
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
    if (isFolder) files.push(...(await below(path)));
    else files.push({ name: path.split(sep).at(-1) ?? word, path });
  }
  return files;
}

async function below(folder: string): Promise<NamedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && READABLE.test(e.name))
    .map((e) => {
      const path = join(e.parentPath, e.name);
      return { name: relative(folder, path).split(sep).join('/'), path };
    })
    .filter(({ name }) => !name.split('/').some((part) => /^[.~]/.test(part)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
