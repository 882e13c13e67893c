import type { Block, Cleaned, Problem, Reading } from '../model.ts';
import { dropDouble } from './doubled.ts';
import { decodeEntities } from './entities.ts';
import { takeFactLines } from './factLine.ts';
import type { BlockFilter, Draft, Line } from './furniture.ts';
import { joinTorn } from './joins.ts';
import { learn } from './likelihood.ts';
import { reportLost } from './lost.ts';
import { readBold, readMark } from './marks.ts';
import { takeNewspaperMarks } from './newspaper.ts';
import { dropPageMarks } from './pageMarks.ts';
import { removePinyin } from './pinyin.ts';
import { mayBeShifted, repairShifted, withoutShifted } from './shifted.ts';
import { cutStuckTails } from './stuckTail.ts';
import { dropWebChrome } from './webChrome.ts';
import { closeSpaces, unifySpaces } from './whiteSpace.ts';

/** A char filter: text in, text out, nothing else. */
type CharFilter = (text: string) => string;

/**
 * Blocks as read → canonical text: char filters over every block and cell, then block filters over the document. Pure;
 * never throws. Whatever is taken off or could not be repaired is named in `problems`.
 */
export function clean(reading: Reading): Cleaned {
  const repaired = repairDocument(reading.blocks.map((block) => cleanBlock(block, beforeRepair)));
  const blocks = repaired.blocks.map((block) => finish(block)).filter(isPrinted);
  const draft: Draft = { blocks, clues: reading.clues, problems: [...reading.problems, ...repaired.problems] };
  const cleaned = blockFilters.reduce((result, filter) => filter(result), draft);
  return {
    blocks: cleaned.blocks.map(withoutIndent),
    clues: cleaned.clues,
    problems: [...cleaned.problems, ...reportLost(cleaned.blocks)],
  };
}

const beforeRepair: readonly CharFilter[] = [decodeEntities, unifySpaces];
const afterRepair: readonly CharFilter[] = [removePinyin, closeSpaces, readBold];

const blockFilters: readonly BlockFilter[] = [
  takeNewspaperMarks,
  takeFactLines,
  dropWebChrome,
  dropPageMarks,
  cutStuckTails,
  joinTorn,
  dropDouble,
];

function cleanBlock(block: Block, filters: readonly CharFilter[]): Line {
  const text = apply(filters, block.text);
  const indented = /^[ \t\u00A0\u3000]*(?:\u3000|\u00A0{2}| {2}|\t)/.test(block.text) ? { indented: true } : {};
  if (block.rows === undefined) return { ...block, ...indented, text };
  return { ...block, text, rows: block.rows.map((row) => row.map((cell) => apply(filters, cell))) };
}

function finish(line: Line): Line {
  const marked = readMark(line);
  const text = apply(afterRepair, marked.text);
  if (marked.rows === undefined) return { ...marked, text };
  return { ...marked, text, rows: marked.rows.map((row) => row.map((cell) => apply(afterRepair, cell))) };
}

/** Repairs shifted text by what the rest of the document says; costs nothing where none is suspected. */
function repairDocument(blocks: readonly Line[]): { blocks: readonly Line[]; problems: Problem[] } {
  if (!blocks.some((block) => mayBeShifted(block.text))) return { blocks, problems: [] };
  const likelihood = learn(blocks.map((block) => removePinyin(withoutShifted(block.text))));
  const done: string[] = [];
  const left: string[] = [];
  const repaired = blocks.map((block) => {
    if (!mayBeShifted(block.text)) return block;
    const result = repairShifted(block.text, likelihood);
    done.push(...result.repaired);
    left.push(...result.unrepaired);
    return { ...block, text: result.text };
  });
  const problems: Problem[] = [];
  if (done.length > 0)
    problems.push({ code: 'repaired-encoding', message: `错位的编码，已还原${done.length}处：${done.join('，')}` });
  if (left.length > 0)
    problems.push({ code: 'shifted-encoding', message: `错位的编码，未能还原${left.length}处：${left.join('，')}` });
  return { blocks: repaired, problems };
}

function isPrinted(block: Block): boolean {
  return block.text !== '' || block.rows !== undefined;
}

function withoutIndent({ indented: _, ...block }: Line): Block {
  return block;
}

function apply(filters: readonly CharFilter[], text: string): string {
  return filters.reduce((result, filter) => filter(result), text);
}
