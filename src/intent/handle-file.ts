import type { Deps } from '../deps.ts';
import type { DocumentContent } from '../documents/document.ts';
import { refusalText } from '../documents/wording.ts';
import { button, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import { type DocumentLink, whyUnread } from '../feishu/document-link.ts';
import { FeishuError } from '../feishu/errors.ts';
import { diffCard, previewCard } from '../plan/cards.ts';
import { draftPlan } from '../plan/import.ts';
import type { ParsedPlan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { notAPlanText } from '../plan/reading-wording.ts';
import { words as planWords } from '../plan/wording.ts';
import { recogniseDocument } from '../policy/recognise-document.ts';
import { type DaysFile, readDaysFile } from '../remind/import-days.ts';
import type { PolicyClick } from './clicks.ts';
import { actOf, answer, type Context, say } from './context.ts';
import { refuseDays, takeDays } from './handle-days.ts';
import { isOffice } from './people-commands.ts';
import { insertWaitingFile } from './queries.ts';
import { words } from './wording.ts';

/** `link`: a Feishu document instead of a file. */
export type SentFile = { messageId: string; fileKey: string; name: string; link?: string };

/** What a file turned out to be, read before any transaction opens. */
export type FetchedFile =
  | { kind: 'plan'; file: SentFile; plan: ParsedPlan }
  | { kind: 'document'; file: SentFile; content: DocumentContent; why: string }
  | Exclude<DaysFile, { kind: 'no-days' }>
  | { kind: 'refused'; message: string };

/** Fetches a file that a person sent and reads it. Slow and remote: outside any transaction. */
export async function fetchFile(deps: Deps, file: SentFile): Promise<FetchedFile> {
  const bytes = await deps.feishu.download(file.messageId, file.fileKey, 'file');
  return readSent(deps, file, bytes);
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
      return showPlan(context, fetched);
    case 'document':
      return askPolicy(context, fetched);
  }
}

async function showPlan(
  context: Context,
  fetched: Extract<FetchedFile, { kind: 'plan' }>,
): Promise<void> {
  const { deps } = context;
  const draft = await draftPlan(
    deps.db,
    actOf(context),
    { fileName: fetched.file.name, parsed: fetched.plan },
    deps.newId,
  );
  switch (draft.kind) {
    case 'new':
      return answer(context, { type: 'card', card: previewCard(draft.draftId, draft.preview) });
    case 'changed':
      return answer(context, {
        type: 'card',
        card: diffCard(draft.draftId, draft.preview, draft.diff),
      });
    case 'unchanged':
      return say(context, planWords.unchanged(draft.plan.title));
    case 'year-unknown':
      return say(context, planWords.yearUnknown);
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
