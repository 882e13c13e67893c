/** Orders of a result list, and the stretch of it that a page shows. */
import type { Collection } from '../../indexer/index/collection.ts';
import { type CompareIndices, selectFirst } from './top.ts';

export const SORTS = ['relevance', 'newest', 'oldest', 'document'] as const;
export type Sort = (typeof SORTS)[number];

/** Passages that were found, ascending, and their scores. */
export interface Ranking {
  readonly passages: Uint32Array;
  readonly scores: Float64Array;
}

/** A place in the ordered list. */
export interface Ranked {
  readonly passage: number;
  readonly score: number;
  /** Other passages found that say the same, letter by letter. */
  readonly same: number;
  /** True when one that says the same stands before it. */
  readonly isCopy: boolean;
}

/** As asked; where that leaves two equal, by score, then by year, then by place in the collection. */
function comparison({ columns, documentOf }: Collection, { passages, scores }: Ranking, sort: Sort): CompareIndices {
  const age = (i: number): number => columns.age[documentOf[passages[i] ?? 0] ?? 0] ?? 0;
  const place: CompareIndices = (a, b) => a - b;
  const relevance: CompareIndices = (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0);
  const newest: CompareIndices = (a, b) => age(b) - age(a);
  switch (sort) {
    case 'relevance':
      return (a, b) => relevance(a, b) || newest(a, b) || place(a, b);
    case 'newest':
      return (a, b) => newest(a, b) || relevance(a, b) || place(a, b);
    case 'oldest':
      return (a, b) => newest(b, a) || relevance(a, b) || place(a, b);
    case 'document':
      return place;
  }
}

/** Found passages that say the same, as lists of indices, two members at least; most passages are in none. */
function groupAlike({ columns }: Collection, passages: Uint32Array): number[][] {
  const { firstAlike } = columns;
  const groups = new Map<number, number[]>();
  for (const passage of passages) {
    const first = firstAlike[passage] ?? passage;
    if (first !== passage) groups.set(first, []);
  }
  if (groups.size > 0) passages.forEach((passage, i) => groups.get(firstAlike[passage] ?? passage)?.push(i));
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Which indices only repeat another, and how many repeat each of the others. */
interface Copies {
  readonly isCopy: ReadonlySet<number>;
  readonly same: ReadonlyMap<number, number>;
}

function findCopies(collection: Collection, passages: Uint32Array, compare: CompareIndices): Copies {
  const isCopy = new Set<number>();
  const same = new Map<number, number>();
  for (const group of groupAlike(collection, passages)) {
    const [first, ...copies] = group.sort(compare);
    copies.forEach((copy) => isCopy.add(copy));
    if (first !== undefined) same.set(first, copies.length);
  }
  return { isCopy, same };
}

export interface PageOf {
  /** Places of the list, from 0; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Leave out passages that only repeat one before them. */
  readonly fold: boolean;
}

/**
 * A stretch of the ordered list. By relevance, passages that repeat another (the same report in two files) come after all
 * others, so that the first page tells ten things and not one thing ten times.
 */
export function pickPage(collection: Collection, ranking: Ranking, sort: Sort, { from, to, fold }: PageOf): Ranked[] {
  const { passages, scores } = ranking;
  const compare = comparison(collection, ranking, sort);
  const { isCopy, same } = findCopies(collection, passages, compare);
  const last = (i: number): number => (isCopy.has(i) ? 1 : 0);
  const putsCopiesLast = isCopy.size > 0 && (fold || sort === 'relevance');
  const count = fold ? passages.length - isCopy.size : passages.length;
  const first = selectFirst(
    passages.length,
    Math.min(to, count),
    putsCopiesLast ? (a, b) => last(a) - last(b) || compare(a, b) : compare,
  );
  return Array.from(first.subarray(from), (i) => ({
    passage: passages[i] ?? 0,
    score: scores[i] ?? 0,
    same: same.get(i) ?? 0,
    isCopy: isCopy.has(i),
  }));
}
