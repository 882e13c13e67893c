/** What an address of the trend page asks for, read leniently and written back. */
import { z } from 'zod';
import { type Filters, noFilters } from '../../search/filters.ts';
import { SORTS, type ConcordanceSort } from '../../trend/concordance.ts';
import { GROUPINGS, type Grouping } from '../../trend/coverage.ts';
import { MAX_PHRASES, splitPhrases } from '../../trend/subject.ts';
import { type Measure, MEASURES } from '../../trend/trendTables.ts';
import { writeSearch } from '../parameters.ts';
import { filterParameters } from '../api/trendParameters.ts';

export const VIEWS = ['trend', 'map', 'lines', 'figures', 'words'] as const;
export type View = (typeof VIEWS)[number];

export interface TrendState {
  readonly q: readonly string[];
  readonly concept: readonly string[];
  readonly filters: Filters;
  readonly view: View;
  readonly by: Grouping;
  readonly measure: Measure;
  readonly sort: ConcordanceSort;
  readonly reach: number;
  readonly page: number;
  /** Years to compare; empty when none was chosen. */
  readonly before: string;
  readonly after: string;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one.trim() !== '');

const choices = z.object({
  view: z.preprocess(first, z.enum(VIEWS)).catch('trend'),
  by: z.preprocess(first, z.enum(GROUPINGS)).catch('year'),
  measure: z.preprocess(first, z.enum(MEASURES)).catch('perTenThousand'),
  sort: z.preprocess(first, z.enum(SORTS)).catch('year'),
  reach: z.preprocess(first, z.coerce.number().int().min(1).max(10)).catch(2),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1),
  before: z.preprocess(first, z.string()).catch(''),
  after: z.preprocess(first, z.string()).catch(''),
});

/** Reads an address as far as it can be understood; phrases beyond the eighth are counted in `leftOut`. */
export function readTrendState(query: Readonly<Record<string, unknown>>): { state: TrendState; leftOut: number } {
  const phrases = splitPhrases(list(query['q']));
  const filters = filterParameters.safeParse({ ...query, year: list(query['year']), region: list(query['region']) });
  const state = {
    ...choices.parse(query),
    q: phrases.slice(0, MAX_PHRASES),
    concept: list(query['concept']).slice(0, MAX_PHRASES),
    filters: filters.success ? filters.data : noFilters,
  };
  return { state, leftOut: Math.max(0, phrases.length - MAX_PHRASES) };
}

const DEFAULTS = choices.parse({});

/** The address's parameters; defaults are left out. */
export function writeTrendState(state: TrendState): string {
  const parameters = new URLSearchParams();
  for (const phrase of state.q) parameters.append('q', phrase);
  for (const name of state.concept) parameters.append('concept', name);
  for (const name of ['view', 'by', 'measure', 'sort', 'reach', 'page', 'before', 'after'] as const)
    if (state[name] !== DEFAULTS[name]) parameters.set(name, String(state[name]));
  const filters = writeSearch({ text: '', filters: state.filters, sort: 'relevance', page: 1, size: 20 });
  return [parameters.toString(), filters].filter((part) => part !== '').join('&');
}

/** The page of a state, with some things changed; on its first page unless one is given. */
export function trendHref(state: TrendState, change: Partial<TrendState> = {}): string {
  const query = writeTrendState({ ...state, page: 1, ...change });
  return query === '' ? '/trend' : `/trend?${query}`;
}
