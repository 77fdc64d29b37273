import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { AdminCommand, Intent, ProgressQuery } from '../intent/intent.ts';
import { recognise } from '../intent/recognise.ts';
import { ASKED_STATUSES, type AskedStatus } from '../progress/task-status.ts';
import { indexUnitNames } from '../text/unit-name.ts';
import { type Command, eachLine, readArgs } from './command.ts';

const Units = z.array(
  z.object({
    name: z.string(),
    kind: z.string().optional(),
    aliases: z.array(z.string()).default([]),
  }),
);

const KINDS = [
  'summary',
  'list',
  'ranking',
  'compare',
  'unit_detail',
  'task_detail',
  'export',
] as const;

const Day = z.iso.date();

/** A question as this command prints it; what is missing or null was not asked. */
const Previous = z.object({
  kind: z.enum(KINDS).nullish(),
  year: z.number().int().nullish(),
  months: z.array(z.number().int().min(1).max(12)).nullish(),
  units: z.array(z.string()).nullish(),
  role: z.enum(['lead', 'coop']).nullish(),
  status: z.enum(ASKED_STATUSES).nullish(),
  topic: z.string().nullish(),
  order: z.enum(['best', 'worst']).nullish(),
  limit: z.number().int().nullish(),
  compare: z
    .array(
      z.object({
        year: z.number().int().optional(),
        months: z.array(z.number().int()).optional(),
        units: z.array(z.string()).optional(),
      }),
    )
    .nullish()
    .catch(undefined),
  format: z.enum(['xlsx', 'docx', 'csv']).nullish().catch(undefined),
  window: z.object({ from: Day, to: Day }).nullish().catch(undefined),
});

const Line = z.object({
  id: z.string(),
  refDate: Day,
  text: z.string(),
  previous: Previous.nullish(),
});

export const command: Command = {
  usage: 'query parse --jsonl --units FILE',
  needs: 'nothing',
  async run(call) {
    const args = readArgs(call.args, { options: ['units'], flags: ['jsonl'] });
    const file = args?.options.units;
    if (!args?.flags.has('jsonl') || file === undefined || args.words.length > 0) {
      call.err(`用法：${command.usage}`);
      return 2;
    }
    const units = await readUnits(resolve(call.cwd, file));
    if (typeof units === 'string') {
      call.err(units);
      return 1;
    }
    return eachLine(call, (value) => {
      const { id, refDate, text, previous } = Line.parse(value);
      const asked = previous && asQuery(previous, refDate);
      const intent = recognise({ text, refDate, units, ...(asked && { previous: asked }) });
      return { id, ...flatten(intent) };
    });
  },
};

async function readUnits(path: string) {
  try {
    return indexUnitNames(Units.parse(JSON.parse(await readFile(path, 'utf8'))));
  } catch (error) {
    const why =
      error instanceof SyntaxError
        ? '不是 JSON'
        : error instanceof z.ZodError
          ? '不是单位列表'
          : '读不到文件';
    return `${path}：${why}`;
  }
}

function asQuery(p: z.infer<typeof Previous>, refDate: string): ProgressQuery | undefined {
  if (!p.kind) return undefined;
  return {
    kind: p.kind,
    year: p.year ?? Number(refDate.slice(0, 4)),
    months: p.months ?? null,
    units: p.units ?? [],
    role: p.role ?? null,
    status: p.status ?? null,
    ...(p.topic && { topic: p.topic }),
    ...(p.order && { order: p.order }),
    ...(p.limit && { limit: p.limit }),
    ...(p.compare && { compare: p.compare }),
    ...(p.format && { format: p.format }),
    ...(p.window && { window: p.window }),
  };
}

/** States that the contract's values do not have are told as the state they are part of, and named beside it. */
const WIDER: Partial<Record<AskedStatus, AskedStatus>> = {
  in_progress: 'not_done',
  no_report: 'not_done',
};

function flatten(intent: Intent): Record<string, unknown> {
  switch (intent.kind) {
    case 'progress': {
      const { status, why: _, ...query } = intent.query;
      const wider = status && WIDER[status];
      return {
        intent: 'progress',
        ...query,
        status: wider ?? status,
        ...(wider && { statusDetail: status }),
      };
    }
    case 'admin':
      return { intent: 'admin', ...flattenCommand(intent.command) };
    case 'unknown':
      // The likelier of the two ways on that are offered; without one, what can be asked (CONTRACT section 6).
      return flatten(intent.nearest[0]);
    case 'help':
    case 'chat':
    case 'policy':
    case 'report':
      return { intent: intent.kind };
  }
}

function flattenCommand({ kind, ...rest }: AdminCommand): Record<string, unknown> {
  return { action: kind === 'resend' ? 'remind' : kind.replaceAll('-', '_'), ...rest };
}
