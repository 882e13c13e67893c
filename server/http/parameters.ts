/** What comes in by URL, checked: the border behind which types are trusted. */
import { z } from 'zod';
import type { Filters, YearRange } from '../search/filters.ts';
import { type Sort, SORTS } from '../search/order.ts';
import type { AssistedRequest } from '../suggest/assist.ts';

/** A parameter given once or several times. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((values) => values.map((value) => value.trim()).filter((value) => value !== ''))
  .default([]);

const YEARS = /^(\d{4})?(?:(\.\.|-|~|～|至)(\d{4})?)?$/u;

function parseYears(text: string): YearRange | undefined {
  const [, from, range, to] = YEARS.exec(text.normalize('NFKC').trim()) ?? [];
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? null : Number(from);
  return { from: first, to: range === undefined ? first : to === undefined ? null : Number(to) };
}

const years = list.transform((values, context) => {
  const ranges = values.flatMap((value) => value.split(',')).map((value) => ({ value, range: parseYears(value) }));
  for (const { value, range } of ranges)
    if (range === undefined)
      context.addIssue({ code: 'custom', message: `“${value}” is no year: write 2024, 2021..2024, 2021.. or ..2024` });
  return ranges.flatMap(({ range }) => (range === undefined ? [] : [range]));
});

export const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** A query's text; the parser deals with any length. */
const text = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? value : value.join(' ')))
  .default('');

/** `1` or `true`; anything else, and nothing, is no. */
const flag = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => ['1', 'true'].includes(typeof value === 'string' ? value : (value.at(-1) ?? '')))
  .default(false);

/** `0` or `false`; anything else, and nothing, is yes. */
const flagUnlessOff = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => !['0', 'false'].includes(typeof value === 'string' ? value : (value.at(-1) ?? '')))
  .default(true);

/** Parameters of a search, in URLs and in the API. */
export const searchParameters = z.object({
  q: text.describe('the query; any text is one'),
  year: years.describe('2024, 2021..2024, 2021.. or ..2024; may be repeated'),
  region: list.describe('洛阳市, 洛阳 or 河南省/洛阳市'),
  type: list,
  issuer: list,
  document: list.describe('ids'),
  sort: z.enum(SORTS).default('relevance'),
  page: wholeNumber(1, 100_000).default(1),
  size: wholeNumber(1, 200).default(20),
  fold: flag.describe('show passages that say the same once'),
  explain: flag.describe('say of every hit what its score is made of'),
  synonyms: flag.describe('look for other names, too'),
  near: flagUnlessOff.describe(
    'when fewer than ten passages match literally, show what comes near behind them; 0 switches it off',
  ),
});

export const listParameters = z.object({
  page: wholeNumber(1, 100_000).default(1),
  size: wholeNumber(1, 10_000).default(1_000),
});

/** What has been typed so far. */
export const suggestParameters = z.object({
  q: text,
  limit: wholeNumber(1, 50).default(10),
  /** `opensearch`: the array that browsers ask for. */
  format: z.enum(['json', 'opensearch']).default('json'),
});

/** One parameter that could not be used. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly message: string;
}

export type Checked<T> = { readonly value: T } | { readonly problems: readonly ParameterProblem[] };

/** Checks `query` (as Express parsed it) against a schema. */
export function check<T>(schema: z.ZodType<T>, query: unknown): Checked<T> {
  const result = schema.safeParse(query);
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.map(({ path, message }) => ({ parameter: path.map(String).join('.'), message })),
  };
}

function toRequest(parameters: z.infer<typeof searchParameters>): AssistedRequest {
  const { q, year, region, type, issuer, document, ...rest } = parameters;
  return { text: q, filters: { year, region, type, issuer, document }, ...rest };
}

/** The search that a URL asks for, or what is wrong with it. */
export function readSearch(query: unknown): Checked<AssistedRequest> {
  const checked = check(searchParameters, query);
  return 'value' in checked ? { value: toRequest(checked.value) } : checked;
}

const years2text = ({ from, to }: YearRange): string => (from === to ? String(from) : `${from ?? ''}..${to ?? ''}`);

/** The same search with some things changed, for links that keep the rest. */
export interface SearchLink {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly page: number;
  readonly size: number;
  readonly synonyms?: boolean;
  readonly near?: boolean;
  readonly explain?: boolean;
}

/** URL parameters that `readSearch` reads back; defaults are left out. */
export function writeSearch(link: SearchLink): string {
  const { text: q, filters, sort, page, size, synonyms = false, near = true, explain = false } = link;
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  for (const range of filters.year) parameters.append('year', years2text(range));
  for (const name of ['region', 'type', 'issuer', 'document'] as const)
    for (const value of filters[name]) parameters.append(name, value);
  if (synonyms) parameters.set('synonyms', '1');
  if (!near) parameters.set('near', '0');
  if (explain) parameters.set('explain', '1');
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page !== 1) parameters.set('page', String(page));
  if (size !== 20) parameters.set('size', String(size));
  return parameters.toString();
}
