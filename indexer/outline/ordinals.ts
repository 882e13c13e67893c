/**
 * 第一，巩固粮食生产。 第二，… on lines of their own, each over its text: headings below the section they are in. One such
 * line is prose; a series of them between two printed headings is an outline.
 */
import { valueOf } from './numbering.ts';
import { nextInBody } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';

/** A paragraph that is, or begins with, such a heading. */
export interface Ordinal {
  readonly index: number;
  /** As printed: `第一，`. */
  readonly label: string;
  readonly value: number;
  /** Whether the line is the heading; else it opens the paragraph. */
  readonly isOwn: boolean;
  /** End of the heading, its stop left off, and where the text that follows begins; UTF-16 units of the paragraph. */
  readonly end: number;
  readonly bodyStart: number;
}

const word = /^(?:第([一二三四五六七八九十]{1,2})|首先)[，,、：:]\s*/u;
const longestLine = 48;
const longestOpening = 34;

/**
 * The ordinal headings by their paragraph. `rankAt` gives a printed heading's rank, null where there is none: a heading
 * that is not below the one over the series ends it.
 */
export function findOrdinals(
  paragraphs: readonly Paragraph[],
  rankAt: (index: number) => number | null,
  isOpen: (index: number) => boolean,
): ReadonlyMap<number, Ordinal> {
  const found = new Map<number, Ordinal>();
  let series: Ordinal[] = [];
  let home = 0;
  const close = (): void => {
    if (isOutline(series, paragraphs)) for (const member of series) found.set(member.index, member);
    series = [];
  };
  paragraphs.forEach((paragraph, index) => {
    const rank = rankAt(index);
    if (rank !== null) {
      if (series.length > 0 && rank > home) return;
      close();
      home = rank;
    } else if (isOpen(index)) {
      const ordinal = readOrdinal(paragraph, index);
      if (ordinal === null) return;
      const step = ordinal.value - (series.at(-1)?.value ?? 0);
      if (step < 1 || step > 2) close();
      series.push(ordinal);
    }
  });
  close();
  return found;
}

function readOrdinal({ text, row, role, block }: Paragraph, index: number): Ordinal | null {
  const match = word.exec(text);
  if (match === null || row !== null || role !== null || block === 'note') return null;
  const value = match[1] === undefined ? 1 : valueOf(match[1]);
  const stop = /[。！？；;]/u.exec(text)?.index ?? text.length;
  const isOwn = stop >= text.length - 1 && text.length <= longestLine && !/[；;，,、：:]$/u.test(text);
  const isOpening = !isOwn && text.charAt(stop) === '。' && stop <= longestOpening;
  if (!isOwn && !isOpening) return null;
  const bodyStart = text.length - text.slice(stop + 1).trimStart().length;
  return { index, label: match[0].trim(), value, isOwn, end: stop, bodyStart };
}

/** Two lines of their own, and text of their own below most of them. */
function isOutline(series: readonly Ordinal[], paragraphs: readonly Paragraph[]): boolean {
  const own = series.filter(({ isOwn }) => isOwn);
  const withBody = own.filter(({ index }) => {
    const { paragraph: next } = nextInBody(paragraphs, index);
    return next !== undefined && next.role === null && !word.test(next.text);
  });
  return own.length > 1 && withBody.length * 2 > own.length;
}
