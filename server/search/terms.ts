/** The terms of a query: its texts that a passage should have. */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { And, Phrase, Query, Wildcard } from '../query/syntax.ts';

/** Phrases and wildcards that are wanted (none under a `not`), in the order in which they were typed. */
export function termsOf(query: Query): readonly (Phrase | Wildcard)[] {
  switch (query.kind) {
    case 'phrase':
    case 'wildcard':
      return [query];
    case 'and':
    case 'or':
      return query.of.flatMap(termsOf);
    case 'near':
    case 'same':
      return [query.left, query.right].flatMap(termsOf);
    case 'not':
    case 'year':
    case 'field':
    case 'nothing':
      return [];
  }
}

/** Words side by side without marks or operators: `百万吨 乙烯`. White space may be meant or not. */
export function isPlainWords(query: Query): query is And & { readonly of: readonly Phrase[] } {
  return query.kind === 'and' && query.of.every((part) => part.kind === 'phrase' && !part.quoted);
}

/** The phrase that plain words make when white space is ignored, as Ctrl+F equality has it. */
export function joinWords(words: readonly Phrase[]): Phrase {
  return { kind: 'phrase', text: words.map((word) => word.text).join(' '), quoted: false };
}

/** True when the query may be taken apart: nothing in it insists on being exact. */
export function mayRelax(query: Query): boolean {
  switch (query.kind) {
    case 'phrase':
      return !query.quoted && foldText(query.text).length > 1;
    case 'and':
      return query.of.some((part) => part.kind === 'phrase') && query.of.every((p) => p.kind !== 'phrase' || !p.quoted);
    case 'wildcard':
    case 'or':
    case 'not':
    case 'near':
    case 'same':
    case 'year':
    case 'field':
    case 'nothing':
      return false;
  }
}
