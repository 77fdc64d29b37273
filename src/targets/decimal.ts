/** An exact decimal number: `digits` ÷ 10^`scale`. Money and counts of people are never kept as binary fractions. */
export type Decimal = { digits: bigint; scale: number };

/** Reads `1,200.50`, `-3`, `0.32`; undefined for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const m = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!m) return undefined;
  const fraction = m[3] ?? '';
  const digits = BigInt(`${(m[2] ?? '').replaceAll(',', '')}${fraction}`);
  return trim({ digits: m[1] ? -digits : digits, scale: fraction.length });
}

/** Without needless zeros: `10.50` is shown as `10.5`. */
export function showDecimal(d: Decimal): string {
  const sign = d.digits < 0n ? '-' : '';
  const text = String(d.digits < 0n ? -d.digits : d.digits).padStart(d.scale + 1, '0');
  const whole = text.slice(0, text.length - d.scale);
  const fraction = text.slice(text.length - d.scale);
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return trim({ digits: raised(a, scale) + raised(b, scale), scale });
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = raised(a, scale) - raised(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function timesInteger(d: Decimal, n: bigint): Decimal {
  return trim({ digits: d.digits * n, scale: d.scale });
}

/** Moves the point: `shift` 4 makes 万 of it, -4 the other way. */
export function shiftDecimal(d: Decimal, shift: number): Decimal {
  const scale = d.scale - shift;
  return scale >= 0
    ? trim({ digits: d.digits, scale })
    : trim({ digits: d.digits * 10n ** BigInt(-scale), scale: 0 });
}

/** `a` ÷ `b` to `places` places, half away from zero; undefined where `b` is zero. */
export function divideDecimals(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const over = raised(a, scale) * 10n ** BigInt(places) * 2n;
  const under = raised(b, scale);
  const doubled = over / under;
  const sign = doubled < 0n ? -1n : 1n;
  return trim({ digits: (doubled + sign) / 2n, scale: places });
}

function raised(d: Decimal, scale: number): bigint {
  return d.digits * 10n ** BigInt(scale - d.scale);
}

function trim(d: Decimal): Decimal {
  let { digits, scale } = d;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return { digits, scale };
}
