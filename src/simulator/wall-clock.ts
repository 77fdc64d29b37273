/** The first of the next month at 09:00 of the county's clock. */
export function nextFirstAtNine(now: Date, timeZone: string): Date {
  const { year, month } = wall(now, timeZone);
  const wanted = Date.UTC(year, month, 1, 9);
  let guess = wanted;
  // Twice: the offset at the first guess can be that of the other side of a change of the clocks.
  for (let i = 0; i < 2; i++) guess += wanted - wall(new Date(guess), timeZone).asUtc;
  return new Date(guess);
}

/** The offset of a time zone at an instant as the client writes it, such as `+0800`. */
export function offsetAt(at: Date, timeZone: string): string {
  const minutes = Math.round((wall(at, timeZone).asUtc - at.getTime()) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

// `month` counts from 1, so that Date.UTC(year, month, 1) is the month after.
function wall(at: Date, timeZone: string): { year: number; month: number; asUtc: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const [year, month] = [part('year'), part('month')];
  const asUtc = Date.UTC(
    year,
    month - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return { year, month, asUtc };
}
