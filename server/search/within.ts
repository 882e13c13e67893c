/** Spans that stand together: in one paragraph, in one sentence, or within so many characters. */
import type { Collection } from '../../indexer/index/collection.ts';
import { type Matches, matchesOf, mergeSpans } from './matches.ts';

/** Folded marks that end a sentence; the paragraph's line feed among them. */
const SENTENCE_END = new Set([...'。!?;\n'].map((mark) => mark.charCodeAt(0)));
const PARAGRAPH_END = new Set(['\n'.charCodeAt(0)]);

export type Reach =
  | { readonly kind: 'distance'; readonly characters: number }
  | { readonly kind: 'sentence' }
  | { readonly kind: 'paragraph' };

/** True when no mark of `ends` stands between the two offsets. */
function isUnbroken(text: string, from: number, to: number, ends: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (ends.has(text.charCodeAt(at))) return false;
  return true;
}

function standTogether(text: string, firstEnd: number, secondStart: number, reach: Reach): boolean {
  if (secondStart <= firstEnd) return true;
  switch (reach.kind) {
    case 'distance':
      return secondStart - firstEnd <= reach.characters && isUnbroken(text, firstEnd, secondStart, PARAGRAPH_END);
    case 'sentence':
      return isUnbroken(text, firstEnd, secondStart, SENTENCE_END);
    case 'paragraph':
      return isUnbroken(text, firstEnd, secondStart, PARAGRAPH_END);
  }
}

/** How far ahead a partner may begin before no later one can stand together with this span. */
function horizon(text: string, end: number, reach: Reach): number {
  if (reach.kind === 'distance') return end + reach.characters;
  const paragraph = text.indexOf('\n', end);
  return paragraph < 0 ? text.length : paragraph;
}

/** Of `spans`, those that have a span of `partners` within reach, before or behind. */
function withPartner(text: string, spans: Matches, partners: Matches, reach: Reach): boolean[] {
  const kept = new Array<boolean>(spans.starts.length).fill(false);
  let j = 0;
  for (let i = 0; i < kept.length; i++) {
    const [start, end] = [spans.starts[i] ?? 0, spans.ends[i] ?? 0];
    // Partners that lie before: step back from the last that begins before this span.
    while (j < partners.starts.length && (partners.starts[j] ?? 0) < start) j++;
    if (j > 0 && standTogether(text, partners.ends[j - 1] ?? 0, start, reach)) kept[i] = true;
    const limit = horizon(text, end, reach);
    for (let k = j; !kept[i] && k < partners.starts.length && (partners.starts[k] ?? 0) <= limit; k++) {
      const isItself = partners.starts[k] === start && partners.ends[k] === end;
      if (!isItself && standTogether(text, end, partners.starts[k] ?? 0, reach)) kept[i] = true;
    }
  }
  return kept;
}

function pick(spans: Matches, kept: readonly boolean[]): Matches {
  const wanted = (_: number, i: number): boolean => kept[i] ?? false;
  return { passages: spans.passages, starts: spans.starts.filter(wanted), ends: spans.ends.filter(wanted) };
}

/** Spans of `left` and `right` that stand together, and the passages in which they begin. */
export function together(collection: Collection, left: Matches, right: Matches, reach: Reach): Matches {
  const { text } = collection.phrases;
  const spans = mergeSpans(
    pick(left, withPartner(text, left, right, reach)),
    pick(right, withPartner(text, right, left, reach)),
  );
  return matchesOf(collection, spans.starts, spans.ends);
}
