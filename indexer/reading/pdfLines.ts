/** A piece of text as a PDF places it. Lengths in points; y of the base line, growing downwards. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of the type. */
  readonly size: number;
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
  /** 0 for the whole width or the first column. */
  readonly column: number;
  /** The parts of the line that wide gaps divide, as in a table's row. */
  readonly cells: readonly Cell[];
  /** From left to right. */
  readonly pieces: readonly Fragment[];
}

/** Chinese characters and full-width marks. */
const wide = /[\u2E80-\u9FFF\u3000-\u303F\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Full-width marks carry white space of their own. */
const closing = /[，。、；：！？）》〉】〕”’]$/;
const opening = /^[（《〈【〔“‘]/;

/** A gap of this many ems divides a line's cells. */
const cellGap = 1.8;

/** Fragments of one page → its lines in reading order, column after column. */
export function linesOf(fragments: readonly Fragment[], page: number): Line[] {
  const rows = rowsOf(fragments);
  const gutter = gutterOf(rows);
  if (gutter === null) return rows.map((row) => lineOf(row, page, 0));
  const lines: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const closeBand = () => {
    lines.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((piece) => piece.left < gutter && piece.right > gutter)) {
      closeBand();
      lines.push(lineOf(row, page, 0));
      continue;
    }
    const before = row.filter((piece) => piece.right <= gutter);
    const after = row.filter((piece) => piece.left >= gutter);
    if (before.length > 0) left.push(lineOf(before, page, 0));
    if (after.length > 0) right.push(lineOf(after, page, 1));
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

function lineOf(row: readonly Fragment[], page: number, column: number): Line {
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

/** The middle of the white strip between two columns of running text; null for a page of one column. */
function gutterOf(rows: readonly Fragment[][]): number | null {
  const pieces = rows.flat();
  if (rows.length < 10) return null;
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const width = right - left;
  for (let x = left + width * 0.35; x <= left + width * 0.65; x += width * 0.01) {
    if (isGutter(rows, x, left, right)) return x;
  }
  return null;
}

/** Nearly all rows have text that fills both sides of `x`, and leave it free. */
function isGutter(rows: readonly Fragment[][], x: number, left: number, right: number): boolean {
  let both = 0;
  for (const row of rows) {
    if (row.some((piece) => piece.left < x + 2 && piece.right > x - 2)) continue;
    const before = sum(row.filter((piece) => piece.right <= x));
    const after = sum(row.filter((piece) => piece.left >= x));
    if (before > (x - left) * 0.75 && after > (right - x) * 0.6) both += 1;
  }
  return both >= 6 && both > rows.length * 0.4;
}

function sum(pieces: readonly Fragment[]): number {
  return pieces.reduce((total, piece) => total + piece.right - piece.left, 0);
}

/** The middle one of the numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
