import { type SQL, sql } from 'drizzle-orm';

/** Who is meant: the open_id in Feishu, and the id here. */
export type Whom = { id: string; openId: string };

/** What is done with a person's rows when they are erased: `keep` for what names them by id alone. */
type Erasing = 'keep' | 'delete' | SQL;

/** Where something is kept about one person: which rows are theirs, and what becomes of them. */
export type Place = {
  table: string;
  mine: (whom: Whom) => SQL;
  erase: Erasing;
  /** The columns that are handed over; default all. */
  columns?: string[];
  /** Columns with what the person wrote: what of it was passed on in messages to others is erased there as well. */
  words?: string[];
};

/** Stands where words were. */
export const ERASED_TEXT = '已依规删除';

const erasedContent = JSON.stringify({ type: 'text', text: ERASED_TEXT });
const by = (column: string) => (whom: Whom) => sql`${sql.identifier(column)} = ${whom.id}`;
const byOpenId = (column: string) => (whom: Whom) =>
  sql`${sql.identifier(column)} = ${whom.openId}`;
const naming = (column: string) => (whom: Whom) =>
  sql`(position(${whom.openId} in ${sql.identifier(column)}::text) > 0
    or position(${whom.id} in ${sql.identifier(column)}::text) > 0)`;

/** The office's and the leaders' own acts, by the column that names who did them. */
const DECIDED = {
  instructions: 'leaderId',
  announcements: 'createdBy',
  announce_refusals: 'refusedBy',
  policies: 'addedBy',
  plans: 'createdBy',
  plan_drafts: 'createdBy',
  plan_orders: 'createdBy',
  standard_answers: 'createdBy',
  targets: 'decidedBy',
  target_values: 'reportedBy',
  own_days: 'addedBy',
  reminder_holds: 'heldBy',
  waiting_files: 'sentBy',
  directory_syncs: 'createdBy',
};

/**
 * Every place that keeps something about a person. Figures (who did what by when) stay, their words go. A task in 问题清单
 * is the unit's business, not the person's: it keeps its words.
 */
export const PLACES: readonly Place[] = [
  { table: 'people', mine: by('id'), erase: 'keep' },
  { table: 'person_roles', mine: by('personId'), erase: 'delete' },
  { table: 'memberships', mine: by('personId'), erase: 'delete' },
  { table: 'assignments', mine: by('personId'), erase: 'delete' },
  {
    table: 'reports',
    words: ['note', 'source'],
    mine: by('reportedBy'),
    erase: sql`note = case when note = '' then '' else ${ERASED_TEXT} end, source = null`,
  },
  {
    table: 'matters',
    words: ['reason'],
    mine: by('raisedBy'),
    erase: sql`reason = case when reason = '' then '' else ${ERASED_TEXT} end`,
  },
  { table: 'problems', mine: by('raisedBy'), erase: 'keep' },
  {
    table: 'complaints',
    words: ['text', 'answer'],
    mine: by('personId'),
    erase: sql`text = ${ERASED_TEXT}, answer = case when answer is null then null else ${ERASED_TEXT} end`,
  },
  { table: 'policy_unanswered', words: ['question'], mine: byOpenId('askedBy'), erase: 'delete' },
  {
    table: 'policy_given_answers',
    words: ['question'],
    mine: byOpenId('askedBy'),
    erase: 'delete',
  },
  { table: 'policy_feedback', mine: byOpenId('givenBy'), erase: 'delete' },
  { table: 'pending_replies', words: ['text'], mine: by('personId'), erase: 'delete' },
  { table: 'conversations', mine: naming('key'), erase: 'delete' },
  { table: 'card_actions', mine: byOpenId('openId'), erase: 'delete' },
  {
    table: 'changes',
    mine: (whom) => sql`(actor = ${whom.id} or ${naming('data')(whom)})`,
    // What its undoing would need is gone.
    erase: sql`data = '{}'::jsonb, "undoneAt" = coalesce("undoneAt", now())`,
  },
  {
    table: 'evidence',
    mine: by('personId'),
    columns: ['id', 'unitId', 'name', 'size', 'sentAt'],
    erase: 'keep',
  },
  {
    table: 'instruction_answers',
    words: ['text'],
    mine: by('personId'),
    erase: sql`text = ${ERASED_TEXT}`,
  },
  { table: 'attentions', mine: by('personId'), erase: 'delete' },
  { table: 'unit_leaders', mine: by('personId'), erase: 'delete' },
  // What a leader ordered, and who published, decided or added something, is the bureau's record; it knows the person by id.
  ...Object.entries(DECIDED).map(([table, column]) => ({
    table,
    mine: naming(column),
    erase: 'keep' as const,
  })),
  { table: 'bind_requests', mine: by('requestedBy'), erase: 'keep' },
  { table: 'inbox', mine: naming('payload'), erase: sql`payload = '{}'` },
  {
    table: 'outbox',
    // A private chat is known by the messages of the person that were answered there.
    mine: (whom) => sql`("toId" = ${whom.openId} or ("toType" = 'chat_id'
      and "toId" not in (select id from chats) and "toId" in (
        select lane from inbox where ${naming('payload')(whom)}
        union select o."toId" from outbox o where o."replyTo" in (
          select "messageId" from audit where actor = ${whom.id}
          union select "messageId" from reports where "reportedBy" = ${whom.id}))))`,
    erase: sql`content = ${erasedContent}::json,
      state = case when state = 'pending' then 'dead' else state end`,
  },
  { table: 'settings', mine: naming('key'), erase: 'delete' },
  {
    table: 'audit',
    mine: (whom) => sql`(actor = ${whom.id} or subject = ${`person:${whom.id}`})`,
    erase: 'keep',
  },
];
