/**
 * What a query matches: passages, and the spans of folded text that make them match. Sets are ascending typed arrays, so
 * that frequent words cost no objects.
 */
import { type Collection, passageOf } from '../../indexer/index/collection.ts';

export interface Matches {
  /** Numbers of the passages that match, ascending, each once. */
  readonly passages: Uint32Array;
  /** Spans of the collection's folded text, ascending by start: `starts[i]`–`endAt(i)`. */
  readonly starts: Uint32Array;
  /** A function, since the spans of a text are all as long: nothing is stored for them. */
  readonly endAt: (i: number) => number;
}

const EMPTY = new Uint32Array(0);

export const noMatches: Matches = { passages: EMPTY, starts: EMPTY, endAt: () => 0 };

export type Spans = Pick<Matches, 'starts' | 'endAt'>;

export function spansOf(starts: Uint32Array, ends: Uint32Array): Spans {
  return { starts, endAt: (i) => ends[i] ?? 0 };
}

/** The spans with the passages in which they begin. */
export function matchesOf(collection: Collection, spans: Spans): Matches {
  return { passages: passagesOf(collection, spans.starts), ...spans };
}

/** The passages in which ascending `starts` begin. */
function passagesOf(collection: Collection, starts: Uint32Array): Uint32Array {
  const bounds = collection.foldedStart;
  const passages = new Uint32Array(starts.length);
  let count = 0;
  let next = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    if (start < next) continue;
    const passage = passageOf(collection, start);
    next = bounds[passage + 1] ?? 0;
    passages[count++] = passage;
  }
  return passages.subarray(0, count);
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
  for (let i = 0; i < few.length && j < many.length; i++) {
    const passage = few[i] ?? 0;
    j = gallop(many, j, passage);
    if (many[j] === passage) both[count++] = passage;
  }
  return both.subarray(0, count);
}

function unite(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity];
    all[count++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return all.subarray(0, count);
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
  return left.subarray(0, count);
}

/** All spans of both, in order; equal ones once. */
export function mergeSpans(a: Spans, b: Spans): Spans {
  const starts = new Uint32Array(a.starts.length + b.starts.length);
  const ends = new Uint32Array(starts.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.starts.length || j < b.starts.length;) {
    const [x, y] = [a.starts[i] ?? Infinity, b.starts[j] ?? Infinity];
    const isSame = x === y && a.endAt(i) === b.endAt(j);
    const takesA = x <= y;
    starts[count] = takesA ? x : y;
    ends[count++] = takesA ? a.endAt(i) : b.endAt(j);
    if (takesA) i++;
    if (!takesA || isSame) j++;
  }
  return spansOf(starts.subarray(0, count), ends.subarray(0, count));
}

/** The spans with the numbers `kept` (ascending). */
export function pickSpans({ starts, endAt }: Spans, kept: readonly number[]): Spans {
  const from = new Uint32Array(kept.length);
  const to = new Uint32Array(kept.length);
  kept.forEach((number, i) => {
    from[i] = starts[number] ?? 0;
    to[i] = endAt(number);
  });
  return spansOf(from, to);
}

/** Only the spans that begin in one of `passages`. */
function keepSpansIn({ foldedStart }: Collection, spans: Spans, passages: Uint32Array): Spans {
  const { starts } = spans;
  const kept: number[] = [];
  let at = 0;
  for (const passage of passages) {
    at = gallop(starts, at, foldedStart[passage] ?? 0);
    const end = foldedStart[passage + 1] ?? 0;
    for (; (starts[at] ?? Infinity) < end; at++) kept.push(at);
  }
  return pickSpans(spans, kept);
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
  const spans = parts.map((part) => keepSpansIn(collection, part, passages));
  return { passages, ...spans.reduce(mergeSpans) };
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
  const { starts, endAt } = matches;
  const kept: number[] = [];
  let end = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    if (start < end) {
      const last = kept.length - 1;
      if (starts[kept[last] ?? 0] !== start || endAt(i) <= end) continue;
      kept[last] = i;
    } else kept.push(i);
    end = endAt(i);
  }
  return kept.length === starts.length ? matches : { passages: matches.passages, ...pickSpans(matches, kept) };
}
