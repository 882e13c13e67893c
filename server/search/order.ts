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
  /** How many others found say the same (indexer/index/alike.ts); 0 for those, since this one stands for them. */
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

/** Among found passages that say the same one comes first; the others only repeat it. */
interface Copies {
  /** How many repeat another. */
  readonly count: number;
  readonly isCopy: (i: number) => boolean;
  /** How many repeat this one. */
  readonly same: (i: number) => number;
}

function findCopies({ columns }: Collection, passages: Uint32Array, compare: CompareIndices): Copies {
  const { group, groups } = columns;
  const members = new Uint32Array(groups + 1);
  const firsts = new Uint32Array(groups + 1);
  let count = 0;
  for (let i = 0; i < passages.length; i++) {
    const own = group[passages[i] ?? 0] ?? 0;
    if (own === 0) continue;
    const before = members[own] ?? 0;
    if (before === 0 || compare(i, firsts[own] ?? 0) < 0) firsts[own] = i;
    if (before > 0) count++;
    members[own] = before + 1;
  }
  const groupOf = (i: number): number => group[passages[i] ?? 0] ?? 0;
  const isCopy = (i: number): boolean => groupOf(i) > 0 && firsts[groupOf(i)] !== i;
  return { count, isCopy, same: (i) => (groupOf(i) === 0 || isCopy(i) ? 0 : (members[groupOf(i)] ?? 0) - 1) };
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
  const copies = findCopies(collection, passages, compare);
  const last = (i: number): number => (copies.isCopy(i) ? 1 : 0);
  const putsCopiesLast = copies.count > 0 && (fold || sort === 'relevance');
  const shown = fold ? passages.length - copies.count : passages.length;
  const first = selectFirst(
    passages.length,
    Math.min(to, shown),
    putsCopiesLast ? (a, b) => last(a) - last(b) || compare(a, b) : compare,
  );
  return first.slice(from).map((i) => ({
    passage: passages[i] ?? 0,
    score: scores[i] ?? 0,
    same: copies.same(i),
    isCopy: copies.isCopy(i),
  }));
}
