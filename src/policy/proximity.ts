/** Characters within which words of a question stand together. */
const WINDOW = 80;

/**
 * The most weight of search terms that a folded text holds within a window; each term counts once. Single characters are
 * everywhere and tell nothing. `weights` are the terms' weights times their rarity.
 */
export function closeness(text: string, weights: ReadonlyMap<string, number>): number {
  const places: { at: number; term: string; weight: number }[] = [];
  for (const [term, weight] of weights) {
    if (term.length < 2) continue;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
      places.push({ at, term, weight });
  }
  places.sort((a, b) => a.at - b.at);
  const inside = new Map<string, number>();
  let sum = 0;
  let best = 0;
  let first = 0;
  for (const place of places) {
    const count = inside.get(place.term) ?? 0;
    if (count === 0) sum += place.weight;
    inside.set(place.term, count + 1);
    for (let left = places[first]; left && place.at - left.at > WINDOW; left = places[++first]) {
      const others = (inside.get(left.term) ?? 0) - 1;
      inside.set(left.term, others);
      if (others === 0) sum -= left.weight;
    }
    best = Math.max(best, sum);
  }
  return best;
}
