/** Facets: how many passages a filter would leave, by year, region, type, issuer and document. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { type Dimension, type Filters, passes } from './filters.ts';
import type { Matches } from './matches.ts';
import { passageOf } from './matches.ts';

export interface FacetValue {
  readonly value: string;
  readonly passages: number;
  readonly documents: number;
}

export type Facets = Readonly<Record<Dimension, readonly FacetValue[]>>;

/** What a document contributes to a search: passages and occurrences. */
export interface DocumentCounts {
  readonly passages: Uint32Array;
  readonly occurrences: Uint32Array;
}

/** Counts matches by document number. */
export function countByDocument(collection: Collection, matches: Matches): DocumentCounts {
  const passages = new Uint32Array(collection.documents.length);
  const occurrences = new Uint32Array(collection.documents.length);
  for (const passage of matches.passages) add(passages, collection.documentOf[passage]);
  const { firstPassage, foldedStart } = collection;
  let document = 0;
  let end = foldedStart[firstPassage[1] ?? 0] ?? 0;
  for (const start of matches.starts) {
    if (start >= end) {
      document = collection.documentOf[passageOf(collection, start)] ?? 0;
      end = foldedStart[firstPassage[document + 1] ?? 0] ?? Infinity;
    }
    add(occurrences, document);
  }
  return { passages, occurrences };
}

function add(counts: Uint32Array, at: number | undefined): void {
  if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
}

/** The values that a document has in a dimension; a region's every prefix: `河南省`, `河南省/洛阳市`. */
const valuesOf: Readonly<Record<Dimension, (document: PolicyDocument) => readonly string[]>> = {
  year: ({ year }) => (year === null ? [] : [String(year)]),
  region: ({ region }) => region.map((_, depth) => region.slice(0, depth + 1).join('/')),
  type: ({ docType }) => (docType === null ? [] : [docType]),
  issuer: ({ issuer }) => (issuer === null ? [] : [issuer]),
  document: ({ id }) => [id],
};

const compare: Readonly<Record<Dimension, (a: FacetValue, b: FacetValue) => number>> = {
  year: (a, b) => Number(b.value) - Number(a.value),
  region: (a, b) => (a.value < b.value ? -1 : 1),
  type: (a, b) => b.passages - a.passages,
  issuer: (a, b) => b.passages - a.passages,
  document: (a, b) => b.passages - a.passages,
};

function facetOf(collection: Collection, counts: DocumentCounts, filters: Filters, dimension: Dimension): FacetValue[] {
  const values = new Map<string, { passages: number; documents: number }>();
  collection.documents.forEach((document, number) => {
    const passages = counts.passages[number] ?? 0;
    if (passages === 0 || !passes(document, filters, dimension)) return;
    for (const value of valuesOf[dimension](document)) {
      const sum = values.get(value) ?? { passages: 0, documents: 0 };
      values.set(value, { passages: sum.passages + passages, documents: sum.documents + 1 });
    }
  });
  return [...values].map(([value, sum]) => ({ value, ...sum })).sort(compare[dimension]);
}

/** For each dimension the counts that its values have under all other filters. */
export function computeFacets(collection: Collection, counts: DocumentCounts, filters: Filters): Facets {
  const facet = (dimension: Dimension) => facetOf(collection, counts, filters, dimension);
  return {
    year: facet('year'),
    region: facet('region'),
    type: facet('type'),
    issuer: facet('issuer'),
    document: facet('document'),
  };
}
