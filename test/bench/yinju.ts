/** The engine under test, asked as the server asks it. */
import { noFilters } from '../../server/search/filters.ts';
import { match } from '../../server/search/match.ts';
import { type Engine, search } from '../../server/search/search.ts';
import { parse } from '../../server/query/parse.ts';
import { type BenchAnswer, type BenchEngine, type BenchQuery, marked, TOP } from './engine.ts';

const REQUEST = { filters: noFilters, sort: 'relevance', page: 1, size: TOP } as const;

/** The whole way of a query: parse, match, rank, facets, snippets. */
export async function answerOf(engine: Engine, typed: string): Promise<BenchAnswer & { readonly step: string }> {
  const { step, total, facets, hits } = await search(engine, { ...REQUEST, text: typed });
  return {
    step,
    total: total.passages,
    years: new Map(facets.year.map(({ value, passages }) => [value, passages])),
    regions: new Map(facets.region.map(({ value, passages }) => [value, passages])),
    snippets: hits.map(({ text, spans }) => marked(text, spans)),
  };
}

export function yinjuEngine(engine: Engine): BenchEngine {
  return {
    name: 'yinju',
    answer: ({ typed }: BenchQuery) => answerOf(engine, typed),
    passages: ({ typed }: BenchQuery) => [...match(engine.collection, parse(typed).query).passages],
  };
}
