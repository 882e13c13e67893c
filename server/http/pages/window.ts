/** The part of a long paragraph that is shown first: its matches, each with some text around it. */
import type { Span } from '../../../indexer/model.ts';
import { type Fragment, fragments } from '../../search/highlight.ts';

/** A paragraph up to this length (UTF-16 units) is shown whole. */
const SHORT = 260;
/** Fewer characters than these are not left out. */
const WORTH_FOLDING = 50;
/** Characters of context before and behind a match. */
const BEFORE = 46;
const BEHIND = 74;
/** About so long is a window; it holds as many matches as fit. */
const ENOUGH = 360;
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
  const mark = Math.max(...[...'。；，、：！？,;'].map((c) => before.lastIndexOf(c)));
  return mark < 0 ? at : at - before.length + mark + 1;
}

/** Moves `at` on past the nearest mark within reach, so that a window ends with a clause. */
function endOfClause(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const mark = text.slice(at, at + 24).search(/[。；，！？,;]/u);
  return mark < 0 ? at : at + mark + 1;
}

/** Those that show most of what was found: the first of every wording, then the others as they come. */
function chooseSpans(text: string, spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  const firsts: Span[] = [];
  const others: Span[] = [];
  for (const span of spans) {
    const wording = text.slice(span.start, span.end);
    (seen.has(wording) ? others : firsts).push(span);
    seen.add(wording);
  }
  const most = Math.max(1, Math.floor(ENOUGH / (BEFORE + BEHIND)));
  return [...firsts, ...others].slice(0, most).sort((a, b) => a.start - b.start);
}

/** The clauses around a match, and no other match cut in two. */
function stretchAround(text: string, span: Span, spans: readonly Span[]): Span {
  const start = beginOfClause(text, span.start - BEFORE);
  const end = endOfClause(text, span.end + BEHIND);
  const touched = spans.filter((other) => other.end > start && other.start < end);
  return {
    start: Math.min(start, ...touched.map((other) => other.start)),
    end: Math.max(end, ...touched.map((other) => other.end)),
  };
}

/** Stretches of `text` around the chosen matches, joined where they touch. */
function stretchesOf(text: string, spans: readonly Span[]): Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const span of chooseSpans(text, spans)) {
    const last = stretches.at(-1);
    const { start, end } = stretchAround(text, span, spans);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches.length === 0 ? [{ start: 0, end: endOfClause(text, SHORT - 60) }] : stretches;
}

function fragmentsOf(text: string, spans: readonly Span[], stretch: Span): Fragment[] {
  const inside = spans.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  const moved = inside.map(({ start, end }) => ({ start: start - stretch.start, end: end - stretch.start }));
  return fragments(text.slice(stretch.start, stretch.end), moved);
}

const lengthOf = (stretches: readonly Span[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0);

/** The window of `text` around `spans` (of `text`, ascending, not overlapping). */
export function windowOf(text: string, spans: readonly Span[]): Window {
  const whole: Window = { fragments: fragments(text, spans), isPart: false, hidden: 0 };
  if (text.length <= SHORT) return whole;
  const stretches = stretchesOf(text, spans);
  if (text.length - lengthOf(stretches) < WORTH_FOLDING) return whole;
  const pieces = stretches.flatMap((stretch) => [
    ...(stretch.start === 0 ? [] : [ELLIPSIS]),
    ...fragmentsOf(text, spans, stretch),
  ]);
  if ((stretches.at(-1)?.end ?? 0) < text.length) pieces.push(ELLIPSIS);
  const shown = pieces.filter(({ isMatch }) => isMatch).length;
  return { fragments: pieces, isPart: true, hidden: spans.length - shown };
}
