/** Columns of running text on a page, known by the white strips (gutters) between them. */
import type { Fragment } from './pdfLines.ts';

/** A page's gutters: where they are, from left to right (points); `unsure` where strips divide what may be no columns. */
export interface Gutters {
  readonly places: readonly number[];
  readonly unsure: boolean;
}

/** White space that parts columns, in ems; a spread line's characters stand closer. */
const narrowest = 0.8;
/** Of the page's rows, so many leave a gutter free; where only so few do, there may be a table beside text. */
const share = 0.4;
const doubtful = 0.2;
/** Fewer rows prove nothing. */
const fewestRows = 6;
/** A column's part of the page's width is larger. */
const narrowestColumn = 0.15;
/** Running text fills so much of its column in most of its lines; a table's cells and lists do not. */
const filled = 0.7;
const mostly = 0.55;

/**
 * The strips that many rows leave free, if what stands between them is mostly filled, as running text is. `usual` are
 * the gutters of the page before: a last page has too few rows to show its own.
 */
export function guttersOf(rows: readonly Row[], usual: readonly number[]): Gutters {
  const places = stripsOf(rows, share);
  if (places.length > 0 && isRunning(rows, columnsOf(rows, places))) return { places, unsure: false };
  if (rows.length < 2 * fewestRows && usual.length > 0 && fits(rows, usual)) return { places: usual, unsure: false };
  return { places: [], unsure: stripsOf(rows, doubtful).length > 0 };
}

/** Fragments on one base line, from left to right. */
type Row = readonly Fragment[];

interface Extent {
  readonly left: number;
  readonly right: number;
}

function extentOf(pieces: Row): Extent {
  return pieces.reduce(
    ({ left, right }, piece) => ({ left: Math.min(left, piece.left), right: Math.max(right, piece.right) }),
    { left: Infinity, right: -Infinity },
  );
}

function columnsOf(rows: readonly Row[], places: readonly number[]): Extent[] {
  const { left, right } = extentOf(rows.flat());
  return [left, ...places].map((from, index) => ({ left: from, right: places[index] ?? right }));
}

/** Middles of the strips that enough rows leave free, the freest of any that lie closer than a column is wide. */
function stripsOf(rows: readonly Row[], part: number): number[] {
  const { left, right } = extentOf(rows.flat());
  const width = right - left;
  const gaps = rows.flatMap(gapsOf);
  const enough = Math.max(fewestRows, rows.length * part);
  const strips: { middle: number; free: number }[] = [];
  for (const { from, to, free } of plateaus(gaps, left + narrowestColumn * width, right - narrowestColumn * width)) {
    if (free < enough) continue;
    const strip = { middle: (from + to) / 2, free };
    const before = strips.at(-1);
    if (before === undefined || strip.middle - before.middle > narrowestColumn * width) strips.push(strip);
    else if (free > before.free) strips[strips.length - 1] = strip;
  }
  return strips.map((strip) => strip.middle);
}

/** The gaps of a row that are as wide as a gutter. */
function gapsOf(row: Row): Extent[] {
  let right = Infinity;
  return row.flatMap((piece) => {
    const gap = { left: right, right: piece.left };
    right = right === Infinity ? piece.right : Math.max(right, piece.right);
    return gap.right - gap.left >= narrowest * piece.size ? [gap] : [];
  });
}

/** Stretches between `from` and `to` with the number of gaps that cover them all along. */
function plateaus(gaps: readonly Extent[], from: number, to: number): { from: number; to: number; free: number }[] {
  const edges = [...new Set(gaps.flatMap((gap) => [gap.left, gap.right]))].sort((a, b) => a - b);
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1];
    if (next === undefined || edge < from || next > to) return [];
    return [{ from: edge, to: next, free: gaps.filter((gap) => gap.left <= edge && gap.right >= next).length }];
  });
}

/** True when most lines of every column fill it. */
function isRunning(rows: readonly Row[], columns: readonly Extent[]): boolean {
  const places = columns.slice(1).map((column) => column.left);
  const rowFills = rows.filter((row) => !crosses(row, places)).map((row) => fillsOf(row, columns));
  return columns.every((_, index) => {
    const fills = rowFills.map((row) => row[index] ?? 0).filter((fill) => fill > 0);
    return fills.length >= fewestRows && fills.filter((fill) => fill > filled).length > fills.length * mostly;
  });
}

/** What part of each column a row takes. */
function fillsOf(row: Row, columns: readonly Extent[]): number[] {
  return columns.map(({ left, right }) => {
    const pieces = row.filter((piece) => piece.left >= left - 1 && piece.right <= right + 1);
    return lengthOf(pieces) / (right - left);
  });
}

function lengthOf(pieces: Row): number {
  return pieces.reduce((total, piece) => total + piece.right - piece.left, 0);
}

/** True when most rows keep off the gutters and have text on both sides of the first. */
function fits(rows: readonly Row[], places: readonly number[]): boolean {
  const [first = 0] = places;
  const divided = rows.filter(
    (row) =>
      !crosses(row, places) && row.some((piece) => piece.right <= first) && row.some((piece) => piece.left >= first),
  );
  return divided.length > rows.length / 2;
}

/** Rows over the whole width: what lies across a gutter, all rows of a page without one, and a table's. */
export function rowsAcross(rows: readonly Row[], places: readonly number[]): ReadonlySet<Row> {
  if (places.length === 0) return new Set(rows);
  const columns = columnsOf(rows, places);
  const across = new Set(rows.filter((row) => crosses(row, places)));
  let table: Row[] = [];
  for (const row of rows) {
    table = across.has(row) || isScattered(row, columns) ? [...table, row] : [];
    if (table.filter((other) => isScattered(other, columns)).length >= fewestOfTable) table.forEach((other) => across.add(other)); // prettier-ignore
  }
  return across;
}

/** So many rows one after the other show a table. */
const fewestOfTable = 3;

/** True for more cells than there are columns, none of which they fill. */
function isScattered(row: Row, columns: readonly Extent[]): boolean {
  return row.length > columns.length && gapsOf(row).length >= columns.length && fillsOf(row, columns).every((fill) => fill < filled); // prettier-ignore
}

/** True for a line in the middle of the page: a title, or the speaker's office and name, with a gap between. */
export function isMidway(row: Row, rows: readonly Row[]): boolean {
  const page = extentOf(rows.flat());
  const line = extentOf(row);
  const [before, after] = [line.left - page.left, page.right - line.right];
  const em = row[0]?.size ?? 0;
  return (
    Math.abs(before - after) < 1.5 * em && Math.min(before, after) > (narrowestColumn / 2) * (page.right - page.left)
  );
}

/** True for a row with a piece that lies across a gutter. */
function crosses(row: Row, places: readonly number[]): boolean {
  return row.some((piece) => places.some((place) => piece.left < place && piece.right > place));
}
