import type { ChainEnd, ChainFault } from '../audit/chain.ts';
import { verifyAudit } from '../audit/verify.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'audit verify [--seen 编号:校验值] [--json]，--seen 填以前核验时抄存的末行',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['seen'], flags: ['json'] });
    const given = parsed?.options.seen;
    const seen = given === undefined ? undefined : readEnd(given);
    if (!parsed || parsed.words.length > 0 || (given !== undefined && !seen))
      return usageError(call, command);
    const report = await verifyAudit(databaseOf(call).db, seen);
    const isWhole = report.faults.length === 0 && report.outside === 0;
    if (parsed.flags.has('json')) {
      call.out(JSON.stringify({ ok: isWhole, ...report }));
      return isWhole ? 0 : 1;
    }
    call.out(`审计记录 ${report.rows} 行，${isWhole ? '完整，没有改动' : '有问题，见下'}`);
    if (report.erased > 0) call.out(`其中 ${report.erased} 行的内容已依规删除，记录本身仍可核验`);
    call.out(`末行 ${report.end.seq}:${report.end.hash}（请抄存，下次核验时用 --seen 对照）`);
    for (const fault of report.faults) call.err(faultLine(fault));
    if (report.outside > 0) call.err(`${report.outside} 行不在链上：写入时触发器被停用`);
    return isWhole ? 0 : 1;
  },
};

function readEnd(text: string): ChainEnd | undefined {
  const [, seq, hash] = /^([1-9]\d{0,8}):([\da-f]{64})$/.exec(text) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : undefined;
}

function faultLine(fault: ChainFault): string {
  switch (fault.kind) {
    case 'removed':
      return fault.from === fault.to
        ? `第 ${fault.from} 行被删除`
        : `第 ${fault.from} 至 ${fault.to} 行被删除`;
    case 'altered':
      return `第 ${fault.seq} 行处被改动或调换`;
    case 'content-altered':
      return `第 ${fault.seq} 行的内容被改动`;
    case 'content-removed':
      return `第 ${fault.seq} 行的内容缺失，没有依规删除的记录`;
    case 'other-chain':
      return `第 ${fault.seq} 行与抄存的校验值不符，整条链可能被改写`;
  }
}
