/** The tree's normal form: and/or are flat and have two children at least, `nothing` stands only alone, no double not. */
import type { And, Or, Query } from './syntax.ts';

export const NOTHING: Query = { kind: 'nothing' };

/** And/or in normal form: flat, no `nothing`, never a single child. */
export function combine(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : part.kind === 'nothing' ? [] : [part]));
  const [only] = of;
  if (only === undefined) return NOTHING;
  if (of.length === 1) return only;
  const combined: And | Or = { kind, of };
  return combined;
}

export function negate(query: Query): Query {
  if (query.kind === 'nothing') return query;
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

/** True when the query has places in the text, so that a distance can be measured from it. */
export function hasPlaces(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.of.every(hasPlaces);
  return query.kind === 'phrase' || query.kind === 'wildcard' || query.kind === 'near' || query.kind === 'same';
}
