/** What is followed across years: a phrase, any query, or a concept. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Problem } from '../../indexer/model.ts';
import { parse } from '../query/parse.ts';
import type { Query } from '../query/syntax.ts';
import { match } from '../search/match.ts';
import { type Matches, withoutOverlaps } from '../search/matches.ts';
import { readings } from '../search/search.ts';
import { type Concept, matchConcept } from './concept.ts';

/** How many phrases a page or a request may compare. */
export const MAX_PHRASES = 8;

/** A phrase as typed, and the tree that it was read as. */
export interface PhraseSubject {
  readonly kind: 'phrase';
  readonly name: string;
  readonly query: Query;
  readonly problems: readonly Problem[];
}

export interface ConceptSubject {
  readonly kind: 'concept';
  readonly name: string;
  readonly concept: Concept;
}

/** One term of a concept, counted by the concept's rule. */
export interface TermSubject {
  readonly kind: 'term';
  readonly name: string;
  readonly concept: Concept;
}

export type Subject = PhraseSubject | ConceptSubject | TermSubject;

/** A subject and all that it matches in the collection; spans do not overlap. */
export interface MatchedSubject {
  readonly subject: Subject;
  readonly matches: Matches;
}

/** Phrases given one a line or one a parameter: white space around them dropped, empty and repeated ones left out. */
export function splitPhrases(texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => text.split(/[\r\n]+/u)).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Reads a phrase as search does and finds it: plain words first as one string, and when that is nowhere, apart. */
export function matchPhrase(collection: Collection, text: string): MatchedSubject {
  const { query, problems } = parse(text);
  const found = readings(query).map((reading) => ({ reading, matches: match(collection, reading) }));
  const chosen = found.find(({ matches }) => matches.passages.length > 0) ?? found.at(-1);
  const subject: PhraseSubject = { kind: 'phrase', name: text, query: chosen?.reading ?? query, problems };
  return { subject, matches: withoutOverlaps(chosen?.matches ?? match(collection, query)) };
}

/** The concept as a whole; with `alsoTerms` followed by each of its terms. */
export function matchConceptSubject(collection: Collection, concept: Concept, alsoTerms = false): MatchedSubject[] {
  const { whole, terms } = matchConcept(collection, concept);
  const all: MatchedSubject = { subject: { kind: 'concept', name: concept.name, concept }, matches: whole };
  if (!alsoTerms) return [all];
  const each = concept.terms.flatMap((name, i): MatchedSubject[] => {
    const matches = terms[i];
    return matches === undefined ? [] : [{ subject: { kind: 'term', name, concept }, matches }];
  });
  return [all, ...each];
}
