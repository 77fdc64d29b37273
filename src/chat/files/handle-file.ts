import type { Deps } from '../../deps.ts';
import type { DocumentContent } from '../../documents/document.ts';
import { refusalText } from '../../documents/wording.ts';
import type { DocumentLink } from '../../feishu/document-link.ts';
import type { ParsedPlan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { notAPlanText } from '../../plan/reading-wording.ts';
import { readProxyTable } from '../../progress/proxy-table.ts';
import { type DaysFile, readDaysFile } from '../../remind/import-days.ts';
import { answer, type Context, say } from '../context.ts';
import { proxyReport } from '../reports/proxy-report.ts';
import { isOffice } from '../roles.ts';
import { words } from '../wording.ts';
import { askPolicy } from './ask-policy.ts';
import { refuseDays, takeDays } from './handle-days.ts';
import { fetchSent, readLink, type SentFile } from './sent-file.ts';
import { showPlan } from './sent-plan.ts';

/** What a file turned out to be, read before any transaction opens. */
export type FetchedFile =
  | { kind: 'plan'; file: SentFile; plan: ParsedPlan }
  | { kind: 'proxy'; note: string }
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

async function readSent(deps: Deps, sent: SentFile, bytes: Uint8Array): Promise<FetchedFile> {
  const read = await deps.readDocument({ name: sent.name, bytes });
  if (read.kind === 'refused') return { kind: 'refused', message: refusalText(read.refusal) };
  const file = { ...sent, isInternal: read.marking === 'internal' };
  const days = readDaysFile(read.content, file.name);
  if (days.kind !== 'no-days') return days;
  const note = readProxyTable(read.content);
  const reading = readPlan(read.content, file.name);
  const isPlan = reading.kind === 'plan' && namedAsPlan(`${file.name}\n${reading.plan.title}`);
  if (note && !isPlan) return { kind: 'proxy', note };
  if (reading.kind === 'plan') return { kind: 'plan', file, plan: reading.plan };
  return { kind: 'document', file, content: read.content, why: notAPlanText(reading.reason) };
}

/** 2026年重点任务清单 is a plan though it says how the work stands; 11月完成情况, 任务清单进展 are none. */
const namedAsPlan = (name: string) =>
  /计划|方案|要点|清单|分解|规划|安排/u.test(name) &&
  !/进展|进度|情况|反馈|填报|代填|电话/u.test(name);

/** Shows what was read of a plan, takes a calendar, or asks what a document is. The sender is of the office or an administrator. */
export async function handleFile(context: Context, fetched: FetchedFile): Promise<void> {
  if (fetched.kind === 'days') return takeDays(context, fetched.days);
  if (fetched.kind === 'wrong') return refuseDays(context, fetched.problems);
  if (!isOffice(context)) return say(context, words.fileOnlyOffice);
  switch (fetched.kind) {
    case 'refused':
      return say(context, fetched.message);
    case 'proxy':
      return proxyReport(context, fetched.note);
    case 'plan':
      return answer(context, await showPlan(context, fetched.file, fetched.plan));
    case 'document':
      return askPolicy(context, fetched.file, fetched.content, headingOf(fetched));
  }
}

const headingOf = ({ file, why }: Extract<FetchedFile, { kind: 'document' }>) =>
  file.link ? words.linkRead(file.name) : words.fileNotPlan(file.name, why);
