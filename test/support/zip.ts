import { strFromU8, unzipSync } from 'fflate';

/** One part of a .docx or .xlsx as text. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (!part) throw new Error(`no ${path} in the file`);
  return strFromU8(part);
}
