import type { Block } from '../model.ts';
import { markOpening, standingOut } from './pdfFaces.ts';
import type { Line } from './pdfLines.ts';
import { whole } from './pdfLines.ts';
import { gatherTables, isRow } from './pdfTable.ts';

/** Where a column's lines begin and end, and how far apart they stand (points). */
interface Column {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  /** Of the body's type. */
  readonly size: number;
}

/** A line that opens with a section number begins a paragraph: 一、 （二） 第三章 */
const opening =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十百]+[章节条编])/;

/**
 * What a line break cannot divide (UAX 14): a word or number, or one character, with the marks that must follow or
 * precede it; a quotation mark holds on to both its neighbours, so that `广“334”等` is one piece.
 */
const opener = '[（《〈【〔［(\\[]*';
const unit = '(?:[\\w.,%+/:@&·-]+|[^“”‘’])';
const closer = '[，。、；：！？）》〉】〕％%…]*';
const chunk = new RegExp(`^[“‘]*${opener}${unit}${closer}(?:[“”‘’]+${opener}${unit}?${closer})*`, 'u');

/** Joins two lines of Latin words. */
const latin = /[\w,.;:)]$/;

/**
 * Lines, page by page → paragraphs. A line goes on in the next when it is full, that is, when the next line's first
 * word would not have fitted, and the next has no indent, no other size and no wider distance.
 */
export function joinLines(pages: readonly (readonly Line[])[]): Block[] {
  const lines = pages.flat();
  const columns = columnsOf(lines);
  const standsOut = standingOut(lines.flatMap((line) => line.pieces));
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open, columnFor(columns, open[0]), standsOut));
    open = [];
  };
  for (const line of gatherTables(lines, columnFor(columns, lines[0]).pitch)) {
    if ('kind' in line) {
      close();
      blocks.push(line);
      continue;
    }
    const before = open.at(-1);
    const isNext = before !== undefined && goesOn(before, line, columnFor(columns, before), columnFor(columns, line));
    if (!isNext || opensPage(before, line, standsOut)) close();
    open.push(line);
  }
  close();
  return blocks;
}

/**
 * Columns are told apart by their number on the page; the pages of one file are alike. All lines together show the
 * width of the page.
 */
function columnsOf(lines: readonly Line[]): ReadonlyMap<string, Column> {
  const columns = new Map([[whole, measure(lines)]]);
  for (const name of new Set(lines.map((line) => line.column))) {
    if (name !== whole) columns.set(name, measure(lines.filter((line) => line.column === name)));
  }
  return columns;
}

const nowhere: Column = { left: 0, right: Infinity, pitch: Infinity, size: Infinity };

function columnFor(columns: ReadonlyMap<string, Column>, line: Line | undefined): Column {
  return columns.get(line?.column ?? whole) ?? nowhere;
}

/** The outermost left edge that many lines share; the right edge that one in twenty reaches; the commonest distance. */
function measure(lines: readonly Line[]): Column {
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  const distances = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before?.page === line.page && line.y > before.y ? [Math.round(line.y - before.y)] : [];
  });
  return {
    left: outermost(lines.map((line) => Math.round(line.left))),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    pitch: commonest(distances),
    size: commonest(lines.flatMap((line) => Array.from(line.text, () => line.size))),
  };
}

function commonest(numbers: readonly number[]): number {
  return [...countsOf(numbers)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The least number that one in twelve shares: where every paragraph is short, the indent is commoner than the edge. */
function outermost(numbers: readonly number[]): number {
  const shared = [...countsOf(numbers)].filter(([, count]) => count >= numbers.length / 12);
  return shared.length === 0 ? commonest(numbers) : Math.min(...shared.map(([number]) => number));
}

function countsOf(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function goesOn(before: Line, line: Line, column: Column, next: Column): boolean {
  if (isRow(before) || isRow(line)) return false;
  if (wrapsCentred(before, line, column, next)) return true;
  if (isCentred(before, column) || isCentred(line, next)) return false;
  if (Math.abs(before.size - line.size) > 0.12 * Math.max(before.size, line.size)) return false;
  if (line.left > next.left + 1.2 * line.size || before.left > column.left + 6 * line.size) return false;
  if (before.page === line.page && line.y - before.y > column.pitch * 1.3 + 1) return false;
  if (opening.test(line.text) && /[。！？：；”）]$/.test(before.text)) return false;
  return isFull(before, line, column);
}

/** Behind a finished sentence on the page before, a face that stands out begins a paragraph. */
function opensPage(before: Line, line: Line, standsOut: (face: string) => boolean): boolean {
  if (before.page === line.page || !/[。！？]”?$/.test(before.text)) return false;
  const isHeavy = (pieces: Line['pieces'], at: number) =>
    standsOut(pieces.filter(({ text }) => text.trim() !== '').at(at)?.face ?? '');
  return isHeavy(line.pieces, 0) && !isHeavy(before.pieces, -1);
}

/** A centred line that the type's width alone breaks: it is full, or stops in the middle of a clause. */
function wrapsCentred(before: Line, line: Line, column: Column, next: Column): boolean {
  const even = Math.abs(before.left - column.left - (column.right - before.right)) < 1.5 * before.size;
  if (!even || !isCentred(line, next) || before.page !== line.page || before.column !== line.column) return false;
  if (Math.abs(before.size - line.size) > 0.02 * before.size || line.y - before.y > 2.2 * before.size) return false;
  if (/[。！？：；）]$/.test(before.text) || /^[—－―（(]/.test(line.text) || opening.test(line.text)) return false;
  const flush = { ...before, right: before.right - (before.left - column.left) };
  return openEnd.test(before.text) || isFull(flush, line, column);
}

/** A line never ends with one of these and is whole. */
const openEnd = /(?:[，、（“《]|关于|[和与及的])$/;

/** A line is full when the next line's first word or character would not have fitted behind it. */
function isFull(before: Line, line: Line, column: Column): boolean {
  const first = chunk.exec(line.text)?.[0] ?? '';
  const room = column.right - before.right;
  return room < widthOf(first) * line.size + 0.3 * line.size;
}

/** In ems: a Chinese character takes one, a letter or digit about half of one. */
function widthOf(text: string): number {
  let ems = 0;
  for (const char of text) ems += char.charCodeAt(0) < 0x2000 ? 0.55 : 1;
  return ems;
}

/** Between equal margins; a large line of a title may fill the column. */
function isCentred(line: Line, column: Column): boolean {
  const before = line.left - column.left;
  const after = column.right - line.right;
  const large = line.size > 1.15 * column.size;
  return Math.abs(before - after) < 1.5 * line.size && (large || Math.min(before, after) > 2.5 * line.size);
}

function blockOf(lines: readonly Line[], column: Column, standsOut: (face: string) => boolean): Block {
  const [first] = lines;
  let text = '';
  for (const line of lines) text += latin.test(text) && /^[A-Za-z]/.test(line.text) ? ` ${line.text}` : line.text;
  const centred = lines.some((line) => isCentred(line, column));
  return {
    kind: 'paragraph',
    text: markOpening(
      text,
      lines.flatMap((line) => line.pieces),
      standsOut,
    ),
    ...(centred ? { centred } : {}),
    ...(first === undefined ? {} : { page: first.page }),
  };
}
