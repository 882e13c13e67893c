/** Likeness of texts, and the best pairs between two lists of them. */
import { foldText } from '../../indexer/analysis/fold.ts';

/** The pairs of neighbouring characters of a text, letters and digits only, each once. */
export type Pairs = ReadonlySet<string>;

export function pairsOf(text: string): Pairs {
  const letters = foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

/** Dice's coefficient: 0 for texts without a common pair, 1 for texts of the same pairs. */
export function likeness(a: Pairs, b: Pairs): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}

export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/**
 * Pairs indices of two lists, the likest first, each index at most once. `score` gives the likeness of two; pairs
 * for which it is null are not made. Of equal scores the pair that is least out of place wins.
 */
export function align(before: number, after: number, score: (before: number, after: number) => number | null): Pair[] {
  const all: Pair[] = [];
  for (let b = 0; b < before; b++)
    for (let a = 0; a < after; a++) {
      const value = score(b, a);
      if (value !== null) all.push({ before: b, after: a, score: value });
    }
  const outOfPlace = (pair: Pair): number => Math.abs(pair.before / before - pair.after / after);
  all.sort((x, y) => y.score - x.score || outOfPlace(x) - outOfPlace(y));
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()];
  return all.filter((pair) => {
    if (usedBefore.has(pair.before) || usedAfter.has(pair.after)) return false;
    usedBefore.add(pair.before);
    usedAfter.add(pair.after);
    return true;
  });
}

/** Of pairs in the order of `after`, those that keep the order of `before`: the longest run; the others have moved. */
export function inPlace(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const ordered = pairs.toSorted((a, b) => a.after - b.after);
  const best: { length: number; previous: number }[] = [];
  ordered.forEach((pair, i) => {
    let [length, previous] = [1, -1];
    for (let j = 0; j < i; j++)
      if ((ordered[j]?.before ?? 0) < pair.before && (best[j]?.length ?? 0) + 1 > length)
        [length, previous] = [(best[j]?.length ?? 0) + 1, j];
    best.push({ length, previous });
  });
  const kept = new Set<Pair>();
  const longest = Math.max(0, ...best.map(({ length }) => length));
  for (let i = best.findIndex(({ length }) => length === longest); i >= 0; i = best[i]?.previous ?? -1) {
    const pair = ordered[i];
    if (pair !== undefined) kept.add(pair);
  }
  return kept;
}
