/** Where matches stand in a passage's canonical text. The engine gives spans; a template marks them. */
import { unfoldSpans } from '../../indexer/analysis/fold.ts';
import type { Collection, PlacedPassage } from '../../indexer/index/collection.ts';
import type { Span } from '../../indexer/model.ts';
import type { Matches } from './matches.ts';

/** A piece of a text; pieces joined are the text. */
export interface Fragment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** First index whose value is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spans of `placed.text` (UTF-16, ascending, not overlapping) where a match begins. One that runs on into the next passage
 * of the paragraph ends with the text.
 */
export function spansIn(collection: Collection, matches: Matches, placed: PlacedPassage): Span[] {
  const from = collection.foldedStart[placed.number] ?? 0;
  const to = collection.foldedStart[placed.number + 1] ?? 0;
  const folded: Span[] = [];
  for (let i = lowerBound(matches.starts, from); i < matches.starts.length; i++) {
    const start = matches.starts[i] ?? 0;
    if (start >= to) break;
    folded.push({ start: start - from, end: matches.endAt(i) - from });
  }
  if (collection.keepsOffsets[placed.number] !== 1) return unfoldSpans(placed.text, folded);
  const { length } = placed.text;
  return folded.map(({ start, end }) => ({ start, end: Math.min(end, length) }));
}

/** Cuts `text` at `spans` (ascending, not overlapping). */
export function fragments(text: string, spans: readonly Span[]): Fragment[] {
  const pieces: Fragment[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push({ text: text.slice(at, start), isMatch: false }, { text: text.slice(start, end), isMatch: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}
