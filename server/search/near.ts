/**
 * Passages that come near, where few say literally what was typed: 集体经济收入 for 农村集体经济. They have the words of the query
 * apart, or all but the common ones. They are no matches: they are shown behind those, named for what they are, and counted
 * nowhere.
 *
 * What makes a passage near is the share of the query that stands together in it (rare words are more of it than common
 * ones; a word in a heading above counts half). So 楼宇 alone comes near to 楼宇经济, and 经济 never does.
 */
import { type Collection, passageAt } from '../../indexer/index/collection.ts';
import type { Span } from '../../indexer/model.ts';
import type { Query } from '../query/syntax.ts';
import { passes } from './filters.ts';
import { spansIn } from './highlight.ts';
import { looseWords } from './looseWords.ts';
import { match, matchText } from './match.ts';
import { either, gallop, type Matches, noMatches, withoutOverlaps } from './matches.ts';
import { findPresence, type Presence } from './presence.ts';
import { explain, type Explanation, idf, score, type Term } from './rank.ts';
import type { Hit, SearchAnswer, SearchRequest } from './search.ts';
import { selectFirst } from './top.ts';
import { findRuns, type Word } from './words.ts';

export interface NearAnswer {
  /** The words (folded) that were looked for. */
  readonly words: readonly string[];
  /** Best first. Their spans show where the words stand: nothing in them matches literally. */
  readonly hits: readonly Hit[];
}

/** So many literal passages are enough; near ones fill up to them. */
const ENOUGH = 10;
/** A near passage has this share of the query in one place. */
const LEAST_SHARE = 0.6;
/** A word in a heading above counts for so much of one in the passage. */
const HEADING_SHARE = 0.5;
/** Words stand together within so many folded characters of one sentence. */
const REACH = 24;
/** A word that stands alone for the query is in no more than this share of all passages, or in a few. */
const RARE = { share: 0.01, passages: 10 };
/** What scores less than this share of the best is left out. */
const LEAST_SCORE = 0.4;
const SENTENCE_END = /[。!?;\n]/u;

/** Other names of a word (folded): 电商 → 电子商务. */
export type OtherNames = (word: string) => readonly string[];

function measureWords(collection: Collection, texts: readonly string[], otherNames: OtherNames): Word[] {
  const words = texts.map((text) => {
    const names = [text, ...otherNames(text)].map((name) => matchText(collection, name));
    const matches = withoutOverlaps(names.reduce(either, noMatches));
    return { text, matches, rarity: idf(collection, matches.passages.length) };
  });
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0);
  return words.map(({ text, matches, rarity }) => ({ text, matches, share: rarity / all }));
}

/** Where each word stands in folded text `from`–`to`. */
function placesOf(words: readonly Word[], from: number, to: number): Uint32Array[] {
  return words.map(({ matches: { starts } }) => {
    const first = gallop(starts, 0, from);
    return starts.subarray(first, gallop(starts, first, to));
  });
}

/** The words (as bits) that stand together in the place of a passage that has most of the query. */
function gather({ foldedStart, phrases }: Collection, words: readonly Word[], passage: number): number {
  const places = placesOf(words, foldedStart[passage] ?? 0, foldedStart[passage + 1] ?? 0);
  const isBeside = (start: number, at: number): boolean =>
    at >= start && at - start <= REACH && !SENTENCE_END.test(phrases.text.slice(start, at));
  let best = { bits: 0, share: 0 };
  for (const start of places.flatMap((starts) => [...starts])) {
    const bits = places.reduce(
      (sum, starts, bit) => sum | (starts.some((at) => isBeside(start, at)) ? 1 << bit : 0),
      0,
    );
    const share = sharesOf(words, bits);
    if (share > best.share) best = { bits, share };
  }
  return best.bits;
}

function sharesOf(words: readonly Word[], bits: number): number {
  return words.reduce((sum, { share }, bit) => sum + ((bits >>> bit) & 1 ? share : 0), 0);
}

/** The share of the query that a passage has, when it has `own` words, and `above` stand in its headings. */
function shareOf(words: readonly Word[], own: number, above: number): number {
  return sharesOf(words, own) + HEADING_SHARE * sharesOf(words, above & ~own);
}

/** True when the passage has more than one common word of the query. */
function isTelling(collection: Collection, words: readonly Word[], own: number, above: number): boolean {
  const bits = own | above;
  const isOne = (bits & (bits - 1)) === 0;
  const most = Math.max(RARE.passages, RARE.share * collection.documentOf.length);
  return !isOne || words.some(({ matches }, bit) => bits === 1 << bit && matches.passages.length <= most);
}

