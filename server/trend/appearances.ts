/** First and last appearance of a subject, and the years between in which it is missing. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Matches } from '../search/matches.ts';
import { inTime } from './coverage.ts';
import { foldedRange, indexFrom, type Occurrence, occurrenceAt } from './occurrences.ts';

export interface Appearances {
  /** The first occurrence of the earliest dated document that has one, and the last of the latest; null when none has. */
  readonly first: Occurrence | null;
  readonly last: Occurrence | null;
  /** Years between the two that have documents, but none with an occurrence. */
  readonly silentYears: readonly number[];
}

interface Found {
  readonly year: number;
  /** Indices of `matches.starts` of the document's first occurrence and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

function findInTime(collection: Collection, matches: Matches, members: readonly number[]): Found[] {
  return inTime(collection.documents, members).flatMap((number) => {
    const year = collection.documents[number]?.year ?? null;
    const range = foldedRange(collection, number);
    const [from, to] = [indexFrom(matches.starts, range.start), indexFrom(matches.starts, range.end)];
    return year === null || from === to ? [] : [{ year, from, to }];
  });
}

function silentBetween(collection: Collection, members: readonly number[], found: readonly Found[]): number[] {
  const spoken = new Set(found.map(({ year }) => year));
  const [first, last] = [found[0]?.year ?? Infinity, found.at(-1)?.year ?? -Infinity];
  const covered = new Set(members.flatMap((number) => collection.documents[number]?.year ?? []));
  return [...covered].filter((year) => year > first && year < last && !spoken.has(year)).sort((a, b) => a - b);
}

/** Looks among the documents with the numbers `members`; undated ones are left out. */
export function findAppearances(collection: Collection, matches: Matches, members: readonly number[]): Appearances {
  const found = findInTime(collection, matches, members);
  const at = (i: number | undefined): Occurrence | null =>
    i === undefined ? null : (occurrenceAt(collection, matches.starts[i] ?? 0, matches.endAt(i)) ?? null);
  const last = found.at(-1)?.to;
  return {
    first: at(found[0]?.from),
    last: at(last === undefined ? undefined : last - 1),
    silentYears: silentBetween(collection, members, found),
  };
}
