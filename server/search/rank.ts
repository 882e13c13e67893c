/**
 * The order of passages that match exactly.
 *
 * BM25 over exact occurrences (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.6), so that a long paragraph does not win by its
 * length, plus what a reader takes for "about it": the term in a heading above the passage, in its opening, with a figure of
 * its own, or else only as one of a list. Several terms gain by standing near one another, most of all in the order in which
 * they were typed. Headings themselves come after the paragraphs under them.
 *
 * `score` looks at typed columns only; `explain` says the same of one passage in named parts.
 */
import type { Collection } from '../../indexer/index/collection.ts';
import { gallop, type Matches } from './matches.ts';
import { hasFigure, isListed } from './prominence.ts';

const K1 = 1.2;
const B = 0.6;
/** A match that begins within so many folded characters of the passage's start opens it. */
const OPENING = 16;
/** Occurrences in a passage that are looked at for figures and lists. */
const LOOKED_AT = 4;
/** Terms this many folded characters apart, or more, gain nothing by standing in one passage. */
const FAR = 40;

/** What each sign adds to a term's saturated frequency (at most k1 + 1). */
const BOOST = {
  heading: 0.8,
  chapter: 0.5,
  title: 0.3,
  opening: 0.5,
  figure: 0.3,
  listed: -0.4,
  near: 1,
  inOrder: 0.3,
};
/** A heading that matches is worth less than a paragraph that does: it says nothing more. */
const HEADING_WEIGHT = 0.4;

/** A term of the query and where it matches. */
export interface Term {
  /** As typed. */
  readonly text: string;
  readonly matches: Matches;
  /** How much it counts beside its rarity; 1 when left out. */
  readonly weight?: number;
}

/** What a passage's score is made of: the sum of its parts, times its factors. */
export interface Explanation {
  readonly parts: readonly { readonly name: PartName; readonly term: string | null; readonly value: number }[];
  readonly factors: readonly { readonly name: FactorName; readonly value: number }[];
}

export type PartName =
  'occurrences' | 'heading' | 'title' | 'opening' | 'figure' | 'listed' | 'near' | 'keywords' | 'speaker';
export type FactorName = 'headingOnly' | 'share' | 'allWords' | 'answer' | 'document' | 'headings' | 'text';

/** How rare a term is among the passages. */
export function idf(collection: Collection, passages: number): number {
  const all = collection.documentOf.length;
  return Math.log(1 + (all - passages + 0.5) / (passages + 0.5));
}

/** BM25's term frequency: saturated, and less in a long passage. */
function saturate(frequency: number, length: number, average: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / average));
}

/** Folded characters of a passage in the mean. */
function averageLength({ foldedStart, documentOf }: Collection): number {
  return (foldedStart.at(-1) ?? 0) / Math.max(1, documentOf.length);
}

/** Sections (by number) whose own heading has the term, and behind them the documents whose title has it: 1 for each. */
type Named = Uint8Array;

function findNamed(collection: Collection, { passages }: Matches): Named {
  const { isHeading, section, parent } = collection.columns;
  const named = new Uint8Array(parent.length + collection.documents.length);
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    if (isHeading[passage] !== 1) continue;
    const number = section[passage] ?? 0;
    named[number > 0 ? number : parent.length + (collection.documentOf[passage] ?? 0)] = 1;
  }
  return named;
}

/** One term while passages are walked in ascending order. */
class TermScorer {
  readonly term: Term;
  private readonly collection: Collection;
  private readonly named: Named;
  private readonly weight: number;
  private readonly average: number;
  private next = 0;
  /** Parts of the passage that was last looked at, weighted. */
  occurrences = 0;
  heading = 0;
  title = 0;
  opening = 0;
  figure = 0;
  listed = 0;
  /** Where the term first stands in that passage; -1 when it does not. */
  first = -1;

  constructor(collection: Collection, term: Term) {
    this.term = term;
    this.collection = collection;
    this.named = findNamed(collection, term.matches);
    this.weight = idf(collection, term.matches.passages.length) * (term.weight ?? 1);
    this.average = averageLength(collection);
  }

