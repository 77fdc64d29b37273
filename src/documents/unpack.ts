import { type UnzipFileInfo, unzipSync } from 'fflate';

/** Beyond this an office file is a bomb: real ones unpack to a few megabytes. */
const MAX_BYTES = 100_000_000;
const MAX_ENTRIES = 2_000;

/** Thrown by readers for a file that unpacks to more than the limits allow. */
class Bomb extends Error {}

/**
 * Unpacks the wanted entries of a zip after summing what all of them claim to hold. fflate gives each entry a buffer
 * of the claimed size, so an entry that lies about its size cannot grow beyond the sum.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Record<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  const count = (file: UnzipFileInfo) => {
    total += Math.max(file.originalSize, file.size);
    entries++;
    if (total > MAX_BYTES || entries > MAX_ENTRIES) throw new Bomb();
    return false;
  };
  unzipSync(bytes, { filter: count });
  return unzipSync(bytes, { filter: (file) => wanted(file.name) });
}
