/**
 * The engine's contract: a query and filters in; exact totals, facets and a page of hits out. Another engine may stand
 * behind the same types.
 */
import { type Collection, passageAt, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { KeywordIndex } from '../../indexer/index/keywordIndex.ts';
import type { Problem, Span } from '../../indexer/model.ts';
import { parse } from '../query/parse.ts';
import { print } from '../query/print.ts';
import type { Query } from '../query/syntax.ts';
import { computeFacets, countByDocument, type DocumentCounts, type Facets } from './facets.ts';
import { type Filters, isFiltered, passes } from './filters.ts';
import { spansIn } from './highlight.ts';
import { type Known, match } from './match.ts';
import { type Matches, noMatches, withoutOverlaps } from './matches.ts';
import { pickPage, type Ranked, type Sort } from './order.ts';
import { explain, type Explanation, score, type Term } from './rank.ts';
import type { RelaxedStep } from './presence.ts';
import { relax } from './relax.ts';
import { isPlainWords, joinWords, mayRelax, termsOf } from './terms.ts';

/** What answers queries. The keyword index is loaded when it is first needed. */
export interface Engine {
  readonly collection: Collection;
  readonly loadKeywords: () => Promise<KeywordIndex>;
}

export interface SearchRequest {
  /** As typed. */
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Show passages that say the same (alike.ts) once. Totals stay what they are. */
  readonly fold?: boolean;
  /** Say of every hit what its score is made of. */
  readonly explain?: boolean;
}

export type Step = 'exact' | RelaxedStep;

export interface Hit extends PlacedPassage {
  /** Of `text`; where a match runs on into the next passage, it ends with the text. */
  readonly spans: readonly Span[];
  readonly score: number;
  /** How many others found say the same (indexer/index/alike.ts); 0 for those, since this one stands for them. */
  readonly same: number;
  /** True when one that says the same stands before it in the list. */
  readonly isCopy: boolean;
  /** When it was asked for. */
  readonly explanation: Explanation | null;
}

export interface Total {
  readonly passages: number;
  readonly occurrences: number;
  readonly documents: number;
}

export interface SearchAnswer {
  /** What was looked for; white space between plain words is ignored where they occur joined. */
  readonly query: Query;
  readonly step: Step;
  /** The words of a relaxed step. */
  readonly words: readonly string[];
  readonly total: Total;
  readonly hits: readonly Hit[];
  readonly facets: Facets;
  readonly problems: readonly Problem[];
  /** Another reading of the same words that finds more: all of them, apart. */
  readonly apart: { readonly text: string; readonly passages: number } | null;
}

interface Found {
  readonly query: Query;
  readonly step: Step;
  readonly words: readonly string[];
  readonly matches: Matches;
  /** Scores of `wanted` passages, in their order. */
  readonly score: (wanted: Uint32Array) => Float64Array;
  readonly explain: (passage: number) => Explanation;
  readonly apart: SearchAnswer['apart'];
}

/** Plain words are first taken as one string, as Ctrl+F would; only when that is nowhere, as words apart. */
export function readings(query: Query): readonly Query[] {
  return isPlainWords(query) ? [joinWords(query.of), query] : [query];
}

function findApart(collection: Collection, query: Query, shown: Query): SearchAnswer['apart'] {
  if (shown === query || query.kind !== 'and') return null;
  const apart: Query = {
    kind: 'and',
    of: query.of.map((part) => (part.kind === 'phrase' ? { ...part, quoted: true } : part)),
  };
  return { text: print(apart), passages: match(collection, apart).passages.length };
}

/** The terms of a query with their matches, most of which are known already. */
function matchTerms(collection: Collection, query: Query, known: Known): Term[] {
  return termsOf(query).map((term) => ({
    text: term.kind === 'phrase' ? term.text : term.pattern,
    matches: match(collection, term, known),
  }));
}

function findExact(collection: Collection, query: Query): Found | undefined {
  for (const reading of readings(query)) {
    const known: Known = new Map();
    const found = match(collection, reading, known);
    if (found.passages.length === 0) continue;
    const terms = matchTerms(collection, reading, known);
    return {
      query: reading,
      step: 'exact',
      words: [],
      // A phrase never overlaps itself.
      matches: reading.kind === 'phrase' ? found : withoutOverlaps(found),
      score: (wanted) => score(collection, terms, wanted),
      explain: (passage) => explain(collection, terms, passage),
      apart: findApart(collection, query, reading),
    };
  }
  return undefined;
}

async function findRelaxed(
  engine: Engine,
  query: Query,
  isWanted: (passage: number) => boolean,
): Promise<Found | undefined> {
  if (!mayRelax(query)) return undefined;
  const relaxed = relax(engine.collection, await engine.loadKeywords(), query, isWanted);
  if (relaxed === undefined) return undefined;
  const { step, words, ranking } = relaxed;
  const scores = new Map(Array.from(ranking.passages, (passage, i) => [passage, ranking.scores[i] ?? 0]));
  return {
    query,
    step,
    words,
    matches: withoutOverlaps(relaxed.matches),
    score: (wanted) => Float64Array.from(wanted, (passage) => scores.get(passage) ?? 0),
    explain: relaxed.explain,
    apart: null,
  };
}

function sumTotal(counts: DocumentCounts, isAllowed: readonly boolean[]): Total {
  const total = { passages: 0, occurrences: 0, documents: 0 };
  isAllowed.forEach((allowed, number) => {
    const passages = counts.passages[number] ?? 0;
    if (!allowed || passages === 0) return;
    total.passages += passages;
    total.occurrences += counts.occurrences[number] ?? 0;
    total.documents += 1;
  });
  return total;
}

function toHit(collection: Collection, found: Found, ranked: Ranked, isExplained: boolean): Hit[] {
  const placed = passageAt(collection, ranked.passage);
  if (placed === undefined) return [];
  const { score, same, isCopy } = ranked;
  const spans = spansIn(collection, found.matches, placed);
  return [{ ...placed, spans, score, same, isCopy, explanation: isExplained ? found.explain(ranked.passage) : null }];
}

const nothingFound = (query: Query): Found => ({
  query,
  step: 'exact',
  words: [],
  matches: noMatches,
  score: () => new Float64Array(0),
  explain: () => ({ parts: [], factors: [] }),
  apart: null,
});

/** Answers a request. Any text is a query; what could not be used of it is listed in `problems`. */
export async function search(engine: Engine, request: SearchRequest): Promise<SearchAnswer> {
  const { collection } = engine;
  const { filters, sort, page, size, fold = false } = request;
  const { query, problems } = parse(request.text);
  const isAll = !isFiltered(filters);
  const isAllowed = collection.documents.map((document) => isAll || passes(document, filters));
  const isWanted = (passage: number): boolean => isAllowed[collection.documentOf[passage] ?? 0] ?? false;
  const found = findExact(collection, query) ?? (await findRelaxed(engine, query, isWanted)) ?? nothingFound(query);
  const counts = countByDocument(collection, found.matches);
  const passages = isAll ? found.matches.passages : found.matches.passages.filter(isWanted);
  const ranking = { passages, scores: found.score(passages) };
  const shown = pickPage(collection, ranking, sort, { from: (page - 1) * size, to: page * size, fold });
  return {
    query: found.query,
    step: found.step,
    words: found.words,
    total: sumTotal(counts, isAllowed),
    hits: shown.flatMap((ranked) => toHit(collection, found, ranked, request.explain ?? false)),
    facets: computeFacets(collection, counts, filters),
    problems,
    apart: found.apart,
  };
}
