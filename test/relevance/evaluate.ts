/** Runs judged queries through the engine, as a reader's request would, and measures what comes back. */
import { findNear } from '../../server/search/near.ts';
import { type Engine, type Hit, search, type SearchAnswer, type SearchRequest } from '../../server/search/search.ts';
import { thesaurusOf } from '../../server/suggest/assist.ts';
import {
  isOptional,
  type JudgedExact,
  type JudgedQuery,
  type JudgedRanked,
  type JudgedZero,
  judgementsOf,
  requestOf,
} from './judged.ts';
import { DEPTH, measure, type Measures } from './measures.ts';

/** What became of one query. */
export type Outcome =
  | {
      readonly kind: 'exact';
      readonly query: JudgedExact | JudgedZero;
      readonly answer: SearchAnswer;
      /** What is wrong; null when every count is right. */
      readonly fault: string | null;
    }
  | {
      readonly kind: 'ranked';
      readonly query: JudgedRanked;
      readonly answer: SearchAnswer;
      readonly measures: Measures;
      /** nDCG@10 of the best order in which the same hits could stand: the rest is not shown. */
      readonly attainable: number;
    };

/** Occurrences in each file, over all hits. */
function countByFile(hits: readonly Hit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { document, spans } of hits) {
    const file = document.provenance.path;
    counts.set(file, (counts.get(file) ?? 0) + spans.length);
  }
  return counts;
}

function findFault(query: JudgedExact, answer: SearchAnswer): string | null {
  const { count_by_doc: wanted, units } = query.truth;
  if (wanted === undefined) return findMissingUnit(units ?? [], answer);
  const found = countByFile(answer.hits);
  const wrong = [...new Set([...found.keys(), ...Object.keys(wanted)])]
    .filter((file) => !isOptional(query, file))
    .filter((file) => (found.get(file) ?? 0) !== (wanted[file] ?? 0));
  return wrong.length === 0
    ? null
    : wrong.map((file) => `${file}: ${found.get(file) ?? 0} instead of ${wanted[file] ?? 0}`).join('; ');
}

/** Judges listed the units that should be found, not how often. */
function findMissingUnit(units: NonNullable<JudgedExact['truth']['units']>, answer: SearchAnswer): string | null {
  const texts = answer.hits.map(({ text }) => text);
  const missing = units.filter((unit) => measure(texts, [unit], texts.length).reciprocalRank === 0);
  return missing.length === 0 ? null : `not found: ${missing.map(({ anchor }) => anchor).join('; ')}`;
}

function claimsNothing(query: JudgedZero, answer: SearchAnswer): string | null {
  const { step, total } = answer;
  return step !== 'exact' || total.occurrences === 0
    ? null
    : `${query.query}: ${total.occurrences} occurrences claimed`;
}

function bestOrder(hits: readonly Hit[], query: JudgedRanked): number {
  const judged = judgementsOf(query);
  const gradeOf = ({ text }: Hit): number => measure([text], judged).grades[0] ?? 0;
  const sorted = hits.map((hit) => ({ hit, grade: gradeOf(hit) })).sort((a, b) => b.grade - a.grade);
  return measure(
    sorted.map(({ hit }) => hit.text),
    judged,
  ).ndcg;
}

const requestFor = (query: JudgedQuery): SearchRequest => ({
  ...requestOf(query),
  sort: 'relevance',
  page: 1,
  size: 1_000,
});

/** What a reader sees: literal hits, and what comes near behind them. */
async function shownHits(engine: Engine, query: JudgedQuery, answer: SearchAnswer): Promise<readonly Hit[]> {
  const { thesaurus } = await thesaurusOf([]);
  const near = findNear(engine.collection, requestFor(query), answer, (word) => thesaurus.get(word) ?? []);
  return [...answer.hits, ...(near?.hits ?? [])];
}

/** Runs `queries`; those that are measured elsewhere are left out. */
export async function evaluate(engine: Engine, queries: readonly JudgedQuery[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    if (query.kind === 'cross-year') continue;
    const answer = await search(engine, requestFor(query));
    switch (query.kind) {
      case 'keyword':
      case 'entity':
      case 'question': {
        const hits = await shownHits(engine, query, answer);
        const texts = hits.map(({ text }) => text);
        const measures = measure(texts.slice(0, DEPTH), judgementsOf(query));
        outcomes.push({ kind: 'ranked', query, answer, measures, attainable: bestOrder(hits, query) });
        break;
      }
      case 'zero-hit':
        outcomes.push({ kind: 'exact', query, answer, fault: claimsNothing(query, answer) });
        break;
      case 'phrase':
      case 'number':
      case 'variant':
      case 'filter':
        outcomes.push({ kind: 'exact', query, answer, fault: findFault(query, answer) });
    }
  }
  return outcomes;
}

/** Means over the queries of one kind. */
export interface Summary {
  readonly kind: string;
  readonly queries: number;
  /** Share of exact queries without a fault; null for ranked kinds. */
  readonly right: number | null;
  readonly ndcg: number | null;
  readonly attainable: number | null;
  readonly reciprocalRank: number | null;
  readonly recall1: number | null;
  readonly recall5: number | null;
  readonly recall10: number | null;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/** One summary a kind, in the order in which kinds first occur. */
export function summarize(outcomes: readonly Outcome[]): Summary[] {
  const kinds = [...new Set(outcomes.map(({ query }) => query.kind))];
  return kinds.map((kind) => {
    const own = outcomes.filter(({ query }) => query.kind === kind);
    const ranked = own.filter((outcome) => outcome.kind === 'ranked');
    const exact = own.filter((outcome) => outcome.kind === 'exact');
    const recall = (n: number) => mean(ranked.map(({ measures }) => measures.recallAt(n)));
    return {
      kind,
      queries: own.length,
      right: mean(exact.map(({ fault }) => (fault === null ? 1 : 0))),
      ndcg: mean(ranked.map(({ measures }) => measures.ndcg)),
      attainable: mean(ranked.map(({ attainable }) => attainable)),
      reciprocalRank: mean(ranked.map(({ measures }) => measures.reciprocalRank)),
      recall1: recall(1),
      recall5: recall(5),
      recall10: recall(10),
    };
  });
}
