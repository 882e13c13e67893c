/**
 * The words of a query that may stand apart in a passage that comes near: 农村集体经济 → 农村, 集体, 经济. Only a query that is
 * made of whole words has them. A stretch cut out of a text (`村土地制`, `济发展的新`) or a whole sentence has none: whoever
 * types that wants exactly that.
 */
import { isStopWord } from '../../indexer/analysis/analyzer.ts';
import { foldText } from '../../indexer/analysis/fold.ts';
import { segment, segmentFinely } from '../../indexer/analysis/segment.ts';
import type { Phrase, Query } from '../query/syntax.ts';
import { isPlainWords } from './terms.ts';

/** What is longer is a sentence. */
const MOST_WORDS = 5;
const MOST_CHARACTERS = 20;

/** The texts of a query without quotation marks or operators; undefined for any other. */
function plainTexts(query: Query): readonly string[] | undefined {
  if (query.kind === 'phrase') return query.quoted ? undefined : [query.text];
  if (!isPlainWords(query)) return undefined;
  const words: readonly Phrase[] = query.of;
  return words.map(({ text }) => text);
}

const isLatin = (word: string): boolean => /^[a-z0-9.%&+-]+$/u.test(word);

/** Joins what belongs to the word before it: letters and digits (`5`, `g`), and a single character (沉浸, 式). */
function joinRests(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isRest = last !== undefined && (isLatin(last) ? isLatin(word) : word.length === 1 && !isLatin(word));
    if (isRest && !isStopWord(word)) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/** Cuts a compound into words of two characters and more, the longest known part kept whole: 新能源汽车 → 新能源, 汽车. */
function split(word: string, known: ReadonlySet<string>): string[] {
  let best: { at: number; weight: number } | undefined;
  for (let at = 2; at <= word.length - 2; at++) {
    const parts = [word.slice(0, at), word.slice(at)].filter((part) => known.has(part));
    const weight = parts.reduce((sum, part) => sum + part.length, 0);
    if (weight > (best?.weight ?? 0)) best = { at, weight };
  }
  if (best === undefined) return [word];
  return [...split(word.slice(0, best.at), known), ...split(word.slice(best.at), known)];
}

function wordsOf(folded: string): string[] {
  return joinRests(segment(folded)).flatMap((word) =>
    isLatin(word) ? [word] : split(word, new Set(segmentFinely(word))),
  );
}

/** True for a word that means something by itself; a number does not. */
const isWord = (word: string): boolean =>
  word.length > 1 && !isStopWord(word) && /^[\p{L}\p{N}.]+$/u.test(word) && !/^[\d.]+$/u.test(word);

/** The words (folded) of `query`, two at least, in their order; none when it has nothing that could be loosened. */
export function looseWords(query: Query): readonly string[] {
  const pieces = (plainTexts(query) ?? []).flatMap((text) => text.split(/\s+/u)).map(foldText);
  if (pieces.join('').length > MOST_CHARACTERS) return [];
  const words = [...new Set(pieces.flatMap(wordsOf))];
  return words.every(isWord) && words.length > 1 && words.length <= MOST_WORDS ? words : [];
}
