/**
 * Likely slips in a phrase that occurs nowhere: two characters exchanged (专精新特), one wrong, missing or too many, or
 * others that sound alike (专精特心), as an input method offers them. What is put forward occurs in the collection.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import { segmentByDictionary } from '../../indexer/analysis/segment.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import { mapPhrases } from '../query/phrases.ts';
import { print } from '../query/print.ts';
import type { Phrase, Query } from '../query/syntax.ts';
import { matchText } from '../search/match.ts';
import { termsOf } from '../search/terms.ts';
import { countPassages, type IsWanted } from './counting.ts';
import { soundsOf, spell } from './spelling.ts';
import { termsBeginning } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Another query. */
export interface Correction {
  readonly text: string;
  /** Passages that match it. */
  readonly passages: number;
}

/** In folded characters. Of a longer phrase nobody can say which part is meant. */
const LONGEST_PHRASE = 20;
const MOST_OFFERED = 3;

/** Candidates in the order of their likelihood; each has 0 for the likeliest slip. */
interface Candidate {
  readonly text: string;
  readonly doubt: number;
}

const LETTER = /^\p{L}$/u;

/** Characters, one at a time, that occur in the collection between `before` and `behind`. */
function fillings({ phrases }: Collection, before: string, behind: string): string[] {
  const found = new Set<string>();
  const byBefore = before.length >= behind.length;
  for (const start of findPhrase(phrases, byBefore ? before : behind)) {
    const at = byBefore ? start + before.length : start - 1;
    const fits = byBefore ? phrases.text.startsWith(behind, at + 1) : phrases.text.endsWith(before, at);
    const character = phrases.text.charAt(at);
    if (fits && LETTER.test(character)) found.add(character);
  }
  return [...found];
}

/**
 * For each character whether it stands alone: in no word of the dictionary. 营商坏境 is 营商|坏|境, and its 坏 may be
 * wrong; 洛阳|地铁 is two words that somebody means.
 */
function aloneIn(folded: string): boolean[] {
  return segmentByDictionary(folded).flatMap((word) => [...word].map(() => word.length === 1));
}

function sounds(text: string): string {
  return soundsOf(spell(text));
}

/** All strings of the collection that are one slip away from `folded`. */
function neighbours(collection: Collection, folded: string): Candidate[] {
  const alone = aloneIn(folded);
  const typedSounds = sounds(folded);
  const candidates: Candidate[] = [];
  for (let at = 0; at < folded.length; at++) {
    const [before, typed, behind] = [folded.slice(0, at), folded.charAt(at), folded.slice(at + 1)];
    if (!LETTER.test(typed)) continue;
    const isAlone = alone[at] === true;
    const next = behind.charAt(0);
    if (LETTER.test(next) && (isAlone || alone[at + 1] === true || folded.length > 3))
      candidates.push({ text: before + next + typed + behind.slice(1), doubt: 0 });
    if (folded.length > 2)
      for (const other of fillings(collection, before, behind)) {
        const text = before + other + behind;
        if (sounds(text) === typedSounds) candidates.push({ text, doubt: 0 });
        else if (isAlone && folded.length > 3) candidates.push({ text, doubt: 2 });
      }
    if (isAlone && folded.length > 3) candidates.push({ text: before + behind, doubt: 1 });
    if (folded.length > 2 && LETTER.test(next) && (isAlone || alone[at + 1] === true))
      for (const other of fillings(collection, before + typed, behind))
        candidates.push({ text: before + typed + other + behind, doubt: 1 });
  }
  return candidates;
}

function homophones(vocabulary: Vocabulary, folded: string): Candidate[] {
  const entries = vocabulary.homophones.get(sounds(folded)) ?? [];
  return entries.map((entry) => ({ text: entry.folded, doubt: 0 }));
}

/** `zjtx`, `zhuanjing`: the input method was off. */
function spelledTerms(vocabulary: Vocabulary, folded: string): Candidate[] {
  if (!/^[a-z]{3,}$/u.test(folded)) return [];
  return termsBeginning(vocabulary, folded, MOST_OFFERED).map((entry) => ({ text: entry.folded, doubt: 0 }));
}

/** 营商环境 and 专精特新 are something that one looks for; 乡村新 is a piece of something. */
function isWhole(vocabulary: Vocabulary, text: string): boolean {
  const isTerm = vocabulary.homophones.get(sounds(text))?.some(({ folded }) => folded === text) ?? false;
  return isTerm || !aloneIn(text).includes(true);
}

/** What may have been meant instead of a phrase that occurs nowhere, likeliest first. */
function candidatesFor(collection: Collection, vocabulary: Vocabulary, { text }: Phrase): Candidate[] {
  const folded = foldText(text);
  if (folded.length < 2 || folded.length > LONGEST_PHRASE) return [];
  const candidates = [
    ...homophones(vocabulary, folded),
    ...spelledTerms(vocabulary, folded),
    ...neighbours(collection, folded),
  ];
  const likeliest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = likeliest.get(candidate.text);
    if (candidate.text !== folded && (known === undefined || known.doubt > candidate.doubt))
      likeliest.set(candidate.text, candidate);
  }
  return [...likeliest.values()].filter(({ text, doubt }) => doubt === 0 || isWhole(vocabulary, text));
}

function missingPhrase(collection: Collection, query: Query): Phrase | undefined {
  return termsOf(query).find(
    (term): term is Phrase => term.kind === 'phrase' && matchText(collection, term.text).starts.length === 0,
  );
}

/** Whether `query` wants a phrase that occurs nowhere. */
export function hasMissingPhrase(collection: Collection, query: Query): boolean {
  return missingPhrase(collection, query) !== undefined;
}

/**
 * Other queries that may have been meant, when a phrase of `query` occurs nowhere: each with one such phrase corrected,
 * and with the passages that it finds among those wanted. Nothing when every phrase occurs.
 */
export function findSlips(
  collection: Collection,
  vocabulary: Vocabulary,
  query: Query,
  isWanted: IsWanted,
): Correction[] {
  const missing = missingPhrase(collection, query);
  if (missing === undefined) return [];
  const corrections = candidatesFor(collection, vocabulary, missing)
    .map(({ text, doubt }) => {
      const corrected = mapPhrases(query, (phrase) => (phrase === missing ? { ...phrase, text } : phrase));
      return { text: print(corrected), doubt, passages: countPassages(collection, corrected, isWanted) };
    })
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.doubt - b.doubt || b.passages - a.passages);
  // Where there is a likely one, doubtful ones only distract.
  const least = corrections[0]?.doubt;
  return corrections
    .filter(({ doubt }) => doubt === least)
    .slice(0, MOST_OFFERED)
    .map(({ text, passages }) => ({ text, passages }));
}
