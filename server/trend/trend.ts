/** A trend: how often subjects occur in each group of documents, and out of how much. */
import type { Collection } from '../../indexer/index/collection.ts';
import { countByDocument, type DocumentCounts } from '../search/facets.ts';
import { type Filters, passes } from '../search/filters.ts';
import { type Appearances, findAppearances } from './appearances.ts';
import { type Coverage, cover, type Group, type Grouping } from './coverage.ts';
import type { MatchedSubject, Subject } from './subject.ts';

export interface Measures {
  readonly occurrences: number;
  /** Passages with an occurrence. */
  readonly passages: number;
  /** Documents with an occurrence. */
  readonly documents: number;
  /** Characters of all documents counted in, white space left out, with or without an occurrence. */
  readonly characters: number;
  /** Occurrences per ten thousand of these characters; 0 where there are none. */
  readonly perTenThousand: number;
}

export interface Point extends Measures {
  readonly key: string;
  readonly label: string;
}

export interface Series extends Appearances {
  readonly subject: Subject;
  /** One a group of the coverage, in its order. */
  readonly points: readonly Point[];
  readonly total: Measures;
}

export interface Trend {
  readonly by: Grouping;
  readonly series: readonly Series[];
  readonly coverage: Coverage;
}

/** Numbers of the documents that pass the filters. */
export function allowed(collection: Collection, filters: Filters): number[] {
  return collection.documents.flatMap((document, number) => (passes(document, filters) ? [number] : []));
}

function measure(counts: DocumentCounts, members: readonly number[], characters: number): Measures {
  let [occurrences, passages, documents] = [0, 0, 0];
  for (const number of members) {
    occurrences += counts.occurrences[number] ?? 0;
    passages += counts.passages[number] ?? 0;
    if ((counts.passages[number] ?? 0) > 0) documents++;
  }
  const perTenThousand = characters === 0 ? 0 : Math.round((occurrences / characters) * 1e8) / 1e4;
  return { occurrences, passages, documents, characters, perTenThousand };
}

/** One row of the heat map: a subject's measures for each group of `columns` among the documents of a group of `rows`. */
export function cross(collection: Collection, { matches }: MatchedSubject, rows: Coverage, columns: Coverage) {
  const counts = countByDocument(collection, matches);
  return rows.groups.map((row) => {
    const inRow = new Set(row.members);
    const cells = columns.groups.map((column) => {
      const members = column.members.filter((number) => inRow.has(number));
      return members.length === 0 ? null : cellOf(collection, counts, members);
    });
    return { key: row.key, label: row.label, cells };
  });
}

function cellOf(collection: Collection, counts: DocumentCounts, members: readonly number[]): Measures {
  return measure(counts, members, cover(collection, members, 'year').characters);
}

function seriesOf(collection: Collection, matched: MatchedSubject, coverage: Coverage): Series {
  const counts = countByDocument(collection, matched.matches);
  const members = coverage.groups.flatMap((group) => group.members);
  const pointOf = ({ key, label, ...group }: Group): Point => ({
    key,
    label,
    ...measure(counts, group.members, group.characters),
  });
  return {
    subject: matched.subject,
    points: coverage.groups.map(pointOf),
    total: measure(counts, members, coverage.characters),
    ...findAppearances(collection, matched.matches, members),
  };
}

/** Counts `subjects` in the documents that pass `filters`, grouped. Every occurrence is counted in exactly one group. */
export function computeTrend(
  collection: Collection,
  subjects: readonly MatchedSubject[],
  filters: Filters,
  by: Grouping,
): Trend {
  const coverage = cover(collection, allowed(collection, filters), by);
  return { by, coverage, series: subjects.map((subject) => seriesOf(collection, subject, coverage)) };
}
