/** Cleaned blocks → paragraphs: bold marks out of the text and into spans, tables into rows, one line each. */
import { BOLD_OFF, BOLD_ON } from '../model.ts';
import type { Block, BlockKind, FrontMatter, FrontRole, Span } from '../model.ts';
import { isTableLine, readRows, splitCells } from './tables.ts';
import type { Row } from './tables.ts';

/** One line of canonical text and what the file says of it. */
export interface Paragraph {
  /** Canonical text without bold marks, line feeds or white space at its ends; never empty. */
  readonly text: string;
  /** Bold print, in UTF-16 units of `text`. */
  readonly bold: readonly Span[];
  readonly block: BlockKind;
  /** The heading level that the file claims, or null. */
  readonly level: number | null;
  readonly centred: boolean;
  readonly page: number | null;
  readonly role: FrontRole | null;
  /** Set when the paragraph is a row of a table. */
  readonly row: Row | null;
  /** True when it goes on in the line of the paragraph before it: they touch. */
  readonly goesOn: boolean;
}

/** The next paragraph that is no caption of a picture; undefined at the end. */
export function nextInBody(paragraphs: readonly Paragraph[], index: number): { at: number; paragraph?: Paragraph } {
  let at = index + 1;
  while (paragraphs[at]?.role === 'caption') at += 1;
  const paragraph = paragraphs[at];
  return paragraph === undefined ? { at } : { at, paragraph };
}

/** All paragraphs of `blocks` in order; blocks without text give none. */
export function readParagraphs(blocks: readonly Block[], front: readonly FrontMatter[]): Paragraph[] {
  const roles = new Map(front.map(({ block, role }) => [block, role]));
  const paragraphs = blocks.flatMap((block, index) => paragraphsOf(block, roles.get(index) ?? null));
  return withTextTables(paragraphs);
}

function paragraphsOf(block: Block, role: FrontRole | null): Paragraph[] {
  const paragraphOf = ({ text, bold }: Print, row: Row | null): Paragraph => ({
    text,
    bold,
    block: block.kind,
    level: block.level ?? null,
    centred: block.centred ?? false,
    page: block.page ?? null,
    role,
    row,
    goesOn: false,
  });
  if (block.rows !== undefined && block.rows.length > 0) {
    const plain = block.rows.map((cells) => cells.map((cell) => unbold(cell).text));
    return readRows(plain, block.headRows).map((row) => paragraphOf({ text: row.text, bold: [] }, row));
  }
  return unboldLines(block.text).map((print) => paragraphOf(print, null));
}

interface Print {
  readonly text: string;
  readonly bold: readonly Span[];
}

/** Cuts at line breaks; bold print that runs over one goes on in the next line. */
function unboldLines(marked: string): Print[] {
  if (!/[\r\n]/.test(marked)) return [unbold(marked)].filter(({ text }) => text !== '');
  let open = false;
  return marked
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const whole = (open ? BOLD_ON : '') + line;
      open = whole.lastIndexOf(BOLD_ON) > whole.lastIndexOf(BOLD_OFF);
      return unbold(whole);
    })
    .filter(({ text }) => text !== '');
}

/** `甲\uE000乙\uE001` → 甲乙, bold 1–2. White space at the ends goes, too. */
function unbold(marked: string): Print {
  if (!marked.includes(BOLD_ON) && !marked.includes(BOLD_OFF)) return trim({ text: marked, bold: [] });
  const bold: Span[] = [];
  let text = '';
  let start = -1;
  for (const piece of marked.split(/([\uE000\uE001])/)) {
    if (piece === BOLD_ON) start = start < 0 ? text.length : start;
    else if (piece === BOLD_OFF) {
      if (start >= 0 && text.length > start) bold.push({ start, end: text.length });
      start = -1;
    } else text += piece;
  }
  if (start >= 0 && text.length > start) bold.push({ start, end: text.length });
  return trim({ text, bold });
}

function trim({ text, bold }: Print): Print {
  const from = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const within = (at: number) => Math.min(Math.max(at - from, 0), trimmed.length);
  const spans = bold.map(({ start, end }) => ({ start: within(start), end: within(end) }));
  return { text: trimmed, bold: spans.filter(({ start, end }) => end > start) };
}

/** Gathers lines that were printed as a table (`8 | 城镇化率(%) | 88.06 |`) into rows. */
function withTextTables(paragraphs: readonly Paragraph[]): Paragraph[] {
  const result: Paragraph[] = [];
  for (let at = 0; at < paragraphs.length;) {
    let end = at;
    while (isTextRow(paragraphs[end])) end++;
    if (end === at) end++;
    const lines = paragraphs.slice(at, end);
    const isTable = lines.every(isTextRow);
    result.push(...(isTable ? asRows(lines) : lines));
    at = end;
  }
  return result;
}

function isTextRow(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && paragraph.row === null && isTableLine(paragraph.text);
}

function asRows(lines: readonly Paragraph[]): Paragraph[] {
  const rows = readRows(
    lines.map(({ text }) => splitCells(text)),
    undefined,
    true,
  );
  return lines.flatMap((line, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ ...line, text: row.text, bold: [], row }];
  });
}

/** Whether bold print covers all of `start`–`end` of the paragraph but for punctuation at its end. */
export function isBold({ text, bold }: Paragraph, start: number, end: number): boolean {
  if (bold.length === 0) return false;
  const bare = text.slice(start, end).replace(/[\s。！？：；，.!?:;,]+$/u, '').length;
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  return bare > 0 && bold.some((span) => span.start <= from && span.end >= start + bare);
}
