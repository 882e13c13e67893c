import type { Line } from './furniture.ts';

/** Behind a full stop in a frame: a line break that became a blank. */
const lostBreak = /(?<=[。；]) (?=\S)/;

/**
 * The lines of a frame of one cell (a box, 专栏), which were run together when it was saved: as a row of its own each.
 * `甲工程。建设10个。 乙工程。改造5个。|` → two lines.
 */
export function cutFrame(line: Line): Line[] {
  if (line.rows !== undefined) {
    if (!line.rows.some((row) => row.length === 1)) return [line];
    const rows = line.rows.flatMap((row) => (row.length > 1 ? [row] : cellLines(row[0] ?? '').map((cell) => [cell])));
    return [{ ...line, rows }];
  }
  if (line.text.indexOf('|') !== line.text.length - 1) return [line];
  const cell = line.text.slice(0, -1).trim();
  const lines = cellLines(cell);
  return lines.length < 2 ? [line] : lines.map((text) => ({ ...line, text: `${text} |` }));
}

function cellLines(cell: string): string[] {
  return cell.split(lostBreak);
}
