import type { Line } from './furniture.ts';

/**
 * The width at which a text was broken into lines, in half-width columns (a Han character is two); undefined for text
 * whose lines are paragraphs. Evidence: many lines of one width, no longer ones, and most of them end within a sentence.
 */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  const texts = lines.filter((line) => line.kind === 'paragraph' && line.text.length > 4).map((line) => line.text);
  if (texts.length < fewest) return undefined;
  const widths = texts.map((text) => columns(text));
  const width = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.95)] ?? 0;
  if (width < narrowest || width > widest) return undefined;
  const full = texts.filter((_, index) => isFull(widths[index] ?? 0, width));
  const open = full.filter((text) => !/[。！？：；:!?;”）)]$/.test(text));
  return full.length >= texts.length * 0.4 && open.length >= full.length * 0.5 ? width : undefined;
}

/** Does a line of `columns` reach the edge? The last place or two may stay free because a mark must not begin a line. */
export function isFull(columns: number, width: number): boolean {
  return columns >= width - 5;
}

/** Printed width in half-width columns; an indent does not count. */
export function columns(text: string): number {
  let total = 0;
  for (let at = 0; at < text.length && total <= widest * 2; at += 1) total += text.charCodeAt(at) < 0x2e80 ? 1 : 2;
  return total;
}

const fewest = 12;
const narrowest = 30;
const widest = 140;
