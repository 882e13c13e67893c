/** Queries drawn from the passages themselves: the same seed, the same queries. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { segment } from '../../indexer/analysis/segment.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import { spell } from '../../server/suggest/spelling.ts';
import type { BenchPassage, BenchQuery } from './engine.ts';
import { pick, sample, seededRandom } from './random.ts';

export const SETS = ['frequent word', 'medium word', 'rare phrase', 'quotation', 'three words AND', 'number'] as const;
export type SetName = (typeof SETS)[number];

/** Queries a set. */
export const SIZE = 200;
/** Words are counted in so many passages, spread evenly. */
const COUNTED = 10_000;
/** A rare phrase occurs at most so often. */
const RARE = 20;

interface CountedWords {
  /** Most frequent first, with the share of passages that have them. */
  readonly ranked: readonly { readonly word: string; readonly share: number }[];
}

function countWords(passages: readonly BenchPassage[]): CountedWords {
  const step = Math.max(1, Math.floor(passages.length / COUNTED));
  const counts = new Map<string, number>();
  let counted = 0;
  for (let number = 0; number < passages.length; number += step) {
    counted++;
    for (const word of new Set(segment(passages[number]?.folded ?? ''))) {
      if (/^\p{Script=Han}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const ranked = [...counts].map(([word, count]) => ({ word, share: count / counted }));
  return { ranked: ranked.sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1)) };
}

const phraseQuery = (typed: string): BenchQuery => ({ typed, phrases: [foldText(typed)] });

/** Draws until `SIZE` different queries are there (or drawing does not help any more). */
function draw(make: () => BenchQuery | undefined): BenchQuery[] {
  const drawn = new Map<string, BenchQuery>();
  for (let tries = 0; drawn.size < SIZE && tries < SIZE * 200; tries++) {
    const query = make();
    if (query !== undefined) drawn.set(query.typed, query);
  }
  return [...drawn.values()];
}

function drawRare(collection: Collection, passages: readonly BenchPassage[], random: () => number) {
  return draw(() => {
    const { folded } = pick(random, passages);
    const start = Math.floor(random() * folded.length);
    const typed = folded.slice(start, start + 4 + Math.floor(random() * 5));
    if (!/^[\p{Script=Han}0-9]{4,}$/u.test(typed)) return undefined;
    const occurrences = findPhrase(collection.phrases, typed).length;
    return occurrences > 0 && occurrences <= RARE ? phraseQuery(typed) : undefined;
  });
}

/** 8–20 characters as they stand, marks included, between quotation marks. */
function drawQuotations(collection: Collection, passages: readonly BenchPassage[], random: () => number) {
  return draw(() => {
    const { text } = pick(random, passages);
    const start = Math.floor(random() * text.length);
    const length = 8 + Math.floor(random() * 13);
    const quoted = text.slice(start, start + length);
    const phrase = foldText(quoted);
    if (quoted.length < length || phrase.length < 8 || phrase.includes('"')) return undefined;
    if (findPhrase(collection.phrases, phrase).length === 0) return undefined;
    return { typed: `"${quoted}"`, phrases: [phrase] };
  });
}

/** Three words of one passage, frequent or medium, that do not stand side by side. */
function drawTriples(
  collection: Collection,
  passages: readonly BenchPassage[],
  words: CountedWords,
  random: () => number,
) {
  const common = new Set(words.ranked.filter(({ share }) => share > 0.003).map(({ word }) => word));
  return draw(() => {
    const there = [...new Set(segment(pick(random, passages).folded))].filter((word) => common.has(word));
    const three = sample(random, there, 3);
    if (three.length < 3 || findPhrase(collection.phrases, three.join('')).length > 0) return undefined;
    return { typed: three.join(' '), phrases: three };
  });
}

function drawNumbers(collection: Collection, passages: readonly BenchPassage[], random: () => number) {
  const number = /\d+(?:\.\d+)?(?:%|[万亿]?(?:元|吨|亩|人|户|公里|个))/g;
  return draw(() => {
    const found = foldText(pick(random, passages).text).match(number);
    const query = found === null ? undefined : phraseQuery(pick(random, found));
    return query !== undefined && findPhrase(collection.phrases, query.phrases[0] ?? '').length > 0 ? query : undefined;
  });
}

/** The sets that every engine answers. */
export function drawSets(
  collection: Collection,
  passages: readonly BenchPassage[],
): Readonly<Record<SetName, readonly BenchQuery[]>> {
  const random = seededRandom(20260101);
  const words = countWords(passages);
  const medium = words.ranked.filter(({ share }) => share >= 0.0005 && share <= 0.005).map(({ word }) => word);
  return {
    'frequent word': words.ranked.slice(0, SIZE).map(({ word }) => phraseQuery(word)),
    'medium word': sample(random, medium, SIZE).map(phraseQuery),
    'rare phrase': drawRare(collection, passages, random),
    quotation: drawQuotations(collection, passages, random),
    'three words AND': drawTriples(collection, passages, words, random),
    number: drawNumbers(collection, passages, random),
  };
}

/** Ways of asking; the letters stand for the year, the place and two words of one passage. */
const QUESTIONS: readonly ((y: string, p: string, a: string, b: string) => string)[] = [
  (y, p, a, b) => `${y}年${p}${a}${b}目标是多少`,
  (_, p, a, b) => `${p}怎样推进${a}和${b}`,
  (y, _, a, b) => `${y}年以来${a}与${b}的情况如何`,
  (y, p, a, b) => `请问${p}在${y}年对${a}做了哪些安排，${b}有什么要求`,
  (_, __, a, b) => `为什么要把${a}放在${b}前面`,
];

/** Questions as people ask them; they occur nowhere and must be taken apart. */
export function drawQuestions(passages: readonly BenchPassage[]): string[] {
  const random = seededRandom(20260102);
  return draw(() => {
    const { folded, year, region } = pick(random, passages);
    const words = [...new Set(segment(folded))].filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
    const [a, b] = sample(random, words, 2);
    if (a === undefined || b === undefined) return undefined;
    return phraseQuery(pick(random, QUESTIONS)(year, region.split('/').at(-1) ?? '', a, b));
  }).map(({ typed }) => typed);
}

/** What stands in the box while a word is typed: its first character or two, or the initials of its sounds (`zjt`). */
export function drawTyped(words: readonly BenchQuery[]): string[] {
  const random = seededRandom(20260103);
  return words.map(({ typed }) => {
    const kept = 1 + Math.floor(random() * 2);
    if (random() < 0.5) return typed.slice(0, kept);
    const initials = spell(foldText(typed)).syllables.map((sound) => sound.charAt(0));
    return initials.slice(0, kept + 1).join('');
  });
}
