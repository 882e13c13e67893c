/** Suggestions while a query is being typed. */
import { fold, foldText, unfold } from '../../indexer/analysis/fold.ts';
import { type Collection, passageAt, passageOf } from '../../indexer/index/collection.ts';
import { parse } from '../query/parse.ts';
import { quotable } from '../query/quotation.ts';
import { matchText } from '../search/match.ts';
import { countPassages } from './counting.ts';
import { isSpelled } from './spelling.ts';
import type { DocumentEntry, Entry, SectionEntry, Vocabulary } from './vocabulary.ts';

export const SUGGESTION_KINDS = ['term', 'document', 'section'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface Suggestion {
  /** The query to be, for a term; a title or a heading for the others. */
  readonly text: string;
  readonly kind: SuggestionKind;
  /** Where it leads to. */
  readonly href: string;
  /** Passages that one finds there. */
  readonly passages: number;
}

/** Longer input is a query already, not the beginning of one. In UTF-16 units. */
const LONGEST_TYPED = 40;
/** Places that are kept for each when there are more terms than room. */
const KEPT = { document: 3, section: 2 };

/** `地区:洛阳 “专精` → what stands before the word that is being typed, and the word. */
function splitTyped(typed: string): { head: string; word: string } {
  // Pinyin may be typed with spaces or apostrophes: it is one word.
  if (/^[a-z'’\s]+$/iu.test(typed)) return { head: '', word: typed.replace(/['’\s]/gu, '') };
  const at = Math.max(...[...typed.matchAll(/[\s"“”「」『』()（）|｜:：]/gu)].map((found) => found.index), -1) + 1;
  return { head: typed.slice(0, at), word: typed.slice(at) };
}

const searchHref = (text: string): string => `/search?${new URLSearchParams({ q: text }).toString()}`;

/** gdp → GDP, as the collection writes it where it first does. Han stays folded: in 简体. */
function asWritten(collection: Collection, { folded }: Entry): string {
  if (!/[a-z]/u.test(folded)) return folded;
  const [start] = matchText(collection, folded).starts;
  const placed = start === undefined ? undefined : passageAt(collection, passageOf(collection, start));
  if (start === undefined || placed === undefined) return folded;
  const from = start - (collection.foldedStart[placed.number] ?? 0);
  const span = unfold(fold(placed.text).map, from, from + folded.length);
  return placed.text.slice(span.start, span.end).replace(/\s/gu, '');
}

/** Terms that begin with `word`, in either script or spelling, those written so before those that only sound so. */
export function termsBeginning({ terms }: Vocabulary, word: string, most: number): Entry[] {
  const shelf = terms.get(String.fromCodePoint(word.codePointAt(0) ?? 0)) ?? [];
  const written = shelf.filter(({ folded }) => folded !== word && folded.startsWith(word)).slice(0, most);
  if (!/[a-z]/u.test(word)) return written;
  const spelled: Entry[] = [];
  for (const entry of shelf) {
    if (written.length + spelled.length === most) break;
    if (!entry.folded.startsWith(word) && isSpelled(word, entry)) spelled.push(entry);
  }
  return [...written, ...spelled];
}

function suggestTerms(
  collection: Collection,
  vocabulary: Vocabulary,
  head: string,
  word: string,
  most: number,
): Suggestion[] {
  return termsBeginning(vocabulary, word, most).flatMap((entry) => {
    const text = head + asWritten(collection, entry);
    const passages = countPassages(collection, parse(text).query);
    return passages === 0 ? [] : [{ text, kind: 'term', href: searchHref(text), passages }];
  });
}

/** Anywhere in the text, when it is more than a character; else from its beginning, as it is written or spelled. */
function isNamed(entry: Entry, word: string): boolean {
  if (word.length > 1 && entry.folded.includes(word)) return true;
  return entry.folded.startsWith(word) || (/[a-z]/u.test(word) && isSpelled(word, entry));
}

function firstNamed<T extends Entry>(entries: readonly T[], word: string, most: number): T[] {
  const found: T[] = [];
  for (const entry of entries) {
    if (found.length === most) break;
    if (isNamed(entry, word)) found.push(entry);
  }
  return found;
}

const ofDocument = ({ text, id, passages }: DocumentEntry): Suggestion => ({
  text,
  kind: 'document',
  href: `/documents/${id}`,
  passages,
});

/** A heading that stands in one place leads there; one of several documents is looked for. */
function ofSection(collection: Collection, { text, place }: SectionEntry): Suggestion {
  if (place !== null) {
    const href = `/documents/${place.document}#${encodeURIComponent(place.section)}`;
    return { text, kind: 'section', href, passages: place.passages };
  }
  const query = `"${quotable(text)}"`;
  return { text, kind: 'section', href: searchHref(query), passages: countPassages(collection, parse(query).query) };
}

/** At most `limit` suggestions for what was `typed` so far: terms, then documents, then sections. */
export function suggest(collection: Collection, vocabulary: Vocabulary, typed: string, limit: number): Suggestion[] {
  if (typed.length > LONGEST_TYPED) return [];
  const { head, word: raw } = splitTyped(typed.trimStart());
  const word = foldText(raw);
  if (word === '') return [];
  const terms = suggestTerms(collection, vocabulary, head, word, limit);
  // Titles and headings are whole targets: they do not continue a query.
  if (head !== '') return terms;
  const documents = firstNamed(vocabulary.documents, word, limit).map(ofDocument);
  const sections = firstNamed(vocabulary.sections, word, limit)
    .map((entry) => ofSection(collection, entry))
    .filter(({ passages }) => passages > 0);
  const forSections = Math.min(sections.length, KEPT.section);
  const forDocuments = Math.min(documents.length, KEPT.document);
  const shownTerms = terms.slice(0, Math.max(1, limit - forSections - forDocuments));
  const shownDocuments = documents.slice(0, Math.max(forDocuments, limit - shownTerms.length - forSections));
  return [...shownTerms, ...shownDocuments, ...sections].slice(0, limit);
}
