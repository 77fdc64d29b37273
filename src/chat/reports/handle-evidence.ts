import { createHash } from 'node:crypto';
import { insertChange } from '../../audit/queries.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { refusalText } from '../../documents/wording.ts';
import type { IncomingMessage } from '../../feishu/event.ts';
import { keepEvidence, linkEvidence } from '../../progress/evidence-queries.ts';
import { findLastBatch } from '../../progress/queries.ts';
import { words } from '../../progress/wording.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { fetchSent } from '../files/sent-file.ts';
import { words as chatWords } from '../wording.ts';
import { linesOf } from './record-said.ts';
import { BELONGS_MS } from './take-report.ts';

/** A file or picture that a unit's person sent, fetched before the transaction opens. */
export type SentEvidence =
  | { kind: 'fetched'; name: string; bytes: Uint8Array }
  | { kind: 'too-large'; name: string }
  | { kind: 'refused'; message: string };

/** Words in the same message have an answer of their own. */
const PART = 'evidence';
const LARGEST_BYTES = 20 * 1024 * 1024;

/** Fetches what was sent; undefined without a file. A document with a secret marking is refused and its bytes are dropped. */
export async function fetchEvidence(
  deps: Deps,
  message: IncomingMessage,
): Promise<SentEvidence | undefined> {
  const [sent] = message.attachments.filter((a) => a.kind === 'file' || a.kind === 'image');
  if (!sent) return undefined;
  const type = sent.kind === 'image' ? 'image' : 'file';
  const name = sent.name || words.picture;
  const bytes = await fetchSent(deps, message.messageId, sent.fileKey, type);
  if (!bytes) return { kind: 'refused', message: chatWords.notFetched };
  if (bytes.length > LARGEST_BYTES) return { kind: 'too-large', name };
  if (type === 'file') {
    const read = await deps.readDocument({ name, bytes });
    if (read.kind === 'refused' && read.refusal.reason === 'secret')
      return { kind: 'refused', message: refusalText(read.refusal) };
  }
  return { kind: 'fetched', name, bytes };
}

/** Keeps a file as evidence of what the person reported last, or of what they report next. */
export async function takeEvidence(context: Context, sent: SentEvidence): Promise<void> {
  const { deps, person, origin, now } = context;
  if (sent.kind === 'too-large') return say(context, words.fileTooLarge(sent.name), PART);
  if (sent.kind === 'refused') return say(context, sent.message, PART);
  const unitIds = context.chatUnitId
    ? [context.chatUnitId]
    : person.memberships.map((m) => m.unitId);
  const last = await findLastBatch(deps.db, person.id, unitIds);
  const recent = last.filter((r) => now.getTime() - r.reportedAt.getTime() <= BELONGS_MS);
  const [report] = recent;
  const unitId = report?.unitId ?? unitIds[0];
  if (!unitId) return say(context, words.noUnit, PART);
  const id = deps.newId();
  const kept = await keepEvidence(deps.db, {
    id,
    unitId,
    personId: person.id,
    name: sent.name,
    size: sent.bytes.length,
    digest: createHash('sha256').update(sent.bytes).digest('hex'),
    bytes: sent.bytes,
    messageId: origin.messageId,
    sentAt: now,
  });
  if (report) await linkEvidence(deps.db, kept.id, report.batchId);
  const lines = report ? await linesOf(context, recent) : [];
  if (!kept.isNew) return say(context, words.fileKeptBefore(sent.name, lines), PART);
  const act = actOf(context);
  await insertChange(deps.db, act, { id, kind: 'evidence', data: { evidenceId: kept.id } });
  await recordAudit(deps.db, act, 'evidence.kept', `unit:${unitId}`, { evidenceId: kept.id });
  await sayWithUndo(context, words.fileKept(sent.name, lines), id, PART);
}
