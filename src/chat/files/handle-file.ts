import type { Deps } from '../../deps.ts';
import type { DocumentContent } from '../../documents/document.ts';
import { refusalText } from '../../documents/wording.ts';
import { button, card, escapeMarkdown, markdown, row } from '../../feishu/card.ts';
import type { DocumentLink } from '../../feishu/document-link.ts';
import type { ParsedPlan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { notAPlanText } from '../../plan/reading-wording.ts';
import { recogniseDocument } from '../../policy/recognise-document.ts';
import { type DaysFile, readDaysFile } from '../../remind/import-days.ts';
import type { PolicyClick } from '../clicks.ts';
import { answer, type Context, say } from '../context.ts';
import { isOffice } from '../orders/people-commands.ts';
import { insertWaitingFile } from '../queries.ts';
import { words } from '../wording.ts';
import { refuseDays, takeDays } from './handle-days.ts';
import { fetchSent, readLink, type SentFile } from './sent-file.ts';
import { showPlan } from './sent-plan.ts';

/** What a file turned out to be, read before any transaction opens. */
export type FetchedFile =
  | { kind: 'plan'; file: SentFile; plan: ParsedPlan }
  | { kind: 'document'; file: SentFile; content: DocumentContent; why: string }
  | Exclude<DaysFile, { kind: 'no-days' }>
  | { kind: 'refused'; message: string };

/** Fetches a file that a person sent and reads it. Slow and remote: outside any transaction. */
export async function fetchFile(deps: Deps, file: SentFile): Promise<FetchedFile> {
  const bytes = await fetchSent(deps, file.messageId, file.fileKey);
  return bytes ? readSent(deps, file, bytes) : { kind: 'refused', message: words.notFetched };
}

/** The same for a document of Feishu's own, by its address in a message. */
export async function fetchLink(
  deps: Deps,
  messageId: string,
  link: DocumentLink,
): Promise<FetchedFile> {
  const found = await readLink(deps, link);
  if (found.kind === 'unread') return { kind: 'refused', message: found.message };
  const file = { messageId, fileKey: '', name: found.name, link: link.url };
  return readSent(deps, file, found.bytes);
}

async function readSent(deps: Deps, file: SentFile, bytes: Uint8Array): Promise<FetchedFile> {
  const read = await deps.readDocument({ name: file.name, bytes });
  if (read.kind === 'refused') return { kind: 'refused', message: refusalText(read.refusal) };
  const days = readDaysFile(read.content, file.name);
  if (days.kind !== 'no-days') return days;
  const reading = readPlan(read.content, file.name);
  if (reading.kind === 'plan') return { kind: 'plan', file, plan: reading.plan };
  return { kind: 'document', file, content: read.content, why: notAPlanText(reading.reason) };
}

/** Shows what was read of a plan, takes a calendar, or asks what a document is. The sender is of the office or an administrator. */
export async function handleFile(context: Context, fetched: FetchedFile): Promise<void> {
  if (fetched.kind === 'days') return takeDays(context, fetched.days);
  if (fetched.kind === 'wrong') return refuseDays(context, fetched.problems);
  if (!isOffice(context)) return say(context, words.fileOnlyOffice);
  switch (fetched.kind) {
    case 'refused':
      return say(context, fetched.message);
    case 'plan':
      return answer(context, await showPlan(context, fetched.file, fetched.plan));
    case 'document':
      return askPolicy(context, fetched);
  }
}

async function askPolicy(
  context: Context,
  { file, why, content }: Extract<FetchedFile, { kind: 'document' }>,
): Promise<void> {
  const { deps, person, now } = context;
  const id = deps.newId();
  await insertWaitingFile(deps.db, {
    id,
    messageId: file.messageId,
    fileKey: file.fileKey,
    name: file.name,
    sentBy: person.id,
    sentAt: now,
    link: file.link ?? null,
  });
  const known = await recogniseDocument(deps.db, {
    fileName: file.name,
    content,
    ...(file.link ? { link: file.link } : {}),
  });
  const isVersion = known?.kind === 'version';
  const choose = (choice: PolicyClick['choice']) =>
    ({ act: 'policy-file', file: id, choice }) satisfies PolicyClick;
  await answer(context, {
    type: 'card',
    card: card({
      title: words.fileAskTitle,
      template: 'wathet',
      elements: [
        markdown(
          escapeMarkdown(file.link ? words.linkRead(file.name) : words.fileNotPlan(file.name, why)),
        ),
        ...(known
          ? [markdown(escapeMarkdown(words.fileKnown(known.kind, known.policy.title)))]
          : []),
        markdown(words.fileAsk),
        row([
          button({ text: words.fileInternal, type: 'primary', value: choose('internal') }),
          button({ text: words.filePublic, value: choose('public') }),
          ...(isVersion
            ? [
                button({ text: words.fileInternalApart, value: choose('internal-apart') }),
                button({ text: words.filePublicApart, value: choose('public-apart') }),
              ]
            : []),
          button({ text: words.fileDrop, value: choose('drop') }),
        ]),
      ],
    }),
  });
}