/** Passages that have enough of the query, with the share that they have. */
function findCandidates(
  collection: Collection,
  words: readonly Word[],
  isOffered: (passage: number) => boolean,
): Map<number, number> {
  const { own, above }: Presence = findPresence(collection, words);
  const { section, isHeading } = collection.columns;
  const candidates = new Map<number, number>();
  own.forEach((bits, passage) => {
    const under = above[section[passage] ?? 0] ?? 0;
    if (bits === 0 || isHeading[passage] === 1 || shareOf(words, bits, under) < LEAST_SHARE) return;
    if (!isTelling(collection, words, bits, under) || !isOffered(passage)) return;
    const share = shareOf(words, gather(collection, words, passage), under);
    if (share >= LEAST_SHARE) candidates.set(passage, share);
  });
  return candidates;
}

/** Passages that neither match, nor say the same as one that does, nor lie outside of the filters. */
function offered(collection: Collection, query: Query, { filters }: SearchRequest): (passage: number) => boolean {
  const { firstAlike } = collection.columns;
  const known = new Set(Array.from(match(collection, query).passages, (passage) => firstAlike[passage] ?? passage));
  return (passage) => {
    const document = collection.documents[collection.documentOf[passage] ?? 0];
    return !known.has(firstAlike[passage] ?? passage) && document !== undefined && passes(document, filters);
  };
}

/** Spans that touch are one: 集体 and 经济 in 集体经济. */
function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.end === span.start) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** Candidates in their order, none that says the same as one before it. */
function orderOf({ columns: { firstAlike } }: Collection, passages: Uint32Array, scores: Float64Array): number[] {
  const best = scores.reduce((most, value) => Math.max(most, value), 0);
  const order = selectFirst(passages.length, passages.length, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const seen = new Set<number>();
  return [...order].filter((i) => {
    const first = firstAlike[passages[i] ?? 0] ?? 0;
    if (seen.has(first) || (scores[i] ?? 0) < LEAST_SCORE * best) return false;
    seen.add(first);
    return true;
  });
}

function explainNear(collection: Collection, terms: readonly Term[], passage: number, share: number): Explanation {
  const { parts, factors } = explain(collection, terms, passage);
  return { parts, factors: [...factors, { name: 'share', value: share }] };
}

function rankCandidates(
  collection: Collection,
  words: readonly Word[],
  query: readonly string[],
  candidates: ReadonlyMap<number, number>,
  isExplained: boolean,
): Hit[] {
  const passages = Uint32Array.from(candidates.keys());
  const terms: Term[] = [...words, ...findRuns(collection, query)];
  const scores = score(collection, terms, passages).map((value, i) => value * (candidates.get(passages[i] ?? 0) ?? 0));
  const all: Matches = withoutOverlaps(words.map(({ matches }) => matches).reduce(either, noMatches));
  return orderOf(collection, passages, scores)
    .slice(0, ENOUGH)
    .flatMap((i) => {
      const passage = passages[i] ?? 0;
      const placed = passageAt(collection, passage);
      if (placed === undefined) return [];
      const share = candidates.get(passage) ?? 0;
      return {
        ...placed,
        spans: joinTouching(spansIn(collection, all, placed)),
        score: scores[i] ?? 0,
        same: 0,
        isCopy: false,
        explanation: isExplained ? explainNear(collection, terms, passage, share) : null,
      };
    });
}

/** How many near passages a page has room for: they stand behind the last literal one. */
function roomFor({ page, size, sort }: SearchRequest, { step, total }: SearchAnswer): number {
  const isLast = page === Math.ceil(total.passages / size);
  if (step !== 'exact' || sort !== 'relevance' || total.passages === 0 || !isLast) return 0;
  return Math.min(ENOUGH - total.passages, page * size - total.passages);
}

/** What comes near to `request`, which found `answer`; null when nothing does, or when enough was found. */
export function findNear(
  collection: Collection,
  request: SearchRequest,
  answer: SearchAnswer,
  otherNames: OtherNames,
): NearAnswer | null {
  const room = roomFor(request, answer);
  if (room <= 0) return null;
  const texts = looseWords(answer.query);
  if (texts.length === 0) return null;
  const words = measureWords(collection, texts, otherNames);
  const candidates = findCandidates(collection, words, offered(collection, answer.query, request));
  if (candidates.size === 0) return null;
  const hits = rankCandidates(collection, words, [texts.join('')], candidates, request.explain ?? false);
  return { words: texts, hits: hits.slice(0, room) };
}
