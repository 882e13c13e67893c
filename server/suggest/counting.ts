/** How much a query would find, before it is asked. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Query } from '../query/syntax.ts';
import { match } from '../search/match.ts';
import { readings } from '../search/search.ts';

/** Numbers of passages that are wanted. */
export type IsWanted = (passage: number) => boolean;

/** The passages that match `query` literally: as many as the page of its results will say. */
export function countPassages(collection: Collection, query: Query, isWanted?: IsWanted): number {
  for (const reading of readings(query)) {
    const { passages } = match(collection, reading);
    if (passages.length > 0) return isWanted === undefined ? passages.length : passages.filter(isWanted).length;
  }
  return 0;
}
