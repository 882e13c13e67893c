/** Facets: how many passages a filter would leave, by year, region, type, issuer and document. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { type Dimension, type Filters, isFiltered, passes } from './filters.ts';
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

/** A dimension's values, numbered, and the numbers that each document has. */
interface Column {
  readonly values: readonly string[];
  readonly numbersOf: readonly (readonly number[])[];
}

function columnOf({ documents }: Collection, dimension: Dimension): Column {
  const numbers = new Map<string, number>();
  const numberOf = (value: string): number => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const numbersOf = documents.map((document) => valuesOf[dimension](document).map(numberOf));
  return { values: [...numbers.keys()], numbersOf };
}

/** Columns are made when a collection is first asked for facets: every query needs them, and documents do not change. */
const columnsOf = new WeakMap<Collection, Readonly<Record<Dimension, Column>>>();

function columns(collection: Collection): Readonly<Record<Dimension, Column>> {
  const known = columnsOf.get(collection);
  if (known !== undefined) return known;
  const made = forEach((dimension) => columnOf(collection, dimension));
  columnsOf.set(collection, made);
  return made;
}

const forEach = <T>(make: (dimension: Dimension) => T): Readonly<Record<Dimension, T>> => ({
  year: make('year'),
  region: make('region'),
  type: make('type'),
  issuer: make('issuer'),
  document: make('document'),
});

/** Sums up `counts` by the values of a dimension over `documents` (numbers). */
function sumUp({ values, numbersOf }: Column, counts: DocumentCounts, documents: readonly number[]): FacetValue[] {
  const passages = new Uint32Array(values.length);
  const documentsWith = new Uint32Array(values.length);
  const found: number[] = [];
  for (const document of documents) {
    for (const value of numbersOf[document] ?? []) {
      if (documentsWith[value] === 0) found.push(value);
      add(documentsWith, value);
      passages[value] = (passages[value] ?? 0) + (counts.passages[document] ?? 0);
    }
  }
  return found.map((number) => ({
    value: values[number] ?? '',
    passages: passages[number] ?? 0,
    documents: documentsWith[number] ?? 0,
  }));
}

function passesAt({ documents }: Collection, number: number, filters: Filters, except: Dimension): boolean {
  const document = documents[number];
  return document !== undefined && passes(document, filters, except);
}

/** For each dimension the counts that its values have under all other filters. */
export function computeFacets(collection: Collection, counts: DocumentCounts, filters: Filters): Facets {
  const withHits: number[] = [];
  for (let number = 0; number < counts.passages.length; number++) {
    if ((counts.passages[number] ?? 0) > 0) withHits.push(number);
  }
  const all = columns(collection);
  return forEach((dimension) => {
    const passing = isFiltered(filters)
      ? withHits.filter((number) => passesAt(collection, number, filters, dimension))
      : withHits;
    return sumUp(all[dimension], counts, passing).sort(compare[dimension]);
  });
}
