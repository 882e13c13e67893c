/** Boxes (专栏) of plans: a title 专栏3-1 …, and what is printed within the frame. */
import { readNumber } from './numbering.ts';
import type { Paragraph } from './paragraphs.ts';

const title =
  /^[【（(]?\s*[专專]\s*[栏欄]\s*(?:[0-9０-９]+(?:\s*[-－—–.．]\s*[0-9０-９]+)?|[一二三四五六七八九十]+)(?![0-9０-９年])/u;

/** 专栏2-1 科技创新平台, as a line or as the only cell of a row. */
export function isBoxTitle({ text, row }: Paragraph): boolean {
  return text.length <= 60 && title.test(text) && !/[。；;]/.test(text) && (row === null || row.cells.length === 1);
}

/** 专栏2-1 of a box's title. */
export function boxNumber(text: string): string | null {
  return title.exec(text)?.[0].trim() ?? null;
}

/** For every paragraph that stands in a box, title included: the index of the box's title. */
export function findBoxes(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const boxes = new Map<number, number>();
  paragraphs.forEach((paragraph, index) => {
    if (boxes.has(index) || paragraph.role !== null || !isBoxTitle(paragraph)) return;
    const end = boxEnd(paragraphs, index);
    for (let at = index; at < end; at++) boxes.set(at, index);
  });
  return boxes;
}

/** A box that was printed as a table ends with its rows; else where prose, a heading or the next box begins. */
function boxEnd(paragraphs: readonly Paragraph[], start: number): number {
  const framed = paragraphs[start + 1]?.row !== null || paragraphs[start]?.row !== null;
  let end = start + 1;
  for (let next = paragraphs[end]; next !== undefined && !isBoxTitle(next); next = paragraphs[++end]) {
    const before = end === start + 1 ? null : (paragraphs[end - 1]?.text ?? '');
    if (framed ? next.row === null : next.row === null && !isBoxed(next, before)) break;
  }
  return end;
}

const highestInBox = /^(?:digit|digit-bracketed|circled)$/;

/** XX工程：… */
const named = /^[^。：:，,；;]{2,20}[：:]./u;

/**
 * What stands in an unframed box: its first line, then entries with a short lead (bold XX工程。… or XX工程：…), marks or
 * numbers, or with a name like the entry `before` them (null for the first line).
 */
function isBoxed({ text, role, bold, block }: Paragraph, before: string | null): boolean {
  if (role !== null || block === 'heading') return false;
  const numbering = readNumber(text);
  if (numbering !== null) return highestInBox.test(numbering.scheme);
  const lead = /^[^。：:，,]{2,20}[。：:]./u.test(text) && bold.some(({ start }) => start === 0);
  const isEntry = before !== null && named.test(before) && named.test(text);
  return before === null || lead || isEntry || block === 'item' || /^(?:[●•◆■▲★※◇○·]|——|[—–-]\s)/u.test(text);
}
