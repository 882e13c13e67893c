/** Facets: how many passages a filter would leave, by year, region, type, issuer and document. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { type Dimension, type Filters, isFiltered, passes } from './filters.ts';
import { gallop, type Matches } from './matches.ts';

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
export function countByDocument(collection: Collection, { passages, starts }: Matches): DocumentCounts {
  const { documentOf, firstPassage, foldedStart } = collection;
  const { length } = collection.documents;
  const counts = { passages: new Uint32Array(length), occurrences: new Uint32Array(length) };
  let start = 0;
  for (let i = 0; i < passages.length;) {
    const document = documentOf[passages[i] ?? 0] ?? 0;
    const next = firstPassage[document + 1] ?? 0;
    const from = i;
    i = gallop(passages, i, next);
    counts.passages[document] = i - from;
    const before = start;
    start = gallop(starts, start, foldedStart[next] ?? Infinity);
    counts.occurrences[document] = start - before;
  }
  return counts;
}

/** The values that a document has in a dimension; a region's every prefix: `河南省`, `河南省/洛阳市`. */
const valuesOf: Readonly<Record<Dimension, (document: PolicyDocument) => readonly string[]>> = {
  year: ({ year }) => (year === null ? [] : [String(year)]),
  region: ({ region }) => region.map((_, depth) => region.slice(0, depth + 1).join('/')),
  type: ({ docType }) => (docType === null ? [] : [docType]),
  issuer: ({ issuer }) => (issuer === null ? [] : [issuer]),
  document: ({ id }) => [id],
};

/** The order in which a dimension's values are shown; null: most passages first. */
const orderOf: Readonly<Record<Dimension, ((a: string, b: string) => number) | null>> = {
  year: (a, b) => Number(b) - Number(a),
  region: (a, b) => (a < b ? -1 : 1),
  type: null,
  issuer: null,
  document: null,
};

/** A dimension's values, numbered in the order in which they are shown, and the numbers that each document has. */
interface Column {
  readonly values: readonly string[];
  /** Those of document `d` are `numbers[first[d]]`–`numbers[first[d + 1]]`. */
  readonly numbers: Uint32Array;
  readonly first: Uint32Array;
}

function columnOf({ documents }: Collection, dimension: Dimension): Column {
  const valuesBy = documents.map(valuesOf[dimension]);
  const order = orderOf[dimension];
  const values = [...new Set(valuesBy.flat())];
  if (order !== null) values.sort(order);
  const numberOf = new Map(values.map((value, number) => [value, number]));
  const first = new Uint32Array(documents.length + 1);
  valuesBy.forEach((own, document) => (first[document + 1] = (first[document] ?? 0) + own.length));
  return { values, numbers: Uint32Array.from(valuesBy.flat(), (value) => numberOf.get(value) ?? 0), first };
}

const forEach = <T>(make: (dimension: Dimension) => T): Readonly<Record<Dimension, T>> => ({
  year: make('year'),
  region: make('region'),
  type: make('type'),
  issuer: make('issuer'),
  document: make('document'),
});

/** Columns are made when a collection is first asked for facets: every query needs them, and documents do not change. */
const columnsOf = new WeakMap<Collection, Readonly<Record<Dimension, Column>>>();

function columns(collection: Collection): Readonly<Record<Dimension, Column>> {
  const known = columnsOf.get(collection);
  if (known !== undefined) return known;
  const made = forEach((dimension) => columnOf(collection, dimension));
  columnsOf.set(collection, made);
  return made;
}

/** Orders `found` by `passages`, most first; of equal ones the one that was found first. Numbers sort faster than pairs. */
function byPassages(found: readonly number[], passages: readonly number[]): number[] {
  const most = found.reduce((high, value) => Math.max(high, passages[value] ?? 0), 0);
  const keys = new Float64Array(found.length);
  found.forEach((value, i) => (keys[i] = (most - (passages[value] ?? 0)) * found.length + i));
  return Array.from(keys.sort(), (key) => found[key % found.length] ?? 0);
}

/** Sums up `counts` by the values of a dimension over `documents` (numbers). */
function sumUp(dimension: Dimension, column: Column, counts: DocumentCounts, documents: readonly number[]) {
  const { values, numbers, first } = column;
  // Small typed arrays cost more than their work: each is a block of memory of its own.
  const passages = values.map(() => 0);
  const documentsWith = values.map(() => 0);
  const found: number[] = [];
  for (const document of documents) {
    for (let at = first[document] ?? 0; at < (first[document + 1] ?? 0); at++) {
      const value = numbers[at] ?? 0;
      if (documentsWith[value] === 0) found.push(value);
      documentsWith[value] = (documentsWith[value] ?? 0) + 1;
      passages[value] = (passages[value] ?? 0) + (counts.passages[document] ?? 0);
    }
  }
  const shown = orderOf[dimension] === null ? byPassages(found, passages) : [...Uint32Array.from(found).sort()];
  return shown.map((number): FacetValue => ({
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
    return sumUp(dimension, all[dimension], counts, passing);
  });
}
