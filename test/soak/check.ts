import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import type { Doing, SoakUnit } from './county.ts';
import type { History } from './history.ts';

/** One thing that somebody did: `messageId` is that of the words, or of the card pressed. */
export type Done = { unit: SoakUnit; month: number; doing: Doing; messageId: string };

const titleOf = ({ content }: ChatMessage): string =>
  content.type === 'card' ? JSON.stringify(content.card).slice(0, 2_000) : '';

export const isMonthCard = (month: number) => (m: ChatMessage) =>
  m.sender.isBot && titleOf(m).includes(`"content":"${month}月重点工作"`);

/**
 * Compares what people did and what the pocket Feishu delivered with what the database says. Returns every violation of
 * "no event lost, no reply or reminder doubled, no report altered", in words.
 */
export function check(input: {
  sim: Simulator;
  units: SoakUnit[];
  months: number;
  done: Done[];
  history: History;
  /** Calls that the platform throttled by itself. */
  throttled: number;
}): string[] {
  return [
    ...reminders(input),
    ...replies(input),
    ...reports(input),
    ...ledgerOfMessages(input),
    ...ends(input),
  ];
}

type Input = Parameters<typeof check>[0];

/** One card a unit and month. Where its items stayed open until its buttons died, a fresh one replaced it: `key@day`. */
function reminders({ sim, units, months, history }: Input): string[] {
  const wrong: string[] = [];
  const keyOf = new Map(history.outbox.map((r) => [r.messageId, r.key]));
  for (const unit of units) {
    const messages = sim.messages(sim.as(unit.openId).chatId);
    for (let month = 1; month <= months; month++) {
      const keys = messages.filter(isMonthCard(month)).map((m) => keyOf.get(m.messageId) ?? '?');
      const first = keys.filter((key) => !key.includes('@'));
      if (first.length !== 1 || new Set(keys).size !== keys.length)
        wrong.push(`${unit.name}: cards of month ${month}: ${keys.join(', ')}`);
    }
  }
  return wrong;
}

function replies({ sim, done }: Input): string[] {
  const wrong: string[] = [];
  for (const { unit, doing, messageId } of done) {
    if (doing.how === 'presses') continue;
    const messages = sim.messages(sim.as(unit.openId).chatId);
    const answers = messages.filter((m) => m.sender.isBot && m.parentId === messageId);
    if (answers.length !== 1) wrong.push(`${unit.name} ${doing.text}: ${answers.length} replies`);
  }
  return wrong;
}

function reports({ sim, units, months, done, history }: Input): string[] {
  const wrong: string[] = [];
  const keyOf = (unit: string, month: number) => `${unit} ${month}`;
  const said = new Map(
    done.flatMap(({ unit, month, doing }) =>
      doing.status ? [[keyOf(unit.name, month), doing.status] as const] : [],
    ),
  );
  const answered = (name: string, month: number) =>
    done
      .filter((d) => d.unit.name === name && d.month === month)
      .flatMap(({ unit, messageId }) =>
        sim
          .messages(sim.as(unit.openId).chatId)
          .filter((m) => m.sender.isBot && [m.parentId, m.messageId].includes(messageId)),
      )
      .map((m) => JSON.stringify(m.content).slice(0, 2_000))
      .join(' and ');
  const stored = Map.groupBy(history.reports, (r) => keyOf(r.unit, r.month));
  for (const { name } of units) {
    for (let month = 1; month <= months; month++) {
      const key = keyOf(name, month);
      const wanted = said.get(key) ?? 'nothing';
      const found = (stored.get(key) ?? []).map((r) => r.status).join(' and ') || 'nothing';
      if (found !== wanted)
        wrong.push(
          `${name}, month ${month}: said ${wanted}, stored ${found}; answered ${answered(name, month)}`,
        );
    }
  }
  return wrong;
}

/** Every message of the bot is one row of the outbox, and every row one message. */
function ledgerOfMessages({ sim, units, history }: Input): string[] {
  const people = [...units.map((u) => u.openId), 'ou_office'];
  const shown = people
    .flatMap((openId) => sim.messages(sim.as(openId).chatId))
    .filter((m) => m.sender.isBot && m.content.type !== 'system')
    .map((m) => m.messageId);
  const rows = history.outbox.filter((r) => r.kind === 'message');
  const known = new Map(rows.map((r) => [r.messageId, r.key]));
  const seen = new Set(shown);
  return [
    ...shown.filter((id) => !known.has(id)).map((id) => `${id} was delivered and is in no row`),
    ...rows
      .filter((r) => r.state === 'sent' && !seen.has(r.messageId ?? ''))
      .map((r) => `${r.key} is said to be sent, nobody has it`),
    ...history.outbox
      .filter((r) => r.state === 'dead' || r.state === 'uncertain')
      .map((r) => `${r.key} ended ${r.state}: ${r.reason}`),
  ];
}

function ends({ done, history, throttled }: Input): string[] {
  const texts = new Set(done.filter((d) => d.doing.how !== 'presses').map((d) => d.messageId));
  const taken = new Set(history.inbox.map((r) => r.key));
  return [
    ...[...texts].filter((id) => !taken.has(`message:${id}`)).map((id) => `${id} was never stored`),
    ...history.inbox
      .filter((r) => r.state !== 'done')
      .map((r) => `${r.key} is ${r.state}: ${r.reason}`),
    ...history.audit.faults.map((fault) => `audit: ${JSON.stringify(fault)}`),
    ...(history.audit.outside > 0 ? [`audit: ${history.audit.outside} rows outside`] : []),
    ...(throttled > 0 ? [`the platform throttled ${throttled} calls`] : []),
  ];
}
