/** A day `YYYY-MM-DD` as people say it within the year: `3月5日`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
