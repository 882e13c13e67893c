/**
 * The phrase index: where any string of folded text occurs. Exact, whatever the string.
 *
 * All positions of the text are kept in the order of the two characters that stand there (a suffix array of depth two).
 * A phrase is looked up by a rare pair of neighbouring characters and verified in the text.
 */

/** Folded text with an order over its positions. */
export interface PhraseIndex {
  readonly text: string;
  /** Positions of `text`, sorted by the unit there, then by the next one, then by position. */
  readonly positions: Uint32Array;
  /** `starts[u]`–`starts[u + 1]`: the range of `positions` that begin with unit `u`. */
  readonly starts: Uint32Array;
}

const UNITS = 0x10000;

/** Where each unit's range begins, counted over `text` from `from` on. */
function countUnits(text: string, from: number): Uint32Array {
  const starts = new Uint32Array(UNITS + 1);
  for (let at = from; at < text.length; at++) {
    const next = text.charCodeAt(at) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let unit = 0; unit < UNITS; unit++) starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  return starts;
}

/** The phrase index over folded text; `positions` when they are known. */
export function buildPhraseIndex(text: string, positions: Uint32Array | null = null): PhraseIndex {
  const starts = countUnits(text, 0);
  return { text, starts, positions: positions?.length === text.length ? positions : sortPositions(text, starts) };
}

/** Two passes of counting sort, linear in the length of the text. */
function sortPositions(text: string, starts: Uint32Array): Uint32Array {
  const bySecond = new Uint32Array(text.length);
  const last = text.length - 1;
  // The last position has no second unit and comes first.
  const seconds = countUnits(text, 1);
  if (last >= 0) bySecond[0] = last;
  for (let at = 0; at < last; at++) {
    const second = text.charCodeAt(at + 1);
    const slot = seconds[second] ?? 0;
    bySecond[slot + 1] = at;
    seconds[second] = slot + 1;
  }
  const free = starts.slice();
  const positions = new Uint32Array(text.length);
  for (const at of bySecond) {
    const first = text.charCodeAt(at);
    const slot = free[first] ?? 0;
    positions[slot] = at;
    free[first] = slot + 1;
  }
  return positions;
}

/** First index in `positions[from..to)` whose second unit is not below `unit`. */
function lowerBound(index: PhraseIndex, from: number, to: number, unit: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = index.positions[middle] ?? 0;
    const second = at + 1 < index.text.length ? index.text.charCodeAt(at + 1) : -1;
    if (second < unit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function rangeOfUnit(index: PhraseIndex, unit: number): readonly [number, number] {
  return [index.starts[unit] ?? 0, index.starts[unit + 1] ?? 0];
}

function rangeOfPair(index: PhraseIndex, first: number, second: number): readonly [number, number] {
  const [from, to] = rangeOfUnit(index, first);
  const start = lowerBound(index, from, to, second);
  return [start, lowerBound(index, start, to, second + 1)];
}

/** So few positions are verified sooner than a rarer pair is found. */
const FEW = 32;

/** A rare pair of neighbours in `phrase` (two units or more): its offset there, and its range in `positions`. */
function rarePair(index: PhraseIndex, phrase: string): { offset: number; from: number; to: number } {
  let best = { offset: 0, from: 0, to: Infinity };
  for (let offset = 0; offset + 1 < phrase.length && best.to - best.from > FEW; offset++) {
    const [from, to] = rangeOfPair(index, phrase.charCodeAt(offset), phrase.charCodeAt(offset + 1));
    if (to - from < best.to - best.from) best = { offset, from, to };
  }
  return best;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** `.` or `,` between digits, as in 88.06 and 1,200: a part of the number, unless it separates a date (2021.2.7). */
function continuesNumber(text: string, mark: number, step: 1 | -1): boolean {
  const unit = text.charCodeAt(mark);
  if (!isDigit(text.charCodeAt(mark + step))) return false;
  let end = mark + step;
  while (isDigit(text.charCodeAt(end))) end += step;
  if (unit === 0x2e) return text.charCodeAt(end) !== 0x2e;
  if (unit !== 0x2c) return false;
  const digits = step === 1 ? text.slice(mark + 1, end) : '';
  return step === 1 ? digits.length === 3 : /^\d{3}(?!\d)/.test(text.slice(mark + 1, mark + 5));
}

/**
 * Numbers are whole: a string that begins or ends with a digit does not match inside a longer number
 * (10万 is not in 110万, 88.06 not in 188.06, 88 not in 88.06).
 */
export function cutsNumber(text: string, start: number, end: number): boolean {
  const cutsBefore =
    isDigit(text.charCodeAt(start)) && (isDigit(text.charCodeAt(start - 1)) || continuesNumber(text, start - 1, -1));
  return (
    cutsBefore ||
    (isDigit(text.charCodeAt(end - 1)) && (isDigit(text.charCodeAt(end)) || continuesNumber(text, end, 1)))
  );
}

/** Of ascending positions, those that cut no number and do not overlap the one before (as Ctrl+F counts). */
function keepWhole(text: string, positions: Uint32Array, length: number): Uint32Array {
  const whole = new Uint32Array(positions.length);
  let kept = 0;
  let free = 0;
  for (const at of positions) {
    if (at < free || cutsNumber(text, at, at + length)) continue;
    whole[kept++] = at;
    free = at + length;
  }
  return whole.subarray(0, kept);
}

/** True when all units of `phrase` stand at `at`; a loop is four times as fast as `startsWith` where most do not. */
function standsAt(text: string, phrase: string, at: number): boolean {
  if (at < 0 || at + phrase.length > text.length) return false;
  for (let i = 0; i < phrase.length; i++) if (text.charCodeAt(at + i) !== phrase.charCodeAt(i)) return false;
  return true;
}

/** Ascending offsets at which the units of `phrase` (two or more) stand. A pair needs no verifying, nor a copy. */
function findUnits(index: PhraseIndex, phrase: string): Uint32Array {
  const { offset, from, to } = rarePair(index, phrase);
  if (phrase.length === 2) return index.positions.subarray(from, to);
  const found = new Uint32Array(to - from);
  let count = 0;
  for (let i = from; i < to; i++) {
    const at = (index.positions[i] ?? 0) - offset;
    if (standsAt(index.text, phrase, at)) found[count++] = at;
  }
  return found.subarray(0, count);
}

/** True unless all occurrences are whole and apart, whatever stands around them. */
function mayBeCut(phrase: string): boolean {
  const recurs = phrase.indexOf(phrase.charAt(0), 1) > 0;
  return recurs || isDigit(phrase.charCodeAt(0)) || isDigit(phrase.charCodeAt(phrase.length - 1));
}

/**
 * Where `phrase` (folded) occurs: ascending offsets into the folded text, not overlapping, numbers whole.
 * Nothing for an empty phrase. It may be a part of the index itself: not to be changed.
 */
export function findPhrase(index: PhraseIndex, phrase: string): Uint32Array {
  if (phrase === '') return new Uint32Array(0);
  const [from, to] = rangeOfUnit(index, phrase.charCodeAt(0));
  const found = phrase.length === 1 ? index.positions.slice(from, to).sort() : findUnits(index, phrase);
  return mayBeCut(phrase) ? keepWhole(index.text, found, phrase.length) : found;
}
