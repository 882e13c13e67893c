/**
 * The keyword index: passages ranked by their words (BM25+, headings and titles boosted). It orders what the phrase
 * index finds when nothing matches literally. This is the only file that knows MiniSearch.
 *
 * MiniSearch answers, but does not count: added word by word, 40,000 passages cost it 13 s of processor time beside
 * nodejieba's 6. Counted in arrays and handed over in MiniSearch's own serialised form (version 2, `loadJSON`), they
 * cost 2 s; scores are the same. A test holds the two ways together.
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

/** Where a term stands, by field: passage, frequency, passage, frequency … */
type Postings = readonly [number[], number[], number[]];

/** Every word that was seen with its postings; null for one that is no term. */
type Index = Map<string, Postings | null>;

/** Adds the words of one field of a passage; returns how many different terms are among them. */
function addWords(index: Index, passage: number, field: 0 | 1 | 2, words: readonly string[]): number {
  let different = 0;
  for (const word of words) {
    let postings = index.get(word);
    if (postings === undefined) index.set(word, (postings = isTerm(word) ? [[], [], []] : null));
    if (postings === null) continue;
    const list = postings[field];
    const last = list.length - 1;
    if (list[last - 1] === passage) list[last] = (list[last] ?? 0) + 1;
    else {
      list.push(passage, 1);
      different++;
    }
  }
  return different;
}

function writePostings(postings: Postings): string {
  const fields = postings.flatMap((list, field) => {
    if (list.length === 0) return [];
    let entries = '';
    for (let i = 0; i < list.length; i += 2) entries += `${i === 0 ? '' : ','}"${list[i] ?? 0}":${list[i + 1] ?? 0}`;
    return [`"${field}":{${entries}}`];
  });
  return `{${fields.join(',')}}`;
}

/** What MiniSearch writes of itself; `lengths` holds a number for each field of each passage. */
function serialize(index: Index, lengths: Uint32Array): string {
  const passages = lengths.length / FIELDS.length;
  const numbers = Array.from({ length: passages }, (_, passage) => passage);
  const sums = FIELDS.map((_, field) => numbers.reduce((sum, n) => sum + (lengths[n * FIELDS.length + field] ?? 0), 0));
  const head = JSON.stringify({
    serializationVersion: 2,
    documentCount: passages,
    nextId: passages,
    dirtCount: 0,
    documentIds: Object.fromEntries(numbers.map((n) => [n, n])),
    fieldIds: Object.fromEntries(FIELDS.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(
      numbers.map((n) => [n, [...lengths.subarray(n * FIELDS.length, (n + 1) * FIELDS.length)]]),
    ),
    averageFieldLength: sums.map((sum) => sum / passages),
    storedFields: {},
  });
  const terms = Array.from(index).flatMap(([term, postings]) =>
    postings === null ? [] : [`["${spell(term)}",${writePostings(postings)}]`],
  );
  return `${head.slice(0, -1)},"index":[${terms.join(',')}]}`;
}

/**
 * Indexes every passage of the collection; the number of the last one is reported now and then. The index as JSON text:
 * `readKeywordIndex` opens it.
 */
export function buildKeywordIndex(collection: Collection, onProgress?: (passage: number) => void): string {
  const index: Index = new Map();
  const lengths = new Uint32Array(collection.documentOf.length * FIELDS.length);
  // Headings and titles recur on every passage under them: their words are found once.
  const headings = collection.sectionsInOrder.map((section) => segmentFinely(foldText(section.heading)));
  const titles = collection.documents.map((document) => segmentFinely(foldText(document.displayTitle)));
  const { foldedStart, phrases, columns } = collection;
  for (let passage = 0; passage < collection.documentOf.length; passage++) {
    const add = (field: 0 | 1 | 2, words: readonly string[] = []): void => {
      const at = passage * FIELDS.length + field;
      lengths[at] = (lengths[at] ?? 0) + addWords(index, passage, field, words);
    };
    add(TEXT, segmentFinely(phrases.text.slice(foldedStart[passage], foldedStart[passage + 1])));
    for (let number = columns.section[passage] ?? 0; number > 0; number = columns.parent[number] ?? 0)
      add(HEADING, headings[number - 1]);
    add(TITLE, titles[collection.documentOf[passage] ?? 0]);
    if (passage % 500 === 0) onProgress?.(passage);
  }
  return serialize(index, lengths);
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
