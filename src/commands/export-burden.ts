import { monthBurden } from '../burden/report.ts';
import { words } from '../burden/wording.ts';
import { ledgerCsv } from '../papers/ledger-csv.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { writeOut } from './write-out.ts';

export const command: Command = {
  usage: 'export burden --month 2026-03 [--json | --out 文件.csv]，当月主动推送了多少消息，按单位',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['month', 'out'], flags: ['json'] });
    const m = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(parsed?.options.month ?? '');
    const out = parsed?.options.out;
    const json = parsed?.flags.has('json');
    if (!parsed || !m || parsed.words.length > 0 || Boolean(out) === Boolean(json))
      return usageError(call, command);
    const { db, config } = databaseOf(call);
    const at = { year: Number(m[1]), month: Number(m[2]) };
    const burdens = await monthBurden(db, at, config.APP_TIMEZONE);
    if (!out) {
      call.out(JSON.stringify(burdens));
      return 0;
    }
    if (!/\.csv$/i.test(out)) {
      call.err(`${out}：文件名请以 .csv 结尾，没有写文件`);
      return 1;
    }
    const ledger = {
      sheet: words.others,
      columns: words.columns.map((title) => ({ title })),
      rows: burdens.map((b) => [b.unit ?? words.others, b.messages, b.people]),
    };
    return writeOut(call, out, ledgerCsv(ledger), `${m[0]} 减负情况`);
  },
};
