/** Which of a query's words a passage has, itself or in the headings above it: steps and shares are read off bits. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Word } from './words.ts';

/** All words in one passage, in one section, in one document; or as many as there are. */
export type RelaxedStep = 'same-passage' | 'same-section' | 'same-document' | 'best-words';

/** Bit `i` stands for word `i`. */
export interface Presence {
  /** Passage number → words in its text. */
  readonly own: Uint32Array;
  /** Section number → words in its heading and in those above it. */
  readonly above: Uint32Array;
}

/** A word in a heading above counts for so much of one in the passage. */
const HEADING_SHARE = 0.5;

/** Looks up where the words are: 30 at most. */
export function findPresence({ columns, documentOf }: Collection, words: readonly Word[]): Presence {
  const { isHeading, section, parent } = columns;
  const own = new Uint32Array(documentOf.length);
  const above = new Uint32Array(parent.length);
  words.forEach(({ matches }, bit) => {
    for (const passage of matches.passages) {
      own[passage] = (own[passage] ?? 0) | (1 << bit);
      const number = section[passage] ?? 0;
      if (isHeading[passage] === 1 && number > 0) above[number] = (above[number] ?? 0) | (1 << bit);
    }
  });
  // A section comes after the one above it.
  for (let number = 1; number < above.length; number++)
    above[number] = (above[number] ?? 0) | (above[parent[number] ?? 0] ?? 0);
  return { own, above };
}

/** The share of the query that a passage has, 0 to 1: rare words are more of it than common ones. */
export function shareOf({ columns }: Collection, words: readonly Word[], { own, above }: Presence) {
  const total = words.reduce((sum, { share }) => sum + share, 0);
  return (passage: number): number => {
    const has = own[passage] ?? 0;
    const isUnder = above[columns.section[passage] ?? 0] ?? 0;
    let sum = 0;
    for (let bit = 0; bit < words.length; bit++) {
      const share = words[bit]?.share ?? 0;
      if ((has >>> bit) & 1) sum += share;
      else if ((isUnder >>> bit) & 1) sum += share * HEADING_SHARE;
    }
    return sum / total;
  };
}

/** Numbers a passage's place: its document, or its innermost section that is no run-in (what a reader calls one). */
function placeOf({ columns, documents, documentOf }: Collection, unit: 'same-section' | 'same-document') {
  const { section, parent, isRunIn } = columns;
  return (passage: number): number => {
    const document = documentOf[passage] ?? 0;
    if (unit === 'same-document') return document;
    let number = section[passage] ?? 0;
    while (isRunIn[number] === 1) number = parent[number] ?? 0;
    return documents.length * number + document;
  };
}

export interface Strictness {
  readonly step: RelaxedStep;
  /** True for passages in a place (or, at the strictest step, being one) that has all words. */
  readonly hasAll: (passage: number) => boolean;
}

/** The strictest step that holds somewhere among `passages`; places and years need not be in the text. */
export function chooseStep(
  collection: Collection,
  words: readonly Word[],
  { own }: Presence,
  passages: Uint32Array,
): Strictness {
  const all = words.reduce((bits, { share }, bit) => (share > 0 ? bits | (1 << bit) : bits), 0);
  const isAll = (bits: number | undefined): boolean => ((bits ?? 0) & all) === all;
  const inPassage = (passage: number): boolean => isAll(own[passage]);
  if (passages.some(inPassage)) return { step: 'same-passage', hasAll: inPassage };
  for (const step of ['same-section', 'same-document'] as const) {
    const place = placeOf(collection, step);
    const inPlace = new Map<number, number>();
    for (const passage of passages)
      inPlace.set(place(passage), (inPlace.get(place(passage)) ?? 0) | (own[passage] ?? 0));
    if ([...inPlace.values()].some(isAll)) return { step, hasAll: (passage) => isAll(inPlace.get(place(passage))) };
  }
  return { step: 'best-words', hasAll: () => false };
}
