/** Where words of a draft stand in the collection, verbatim but for what folding makes equal (width, script, marks). */
import { fold, foldText, unfold } from '../../indexer/analysis/fold.ts';
import { type Collection, passageAt, passageOf, type PlacedPassage } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import type { Span } from '../../indexer/model.ts';

/** A place of the collection: the passage in which it begins, and the words as printed there. */
export interface Standing {
  readonly placed: PlacedPassage;
  /** In `placed.text`; words that run on into the next passage end with it. */
  readonly span: Span;
  /** Canonical, all of it, also what lies in the next passage. */
  readonly printed: string;
}

/** The place of folded offsets `start`–`end` (not empty). */
export function standingAt(collection: Collection, start: number, end: number): Standing | null {
  const number = passageOf(collection, start);
  const placed = passageAt(collection, number);
  if (placed === undefined) return null;
  const from = collection.foldedStart[number] ?? 0;
  const { document, passage } = placed;
  const rest = fold(document.text.slice(passage.start));
  const whole = unfold(rest.map, start - from, Math.min(end - from, rest.map.length));
  const span = { start: whole.start, end: Math.min(whole.end, placed.text.length) };
  return { placed, span, printed: document.text.slice(passage.start + whole.start, passage.start + whole.end) };
}

const ENDS = /^[\s,.;:!?、。"']+|[\s,.;:!?、。"']+$/gu;

/** What a draft may add at the ends of its words: marks of its own sentence. */
export function trimMarks(folded: string): string {
  return folded.replace(ENDS, '');
}

/** Forms in which the words may be printed: marks inside a quotation change places, and memos turn them round. */
function formsOf(said: string): string[] {
  const folded = trimMarks(foldText(said));
  return [
    ...new Set([folded, folded.replace(/'/gu, '"'), folded.replace(/["']/gu, (mark) => (mark === '"' ? "'" : '"'))]),
  ];
}

/** Folded spans at which all of `said` stands; empty where it stands nowhere. */
export function findWhole(collection: Collection, said: string): Span[] {
  for (const form of formsOf(said)) {
    const found = findPhrase(collection.phrases, form);
    if (found.length > 0) return Array.from(found, (start) => ({ start, end: start + form.length }));
  }
  return [];
}

const ELLIPSIS = /…+|\.{3,}|〔略〕|\[略\]/gu;

/** What stands between `……`, as spans of `said`; all of it when nothing was left out. */
export function piecesOf(said: string): Span[] {
  const marks = [...said.matchAll(ELLIPSIS)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const starts = [0, ...marks.map(({ end }) => end)];
  const ends = [...marks.map(({ start }) => start), said.length];
  return starts
    .map((start, at) => ({ start, end: ends[at] ?? start }))
    .filter(({ start, end }) => trimMarks(foldText(said.slice(start, end))) !== '');
}

/** `甲……乙`: the words on both sides, in this order, in one document: where the first of them stand. */
export function findPieces(collection: Collection, pieces: readonly string[]): Span[] {
  const [first = '', ...others] = pieces;
  return findWhole(collection, first).flatMap((span) => {
    const documentEnd = endOfDocument(collection, span.start);
    let end = span.end;
    for (const piece of others) {
      const next = findWhole(collection, piece).find((one) => one.start >= end && one.end <= documentEnd);
      if (next === undefined) return [];
      end = next.end;
    }
    return [span];
  });
}

function endOfDocument(collection: Collection, offset: number): number {
  const document = collection.documentOf[passageOf(collection, offset)] ?? 0;
  return collection.foldedStart[collection.firstPassage[document + 1] ?? 0] ?? 0;
}
