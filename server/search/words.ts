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
/** What a question asks of its theme (粮食产量的目标): it tells less than the theme does. */
const ASIDE = new Set('目标 计划 预期 任务 数量 总量 总数 规模 水平 内容 措施'.split(' '));
const ASIDE_SHARE = 0.3;
/** What a term counts beside its rarity: a place or year, a stretch of several words. */
const WEIGHT = { context: 0.1, run: 0.5 };

/** Words of `text` that occur, those inside longer ones left out. */
function wordsIn(collection: Collection, text: string): Omit<Word, 'share'>[] {
  const unique = [...new Set(analyze(text))].sort((a, b) => b.length - a.length);
  const found = unique
    .map((word) => ({ text: word, matches: matchText(collection, word) }))
    .filter(({ matches }) => matches.passages.length > 0);
  return found.filter((word, i) => !found.slice(0, i).some((longer) => longer.text.includes(word.text)));
}

/** `text` with the names of `context` cut out. */
function without(text: string, context: readonly string[]): string {
  return context.reduce((rest, name) => rest.replaceAll(name, '\n'), text);
}

/**
 * The words of `pieces` (folded) that occur, the most telling first; single characters only when there is nothing else.
 * `context` are names of places and years: they tell nothing of a passage, unless there are no other words.
 */
export function findWords(collection: Collection, pieces: readonly string[], context: readonly string[]): Word[] {
  const found = wordsIn(collection, without(pieces.join('\n'), context));
  const whole = found.filter(({ text }) => text.length > 1);
  const content = (whole.length > 0 ? whole : found).map((word): Word => ({
    ...word,
    share: idf(collection, word.matches.passages.length) * (ASIDE.has(word.text) ? ASIDE_SHARE : 1),
  }));
  const setting = context
    .map((text): Word => ({ text, matches: matchText(collection, text), share: content.length > 0 ? 0 : 1 }))
    .filter(({ matches }) => matches.passages.length > 0);
  return [...content.toSorted((a, b) => b.share - a.share), ...setting].slice(0, MOST_WORDS);
}

/** A word as a term of the ranking. */
export function termOf({ text, matches, share }: Word): Term {
  return { text, matches, weight: share === 0 ? WEIGHT.context : ASIDE.has(text) ? ASIDE_SHARE : 1 };
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
