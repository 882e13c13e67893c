/**
 * The keyword index: passages ranked by their words (BM25+, headings and titles boosted). It orders what the phrase
 * index finds, and answers alone when nothing matches literally. This is the only file that knows MiniSearch.
 */
import MiniSearch, { type Options } from 'minisearch';
import { analyze } from '../analysis/analyzer.ts';
import { type Collection, passageAt, sectionPath } from './collection.ts';

/** A passage that has some of the words, by its number in the collection. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly heading: string;
  readonly title: string;
}

export interface KeywordIndex {
  readonly miniSearch: MiniSearch<Entry>;
}

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

/** Terms of a text that recurs (titles, headings) are found once. */
function rememberTerms(): (text: string) => string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    if (text.length > 200) return analyze(text);
    const terms = known.get(text) ?? analyze(text);
    known.set(text, terms);
    return terms;
  };
}

function options(): Options<Entry> {
  return {
    fields: ['text', 'heading', 'title'],
    tokenize: rememberTerms(),
    processTerm: spell,
    searchOptions: { boost: BOOST, prefix: false, fuzzy: false },
  };
}

function entryOf(collection: Collection, number: number): Entry | undefined {
  const placed = passageAt(collection, number);
  if (placed === undefined) return undefined;
  const { document, passage, text } = placed;
  const path = sectionPath(collection, document.id, passage.section);
  return {
    id: number,
    text,
    heading: path.map((section) => section.heading).join(' '),
    title: document.displayTitle,
  };
}

/** Indexes every passage of the collection; the number of the last one is reported now and then. */
export function buildKeywordIndex(collection: Collection, onProgress?: (passage: number) => void): KeywordIndex {
  const miniSearch = new MiniSearch(options());
  for (let number = 0; number < collection.documentOf.length; number++) {
    const entry = entryOf(collection, number);
    if (entry !== undefined) miniSearch.add(entry);
    if (number % 500 === 0) onProgress?.(number);
  }
  return { miniSearch };
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

/** The index as JSON text; `readKeywordIndex` reads it back. */
export function writeKeywordIndex(index: KeywordIndex): string {
  return JSON.stringify(index.miniSearch);
}

/** Reads what `writeKeywordIndex` wrote for the same collection. */
export function readKeywordIndex(json: string): KeywordIndex {
  return { miniSearch: MiniSearch.loadJSON(json, options()) };
}
