/** Parameters of a trend in URLs. */
import { z } from 'zod';
import { SORTS } from '../../trend/concordance.ts';
import { GROUPINGS } from '../../trend/coverage.ts';
import { MAX_PHRASES, splitPhrases } from '../../trend/subject.ts';
import { MEASURES, SHAPES } from '../../trend/trendTables.ts';
import { check, type Checked, searchParameters, wholeNumber } from '../parameters.ts';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .default([]);

const { year, region, type, issuer, document } = searchParameters.shape;
export const filterParameters = z
  .object({ year, region, type, issuer, document })
  .transform(({ year, region, type, issuer, document }) => ({ year, region, type, issuer, document }));

/** Up to eight phrases, one a parameter or one a line. */
export const phrases = texts
  .transform(splitPhrases)
  .pipe(z.array(z.string()).max(MAX_PHRASES, `at most ${MAX_PHRASES} phrases can be compared`));

export const trendParameters = z.object({
  q: phrases,
  /** Names of concepts of the collection's folders. */
  concept: texts.pipe(z.array(z.string()).max(MAX_PHRASES)),
  by: z.enum(GROUPINGS).default('year'),
  measure: z.enum(MEASURES).default('perTenThousand'),
  shape: z.enum(SHAPES).default('long'),
  format: z.enum(FORMATS).default('json'),
});

/** A concordance: the phrases' occurrences line by line. */
export const concordanceParameters = z.object({
  q: phrases,
  concept: texts.pipe(z.array(z.string()).max(MAX_PHRASES)),
  sort: z.enum(SORTS).default('year'),
  reach: wholeNumber(1, 10).default(2),
  width: wholeNumber(5, 200).default(25),
  page: wholeNumber(1, 100_000).default(1),
  size: wholeNumber(1, 1000).default(50),
  format: z.enum(FORMATS).default('json'),
});

export const indicatorParameters = z.object({ q: phrases, format: z.enum(FORMATS).default('json') });

/** Two years, or the ids of two documents. */
export const pairParameters = z.object({
  before: z.string().trim().min(1),
  after: z.string().trim().min(1),
  limit: wholeNumber(1, 500).default(50),
  format: z.enum(FORMATS).default('json'),
});

export type TrendParameters = z.infer<typeof trendParameters> & { filters: z.infer<typeof filterParameters> };

/** Checks one schema's parameters together with the filters. */
export function readFiltered<T>(
  schema: z.ZodType<T>,
  query: unknown,
): Checked<T & { filters: z.infer<typeof filterParameters> }> {
  const [own, filters] = [check(schema, query), check(filterParameters, query)];
  const problems = [own, filters].flatMap((checked) => ('problems' in checked ? checked.problems : []));
  return 'value' in own && 'value' in filters ? { value: { ...own.value, filters: filters.value } } : { problems };
}
