/** Tables: rows of cells, their column heads, and tables that were flattened into lines of text. */
import { COVERED } from '../model.ts';

/** One row of a table. */
export interface Row {
  /** Cells joined by ` | `, empty ones at the end dropped; begins with `|` where the first is empty. */
  readonly text: string;
  readonly cells: readonly string[];
  /** The column heads above it, one a cell; null where the table has none and for head rows. */
  readonly heads: readonly string[] | null;
  /** What the cells say that reach over the row from rows above, from the left. */
  readonly under: readonly string[];
  /** How many columns its table has, at most. */
  readonly columns: number;
}

const separator = ' | ';
const YEAR = /^(?:19|20)\d\d$/;
/** In UTF-16 units; `责任单位（部门）` has eight. */
const LONGEST_HEAD = 8;

/** `8 | 城镇化率(%) | 88.06 |`: two bars, or one at the end. */
export function isTableLine(text: string): boolean {
  return text.includes('|') && (/\|\s*$/.test(text) || text.split('|').length > 2);
}

/** The cells of a line; the bar at its end (and at its beginning) closes a cell and opens none. */
export function splitCells(line: string): string[] {
  return line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/**
 * Rows with their column heads. `headRows` is what the file says, if it says it; else heads are guessed: the first row
 * of several words that has figures, or long texts, under it. Rows without text are dropped, unless `keepEmpty`.
 */
export function readRows(table: readonly (readonly string[])[], headRows?: number, keepEmpty = false): Row[] {
  const rows = table.map((cells) => dropEmptyTail(cells.map((cell) => (cell === COVERED ? '' : cell))));
  const headEnd = headRows === undefined ? guessHeadEnd(rows) : Math.min(headRows, rows.length);
  const heads = headsOf(rows.slice(0, headEnd));
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const under = coversOf(table.slice(headEnd));
  return rows
    .map((cells, index) => ({
      text: cells.join(separator).trim() || (keepEmpty ? '|' : ''),
      cells,
      columns,
      heads: index < headEnd || heads.length === 0 || cells.length < 2 ? null : headsFor(heads, cells),
      under: under[index - headEnd] ?? [],
    }))
    .filter(({ text }) => text !== '');
}

/** For each row what the cells say that reach over it from above. */
function coversOf(rows: readonly (readonly string[])[]): string[][] {
  const above: string[] = [];
  return rows.map((cells) =>
    cells
      .flatMap((cell, column) => {
        if (cell !== COVERED) above[column] = cell.replace(/\s+/g, ' ').trim();
        return cell === COVERED ? (above[column] ?? '') : '';
      })
      .filter((words) => words !== ''),
  );
}

function dropEmptyTail(cells: readonly string[]): string[] {
  const tidy = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  return tidy.slice(0, tidy.findLastIndex((cell) => cell !== '') + 1);
}

/** The index after the last head row; 0 when no row looks like one. */
function guessHeadEnd(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1);
  const row = rows[first];
  const below = rows.slice(first + 1);
  if (row === undefined || first > 2 || row.some((cell, column) => isFigure(cell) && !isYearHead(cell, column, below)))
    return 0;
  return below.some((cells) => cells.some(isFigure)) || headsWords(row, below) ? first + 1 : 0;
}

/** `2030` over amounts; over more years (设立 | 2030, 撤销 | 2031) it is one of them. */
function isYearHead(cell: string, column: number, below: readonly (readonly string[])[]): boolean {
  const under = below.map((cells) => cells[column] ?? '').filter(isFigure);
  return YEAR.test(cell) && under.length > 0 && !under.some((figure) => YEAR.test(figure));
}

/** Whether a row heads a table of words: all its cells are short, and one stands over nothing but far longer ones. */
function headsWords(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const isName = (cell: string) => cell !== '' && cell.length <= LONGEST_HEAD && !/[。；：;:]/u.test(cell);
  if (row.length < 3 || below.length < 2 || !row.every(isName)) return false;
  return row.some((head, column) => {
    const under = below.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
    return under.length >= 2 && under.every(({ length }) => length > LONGEST_HEAD && length >= 2 * head.length);
  });
}

function isFigure(cell: string): boolean {
  return /^[-－+＋<>≤≥<>〈〉]?\s*[\d０-９][\d０-９.,．，]*\s*[%％]?$/u.test(cell);
}

/** Column heads: each column's words from all head rows, a title over the whole table left off. */
function headsOf(rows: readonly (readonly string[])[]): string[] {
  const wide = rows.filter((cells) => cells.length > 1);
  const width = Math.max(0, ...wide.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const words = wide.map((cells) => cells[column] ?? '').filter((word) => word !== '');
    return [...new Set(words)].join(' ');
  });
}

/** What heads the column of names, with or without spaces: `指 标`. */
const NAME_HEAD = /^(?:指标|项目|名称|任务|内容)(?:名称)?$/u;
const SERIAL = /^\d{1,3}$/;

/**
 * The heads over a row's cells. A column of serial numbers often has no head, or lost it: then the first head, 指标,
 * belongs to the second cell.
 */
function headsFor(heads: readonly string[], cells: readonly string[]): string[] {
  const [first = '', second = ''] = cells;
  const lacksHead =
    NAME_HEAD.test((heads[0] ?? '').replace(/\s/g, '')) && SERIAL.test(first) && second !== '' && !isFigure(second);
  return cells.map((_, column) => heads[lacksHead ? column - 1 : column] ?? '');
}
