/**
 * The order of passages that match exactly.
 *
 * BM25 over exact occurrences (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.6), plus boosts for what a reader takes for
 * "about it": the phrase in a heading above the passage or at its beginning. Headings themselves come after the
 * paragraphs under them. Equal scores: the later year first, then the order of the collection.
 */
import { type Collection, sectionKey } from '../../indexer/index/collection.ts';
import type { Matches } from './matches.ts';

const K1 = 1.2;
const B = 0.6;
/** A match that begins within so many folded characters of the passage's start opens it. */
const OPENING = 16;
const BOOST = { heading: 0.8, opening: 0.5, title: 0.3 };
/** A heading that matches is worth less than a paragraph that does: it says nothing more. */
const HEADING_WEIGHT = 0.4;

export interface Scored {
  readonly passage: number;
  readonly score: number;
}

/** A term of the query and where it matches. */
export interface Term {
  readonly matches: Matches;
}

function idf(collection: Collection, passages: number): number {
  const all = collection.documentOf.length;
  return Math.log(1 + (all - passages + 0.5) / (passages + 0.5));
}

/** Sections (by key) whose own heading has the term, and documents (by number) whose title has it. */
interface Named {
  readonly sections: ReadonlySet<string>;
  readonly documents: ReadonlySet<number>;
}

function placesNamed(collection: Collection, matches: Matches): Named {
  const sections = new Set<string>();
  const documents = new Set<number>();
  for (const number of matches.passages) {
    const documentNumber = collection.documentOf[number] ?? 0;
    const document = collection.documents[documentNumber];
    const passage = document?.passages[number - (collection.firstPassage[documentNumber] ?? 0)];
    if (document === undefined || passage?.kind !== 'heading') continue;
    if (passage.section === null) documents.add(documentNumber);
    else sections.add(sectionKey(document.id, passage.section));
  }
  return { sections, documents };
}

function isUnder(collection: Collection, documentId: string, section: string | null, named: Named): boolean {
  for (let id = section; id !== null;) {
    const key = sectionKey(documentId, id);
    if (named.sections.has(key)) return true;
    id = collection.sections.get(key)?.parent ?? null;
  }
  return false;
}

/** Adds one term's share to `scores` (by passage number) for the passages in `wanted`. */
function addTerm(collection: Collection, { matches }: Term, wanted: Uint32Array, scores: Float64Array): void {
  const { foldedStart } = collection;
  const average = (foldedStart.at(-1) ?? 0) / Math.max(1, collection.documentOf.length);
  const weight = idf(collection, matches.passages.length);
  const named = placesNamed(collection, matches);
  let next = 0;
  for (const passage of wanted) {
    const [from, to] = [foldedStart[passage] ?? 0, foldedStart[passage + 1] ?? 0];
    while (next < matches.starts.length && (matches.starts[next] ?? 0) < from) next++;
    const first = matches.starts[next] ?? Infinity;
    let frequency = 0;
    while (next < matches.starts.length && (matches.starts[next] ?? 0) < to) {
      frequency++;
      next++;
    }
    if (frequency === 0) continue;
    const length = 1 - B + (B * (to - from)) / average;
    const saturated = (frequency * (K1 + 1)) / (frequency + K1 * length);
    const boost = boostOf(collection, passage, named, first - from < OPENING);
    scores[passage] = (scores[passage] ?? 0) + weight * (saturated + boost);
  }
}

function boostOf(collection: Collection, number: number, named: Named, isOpening: boolean): number {
  const documentNumber = collection.documentOf[number] ?? 0;
  const document = collection.documents[documentNumber];
  const passage = document?.passages[number - (collection.firstPassage[documentNumber] ?? 0)];
  if (document === undefined || passage === undefined) return 0;
  const heading = isUnder(collection, document.id, passage.section, named) ? BOOST.heading : 0;
  const title = named.documents.has(documentNumber) ? BOOST.title : 0;
  return heading + title + (isOpening ? BOOST.opening : 0);
}

function isHeading(collection: Collection, number: number): boolean {
  const documentNumber = collection.documentOf[number] ?? 0;
  const first = collection.firstPassage[documentNumber] ?? 0;
  return collection.documents[documentNumber]?.passages[number - first]?.kind === 'heading';
}

/** Scores `wanted` passages (ascending) by the terms of the query; the order is that of `wanted`. */
export function score(collection: Collection, terms: readonly Term[], wanted: Uint32Array): Scored[] {
  const scores = new Float64Array(collection.documentOf.length);
  for (const term of terms) addTerm(collection, term, wanted, scores);
  return Array.from(wanted, (passage) => ({
    passage,
    score: (scores[passage] ?? 0) * (isHeading(collection, passage) ? HEADING_WEIGHT : 1),
  }));
}