  /** Looks at `passage`, whose folded text is `from`–`to`, and returns the term's share of its score. */
  look(passage: number, from: number, to: number): number {
    const { starts } = this.term.matches;
    // Most of a frequent term's occurrences lie in passages that are not wanted, when another term is rare.
    const begin = gallop(starts, this.next, from);
    this.next = begin;
    while (this.next < starts.length && (starts[this.next] ?? 0) < to) this.next++;
    this.occurrences = this.heading = this.title = this.opening = this.figure = this.listed = 0;
    this.first = -1;
    if (this.next === begin) return 0;
    this.first = starts[begin] ?? 0;
    this.occurrences = this.weight * saturate(this.next - begin, to - from, this.average);
    this.opening = this.first - from < OPENING ? this.weight * BOOST.opening : 0;
    this.lookAbove(passage, from);
    this.lookAround(begin);
    return this.occurrences + this.heading + this.title + this.opening + this.figure + this.listed;
  }

  private runInLength(section: number): number {
    return this.collection.sectionsInOrder[section - 1]?.heading.length ?? 0;
  }

  private lookAbove(passage: number, from: number): void {
    const { section, parent, isRunIn } = this.collection.columns;
    const own = section[passage] ?? 0;
    let number = own;
    // A run-in is no passage of its own: it stands at the head of this one.
    const opensIt = isRunIn[own] === 1 && this.first - from < this.runInLength(own);
    while (!opensIt && number > 0 && this.named[number] !== 1) number = parent[number] ?? 0;
    if (number > 0) this.heading = this.weight * (number === own ? BOOST.heading : BOOST.chapter);
    if (this.named[parent.length + (this.collection.documentOf[passage] ?? 0)] === 1)
      this.title = this.weight * BOOST.title;
  }

  private lookAround(begin: number): void {
    const { text } = this.collection.phrases;
    const { starts, endAt } = this.term.matches;
    let isOnlyListed = true;
    for (let i = begin; i < this.next && i < begin + LOOKED_AT; i++) {
      const start = starts[i] ?? 0;
      const end = endAt(i);
      if (this.figure === 0 && hasFigure(text, start, end)) this.figure = this.weight * BOOST.figure;
      isOnlyListed &&= isListed(text, start, end);
    }
    if (isOnlyListed) this.listed = this.weight * BOOST.listed;
  }
}

/** What terms gain that stand near one another in the passage last looked at: by their first places, in order or not. */
function nearness(scorers: readonly TermScorer[]): number {
  let [least, most, count, isInOrder, last] = [Infinity, -1, 0, true, -1];
  for (const { first, term } of scorers) {
    if (first < 0) continue;
    isInOrder &&= first >= last;
    last = first + term.matches.endAt(0) - (term.matches.starts[0] ?? 0);
    least = Math.min(least, first);
    most = Math.max(most, last);
    count++;
  }
  if (count < 2) return 0;
  const gap = Math.min(FAR, most - least) / FAR;
  return (1 - gap) * (BOOST.near + (isInOrder ? BOOST.inOrder : 0)) * (count - 1);
}

/** Scores `wanted` passages (ascending) by the terms of the query: `result[i]` is the score of `wanted[i]`. */
export function score(collection: Collection, terms: readonly Term[], wanted: Uint32Array): Float64Array {
  const { foldedStart } = collection;
  const { isHeading } = collection.columns;
  const scorers = terms.map((term) => new TermScorer(collection, term));
  const scores = new Float64Array(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const passage = wanted[i] ?? 0;
    const from = foldedStart[passage] ?? 0;
    const to = foldedStart[passage + 1] ?? 0;
    let sum = 0;
    for (const scorer of scorers) sum += scorer.look(passage, from, to);
    if (scorers.length > 1) sum += nearness(scorers);
    scores[i] = isHeading[passage] === 1 ? sum * HEADING_WEIGHT : sum;
  }
  return scores;
}

/** Why `passage` has the score that `score` gives it: its parts, which add up to it. */
export function explain(collection: Collection, terms: readonly Term[], passage: number): Explanation {
  const { foldedStart, columns } = collection;
  const scorers = terms.map((term) => new TermScorer(collection, term));
  const [from, to] = [foldedStart[passage] ?? 0, foldedStart[passage + 1] ?? 0];
  const parts: { name: PartName; term: string | null; value: number }[] = [];
  for (const scorer of scorers) {
    scorer.look(passage, from, to);
    for (const name of ['occurrences', 'heading', 'title', 'opening', 'figure', 'listed'] as const)
      parts.push({ name, term: scorer.term.text, value: scorer[name] });
  }
  if (scorers.length > 1) parts.push({ name: 'near', term: null, value: nearness(scorers) });
  return {
    parts: parts.filter(({ value }) => value !== 0),
    factors: columns.isHeading[passage] === 1 ? [{ name: 'headingOnly', value: HEADING_WEIGHT }] : [],
  };
}
