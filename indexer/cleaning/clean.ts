import type { Block, Cleaned, Reading } from '../model.ts';
import { decodeEntities } from './entities.ts';
import { readBold, readMark } from './marks.ts';
import { closeSpaces, unifySpaces } from './whiteSpace.ts';

/** A char filter: text in, text out, nothing else. */
type CharFilter = (text: string) => string;

/**
 * Blocks as read → canonical text: every char filter over every block, then block filters. Pure; never throws.
 * Whatever is taken off is named in `problems`.
 */
export function clean(reading: Reading): Cleaned {
  const blocks = reading.blocks.map(cleanBlock).filter((block) => block.text !== '' || block.rows !== undefined);
  return { blocks, clues: reading.clues, problems: [...reading.problems] };
}

const beforeMarks: readonly CharFilter[] = [decodeEntities, unifySpaces];
const afterMarks: readonly CharFilter[] = [readBold, closeSpaces];

function cleanBlock(block: Block): Block {
  const marked = readMark({ ...block, text: apply(beforeMarks, block.text) });
  const text = apply(afterMarks, marked.text);
  if (block.rows === undefined) return { ...marked, text };
  const rows = block.rows.map((row) => row.map((cell) => apply([...beforeMarks, ...afterMarks], cell)));
  return { ...marked, text, rows };
}

function apply(filters: readonly CharFilter[], text: string): string {
  return filters.reduce((result, filter) => filter(result), text);
}
