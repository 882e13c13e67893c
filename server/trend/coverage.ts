/** What there is to be counted in: documents and their characters, by group, and the years without any document. */
import { countCharacters } from '../../indexer/analysis/characters.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../indexer/model.ts';

export const GROUPINGS = ['year', 'document', 'region'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The key of documents whose year or region is not known. */
export const UNKNOWN = 'unknown';

export interface Group {
  /** A year, a document's id, or a region's path (`河南省/洛阳市`); `unknown` where it is not known. */
  readonly key: string;
  /** For people. */
  readonly label: string;
  /** Numbers of its documents. */
  readonly members: readonly number[];
  readonly documents: number;
  /** All characters of the canonical text of its documents that are not white space. */
  readonly characters: number;
}

export interface Coverage {
  readonly groups: readonly Group[];
  readonly documents: number;
  readonly characters: number;
  /** First and last year that have a document; null when none is dated. */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** Years between them that have none: nothing can be said of them. */
  readonly missingYears: readonly number[];
}

const counted = new WeakMap<Collection, Uint32Array>();

/** Characters of each document, white space left out, in UTF-16 units of its canonical text; counted once. */
export function charactersOf(collection: Collection): Uint32Array {
  const known = counted.get(collection);
  if (known !== undefined) return known;
  const counts = Uint32Array.from(collection.documents, ({ text }) => countCharacters(text));
  counted.set(collection, counts);
  return counts;
}

const keyOf: Readonly<Record<Grouping, (document: PolicyDocument) => string>> = {
  year: ({ year }) => (year === null ? UNKNOWN : String(year)),
  document: ({ id }) => id,
  region: ({ region }) => (region.length === 0 ? UNKNOWN : region.join('/')),
};

const labelOf: Readonly<Record<Grouping, (document: PolicyDocument) => string>> = {
  year: ({ year }) => (year === null ? '年份不详' : String(year)),
  document: ({ displayTitle }) => displayTitle,
  region: ({ region }) => (region.length === 0 ? '地区不详' : region.join(' ')),
};

/** Documents in the order of time: by year, then date, then place in the collection; undated ones last. */
export function inTime(documents: readonly PolicyDocument[], members: readonly number[]): number[] {
  const yearOf = (number: number): number => documents[number]?.year ?? Infinity;
  const dateOf = (number: number): string => documents[number]?.date ?? '';
  return members.toSorted((a, b) => {
    const byYear = yearOf(a) === yearOf(b) ? 0 : yearOf(a) - yearOf(b);
    return byYear || (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b);
  });
}

const byKey = (a: Group, b: Group): number =>
  Number(a.key === UNKNOWN) - Number(b.key === UNKNOWN) || (a.key < b.key ? -1 : 1);

function missingBetween(years: readonly number[]): number[] {
  const known = new Set(years);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return years.length === 0
    ? []
    : Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((year) => !known.has(year));
}

/** Groups the documents with these numbers. Years and regions stand in order, documents in the order of time. */
export function cover(collection: Collection, members: readonly number[], by: Grouping): Coverage {
  const { documents } = collection;
  const characters = charactersOf(collection);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + (characters[n] ?? 0), 0);
  const groups = new Map<string, { label: string; members: number[] }>();
  for (const number of inTime(documents, members)) {
    const document = documents[number];
    if (document === undefined) continue;
    const group = groups.get(keyOf[by](document)) ?? { label: labelOf[by](document), members: [] };
    group.members.push(number);
    groups.set(keyOf[by](document), group);
  }
  const list = [...groups].map(([key, group]) => ({
    key,
    ...group,
    documents: group.members.length,
    characters: sum(group.members),
  }));
  const years = members.flatMap((number) => documents[number]?.year ?? []);
  return {
    groups: by === 'document' ? list : list.sort(byKey),
    documents: members.length,
    characters: sum(members),
    years: years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) },
    missingYears: missingBetween(years),
  };
}
