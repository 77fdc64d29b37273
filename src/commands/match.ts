import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { type Facts, factsOf, readFacts, unreadPhrases } from '../match/facts.ts';
import { type Matched, matchLibrary } from '../match/match.ts';
import { words } from '../match/wording.ts';
import { OWNER } from '../policy/audience.ts';
import { type Call, type Command, databaseOf, eachLine, readArgs, usageError } from './command.ts';

/** Facts by the ids of docs/match.md: a number with its unit, or whether something is so. */
const Given = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().default(''),
  facts: Given.default({}),
});

export const command: Command = {
  usage: 'match "企业情况" [--json]，match --facts 文件.json [--json]，或 match --jsonl',
  needs: 'database',
  run: async (call) => {
    const read = readArgs(call.args, { options: ['facts'], flags: ['json', 'jsonl'] });
    if (!read || read.words.length > 1) return usageError(call, command);
    const [text = ''] = read.words;
    const { facts: file } = read.options;
    const deps = databaseOf(call);
    const today = dayOf(deps.now(), deps.config.APP_TIMEZONE);
    if (read.flags.has('jsonl')) {
      if (text || file) return usageError(call, command);
      return eachLine(call, async (value) => {
        const line = Line.parse(value);
        const facts = new Map([...readFacts(line.text, today), ...factsOf(line.facts)]);
        return { id: line.id, ...(await matchJson(deps, line.text, facts, today)) };
      });
    }
    if (!text && !file) return usageError(call, command);
    const given = file ? await readGiven(call, file) : {};
    if (!given) return 1;
    const facts = new Map([...readFacts(text, today), ...factsOf(given)]);
    if (facts.size === 0) {
      call.err(words.noFacts);
      return 1;
    }
    if (read.flags.has('json')) call.out(JSON.stringify(await matchJson(deps, text, facts, today)));
    else {
      const { unread, matched } = await matchSaid(deps, text, facts, today);
      if (unread.length > 0) call.out(words.unread(unread));
      print(call, matched);
    }
    return 0;
  },
};

async function readGiven(call: Call, file: string): Promise<z.infer<typeof Given> | undefined> {
  const text = await readFile(resolve(call.cwd, file), 'utf8').catch(() => undefined);
  if (text === undefined) call.err(`${file}：没有这个文件，或无权读取`);
  else {
    try {
      return Given.parse(JSON.parse(text));
    } catch {
      call.err(`${file}：应为一个 JSON 对象，例如 {"revenue": "8000万元", "above-scale": true}`);
    }
  }
  return undefined;
}

/** What fits the facts, and what of the firm's words no fact was read from: with that left, nothing is met for certain. */
async function matchSaid(deps: Deps, text: string, facts: Facts, today: string) {
  const unread = unreadPhrases(text, facts);
  const isUnread = unread.length > 0;
  const matched = await matchLibrary(deps.db, { facts, isUnread, audience: OWNER, today });
  return { unread, matched };
}

async function matchJson(deps: Deps, text: string, facts: Facts, today: string) {
  const { unread, matched } = await matchSaid(deps, text, facts, today);
  return {
    facts: Object.fromEntries(
      [...facts.values()].map((f) => [
        f.subject,
        'is' in f ? f.is : { min: finite(f.span.min), max: finite(f.span.max) },
      ]),
    ),
    unread,
    offers: matched.map(({ policy, offer, verdict, requirements }) => ({
      document: policy.fileName,
      title: policy.title,
      number: policy.number,
      name: offer.name,
      section: offer.section,
      gives: offer.gives ?? null,
      verdict,
      requirements: requirements.map((r) => ({
        verdict: r.verdict,
        text: r.text,
        section: r.section,
        ...(r.isExclusion ? { exclusion: true } : {}),
      })),
    })),
    proviso: words.proviso,
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

const markOf = ({ isExclusion, verdict }: Matched['requirements'][number]) =>
  (isExclusion ? words.exclusions : words.verdicts)[verdict];

function print(call: Call, matched: Matched[]): void {
  if (matched.length === 0) call.out(words.none);
  for (const { policy, offer, verdict, requirements } of matched) {
    call.out(`${offer.name}（${words.offerVerdicts[verdict]}）`);
    if (offer.gives) call.out(`  ${words.gives}${offer.gives}`);
    for (const r of requirements) call.out(`  ${markOf(r)}  ${r.text}（${r.section}）`);
    call.out(`  《${policy.title}》${policy.number ?? ''}`);
  }
  call.out(words.proviso);
}
