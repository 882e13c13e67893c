/** Parameters of a trend in URLs. */
import { z } from 'zod';
import { GROUPINGS } from '../trend/coverage.ts';
import { MAX_PHRASES, splitPhrases } from '../trend/subject.ts';
import { MEASURES, SHAPES } from '../trend/trendTables.ts';
import { check, type Checked, searchParameters } from './parameters.ts';

export const FORMATS = ['json', 'csv', 'xlsx'] as const;

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
