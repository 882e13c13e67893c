/**
 * When nothing matches literally: the words of the query, in named steps from strict to loose. The answer says which step
 * it shows, so that nobody takes a near hit for an exact one.
 */
import { analyze } from '../../indexer/analysis/analyzer.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { type KeywordIndex, rankByWords } from '../../indexer/index/keywordIndex.ts';
import type { Section } from '../../indexer/model.ts';
import { match, matchText } from './match.ts';
import { either, intersect, type Matches, noMatches, restrict } from './matches.ts';
import type { Scored } from './rank.ts';
import type { Query } from '../query/syntax.ts';
import { termsOf } from './terms.ts';

/** All words in one passage, in one section, in one document; or as many as there are. */
export type RelaxedStep = 'same-passage' | 'same-section' | 'same-document' | 'best-words';

export interface Relaxed {
  readonly step: RelaxedStep;
  /** The words that were looked for. */
  readonly words: readonly string[];
  /** Passages with at least one of the words, within the step's places. */
  readonly matches: Matches;
  readonly scored: readonly Scored[];
}

interface Word {
  readonly text: string;
  readonly matches: Matches;
}

/** The words of the query that occur at all, longest first, those inside longer ones left out. */
function wordsOf(collection: Collection, query: Query): Word[] {
  const texts = termsOf(query).flatMap((term) => (term.kind === 'phrase' ? analyze(term.text) : []));
  const unique = [...new Set(texts)].sort((a, b) => b.length - a.length);
  const found = unique
    .map((text) => ({ text, matches: matchText(collection, text) }))
    .filter(({ matches }) => matches.passages.length > 0);
  return found.filter(({ text }, i) => !found.slice(0, i).some((longer) => longer.text.includes(text)));
}

/** Filters in the query (年份:2024) that stay in force. */
function filterOf(query: Query): readonly Query[] {
  const parts = query.kind === 'and' ? query.of : [query];
  return parts.filter((part) => part.kind === 'year' || part.kind === 'field' || part.kind === 'not');
}

/** The innermost section that is no run-in, by passage number: what a reader calls "this section". */
function placeOf(collection: Collection, unit: 'same-section' | 'same-document'): (passage: number) => string {
  return (number) => {
    const documentNumber = collection.documentOf[number] ?? 0;
    const document = collection.documents[documentNumber];
    if (document === undefined || unit === 'same-document') return String(documentNumber);
    const passage = document.passages[number - (collection.firstPassage[documentNumber] ?? 0)];
    let section: Section | undefined;
    for (let id = passage?.section ?? null; id !== null; id = section.parent) {
      section = collection.sections.get(`${document.id}/${id}`);
      if (section === undefined || section.kind !== 'run-in') break;
    }
    return `${documentNumber}/${section?.id ?? ''}`;
  };
}

/** Passages that have one of the words and lie in a place that has them all. */
function inPlacesWithAll(words: readonly Word[], any: Uint32Array, place: (passage: number) => string): Uint32Array {
  const places = words.map(({ matches }) => new Set(Array.from(matches.passages, place)));
  return any.filter((passage) => places.every((set) => set.has(place(passage))));
}

function chooseStep(collection: Collection, words: readonly Word[], any: Uint32Array): [RelaxedStep, Uint32Array] {
  const inPassage = words.map(({ matches }) => matches.passages).reduce(intersect);
  if (inPassage.length > 0) return ['same-passage', any];
  for (const step of ['same-section', 'same-document'] as const) {
    const passages = inPlacesWithAll(words, any, placeOf(collection, step));
    if (passages.length > 0) return [step, step === 'same-section' ? passages : any];
  }
  return ['best-words', any];
}

/** Finds what comes nearest to `query`; undefined when not even one of its words occurs. */
export function relax(
  collection: Collection,
  keywords: KeywordIndex,
  query: Query,
  isWanted: (passage: number) => boolean,
): Relaxed | undefined {
  const words = wordsOf(collection, query);
  if (words.length === 0) return undefined;
  const filters = filterOf(query).map((filter) => match(collection, filter).passages);
  const all = words.map(({ matches }) => matches).reduce(either, noMatches);
  const any = filters.reduce(intersect, all.passages).filter(isWanted);
  if (any.length === 0) return undefined;
  const [step, passages] = chooseStep(collection, words, any);
  const wanted = new Set(passages);
  const ranked = rankByWords(
    keywords,
    words.map(({ text }) => text),
    (passage) => wanted.has(passage),
  );
  const scores = new Map(ranked.map(({ passage, score }) => [passage, score]));
  return {
    step,
    words: words.map(({ text }) => text),
    matches: restrict(collection, all, passages),
    scored: Array.from(passages, (passage) => ({ passage, score: scores.get(passage) ?? 0 })),
  };
}
