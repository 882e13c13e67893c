/**
 * Folding: canonical text made comparable, with a map back. Folded text is matched, never shown.
 *
 * Width, case, white space, quotation marks, dashes and brackets of either script, and 繁/简 fold together
 * (Unicode NFKD + OpenCC's character table). A line feed stays: it ends a paragraph, and no match runs over it.
 */
import type { Span } from '../model.ts';
import { DROPPED, foldUnit, SEVERAL, unitsOf } from './foldTable.ts';

/** Folded text and where each of its units comes from. */
export interface Folded {
  readonly text: string;
  /** `map[i]`: the offset in the canonical text of the unit that unit `i` of `text` comes from. */
  readonly map: Uint32Array;
}

/** Room for folded units and the places that they come from. */
interface Room {
  readonly units: Uint16Array;
  /** The bytes of `units`. */
  readonly bytes: Buffer;
  readonly map: Uint32Array;
}

function makeRoom(size: number): Room {
  const units = new Uint16Array(size);
  return { units, bytes: Buffer.from(units.buffer), map: new Uint32Array(size) };
}

/** Most texts are paragraphs: they share one room, which costs them no memory of their own. */
const shared = makeRoom(1 << 14);

/** No character decomposes into more units (U+FDFA). */
const mostUnits = 18;

/** Writes the folded units of `text` into `room`, which suffices; how many they are. */
function foldInto({ units, map }: Room, text: string): number {
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldUnit(unit);
    if (folded === DROPPED) continue;
    if (folded !== SEVERAL) {
      units[kept] = folded;
      map[kept++] = at;
      continue;
    }
    const piece = unitsOf(unit);
    for (let i = 0; i < piece.length; i++) {
      units[kept] = piece.charCodeAt(i);
      map[kept++] = at;
    }
  }
  return kept;
}

function roomFor(text: string): Room {
  if (text.length * mostUnits <= shared.units.length) return shared;
  let size = 0;
  for (let at = 0; at < text.length; at++) size += foldedSize(text.charCodeAt(at));
  return size <= shared.units.length ? shared : makeRoom(size);
}

/** Folds `text` (any UTF-16 content) and keeps the way back. */
export function fold(text: string): Folded {
  const room = roomFor(text);
  const length = foldInto(room, text);
  return { text: room.bytes.toString('utf16le', 0, length * 2), map: room.map.slice(0, length) };
}

/** Folded text alone: for queries and comparisons. */
export function foldText(text: string): string {
  const room = roomFor(text);
  return room.bytes.toString('utf16le', 0, foldInto(room, text) * 2);
}

/**
 * Where the folded units `start`–`end` (not empty) stand in the canonical text: from the character that the first
 * comes from to the end of the one that the last comes from. A part of `…` (folded to `...`) is the whole character.
 */
export function unfold(map: Uint32Array, start: number, end: number): Span {
  return { start: map[start] ?? 0, end: (map[end - 1] ?? 0) + 1 };
}

/** Into how many units the unit folds. */
function foldedSize(unit: number): number {
  const folded = foldUnit(unit);
  return folded === SEVERAL ? unitsOf(unit).length : folded === DROPPED ? 0 : 1;
}

/**
 * As `unfold`, for several spans of the folded `text` (ascending, not overlapping, not empty), without folding it: the
 * text is walked no further than the last span. What ends behind the text ends with it; what begins behind it is left out.
 */
export function unfoldSpans(text: string, folded: readonly Span[]): Span[] {
  const spans: Span[] = [];
  // `before`: folded units of what stands before `at`.
  let [at, before] = [0, 0];
  for (const { start, end } of folded) {
    for (; at < text.length; at++) {
      const size = foldedSize(text.charCodeAt(at));
      if (before + size > start) break;
      before += size;
    }
    if (at === text.length) break;
    const from = at;
    // What folds away at the end of the text is no part of a span.
    let behind = at;
    for (; at < text.length; at++) {
      const size = foldedSize(text.charCodeAt(at));
      if (size > 0) behind = at + 1;
      if (before + size >= end) break;
      before += size;
    }
    spans.push({ start: from, end: behind });
  }
  return spans;
}

/** 著 in words in which 简体 keeps it; anywhere else the 著 of 繁體 is 着. */
const WORD_WITH_ZHU = /[显顯昭卓名原专專论論编編土巨遗遺译譯]著|著(?=[名作称稱述录錄者书書])/g;

/**
 * Folded text as 简体 is written: 著力 is 着力, but 显著 stays 显著. For programs that compare what was understood with
 * ordinary 简体; matching needs `foldText`, which never looks at a character's neighbours.
 */
export function foldForReading(text: string): string {
  const { text: folded, map } = fold(text);
  const kept = new Set([...text.matchAll(WORD_WITH_ZHU)].map((found) => found.index + found[0].indexOf('著')));
  if (kept.size === 0) return folded;
  return Array.from(map, (at, i) => (kept.has(at) ? '著' : folded.charAt(i))).join('');
}
