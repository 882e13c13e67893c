/** Words of a draft that stand verbatim in the collection though nothing marks them as quoted. */
import { fold, unfold } from '../../indexer/analysis/fold.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { cutsNumber, findPhrase } from '../../indexer/index/phraseIndex.ts';
import type { Span } from '../../indexer/model.ts';

/** Characters from which on equal words are no chance. */
export const SHORTEST = 12;
/** Occurrences that are followed to find the longest. */
const FOLLOWED = 200;

/** How far the words at `at` go on as in the collection at one of `starts`. */
function longest(text: string, at: number, limit: number, source: string, starts: Uint32Array): number {
  let best = 0;
  for (const start of starts.subarray(0, FOLLOWED)) {
    let length = SHORTEST;
    while (at + length < limit && text.charCodeAt(at + length) === source.charCodeAt(start + length)) length++;
    best = Math.max(best, length);
  }
  while (best > SHORTEST && cutsNumber(text, at, at + best)) best--;
  return best;
}

/** Longest runs in `text.slice(from, to)`, from left to right, not overlapping. All offsets folded. */
function runsBetween(collection: Collection, text: string, from: number, to: number): Span[] {
  const { phrases } = collection;
  const runs: Span[] = [];
  for (let at = from; at + SHORTEST <= to;) {
    const starts = findPhrase(phrases, text.slice(at, at + SHORTEST));
    const length = starts.length === 0 ? 0 : longest(text, at, to, phrases.text, starts);
    if (length >= SHORTEST) runs.push({ start: at, end: at + length });
    at += Math.max(1, length);
  }
  return runs;
}

/** Runs inside the spans `open` of a draft (UTF-16 offsets in it), as spans of the draft. */
export function findRuns(collection: Collection, draft: string, open: readonly Span[]): Span[] {
  return open.flatMap((span) => {
    const { text, map } = fold(draft.slice(span.start, span.end));
    return runsBetween(collection, text, 0, text.length).map((run) => {
      const { start, end } = unfold(map, run.start, run.end);
      return { start: span.start + start, end: span.start + end };
    });
  });
}
