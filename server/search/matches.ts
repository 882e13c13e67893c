/**
 * What a query matches: passages, and the spans of folded text that make them match. Sets are ascending typed arrays, so
 * that frequent words cost no objects.
 */
import type { Collection } from '../../indexer/index/collection.ts';

export interface Matches {
  /** Numbers of the passages that match, ascending, each once. */
  readonly passages: Uint32Array;
  /** Spans of the collection's folded text, ascending by start; `starts[i]`–`ends[i]`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const EMPTY = new Uint32Array(0);

export const noMatches: Matches = { passages: EMPTY, starts: EMPTY, ends: EMPTY };

/** Number of the passage in which the folded offset lies. */
export function passageOf(collection: Collection, offset: number): number {
  const starts = collection.foldedStart;
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The passages in which ascending `starts` begin. */
export function passagesOf(collection: Collection, starts: Uint32Array): Uint32Array {
  const bounds = collection.foldedStart;
  const passages = new Uint32Array(starts.length);
  let count = 0;
  let passage = -1;
  let next = 0;
  for (const start of starts) {
    if (start < next) continue;
    passage = gallop(bounds, passage + 1, start + 1) - 1;
    next = bounds[passage + 1] ?? Infinity;
    passages[count++] = passage;
  }
  return passages.slice(0, count);
}

/** Matches of the spans alone. */
export function matchesOf(collection: Collection, starts: Uint32Array, ends: Uint32Array): Matches {
  return { passages: passagesOf(collection, starts), starts, ends };
}

/** First index from `from` on whose value is not below `value`: found in steps that double, since it is mostly near. */
export function gallop(sorted: Uint32Array, from: number, value: number): number {
  let step = 1;
  while (from + step < sorted.length && (sorted[from + step] ?? 0) < value) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const both = new Uint32Array(few.length);
  let count = 0;
  let j = 0;
  for (const passage of few) {
    j = gallop(many, j, passage);
    if (j === many.length) break;
    if (many[j] === passage) both[count++] = passage;
  }
  return both.slice(0, count);
}

export function unite(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity];
    all[count++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return all.slice(0, count);
}

/** Members of `a` that are not in `b`. */
export function subtract(a: Uint32Array, b: Uint32Array): Uint32Array {
  const left = new Uint32Array(a.length);
  let count = 0;
  let j = 0;
  for (const x of a) {
    while (j < b.length && (b[j] ?? 0) < x) j++;
    if (b[j] !== x) left[count++] = x;
  }
  return left.slice(0, count);
}

/** All spans of both, in order; equal ones once. */
export function mergeSpans(a: Matches, b: Matches): Pick<Matches, 'starts' | 'ends'> {
  const starts = new Uint32Array(a.starts.length + b.starts.length);
  const ends = new Uint32Array(starts.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.starts.length || j < b.starts.length;) {
    const [x, y] = [a.starts[i] ?? Infinity, b.starts[j] ?? Infinity];
    const isSame = x === y && a.ends[i] === b.ends[j];
    const takesA = x <= y;
    starts[count] = takesA ? x : y;
    ends[count++] = (takesA ? a.ends[i] : b.ends[j]) ?? 0;
    if (takesA) i++;
    if (!takesA || isSame) j++;
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/** Only the spans that begin in one of `passages`. */
export function keepSpansIn(collection: Collection, spans: Pick<Matches, 'starts' | 'ends'>, passages: Uint32Array) {
  const starts = new Uint32Array(spans.starts.length);
  const ends = new Uint32Array(starts.length);
  const bounds = collection.foldedStart;
  let count = 0;
  let i = 0;
  for (const passage of passages) {
    i = gallop(spans.starts, i, bounds[passage] ?? 0);
    const end = bounds[passage + 1] ?? 0;
    for (; i < starts.length && (spans.starts[i] ?? 0) < end; i++) {
      starts[count] = spans.starts[i] ?? 0;
      ends[count++] = spans.ends[i] ?? 0;
    }
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/** The matches that lie in `passages`. */
export function restrict(collection: Collection, matches: Matches, passages: Uint32Array): Matches {
  const kept = intersect(matches.passages, passages);
  return { passages: kept, ...keepSpansIn(collection, matches, kept) };
}

/** Passages that match all of `parts` (at least one), with the spans of all. */
export function allOf(collection: Collection, parts: readonly Matches[]): Matches {
  // From the rarest on, so that frequent words cost no more than the few passages that are left.
  const ascending = parts.map(({ passages }) => passages).sort((a, b) => a.length - b.length);
  const passages = ascending.reduce(intersect);
  const spans = parts.map((part): Matches => ({ passages, ...keepSpansIn(collection, part, passages) }));
  return spans.reduce((a, b) => ({ passages, ...mergeSpans(a, b) }));
}

/** Passages that match either, with the spans of both. */
export function either(a: Matches, b: Matches): Matches {
  return { passages: unite(a.passages, b.passages), ...mergeSpans(a, b) };
}

/**
 * Spans that overlap are one occurrence: the longest of those that begin first wins, as a reader would mark them.
 * Counts and marks are made of these.
 */
export function withoutOverlaps(matches: Matches): Matches {
  const { starts, ends } = matches;
  const kept: number[] = [];
  let isClean = true;
  let end = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    const last = kept.at(-1);
    if (start >= end) kept.push(i);
    else {
      isClean = false;
      if (last !== undefined && starts[last] === start && (ends[i] ?? 0) > end) kept[kept.length - 1] = i;
    }
    end = ends[kept.at(-1) ?? 0] ?? 0;
  }
  if (isClean) return matches;
  return {
    passages: matches.passages,
    starts: Uint32Array.from(kept, (i) => starts[i] ?? 0),
    ends: Uint32Array.from(kept, (i) => ends[i] ?? 0),
  };
}
