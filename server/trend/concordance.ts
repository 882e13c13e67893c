/** Concordance (KWIC): every occurrence on a line of its own, the phrase in the middle. */
import { type Collection, passageAt, passageOf, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { Matches } from '../search/matches.ts';
import { inTime } from './coverage.ts';
import { canonicalSpan, foldedRange, indexFrom, paragraphAround } from './occurrences.ts';

export const SORTS = ['year', 'left', 'right'] as const;
export type ConcordanceSort = (typeof SORTS)[number];

export interface ConcordanceRequest {
  readonly sort: ConcordanceSort;
  /** How many characters beside the phrase are compared and counted, 1–10. */
  readonly reach: number;
  /** Characters shown on either side, within the paragraph. */
  readonly width: number;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Line {
  readonly placed: PlacedPassage;
  /** Canonical text around and of the occurrence; the three joined are a piece of the paragraph. */
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** The characters next to the phrase, and how often they stand there. */
export interface Neighbour {
  readonly text: string;
  readonly occurrences: number;
}

export interface Concordance {
  readonly total: number;
  readonly lines: readonly Line[];
  readonly left: readonly Neighbour[];
  readonly right: readonly Neighbour[];
}

/** An occurrence in folded text, with the characters beside it; those to the left from the phrase outwards. */
interface Keyed {
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly right: string;
}

const WORD_CHARACTER = /[\p{L}\p{N}%]/u;

/** The nearest characters from `at` in the direction of `step`: punctuation is no word, a paragraph is the limit. */
function beside(text: string, at: number, step: 1 | -1, reach: number): string {
  let found = '';
  for (let i = at; i >= 0 && i < text.length && found.length < reach; i += step) {
    const char = text.charAt(i);
    if (char === '\n') break;
    if (WORD_CHARACTER.test(char)) found += char;
  }
  return found;
}

function keyAll(collection: Collection, matches: Matches, members: readonly number[], reach: number): Keyed[] {
  const { text } = collection.phrases;
  const { starts, endAt } = matches;
  return inTime(collection.documents, members).flatMap((document) => {
    const range = foldedRange(collection, document);
    const [from, to] = [indexFrom(starts, range.start), indexFrom(starts, range.end)];
    return Array.from(starts.subarray(from, to), (start, i) => {
      const end = endAt(from + i);
      return { start, end, left: beside(text, start - 1, -1, reach), right: beside(text, end, 1, reach) };
    });
  });
}

const collator = new Intl.Collator('zh-Hans-CN');

/** Characters in the order of a Chinese dictionary (by sound), as numbers, so that long lists sort fast. */
function ranksOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const characters = [...new Set(texts.join(''))].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  return new Map(characters.map((char, rank) => [char, rank]));
}

/** Compares character by character; what ends first comes first. */
function compareBy(ranks: ReadonlyMap<string, number>): (a: string, b: string) => number {
  return (a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = (ranks.get(a.charAt(i)) ?? 0) - (ranks.get(b.charAt(i)) ?? 0);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  };
}

function sorted(keyed: readonly Keyed[], sort: ConcordanceSort): readonly Keyed[] {
  if (sort === 'year') return keyed;
  const compare = compareBy(ranksOf(keyed.map((one) => one[sort])));
  return keyed.toSorted((a, b) => compare(a[sort], b[sort]));
}

const NEIGHBOURS = 20;

/** Equal neighbours counted, the most frequent first. */
function countNeighbours(texts: readonly string[]): Neighbour[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const compare = compareBy(ranksOf([...counts.keys()]));
  return [...counts]
    .map(([text, occurrences]) => ({ text, occurrences }))
    .sort((a, b) => b.occurrences - a.occurrences || compare(a.text, b.text))
    .slice(0, NEIGHBOURS);
}

function lineAt(collection: Collection, { start, end }: Keyed, width: number): Line[] {
  const placed = passageAt(collection, passageOf(collection, start));
  if (placed === undefined) return [];
  const { text } = placed.document;
  const span = canonicalSpan(collection, start, end);
  const paragraph = paragraphAround(text, span.start);
  const left = text.slice(Math.max(paragraph.start, span.start - width), span.start);
  const right = text.slice(span.end, Math.min(paragraph.end, span.end + width));
  return [{ placed, left, match: text.slice(span.start, span.end), right }];
}

const reversed = (text: string): string => [...text].reverse().join('');

/** Lists the occurrences in the documents with the numbers `members`. */
export function concord(
  collection: Collection,
  matches: Matches,
  members: readonly number[],
  { sort, reach, width, page, size }: ConcordanceRequest,
): Concordance {
  const keyed = keyAll(collection, matches, members, reach);
  const shown = sorted(keyed, sort).slice((page - 1) * size, page * size);
  return {
    total: keyed.length,
    lines: shown.flatMap((one) => lineAt(collection, one, width)),
    left: countNeighbours(keyed.map(({ left }) => reversed(left))),
    right: countNeighbours(keyed.map(({ right }) => right)),
  };
}
