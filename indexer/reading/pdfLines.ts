import type { Gutters } from './pdfColumns.ts';
import { guttersOf, isMidway, rowsAcross } from './pdfColumns.ts';

/** A piece of text as a PDF places it. Lengths in points; y of the base line, growing downwards. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of the type. */
  readonly size: number;
  /** Name of the typeface, '' where it is unknown. */
  readonly face: string;
}

/** A part of a line between wide gaps. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page or of one of its columns. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** 1-based. */
  readonly page: number;
  /** `2/3` for the second of three columns, `1/1` for a line over the whole width. */
  readonly column: string;
  /** The parts of the line that wide gaps divide, as in a table's row. */
  readonly cells: readonly Cell[];
  /** From left to right. */
  readonly pieces: readonly Fragment[];
}

/** The column of a line over the whole width. */
export const whole = '1/1';

/** Chinese characters and full-width marks. */
const wide = /[\u2E80-\u9FFF\u3000-\u303F\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Full-width marks carry white space of their own. */
const closing = /[，。、；：！？）》〉】〕”’]$/;
const opening = /^[（《〈【〔“‘]/;

/** A gap of this many ems divides a line's cells. */
const cellGap = 1.8;

/** What a page shows. */
export interface PageLines {
  /** In reading order, column after column. */
  readonly lines: readonly Line[];
  readonly gutters: Gutters;
}

/** Fragments of one page → its lines. `usual` are the gutters of the page before. */
export function linesOf(fragments: readonly Fragment[], page: number, usual: readonly number[] = []): PageLines {
  const rows = rowsOf(fragments);
  const gutters = guttersOf(rows, usual);
  return { lines: readColumns(rows, page, gutters.places), gutters };
}

/** Lines column after column; a line over the whole width ends the columns above it. */
function readColumns(rows: readonly Fragment[][], page: number, places: readonly number[]): Line[] {
  const lines: Line[] = [];
  const bounds = [...places, Infinity];
  let columns: Line[][] = bounds.map(() => []);
  const closeBand = () => {
    lines.push(...columns.flat());
    columns = bounds.map(() => []);
  };
  const across = rowsAcross(rows, places);
  for (const row of rows) {
    const isFirst = columns.every((column) => column.length === 0);
    if (across.has(row) || (isFirst && isMidway(row, rows))) {
      closeBand();
      lines.push(lineOf(row, page, whole));
      continue;
    }
    bounds.forEach((to, index) => {
      const pieces = row.filter((piece) => piece.left >= (bounds[index - 1] ?? -Infinity) && piece.right <= to);
      if (pieces.length > 0) columns[index]?.push(lineOf(pieces, page, `${index + 1}/${bounds.length}`));
    });
  }
  closeBand();
  return lines;
}

/** Fragments that share a base line, from left to right; rows from top to bottom. */
function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && fragment.y - first.y < 0.4 * Math.max(first.size, fragment.size)) {
      row.push(fragment);
    } else {
      rows.push([fragment]);
    }
  }
  return rows.map((row) => withoutShadows(row.sort((a, b) => a.left - b.left)));
}

/** Bold print made by printing twice, a hair apart. */
function withoutShadows(row: readonly Fragment[]): Fragment[] {
  return row.filter((piece, index) => {
    const before = row[index - 1];
    return before?.text !== piece.text || Math.abs(before.left - piece.left) > 0.1 * piece.size;
  });
}

function lineOf(row: readonly Fragment[], page: number, column: string): Line {
  const gaps = row.map((piece, index) => (piece.left - (row[index - 1]?.right ?? piece.left)) / piece.size);
  const usual = Math.max(0, median(gaps));
  const cells: Cell[] = [];
  row.forEach((piece, index) => {
    const gap = gaps[index] ?? 0;
    const cell = gap > cellGap ? undefined : cells.pop();
    const join = cell !== undefined && isSpace(cell.text, piece.text, gap - usual) ? ' ' : '';
    const text = `${cell?.text ?? ''}${join}${piece.text}`;
    cells.push({ text: text.trim(), left: cell?.left ?? piece.left, right: piece.right });
  });
  return {
    text: cells.map((cell) => cell.text).join(' '),
    cells,
    pieces: row,
    left: row[0]?.left ?? 0,
    right: Math.max(...row.map((piece) => piece.right)),
    y: row[0]?.y ?? 0,
    size: median(row.map((piece) => piece.size)),
    page,
    column,
  };
}

/** Justified Chinese text stands loose, so a gap (in ems) counts by what it has beyond the line's usual one. */
function isSpace(before: string, after: string, gap: number): boolean {
  const chinese = wide.test(before.slice(-1)) || wide.test(after.charAt(0));
  const mark = closing.test(before) || opening.test(after);
  return gap > (mark ? 0.9 : chinese ? 0.22 : 0.15);
}

/** The middle one of the numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
