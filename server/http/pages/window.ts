/** The part of a long paragraph that is shown first: its matches, each with some text around it. */
import type { Span } from '../../../indexer/model.ts';
import { type Fragment, fragments } from '../../search/highlight.ts';

/** A paragraph up to this length (UTF-16 units) is shown whole. */
const SHORT = 260;
/** Characters of context before and behind a match. */
const BEFORE = 46;
const BEHIND = 74;
/** No further match is taken in once the window has this length. */
const ENOUGH = 300;
const ELLIPSIS: Fragment = { text: ' …… ', isMatch: false };

export interface Window {
  readonly fragments: readonly Fragment[];
  /** False when the window is the whole text. */
  readonly isPart: boolean;
  /** Matches that lie outside the window. */
  readonly hidden: number;
}

/** Moves `at` back to the character after the nearest mark within reach, so that a window begins with a clause. */
function beginOfClause(text: string, at: number): number {
  if (at <= 0) return 0;
  const before = text.slice(Math.max(0, at - 24), at);
  const mark = Math.max(...[...'。；，、：！？'].map((c) => before.lastIndexOf(c)));
  return mark < 0 ? at : at - before.length + mark + 1;
}

/** Moves `at` on past the nearest mark within reach, so that a window ends with a clause. */
function endOfClause(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const mark = text.slice(at, at + 24).search(/[。；，！？]/u);
  return mark < 0 ? at : at + mark + 1;
}

/** Stretches of `text` around its first matches, joined where they touch. */
function stretchesOf(text: string, spans: readonly Span[]): Span[] {
  const stretches: { start: number; end: number }[] = [];
  let length = 0;
  for (const span of spans) {
    const last = stretches.at(-1);
    if (last !== undefined && span.end <= last.end) continue;
    if (length >= ENOUGH) break;
    const start = beginOfClause(text, span.start - BEFORE);
    const end = endOfClause(text, span.end + BEHIND);
    if (last !== undefined && start <= last.end) last.end = end;
    else stretches.push({ start, end });
    length = stretches.reduce((sum, stretch) => sum + stretch.end - stretch.start, 0);
  }
  return stretches.length === 0 ? [{ start: 0, end: endOfClause(text, SHORT - 60) }] : stretches;
}

function fragmentsOf(text: string, spans: readonly Span[], stretch: Span): Fragment[] {
  const inside = spans.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  const moved = inside.map(({ start, end }) => ({ start: start - stretch.start, end: end - stretch.start }));
  return fragments(text.slice(stretch.start, stretch.end), moved);
}

/** The window of `text` around `spans` (of `text`, ascending, not overlapping). */
export function windowOf(text: string, spans: readonly Span[]): Window {
  if (text.length <= SHORT) return { fragments: fragments(text, spans), isPart: false, hidden: 0 };
  const stretches = stretchesOf(text, spans);
  const pieces = stretches.flatMap((stretch, i) => [
    ...(i === 0 && stretch.start === 0 ? [] : [ELLIPSIS]),
    ...fragmentsOf(text, spans, stretch),
  ]);
  const isPart = stretches.length > 1 || stretches[0]?.start !== 0 || stretches[0].end < text.length;
  const shown = pieces.filter(({ isMatch }) => isMatch).length;
  const cutEnd = (stretches.at(-1)?.end ?? 0) < text.length;
  return { fragments: cutEnd ? [...pieces, ELLIPSIS] : pieces, isPart, hidden: spans.length - shown };
}
