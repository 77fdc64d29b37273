/**
 * A long pattern over several lines: line breaks and the indentation behind them are no part of it, everything else is, as
 * between the slashes of a literal. Flag `u`; for others `new RegExp(verbose`…`, 'gu')`.
 */
export const verbose = (parts: TemplateStringsArray, ...inserted: string[]): RegExp =>
  new RegExp(String.raw(parts, ...inserted).replace(/\n\s*/g, ''), 'u');
