/**
 * The engine's contract: a query and filters in; exact totals, facets and a page of hits out. Another engine may stand
 * behind the same types.
 */
import { type Collection, passageAt, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { KeywordIndex } from '../../indexer/index/keywordIndex.ts';
import type { Span } from '../../indexer/model.ts';
import { parse } from '../query/parse.ts';
import { print } from '../query/print.ts';
import type { Query, QueryProblem } from '../query/syntax.ts';
import { computeFacets, countByDocument, type DocumentCounts, type Facets } from './facets.ts';
import { type Filters, passes } from './filters.ts';
import { spansIn } from './highlight.ts';
import { match } from './match.ts';
import { type Matches, noMatches, withoutOverlaps } from './matches.ts';
import { type Sort, sortScored } from './order.ts';
import { score, type Scored } from './rank.ts';
import { relax, type RelaxedStep } from './relax.ts';
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
}

export type Step = 'exact' | RelaxedStep;

export interface Hit extends PlacedPassage {
  /** Of `text`; where a match runs on into the next passage, it ends with the text. */
  readonly spans: readonly Span[];
  readonly score: number;
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
  readonly problems: readonly QueryProblem[];
  /** Another reading of the same words that finds more: all of them, apart. */
  readonly apart: { readonly text: string; readonly passages: number } | null;
}

interface Found {
  readonly query: Query;
  readonly step: Step;
  readonly words: readonly string[];
  readonly matches: Matches;
  readonly scored: (wanted: Uint32Array) => readonly Scored[];
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

function findExact(collection: Collection, query: Query): Found | undefined {
  for (const reading of readings(query)) {
    const matches = withoutOverlaps(match(collection, reading));
    if (matches.passages.length === 0) continue;
    const terms = termsOf(reading).map((term) => ({ matches: match(collection, term) }));
    return {
      query: reading,
      step: 'exact',
      words: [],
      matches,
      scored: (wanted) => score(collection, terms, wanted),
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
  const { step, words, scored } = relaxed;
  const matches = withoutOverlaps(relaxed.matches);
  return { query, step, words, matches, scored: () => scored, apart: null };
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

function toHit(collection: Collection, matches: Matches, { passage, score: value }: Scored): Hit[] {
  const placed = passageAt(collection, passage);
  return placed === undefined ? [] : [{ ...placed, spans: spansIn(collection, matches, placed), score: value }];
}

/** Answers a request. Any text is a query; what could not be used of it is listed in `problems`. */
export async function search(engine: Engine, request: SearchRequest): Promise<SearchAnswer> {
  const { collection } = engine;
  const { query, problems } = parse(request.text);
  const isAllowed = collection.documents.map((document) => passes(document, request.filters));
  const isWanted = (passage: number): boolean => isAllowed[collection.documentOf[passage] ?? 0] ?? false;
  const nothing: Found = { query, step: 'exact', words: [], matches: noMatches, scored: () => [], apart: null };
  const found = findExact(collection, query) ?? (await findRelaxed(engine, query, isWanted)) ?? nothing;
  const counts = countByDocument(collection, found.matches);
  const wanted = found.matches.passages.filter(isWanted);
  const sorted = sortScored(collection, found.scored(wanted), request.sort);
  const page = sorted.slice((request.page - 1) * request.size, request.page * request.size);
  return {
    query: found.query,
    step: found.step,
    words: found.words,
    total: sumTotal(counts, isAllowed),
    hits: page.flatMap((scored) => toHit(collection, found.matches, scored)),
    facets: computeFacets(collection, counts, request.filters),
    problems,
    apart: found.apart,
  };
}
