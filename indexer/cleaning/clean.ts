import type { Block, Cleaned, Problem, Reading } from '../model.ts';
import { dropDouble } from './doubled.ts';
import { decodeEntities } from './entities.ts';
import { takeFactLines } from './factLine.ts';
import { cutFrame } from './frames.ts';
import type { BlockFilter, Draft, Line } from './furniture.ts';
import { joinTorn } from './joins.ts';
import { takeIndexTable } from './indexTable.ts';
import { learn } from './likelihood.ts';
import { reportLost, restoreYears } from './lost.ts';
import { takeMastheads } from './masthead.ts';
import { readBold, readMark } from './marks.ts';
import { takeNewspaperMarks } from './newspaper.ts';
import { dropPageMarks } from './pageMarks.ts';
import { removePinyin } from './pinyin.ts';
import { dropRepeatedTitle } from './repeatedTitle.ts';
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
  const repaired = repairDocument(reading.blocks.map(prepare).flatMap(cutFrame));
  const { blocks, problems } = restoreYears(repaired.blocks);
  const noticed = [...reading.problems, ...repaired.problems, ...problems];
  const cleaned = settle({ blocks, clues: reading.clues, problems: noticed });
  return {
    blocks: cleaned.blocks.map(withoutIndent),
    clues: cleaned.clues,
    problems: [...cleaned.problems, ...reportLost(cleaned.blocks)],
  };
}

const charFilters: readonly CharFilter[] = [decodeEntities, unifySpaces, removePinyin, closeSpaces, readBold];

const blockFilters: readonly BlockFilter[] = [
  takeIndexTable,
  takeMastheads,
  takeNewspaperMarks,
  takeFactLines,
  dropWebChrome,
  dropPageMarks,
  cutStuckTails,
  dropRepeatedTitle,
  joinTorn,
  dropDouble,
];

/** Taking one thing off may uncover another; nearly always a second pass finds nothing. */
const mostPasses = 5;

function settle(draft: Draft): Draft {
  let current = draft;
  const done = new WeakSet<Line>();
  const cleanOnce = (block: Line): Line => {
    if (done.has(block)) return block;
    const cleaned = cleanBlock(block);
    done.add(cleaned);
    return cleaned;
  };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const start = { ...current, blocks: current.blocks.map(cleanOnce).filter(isPrinted) };
    current = blockFilters.reduce((result: Draft, filter) => filter(result), start);
    if (current === start) break;
  }
  return current;
}

/** As much as repairing needs: no entities, one kind of blank, and whether the line was set in. */
function prepare(block: Block): Line {
  const text = unifySpaces(decodeEntities(block.text));
  return setIn.test(block.text) ? { ...block, text, indented: true } : { ...block, text };
}

const setIn = /^[ \t\u00A0\u3000]*(?:\u3000|\u00A0{2}| {2}|\t)/;

function cleanBlock(block: Line): Line {
  const marked = readMark({ ...block, text: cleanText(block.text) });
  if (marked.rows === undefined) return marked;
  return { ...marked, rows: marked.rows.map((row) => row.map(cleanText)) };
}

function cleanText(text: string): string {
  let current = text;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const next = charFilters.reduce((result, filter) => filter(result), current);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** A file with more damaged places than this is not worth the time. */
const mostRepairs = 100;

/** Repairs shifted text by what the rest of the document says; costs nothing where none is suspected. */
function repairDocument(blocks: readonly Line[]): { blocks: readonly Line[]; problems: Problem[] } {
  if (!blocks.some((block) => mayBeShifted(block.text))) return { blocks, problems: [] };
  const likelihood = learn(blocks.map((block) => removePinyin(withoutShifted(block.text))));
  const done: string[] = [];
  const left: string[] = [];
  const repaired = blocks.map((block) => {
    if (!mayBeShifted(block.text)) return block;
    const result = repairShifted(block.text, likelihood, mostRepairs - done.length - left.length);
    done.push(...result.repaired);
    left.push(...result.unrepaired);
    return { ...block, text: result.text };
  });
  const problems: Problem[] = [];
  if (done.length > 0)
    problems.push({
      code: 'repaired-encoding',
      message: {
        zh: `错位的编码，已还原${done.length}处：${done.join('，')}`,
        en: `Shifted encoding, repaired (${done.length}): ${done.join(', ')}`,
      },
    });
  if (left.length > 0)
    problems.push({
      code: 'shifted-encoding',
      message: {
        zh: `错位的编码，未能还原${left.length}处：${left.join('，')}`,
        en: `Shifted encoding that could not be repaired (${left.length}): ${left.join(', ')}`,
      },
    });
  return { blocks: repaired, problems };
}

function isPrinted(block: Block): boolean {
  return block.text !== '' || block.rows !== undefined;
}

function withoutIndent(line: Line): Block {
  if (line.indented === undefined) return line;
  const { indented, ...block } = line;
  return indented ? block : line;
}
