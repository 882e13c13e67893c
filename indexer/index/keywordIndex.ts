/**
 * The keyword index: passages ranked by their words (BM25+, headings and titles boosted). It orders what the phrase
 * index finds when nothing matches literally. This is the only file that knows MiniSearch.
 *
 * MiniSearch answers, but does not count: 40,000 passages added to it word by word took 19.6 s of processor time. Sorted
 * by counting and handed over in MiniSearch's own serialised form (version 2, `loadJSON`) they take 8.4 s, three quarters
 * of which are nodejieba's; scores are the same. A test holds the two ways together.
 */
import MiniSearch, { type Options } from 'minisearch';
import { isTerm } from '../analysis/analyzer.ts';
import { foldText } from '../analysis/fold.ts';
import { segmentFinely } from '../analysis/segment.ts';
import type { Collection } from './collection.ts';

/** A passage that has some of the words, by its number in the collection. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

interface Entry {
  readonly id: number;
}

export interface KeywordIndex {
  readonly miniSearch: MiniSearch<Entry>;
}

/** Fields by their number in the index. */
const FIELDS = ['text', 'heading', 'title'] as const;
const [TEXT, HEADING, TITLE] = [0, 1, 2] as const;
const BOOST = { heading: 2, title: 1.5 };

/**
 * Three ASCII letters for each UTF-16 unit. MiniSearch's radix tree scans a node's children one by one, and Chinese has
 * thousands at the root; with letters there are at most 26. Equal terms and prefixes stay equal.
 */
function spell(term: string): string {
  let letters = '';
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    letters += String.fromCharCode(97 + (unit % 26), 97 + ((unit / 26) % 26), 97 + unit / 676);
  }
  return letters;
}

const OPTIONS: Options<Entry> = {
  fields: [...FIELDS],
  processTerm: spell,
  searchOptions: { boost: BOOST, prefix: false, fuzzy: false },
};

/** The terms of all passages, numbered, one after the other: each with its place, a passage's field. */
class TermStream {
  /** Every word that was seen with its number; -1 for one that is no term. */
  readonly numbers = new Map<string, number>();
  readonly names: string[] = [];
  terms = new Uint32Array(1 << 20);
  places = new Uint32Array(1 << 20);
  length = 0;

  /** Adds words that stand in `place`. */
  add(place: number, words: readonly string[]): void {
    if (this.length + words.length > this.terms.length) this.grow(words.length);
    for (const word of words) {
      const number = this.numbers.get(word) ?? this.number(word);
      if (number < 0) continue;
      this.terms[this.length] = number;
      this.places[this.length++] = place;
    }
  }

  private number(word: string): number {
    const number = isTerm(word) ? this.names.push(word) - 1 : -1;
    this.numbers.set(word, number);
    return number;
  }

  private grow(least: number): void {
    const size = 2 * this.terms.length + least;
    const [terms, places] = [this.terms, this.places];
    this.terms = new Uint32Array(size);
    this.terms.set(terms);
    this.places = new Uint32Array(size);
    this.places.set(places);
  }
}

/** The places of term `t` are `places[starts[t]]`–`places[starts[t + 1]]`, ascending. */
function sortByTerm({ terms, places, length, names }: TermStream) {
  const starts = new Uint32Array(names.length + 1);
  for (let i = 0; i < length; i++) starts[(terms[i] ?? 0) + 1] = (starts[(terms[i] ?? 0) + 1] ?? 0) + 1;
  for (let term = 0; term < names.length; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const free = starts.slice();
  const sorted = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const slot = free[terms[i] ?? 0] ?? 0;
    sorted[slot] = places[i] ?? 0;
    free[terms[i] ?? 0] = slot + 1;
  }
  return { starts, places: sorted };
}

