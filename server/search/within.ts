/** Spans that stand together: in one paragraph, in one sentence, or within so many characters. */
import type { Collection } from '../../indexer/index/collection.ts';
import type { Span } from '../../indexer/model.ts';
import { type Matches, matchesOf, mergeSpans, pickSpans, type Spans } from './matches.ts';

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

/** True when one of `partners`, from number `first` on, stands together with the span before it. */
function hasBehind(text: string, { start, end }: Span, partners: Spans, first: number, reach: Reach): boolean {
  const limit = horizon(text, end, reach);
  for (let i = first; i < partners.starts.length; i++) {
    const next = partners.starts[i] ?? 0;
    if (next > limit) break;
    const isItself = next === start && partners.endAt(i) === end;
    if (!isItself && standTogether(text, end, next, reach)) return true;
  }
  return false;
}

/** Those of `spans` that have one of `partners` within reach, before or behind. */
function withPartner(text: string, spans: Spans, partners: Spans, reach: Reach): Spans {
  const kept: number[] = [];
  let next = 0;
  for (let i = 0; i < spans.starts.length; i++) {
    const span = { start: spans.starts[i] ?? 0, end: spans.endAt(i) };
    while ((partners.starts[next] ?? Infinity) < span.start) next++;
    const hasBefore = next > 0 && standTogether(text, partners.endAt(next - 1), span.start, reach);
    if (hasBefore || hasBehind(text, span, partners, next, reach)) kept.push(i);
  }
  return pickSpans(spans, kept);
}

/** Spans of `left` and `right` that stand together, and the passages in which they begin. */
export function together(collection: Collection, left: Matches, right: Matches, reach: Reach): Matches {
  const { text } = collection.phrases;
  return matchesOf(
    collection,
    mergeSpans(withPartner(text, left, right, reach), withPartner(text, right, left, reach)),
  );
}
