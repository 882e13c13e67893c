/**
 * The text of the collection that is nearest to given words. Rare n-grams of the words vote for diagonals (where the text
 * would begin if it were equal); the few best are aligned in full.
 */
import { findPhrase, type PhraseIndex } from '../../indexer/index/phraseIndex.ts';
import type { Span } from '../../indexer/model.ts';

/** Folded offsets of the nearest text, and how many characters differ (Levenshtein). */
export interface Nearest extends Span {
  readonly edits: number;
  /** 1 when equal, 0 when nothing is. */
  readonly similarity: number;
}

const GRAM = 4;
/** A gram that stands more often than this says nothing. */
const COMMON = 4000;
/** Diagonals that differ by insertions and deletions still meet in one bucket, or in two that touch. */
const BUCKET = 32;
const CANDIDATES = 5;
/** Longer words are aligned by their first part only. */
const LONGEST = 1200;

/** Buckets of diagonals with the weight of the grams that voted for them, best first. */
function candidates({ phrases, words, within }: Search): number[] {
  const votes = new Map<number, number>();
  for (let offset = 0; offset + GRAM <= words.length; offset++) {
    const found = findPhrase(phrases, words.slice(offset, offset + GRAM));
    if (found.length > COMMON) continue;
    for (const at of found) {
      if (at < within.start || at >= within.end) continue;
      const bucket = Math.floor((at - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1 / Math.sqrt(found.length));
    }
  }
  const weightOf = (bucket: number) =>
    (votes.get(bucket) ?? 0) + 0.5 * ((votes.get(bucket - 1) ?? 0) + (votes.get(bucket + 1) ?? 0));
  const ranked = [...votes.keys()].map((bucket) => [bucket, weightOf(bucket)] as const);
  return ranked
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([bucket]) => bucket * BUCKET);
}

/**
 * Sellers' algorithm: the part of `text` with the fewest edits to all of `words`; its ends are free. Two rows of
 * costs, and beside each the offset at which its path began.
 */
export function align(words: string, text: string): { start: number; end: number; edits: number } {
  const width = text.length + 1;
  let costs = new Uint32Array(width);
  let starts = Uint32Array.from({ length: width }, (_, at) => at);
  for (let i = 1; i <= words.length; i++) {
    const nextCosts = new Uint32Array(width);
    const nextStarts = new Uint32Array(width);
    nextCosts[0] = i;
    const unit = words.charCodeAt(i - 1);
    for (let j = 1; j < width; j++) {
      const replaced = (costs[j - 1] ?? 0) + (text.charCodeAt(j - 1) === unit ? 0 : 1);
      const added = (costs[j] ?? 0) + 1;
      const left = (nextCosts[j - 1] ?? 0) + 1;
      const best = Math.min(replaced, added, left);
      nextCosts[j] = best;
      nextStarts[j] = (best === replaced ? starts[j - 1] : best === added ? starts[j] : nextStarts[j - 1]) ?? 0;
    }
    [costs, starts] = [nextCosts, nextStarts];
  }
  // Of equal costs the longer text: it has more characters in common.
  let end = 0;
  for (let j = 1; j < width; j++) if ((costs[j] ?? 0) <= (costs[end] ?? 0)) end = j;
  return { start: starts[end] ?? 0, end, edits: costs[end] ?? 0 };
}

interface Search {
  readonly phrases: PhraseIndex;
  /** Folded. */
  readonly words: string;
  /** Folded offsets between which to look. */
  readonly within: Span;
}

/** The nearest text to `words` (folded); null when nothing has four characters in common with it. */
export function findNearest(phrases: PhraseIndex, allWords: string, within?: Span): Nearest | null {
  const words = allWords.slice(0, LONGEST);
  const range = within ?? { start: 0, end: phrases.text.length };
  const slack = 16 + Math.ceil(words.length / 4);
  let best: Nearest | null = null;
  for (const diagonal of candidates({ phrases, words, within: range })) {
    const from = Math.max(range.start, diagonal - slack);
    const to = Math.min(range.end, diagonal + BUCKET + words.length + slack);
    const { start, end, edits } = align(words, phrases.text.slice(from, to));
    const similarity = Math.max(0, 1 - edits / words.length);
    if (end > start && (best === null || edits < best.edits))
      best = { start: from + start, end: from + end, edits, similarity };
  }
  return best;
}
