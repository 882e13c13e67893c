/** Orders of a result list. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Scored } from './rank.ts';

export const SORTS = ['relevance', 'newest', 'oldest', 'document'] as const;
export type Sort = (typeof SORTS)[number];

type Compare = (a: Scored, b: Scored) => number;

/** A document's year with its date as a fraction, for ordering; unknown ones are the oldest. */
function ages(collection: Collection): readonly number[] {
  return collection.documents.map(({ year, date }) => {
    const day = date === null ? 0 : Number(date.slice(5, 7)) * 31 + Number(date.slice(8, 10));
    return (year ?? Number(date?.slice(0, 4) ?? 0)) + day / 400;
  });
}

/** Sorts as asked; where that leaves two equal, by score, then by year, then by place in the collection. */
export function sortScored(collection: Collection, scored: readonly Scored[], sort: Sort): Scored[] {
  const age = ages(collection);
  const ageOf = ({ passage }: Scored): number => age[collection.documentOf[passage] ?? 0] ?? 0;
  const place: Compare = (a, b) => a.passage - b.passage;
  const newest: Compare = (a, b) => ageOf(b) - ageOf(a);
  const relevance: Compare = (a, b) => b.score - a.score;
  const orders: Record<Sort, readonly Compare[]> = {
    relevance: [relevance, newest, place],
    newest: [newest, relevance, place],
    oldest: [(a, b) => newest(b, a), relevance, place],
    document: [place],
  };
  return scored.toSorted((a, b) => {
    for (const compare of orders[sort]) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}
