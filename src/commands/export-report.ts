import type { Command } from './command.ts';
import { exportPack } from './export-pack.ts';

export const command: Command = {
  usage:
    'export report --period 2026-03|2026-Q1|2026-H1|2026 [--kind report|dispatch|next-plan] --out 文件.docx',
  needs: 'database',
  run: (call) => exportPack(call, command),
};
