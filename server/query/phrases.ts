/** Changes the wanted phrases of a query, one by one; what is excluded stays as it was typed. */
import { combine } from './normalForm.ts';
import type { Phrase, Query } from './syntax.ts';

/** The query with every phrase that is wanted replaced by what `change` makes of it. */
export function mapPhrases(query: Query, change: (phrase: Phrase) => Query): Query {
  switch (query.kind) {
    case 'phrase':
      return change(query);
    case 'and':
    case 'or':
      return combine(
        query.kind,
        query.of.map((part) => mapPhrases(part, change)),
      );
    case 'near':
    case 'same':
      return { ...query, left: mapPhrases(query.left, change), right: mapPhrases(query.right, change) };
    case 'wildcard':
    case 'not':
    case 'year':
    case 'field':
    case 'nothing':
      return query;
  }
}