/** Passages and frequencies of one term as MiniSearch writes them; each different term is counted in `lengths`. */
function writePostings(places: Uint32Array, lengths: Uint32Array): string {
  const fields = FIELDS.map(() => '');
  for (let i = 0; i < places.length;) {
    const place = places[i] ?? 0;
    const first = i;
    while (i < places.length && places[i] === place) i++;
    const field = place % FIELDS.length;
    fields[field] = `${fields[field] ?? ''},"${(place - field) / FIELDS.length}":${i - first}`;
    lengths[place] = (lengths[place] ?? 0) + 1;
  }
  const written = fields.flatMap((entries, field) => (entries === '' ? [] : [`"${field}":{${entries.slice(1)}}`]));
  return `{${written.join(',')}}`;
}

/** What MiniSearch writes of itself. */
function serialize(stream: TermStream, passages: number): string {
  const { starts, places } = sortByTerm(stream);
  const lengths = new Uint32Array(passages * FIELDS.length);
  const terms = stream.names.map(
    (name, term) => `["${spell(name)}",${writePostings(places.subarray(starts[term], starts[term + 1]), lengths)}]`,
  );
  const numbers = Array.from({ length: passages }, (_, passage) => passage);
  const lengthsOf = (passage: number): number[] => [
    ...lengths.subarray(passage * FIELDS.length, (passage + 1) * FIELDS.length),
  ];
  const sums = FIELDS.map((_, field) => numbers.reduce((sum, n) => sum + (lengths[n * FIELDS.length + field] ?? 0), 0));
  const head = JSON.stringify({
    serializationVersion: 2,
    documentCount: passages,
    nextId: passages,
    dirtCount: 0,
    documentIds: Object.fromEntries(numbers.map((n) => [n, n])),
    fieldIds: Object.fromEntries(FIELDS.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(numbers.map((n) => [n, lengthsOf(n)])),
    averageFieldLength: sums.map((sum) => sum / passages),
    storedFields: {},
  });
  return `${head.slice(0, -1)},"index":[${terms.join(',')}]}`;
}

/**
 * Indexes every passage of the collection; the number of the last one is reported now and then. The index as JSON text:
 * `readKeywordIndex` opens it.
 */
export function buildKeywordIndex(collection: Collection, onProgress?: (passage: number) => void): string {
  const stream = new TermStream();
  // Headings and titles recur on every passage under them: their words are found once.
  const headings = collection.sectionsInOrder.map((section) => segmentFinely(foldText(section.heading)));
  const titles = collection.documents.map((document) => segmentFinely(foldText(document.displayTitle)));
  const { foldedStart, phrases, columns, documentOf } = collection;
  for (let passage = 0; passage < documentOf.length; passage++) {
    const place = passage * FIELDS.length;
    stream.add(place + TEXT, segmentFinely(phrases.text.slice(foldedStart[passage], foldedStart[passage + 1])));
    for (let number = columns.section[passage] ?? 0; number > 0; number = columns.parent[number] ?? 0)
      stream.add(place + HEADING, headings[number - 1] ?? []);
    stream.add(place + TITLE, titles[documentOf[passage] ?? 0] ?? []);
    if (passage % 500 === 0) onProgress?.(passage);
  }
  return serialize(stream, documentOf.length);
}

/** Opens what `buildKeywordIndex` made of the same collection. */
export function readKeywordIndex(json: string): KeywordIndex {
  return { miniSearch: MiniSearch.loadJSON(json, OPTIONS) };
}

/** Passages that have at least one of `words` (terms of the analyzer) and are wanted, best first. */
export function rankByWords(
  index: KeywordIndex,
  words: readonly string[],
  isWanted: (passage: number) => boolean,
): RankedPassage[] {
  const results = index.miniSearch.search(words.join('\n'), {
    tokenize: (text: string) => text.split('\n'),
    combineWith: 'OR',
    boostDocument: (id: unknown) => (typeof id === 'number' && isWanted(id) ? 1 : 0),
  });
  return results.flatMap(({ id, score }) => (typeof id === 'number' ? [{ passage: id, score }] : []));
}
