/** The words of a query that is taken apart, and the stretches of it that stand somewhere as they were typed. */
import { analyze } from '../../indexer/analysis/analyzer.ts';
import { segment } from '../../indexer/analysis/segment.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { matchText } from './match.ts';
import type { Matches } from './matches.ts';
import { idf, type Term } from './rank.ts';

export interface Word {
  readonly text: string;
  readonly matches: Matches;
  /** How much it tells: by rarity; nothing when the document's place and years answer to it. */
  readonly share: number;
}

/** Words of a query are told apart by bits. */
const MOST_WORDS = 30;
const LONGEST_RUN = 6;
/** What a term counts beside its rarity: a single character, a place or year, a stretch of several words. */
const WEIGHT = { character: 0.15, context: 0.1, run: 0.5 };

/** Words of `text` that occur, those inside longer ones left out. */
function wordsIn(collection: Collection, text: string): Omit<Word, 'share'>[] {
  const unique = [...new Set(analyze(text))].sort((a, b) => b.length - a.length);
  const found = unique
    .map((word) => ({ text: word, matches: matchText(collection, word) }))
    .filter(({ matches }) => matches.passages.length > 0);
  return found.filter((word, i) => !found.slice(0, i).some((longer) => longer.text.includes(word.text)));
}

/**
 * The words of `pieces` (folded) that occur, the most telling first. `context` are names of places and years: words in them
 * tell nothing of a passage, unless there are no others.
 */
export function findWords(collection: Collection, pieces: readonly string[], context: readonly string[]): Word[] {
  const found = wordsIn(collection, pieces.join('\n')).map((word): Word => {
    const isContext = context.some((name) => name.includes(word.text));
    const rarity = idf(collection, word.matches.passages.length);
    return { ...word, share: isContext ? 0 : rarity * (word.text.length === 1 ? WEIGHT.character : 1) };
  });
  const words = found.some(({ share }) => share > 0) ? found : found.map((word) => ({ ...word, share: 1 }));
  return words.toSorted((a, b) => b.share - a.share).slice(0, MOST_WORDS);
}

/** A word as a term of the ranking. */
export function termOf({ text, matches, share }: Word): Term {
  return { text, matches, weight: share === 0 ? WEIGHT.context : text.length === 1 ? WEIGHT.character : 1 };
}

/** Stretches of two words and more that occur as typed: `旅游总收入` tells more than 旅游 and 收入 apart. */
export function findRuns(collection: Collection, pieces: readonly string[]): Term[] {
  const runs = new Map<string, Term>();
  for (const words of pieces.map(segment)) {
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_RUN); to++) {
        const text = words.slice(from, to).join('');
        const matches = matchText(collection, text);
        if (matches.passages.length === 0) break;
        runs.set(text, { text, matches, weight: WEIGHT.run });
      }
    }
  }
  return [...runs.values()];
}
