/** Occurrences as people see them: where they stand in the canonical text of their document. */
import { fold, unfold } from '../../indexer/analysis/fold.ts';
import { type Collection, passageAt, passageOf, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { PolicyDocument, Span } from '../../indexer/model.ts';
import { splitSentences } from '../../indexer/outline/sentences.ts';

export interface Occurrence {
  /** The passage in which it begins. */
  readonly placed: PlacedPassage;
  /** Of the document's canonical text. */
  readonly span: Span;
}

/** Where the folded text of a document begins and ends in that of the collection. */
export function foldedRange(collection: Collection, document: number): Span {
  const { firstPassage, foldedStart } = collection;
  return {
    start: foldedStart[firstPassage[document] ?? 0] ?? 0,
    end: foldedStart[firstPassage[document + 1] ?? 0] ?? 0,
  };
}

/** First index of ascending `offsets` that is not below `offset`. */
export function indexFrom(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const maps = new WeakMap<PolicyDocument, Uint32Array>();

/** From folded to canonical offsets of a document; kept as long as the document is. */
function mapOf(document: PolicyDocument): Uint32Array {
  const map = maps.get(document) ?? fold(document.text).map;
  maps.set(document, map);
  return map;
}

/** The span of its document's canonical text that a span of the collection's folded text (not empty) comes from. */
export function canonicalSpan(collection: Collection, start: number, end: number): Span {
  const number = collection.documentOf[passageOf(collection, start)] ?? 0;
  const document = collection.documents[number];
  const base = foldedRange(collection, number).start;
  return document === undefined ? { start: 0, end: 0 } : unfold(mapOf(document), start - base, end - base);
}

/** The occurrence that has these folded offsets of the collection. */
export function occurrenceAt(collection: Collection, start: number, end: number): Occurrence | undefined {
  const placed = passageAt(collection, passageOf(collection, start));
  return placed === undefined ? undefined : { placed, span: canonicalSpan(collection, start, end) };
}

/** The paragraph in which `offset` of `text` lies, without its line feed. */
export function paragraphAround(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

/** The sentence in which an occurrence begins, its stop included, or the table's row: a span of the document's text. */
export function sentenceAround({ placed, span }: Occurrence): Span {
  const { text } = placed.document;
  const paragraph = paragraphAround(text, span.start);
  const sentence = splitSentences(text, paragraph.start, paragraph.end).find(({ next }) => span.start < next);
  const { start, end } = sentence === undefined ? paragraph : { ...sentence, end: sentence.end + sentence.stop.length };
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}
