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

/** Room for the folded units of one piece of a text, and for the places that they come from. */
const size = 1 << 16;
const room = { units: new Uint16Array(size), map: new Uint32Array(size) };
const bytes = Buffer.from(room.units.buffer);

/** So long is a piece whose folded units surely fit: no character decomposes into more than 18 (U+FDFA). */
const pieceLength = Math.floor(size / 18);

/** Writes the folded units of `text` from `start` to `end` into the room; how many they are. */
function foldPiece({ units, map }: typeof room, text: string, start: number, end: number): number {
  let kept = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldUnit(unit);
    if (folded > SEVERAL) {
      units[kept] = folded;
      map[kept++] = at;
    } else if (folded === SEVERAL) {
      const piece = unitsOf(unit);
      for (let i = 0; i < piece.length; i++) {
        units[kept] = piece.charCodeAt(i);
        map[kept++] = at;
      }
    }
  }
  return kept;
}

/** Folds `text` piece by piece: folding looks at no neighbours. `take` gets each piece, whose map is in the room. */
function foldPieces(text: string, take: (folded: string) => void): void {
  for (let start = 0; start < text.length; start += pieceLength) {
    const kept = foldPiece(room, text, start, Math.min(text.length, start + pieceLength));
    take(bytes.toString('utf16le', 0, kept * 2));
  }
}

/** Folds `text` (any UTF-16 content) and keeps the way back. */
export function fold(text: string): Folded {
  const pieces: string[] = [];
  const maps: Uint32Array[] = [];
  foldPieces(text, (folded) => {
    pieces.push(folded);
    maps.push(room.map.slice(0, folded.length));
  });
  return { text: pieces.join(''), map: joinMaps(maps) };
}

function joinMaps(maps: readonly Uint32Array[]): Uint32Array {
  const [only, ...others] = maps;
  if (only !== undefined && others.length === 0) return only;
  const joined = new Uint32Array(maps.reduce((sum, map) => sum + map.length, 0));
  let at = 0;
  for (const map of maps) {
    joined.set(map, at);
    at += map.length;
  }
  return joined;
}

/** Folded text alone: for queries and comparisons. */
export function foldText(text: string): string {
  const pieces: string[] = [];
  foldPieces(text, (folded) => pieces.push(folded));
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
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
