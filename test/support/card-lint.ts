import { join } from 'node:path';
import { hasShared, SHARED } from './shared.ts';

type Finding = { path: string; rule: string; message: string; severity: 'error' | 'warning' };

const lint: ((card: unknown) => Finding[]) | undefined = hasShared
  ? (await import(join(SHARED, 'tools/card-lint.mjs'))).lintCard
  : undefined;

/** The card itself, after the checker of card JSON 2.0 found nothing wrong with it (where the checker is at hand). */
export function checkedCard<Card>(card: Card): Card {
  const errors = lint?.(card).filter((f) => f.severity === 'error') ?? [];
  if (errors.length > 0)
    throw new Error(errors.map((f) => `${f.path}: ${f.message} (${f.rule})`).join('\n'));
  return card;
}
