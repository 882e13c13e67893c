/** The plainest peer, and the oracle: `indexOf` over the whole folded text. */
import type { Collection } from '../../indexer/index/collection.ts';
import { cutsNumber } from '../../indexer/index/phraseIndex.ts';
import { type BenchEngine, type BenchPassage, markPhrases, Tally, TOP } from './engine.ts';

/** A phrase's occurrences by passage, passages ascending. */
type Frequencies = ReadonlyMap<number, number>;

function scanFor(collection: Collection, phrase: string): Frequencies {
  const { text } = collection.phrases;
  const bounds = collection.foldedStart;
  const found = new Map<number, number>();
  let passage = 0;
  for (let at = text.indexOf(phrase); at >= 0;) {
    const isWhole = !cutsNumber(text, at, at + phrase.length);
    if (isWhole) {
      while ((bounds[passage + 1] ?? Infinity) <= at) passage++;
      found.set(passage, (found.get(passage) ?? 0) + 1);
    }
    at = text.indexOf(phrase, at + (isWhole ? phrase.length : 1));
  }
  return found;
}

function inAll(terms: readonly Frequencies[]): number[] {
  const [first, ...rest] = terms;
  return [...(first?.keys() ?? [])].filter((passage) => rest.every((term) => term.has(passage)));
}

/** BM25 (k1 = 1.2, b = 0.6) over occurrences. */
function scoreOf(collection: Collection, terms: readonly Frequencies[], passage: number): number {
  const bounds = collection.foldedStart;
  const all = collection.documentOf.length;
  const average = (bounds.at(-1) ?? 0) / all;
  const length = 0.4 + (0.6 * ((bounds[passage + 1] ?? 0) - (bounds[passage] ?? 0))) / average;
  return terms.reduce((sum, term) => {
    const frequency = term.get(passage) ?? 0;
    const idf = Math.log(1 + (all - term.size + 0.5) / (term.size + 0.5));
    return sum + (idf * frequency * 2.2) / (frequency + 1.2 * length);
  }, 0);
}

export function scanEngine(collection: Collection, passages: readonly BenchPassage[]): BenchEngine {
  const years = new Tally(passages.map(({ year }) => year));
  const regions = new Tally(passages.map(({ region }) => region));
  return {
    name: 'scan',
    answer({ phrases }) {
      const terms = phrases.map((phrase) => scanFor(collection, phrase));
      const found = inAll(terms);
      const best = found
        .map((passage) => ({ passage, score: scoreOf(collection, terms, passage) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, TOP);
      return {
        total: found.length,
        years: years.count(found),
        regions: regions.count(found),
        snippets: best.map(({ passage }) => markPhrases(passages[passage]?.text ?? '', phrases)),
      };
    },
    passages: ({ phrases }) => inAll(phrases.map((phrase) => scanFor(collection, phrase))),
  };
}
