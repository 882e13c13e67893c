import type { Block } from '../model.ts';
import type { Cell, Line } from './pdfLines.ts';

/** A line with so many cells is a table's row; fewer may be a line with a wide gap. */
const fewestCells = 3;

/** Fewer rows are no table. */
const fewestRows = 3;

/** True for a line that wide gaps divide into at least three cells. */
export function isRow(line: Line): boolean {
  return line.cells.length >= fewestCells;
}

/**
 * Puts a table block in the place of lines that form one: rows of cells, and between them the lines of cells that take
 * several. Lengths in points.
 */
export function gatherTables(lines: readonly Line[], pitch: number): (Line | Block)[] {
  const gathered: (Line | Block)[] = [];
  for (let start = 0; start < lines.length;) {
    const end = tableEnd(lines, start, pitch);
    const region = lines.slice(start, end);
    const found = region.filter(isRow).length >= fewestRows;
    gathered.push(...(found ? [tableOf(region)] : lines.slice(start, start + 1)));
    start = found ? end : start + 1;
  }
  return gathered;
}

/** Index past the last row that follows on line `start` without a line of running text between. */
function tableEnd(lines: readonly Line[], start: number, pitch: number): number {
  const first = lines[start];
  if (first === undefined || !isRow(first)) return start;
  const columns = first.cells;
  let end = start + 1;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined || before === undefined || line.page !== first.page) break;
    if (line.y - before.y > 2.5 * pitch || (!isRow(line) && line.cells.some((cell) => spans(cell, columns)))) break;
    end = index + 1;
  }
  return end;
}

/** True for a cell that reaches over the beginnings of two columns: running text. */
function spans(cell: Cell, columns: readonly Cell[]): boolean {
  return columns.filter((column) => cell.left < column.right && cell.right > column.left).length > 1;
}

function tableOf(region: readonly Line[]): Block {
  const anchors = region.filter(isRow);
  const columns = anchors.reduce<readonly Cell[]>(
    (most, row) => (row.cells.length > most.length ? row.cells : most),
    [],
  );
  const rows = anchors.map(() => columns.map((): string[] => []));
  for (const line of region) {
    const row = rows[nearest(anchors, (anchor) => Math.abs(anchor.y - line.y))];
    for (const cell of cellsOf(line, columns))
      row?.[nearest(columns, (column) => distance(column, cell))]?.push(cell.text);
  }
  return {
    kind: 'table',
    text: '',
    rows: rows.map((row) => row.map((lines) => lines.join(''))),
    ...(region[0] === undefined ? {} : { page: region[0].page }),
  };
}

/** A line's cells, divided also where a small gap ends on a column's left edge. */
function cellsOf(line: Line, columns: readonly Cell[]): readonly Cell[] {
  const cells: Cell[] = [];
  line.pieces.forEach((piece, index) => {
    const gap = piece.left - (line.pieces[index - 1]?.right ?? -Infinity);
    const onEdge = columns.some((column) => Math.abs(column.left - piece.left) < 2);
    const begins = line.cells.some((cell) => cell.left === piece.left);
    const open = begins || (onEdge && gap > 0.25 * piece.size) ? undefined : cells.pop();
    cells.push({ text: `${open?.text ?? ''}${piece.text}`, left: open?.left ?? piece.left, right: piece.right });
  });
  return cells;
}

/** Left edges or middles lie together in a column, whichever way it is set. */
function distance(column: Cell, cell: Cell): number {
  const middles = Math.abs(column.left + column.right - cell.left - cell.right) / 2;
  return Math.min(middles, Math.abs(column.left - cell.left), Math.abs(column.right - cell.right));
}

function nearest<T>(candidates: readonly T[], far: (candidate: T) => number): number {
  let best = 0;
  candidates.forEach((candidate, index) => {
    const other = candidates[best];
    if (other !== undefined && far(candidate) < far(other)) best = index;
  });
  return best;
}
