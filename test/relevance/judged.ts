/**
 * Judged queries, one JSON object a line, as `../shared/gold/queries.jsonl` has them and ours do.
 *
 * Exact kinds say how often the query occurs in each file, headings included. Ranked kinds list passages by an anchor, a
 * stretch of their text, with a grade: 3 about it or its figure, 2 a clause of its own, 1 in passing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Filters, noFilters } from '../../server/search/filters.ts';

export type ExactKind = 'phrase' | 'number' | 'variant' | 'filter';
export type RankedKind = 'keyword' | 'entity' | 'question';

/** What a judge wrote of one passage. */
export interface Judgement {
  readonly anchor: string;
  /** The anchor as it reads when glitches are repaired. */
  readonly anchor_norm?: string;
  readonly grade?: number;
  readonly file?: string;
}

interface JudgedFilters {
  readonly report_year?: number;
  readonly year_from?: number;
  readonly year_to?: number;
  readonly doc_type?: string;
  readonly not_region?: string;
  readonly region?: string;
  readonly exclude_terms?: readonly string[];
}

interface Judged {
  readonly id: string;
  readonly query: string;
  readonly filters?: JudgedFilters;
  readonly note?: string;
}

export interface JudgedExact extends Judged {
  readonly kind: ExactKind;
  readonly truth: {
    readonly count?: number;
    readonly count_by_doc?: Readonly<Record<string, number>>;
    readonly units?: readonly Judgement[];
  };
}

export interface JudgedRanked extends Judged {
  readonly kind: RankedKind;
  readonly truth: readonly Judgement[] | { readonly passages: readonly Judgement[] };
}

/** The judged passages of a ranked query. */
export function judgementsOf({ truth }: JudgedRanked): readonly Judgement[] {
  return 'passages' in truth ? truth.passages : truth;
}

export interface JudgedZero extends Judged {
  readonly kind: 'zero-hit';
}

/** Looked up across years by the trend page; not measured here. */
interface JudgedElsewhere extends Judged {
  readonly kind: 'cross-year';
}

export type JudgedQuery = JudgedExact | JudgedRanked | JudgedZero | JudgedElsewhere;

/** Reads judged queries from a folder's `queries.jsonl`. */
export function readJudged(folder: string): JudgedQuery[] {
  const lines = readFileSync(join(folder, 'queries.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as JudgedQuery);
}

/** A judged query's text and filters as a reader would type and choose them. */
export function requestOf({ query, filters = {} }: Judged): { readonly text: string; readonly filters: Filters } {
  const { report_year: year, year_from: from, year_to: to, doc_type: type, not_region: without, region } = filters;
  const years = year !== undefined ? [{ from: year, to: year }] : [];
  const range = from !== undefined || to !== undefined ? [{ from: from ?? null, to: to ?? null }] : [];
  return {
    text: without === undefined ? query : `${query} -地区:${without}`,
    filters: {
      ...noFilters,
      year: [...years, ...range],
      type: type === undefined ? [] : [type],
      region: region === undefined ? [] : [region],
    },
  };
}

/** The files that a judge left open (`004 (plan 2021-2025) is optional`): their counts are not compared. */
export function isOptional(query: Judged, file: string): boolean {
  const [, number] = /\b(\d{3})\b[^.;]*\boptional\b/.exec(query.note ?? '') ?? [];
  return number !== undefined && file.startsWith(number);
}
