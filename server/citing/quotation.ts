/**
 * What a memo quotes of a passage. The words are the document's, character for character; only `……` is ours, where words
 * before, between or after were left out inside a sentence. As a block of its own a quotation stands as printed; in a line of
 * text it goes into “…”, and its own marks change places (`inQuotationMarks`), as GB/T 15834 demands.
 */
import type { Span } from '../../indexer/model.ts';

/** Anything but marks and white space. */
const WORDS = /[^\p{P}\s]/u;
const SENTENCE_END = /[。！？!?；;…][”’）)]*\s*$/u;

/** Spans inside the text, in order, apart from each other, without the white space at their ends. */
function tidy(text: string, spans: readonly Span[]): Span[] {
  const inside = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .sort((a, b) => a.start - b.start);
  const kept: Span[] = [];
  for (const span of inside) {
    const last = kept.at(-1);
    if (last !== undefined && span.start <= last.end)
      kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else kept.push(span);
  }
  return kept;
}

/** A sentence broken off before its first or after its last character is marked; whole sentences are not. */
function isBrokenOff(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return WORDS.test(before) && WORDS.test(text.slice(at)) && !SENTENCE_END.test(before);
}

/**
 * The words of `text` in `spans` (offsets into it; any order; none: all of it), verbatim, `……` where something was left out.
 * `城市更新行动，改造老旧小区。` 7–14 → `……改造老旧小区。`
 */
export function quote(text: string, spans: readonly Span[] = []): string {
  const kept = tidy(text, spans);
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return text.trim();
  const words = kept.map(({ start, end }) => text.slice(start, end).trim()).join('……');
  return `${isBrokenOff(text, first.start) ? '……' : ''}${words}${isBrokenOff(text, last.end) ? '……' : ''}`;
}
