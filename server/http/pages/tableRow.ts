/** A table row as a passage holds it: `8 | 城镇化率(%) | 88.06`, cut into cells that keep their marks. */
import type { Passage, Span } from '../../../indexer/model.ts';
import { type Fragment, fragments } from '../../search/highlight.ts';

const SEPARATOR = ' | ';

export interface Cell {
  /** The column's head; empty where the table has none. */
  readonly head: string;
  readonly fragments: readonly Fragment[];
}

/** The part of `span` within [start, end), moved to begin at `start`; undefined when it is empty. */
function clip(span: Span, start: number, end: number): Span[] {
  const from = Math.max(span.start, start);
  const to = Math.min(span.end, end);
  return from < to ? [{ start: from - start, end: to - start }] : [];
}

/** Cuts a row's text into cells; a match over several cells is marked in each. */
export function cellsOf(text: string, spans: readonly Span[], passage: Pick<Passage, 'heads'>): Cell[] {
  let start = 0;
  return text.split(SEPARATOR).map((cell, column) => {
    const end = start + cell.length;
    const inside = spans.flatMap((span) => clip(span, start, end));
    start = end + SEPARATOR.length;
    return { head: passage.heads?.[column] ?? '', fragments: fragments(cell, inside) };
  });
}
