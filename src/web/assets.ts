/** One file of the pages. */
type Asset = { body: Uint8Array<ArrayBuffer>; type: string; gzip: boolean };

/**
 * Gives the files that are read from a disk: the chart library and the script that uses it. Only some edges have one;
 * without them the tables stand alone.
 */
export type Assets = (name: string, acceptsGzip: boolean) => Promise<Asset | undefined>;
