import { words } from './wording.ts';

/** Times as the pocket Feishu's world shows them: every function takes the IANA zone. */

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: Date, zone: string): Record<string, string> {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  return Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
}

/** Minutes east of UTC at that instant. */
function offsetMinutes(at: Date, zone: string): number {
  const p = parts(at, zone);
  const wall = Date.UTC(
    Number(p.year),
    Number(p.month) - 1,
    Number(p.day),
    Number(p.hour),
    Number(p.minute),
    Number(p.second),
  );
  return Math.round((wall - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** `2022-03-01T09:00` on the wall of `zone` as an instant. */
export function fromWall(wall: string, zone: string): Date {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  const guess = asUtc - offsetMinutes(new Date(asUtc), zone) * 60_000;
  return new Date(asUtc - offsetMinutes(new Date(guess), zone) * 60_000);
}

/** An instant as `YYYY-MM-DDTHH:mm` on the wall of `zone`. */
export function toWall(at: Date, zone: string): string {
  const p = parts(at, zone);
  const two = (n: string | undefined) => (n ?? '').padStart(2, '0');
  return `${p.year}-${two(p.month)}-${two(p.day)}T${two(p.hour)}:${two(p.minute)}`;
}

/** `+0800` for the wall time `YYYY-MM-DDTHH:mm`, as Feishu's date components append it. */
export function offsetText(wall: string, zone: string): string {
  const minutes = offsetMinutes(fromWall(wall, zone), zone);
  const abs = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}${two(abs % 60)}`;
}

/** `2022年2月28日 星期一 09:00`. */
export function longTime(at: Date, zone: string): string {
  return `${dayText(at, zone)} ${timeText(at, zone)}`;
}

/** `2022年2月28日 星期一`. */
export function dayText(at: Date, zone: string): string {
  const p = parts(at, zone);
  return words.time.day(p.year ?? '', p.month ?? '', p.day ?? '', p.weekday ?? '');
}

/** `09:00`. */
export function timeText(at: Date, zone: string): string {
  const p = parts(at, zone);
  return `${p.hour}:${p.minute}`;
}

/** How a chat list dates its last message: time today, 昨天, day of this year, or the full date. */
export function shortTime(at: Date, now: Date, zone: string): string {
  const [a, n] = [parts(at, zone), parts(now, zone)];
  if (toWall(at, zone).slice(0, 10) === toWall(now, zone).slice(0, 10)) return timeText(at, zone);
  const yesterday = new Date(now.getTime() - 86_400_000);
  if (toWall(at, zone).slice(0, 10) === toWall(yesterday, zone).slice(0, 10))
    return words.time.yesterday;
  return a.year === n.year
    ? words.time.monthDay(a.month ?? '', a.day ?? '')
    : `${a.year}/${a.month}/${a.day}`;
}

/** Fills `YYYY MM DD HH mm ss` in a pattern of Feishu's `date_format`. */
export function patternTime(at: Date, pattern: string, zone: string): string {
  const p = parts(at, zone);
  const two = (n: string | undefined) => (n ?? '').padStart(2, '0');
  const values: Record<string, string> = {
    YYYY: p.year ?? '',
    YY: (p.year ?? '').slice(2),
    MM: two(p.month),
    M: p.month ?? '',
    DD: two(p.day),
    D: p.day ?? '',
    HH: two(p.hour),
    H: String(Number(p.hour)),
    mm: two(p.minute),
    ss: two(p.second),
  };
  return pattern.replace(/YYYY|YY|MM|M|DD|D|HH|H|mm|ss/g, (token) => values[token] ?? token);
}
