/** A table row as a passage holds it: `8 | 城镇化率(%) | 88.06`, cut into cells that keep their marks. */
import type { Passage, Span } from '../../../indexer/model.ts';
import { type Fragment, fragments } from '../../search/highlight.ts';

const SEPARATOR = ' | ';

export interface Cell {
  /** The column's head; empty where the table has none. */
  readonly head: string;
  readonly fragments: readonly Fragment[];
  /** A cell of a row above reaches over it. */
  readonly isCovered: boolean;
}

/** The part of `span` within [start, end), moved to begin at `start`; undefined when it is empty. */
function clip(span: Span, start: number, end: number): Span[] {
  const from = Math.max(span.start, start);
  const to = Math.min(span.end, end);
  return from < to ? [{ start: from - start, end: to - start }] : [];
}

/** Cuts a row's text into cells; a match over several cells is marked in each. `| 65` has an empty cell first. */
export function cellsOf(
  text: string,
  spans: readonly Span[],
  { heads, under }: Pick<Passage, 'heads' | 'under'>,
): Cell[] {
  // The blank before a bar that begins the text was trimmed off.
  const trimmed = text.startsWith('| ') ? 1 : 0;
  let start = -trimmed;
  let isCovered = under !== undefined;
  return `${' '.repeat(trimmed)}${text}`.split(SEPARATOR).map((cell, column) => {
    const end = start + cell.length;
    const inside = spans.flatMap((span) => clip(span, start, end));
    start = end + SEPARATOR.length;
    isCovered &&= cell === '';
    return { head: heads?.[column] ?? '', fragments: fragments(cell, inside), isCovered };
  });
}
