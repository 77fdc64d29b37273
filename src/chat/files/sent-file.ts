import type { Deps } from '../../deps.ts';
import type { DocumentContent } from '../../documents/document.ts';
import { refusalText } from '../../documents/wording.ts';
import { type DocumentLink, findDocumentLink, whyUnread } from '../../feishu/document-link.ts';
import { FeishuError, isPassing } from '../../feishu/errors.ts';
import type { WaitingFile } from '../queries.ts';
import { words } from '../wording.ts';

/** `link`: a Feishu document instead of a file. `isInternal`: it is marked 内部 above its title. */
export type SentFile = {
  messageId: string;
  fileKey: string;
  name: string;
  link?: string;
  isInternal?: boolean;
};

/** Reads a Feishu document, or says in one sentence what its owner has to do. Other faults come back later. */
export async function readLink(
  deps: Pick<Deps, 'feishu'>,
  link: DocumentLink,
): Promise<
  { kind: 'read'; name: string; bytes: Uint8Array } | { kind: 'unread'; message: string }
> {
  try {
    const { title, markdown } = await deps.feishu.readDocument(link.kind, link.token);
    // Feishu keeps the title apart from the text.
    const bytes = new TextEncoder().encode(`${title}\n\n${markdown}`);
    return { kind: 'read', name: words.feishuName(title), bytes };
  } catch (error) {
    const why = error instanceof FeishuError && whyUnread(error.code, error.httpStatus);
    if (why) return { kind: 'unread', message: words.linkUnread[why] };
    if (
      error instanceof FeishuError &&
      error.endpoint === 'document' &&
      error.code === undefined &&
      !error.uncertain
    )
      return { kind: 'unread', message: words.linkUnread['other-type'] };
    throw error;
  }
}

/**
 * The bytes of what a person sent; undefined where the platform does not give them out: too large, or downloads are
 * forbidden there. Other faults come back later.
 */
export async function fetchSent(
  { feishu, log }: Pick<Deps, 'feishu' | 'log'>,
  messageId: string,
  fileKey: string,
  type: 'file' | 'image' = 'file',
): Promise<Uint8Array | undefined> {
  try {
    return await feishu.download(messageId, fileKey, type);
  } catch (error) {
    if (!(error instanceof FeishuError) || isPassing(error)) throw error;
    log.warn({ messageId, code: error.code }, 'attachment could not be fetched');
    return undefined;
  }
}

/** A file that waited for a word, read once more; or one sentence why it cannot be read now. */
export type Reread =
  | { kind: 'read'; content: DocumentContent; bytes: Uint8Array; isInternal: boolean }
  | { kind: 'unread'; message: string };

/** Fetches a file that waited for a word and reads it. Slow and remote: outside any transaction. */
export async function readAgain(deps: Deps, file: WaitingFile): Promise<Reread> {
  const link = file.link ? findDocumentLink(file.link) : undefined;
  const linked = link && (await readLink(deps, link));
  if (linked?.kind === 'unread') return linked;
  const bytes = linked?.bytes ?? (await fetchSent(deps, file.messageId, file.fileKey));
  if (!bytes) return { kind: 'unread', message: words.notFetched };
  const read = await deps.readDocument({ name: file.name, bytes });
  return read.kind === 'refused'
    ? { kind: 'unread', message: refusalText(read.refusal) }
    : {
        kind: 'read',
        content: read.content,
        bytes,
        isInternal: read.marking === 'internal',
      };
}
