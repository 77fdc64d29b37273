/** A document of Feishu's by its address: `…/docx/TOKEN`, `…/wiki/TOKEN`. */
export type DocumentLink = { kind: 'docx' | 'wiki'; token: string; url: string };

const LINK = /https:\/\/[A-Za-z0-9.-]+\/(docx|wiki)\/([A-Za-z0-9]{10,64})/;

/** The first such address in a text, without what stands behind the token. */
export function findDocumentLink(text: string): DocumentLink | undefined {
  const [url, kind, token] = LINK.exec(text) ?? [];
  if (!url || !token || (kind !== 'docx' && kind !== 'wiki')) return undefined;
  return { kind, token, url };
}

/** Codes by which the platform says that a document is not shared with the app. */
const NOT_SHARED = new Set([1770032, 1069902, 131006, 2889902, 99991672, 99991679]);
const NOT_THERE = new Set([1770002, 131005, 2889903]);

/** Why a document could not be read, as far as the person who sent the link can do something about it. */
export function whyUnread(
  code: number | undefined,
  httpStatus: number | undefined,
): 'not-shared' | 'not-there' | undefined {
  if (code !== undefined && NOT_THERE.has(code)) return 'not-there';
  if ((code !== undefined && NOT_SHARED.has(code)) || httpStatus === 403) return 'not-shared';
  return undefined;
}
