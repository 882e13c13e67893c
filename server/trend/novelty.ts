/** New and gone phrases: what the later of two sets of documents says and the earlier does not, and the reverse. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { isStopWord } from '../../indexer/analysis/analyzer.ts';
import { segment } from '../../indexer/analysis/segment.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { countByDocument } from '../search/facets.ts';
import { matchText } from '../search/match.ts';
import { charactersOf } from './coverage.ts';

export interface Distinctive {
  /** Folded text of one to three words of the analyzer. */
  readonly text: string;
  /** Exact counts. */
  readonly before: number;
  readonly after: number;
  /** Log-likelihood ratio G²: the higher, the less the difference is due to chance. */
  readonly score: number;
}

export interface Novelty {
  /** In the later documents only, most distinctive first. */
  readonly fresh: readonly Distinctive[];
  /** In the earlier ones only. */
  readonly gone: readonly Distinctive[];
}

const MOST_WORDS = 3;
const LONGEST = 12;
const LEAST_COUNT = 2;

const isWord = (word: string): boolean => /^\p{L}+$/u.test(word) && !isStopWord(word);

/** Runs of one to three neighbouring words, two characters or more, and how often each is there. */
function countRuns(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = segment(foldText(text));
    words.forEach((first, at) => {
      let run = '';
      for (const word of words.slice(at, at + MOST_WORDS)) {
        if (!isWord(word)) break;
        run += word;
        if (run.length > LONGEST) break;
        // A phrase neither begins nor ends with a single character: 上 加压 奋进, 贯彻 习近平 新.
        if (first.length > 1 && word.length > 1) counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    });
  }
  return counts;
}

/**
 * Log-likelihood ratio of a count in two corpora: T. Dunning, Accurate Methods for the Statistics of Surprise and
 * Coincidence, Computational Linguistics 19(1), 1993, in the two-cell form of P. Rayson and R. Garside, Comparing Corpora
 * using Frequency Profiling, 2000. Sizes are characters.
 */
export function logLikelihood(before: number, beforeSize: number, after: number, afterSize: number): number {
  const rate = (before + after) / (beforeSize + afterSize);
  const term = (count: number, size: number): number => (count === 0 ? 0 : count * Math.log(count / (size * rate)));
  return 2 * (term(before, beforeSize) + term(after, afterSize));
}

/** Leaves out what only ever stands inside a longer phrase of the list: 质生产 beside 新质生产力. */
function withoutParts(phrases: readonly Distinctive[]): Distinctive[] {
  const count = ({ before, after }: Distinctive): number => before + after;
  return phrases.filter(
    (phrase) =>
      !phrases.some((other) => other !== phrase && other.text.includes(phrase.text) && count(other) === count(phrase)),
  );
}

/** Compares the documents with the numbers `before` and `after`; at most `limit` phrases of either kind. */
export function findNovelty(
  collection: Collection,
  before: readonly number[],
  after: readonly number[],
  limit: number,
): Novelty {
  const characters = charactersOf(collection);
  const sizeOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + (characters[n] ?? 0), 0);
  const textsOf = (numbers: readonly number[]) => numbers.flatMap((n) => collection.documents[n]?.text ?? []);
  const [runsBefore, runsAfter] = [countRuns(textsOf(before)), countRuns(textsOf(after))];
  const [sizeBefore, sizeAfter] = [sizeOf(before), sizeOf(after)];
  const exact = (text: string): Distinctive => {
    const { occurrences } = countByDocument(collection, matchText(collection, text));
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + (occurrences[n] ?? 0), 0);
    const [countBefore, countAfter] = [sum(before), sum(after)];
    return {
      text,
      before: countBefore,
      after: countAfter,
      score: logLikelihood(countBefore, sizeBefore, countAfter, sizeAfter),
    };
  };
  // Candidates come from the analyzer's words; what is said of them comes from exact counts.
  const onlyIn = (here: Map<string, number>, there: Map<string, number>, isThere: (phrase: Distinctive) => boolean) =>
    withoutParts(
      [...here]
        .filter(([text, count]) => count >= LEAST_COUNT && !there.has(text))
        .map(([text]) => exact(text))
        .filter((phrase) => !isThere(phrase))
        .sort((a, b) => b.score - a.score || b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
        .slice(0, limit * 3),
    ).slice(0, limit);
  return {
    fresh: onlyIn(runsAfter, runsBefore, (phrase) => phrase.before > 0),
    gone: onlyIn(runsBefore, runsAfter, (phrase) => phrase.after > 0),
  };
}
