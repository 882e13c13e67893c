/** Numbered headings inside a paragraph: a lost line break before （一）. The paragraph becomes two that touch. */
import { readNumber } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { Paragraph } from './paragraphs.ts';

const longestTitle = 45;
const afterStop = /[。！？：；:!?]\s*(?=[（(]?[一二三四五六七八九十]+[）)、])/g;

/** Cuts paragraphs before numbered headings that stand inside them. */
export function cutAtInlineHeadings(paragraphs: readonly Paragraph[]): Paragraph[] {
  const digits = findDigits(paragraphs);
  return paragraphs.flatMap((paragraph, index) => {
    if (!mayBeCut(paragraph)) return [paragraph];
    const starts = new Set([...headingStarts(paragraph), ...itemStarts(paragraph), ...(digits.get(index) ?? [])]);
    return starts.size === 0
      ? [paragraph]
      : cutAt(
          paragraph,
          [...starts].sort((one, other) => one - other),
        );
  });
}

function mayBeCut({ text, row, role }: Paragraph): boolean {
  return row === null && role === null && /[（(、.．]/.test(text);
}

/** 1. 2. where a line break was lost: by paragraph, the offsets of those that count on from 1, also over paragraphs. */
function findDigits(paragraphs: readonly Paragraph[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  let run: Digit[] = [];
  const close = (): void => {
    if (run.length > 1)
      for (const { paragraph, start } of run)
        if (start > 0) found.set(paragraph, [...(found.get(paragraph) ?? []), start]);
    run = [];
  };
  for (const digit of paragraphs.flatMap(digitsOf)) {
    if (digit.value !== run.length + 1) close();
    if (digit.value === run.length + 1) run.push(digit);
  }
  close();
  return found;
}

interface Digit {
  readonly paragraph: number;
  readonly start: number;
  readonly value: number;
}

/** At the paragraph's beginning, straight behind a full stop, or 1. behind the title of （一）. */
const digit =
  /\d{1,2}(?=[.．、]\s*(?!\d)[^。；]{4})(?<=(?:^|。\s*)\d{1,2}|^[（(][一二三四五六七八九十]{1,3}[）)][^。；\d]{4,40}1)/g;

function digitsOf(paragraph: Paragraph, index: number): Digit[] {
  if (!mayBeCut(paragraph) || !/\d[.．、]/.test(paragraph.text)) return [];
  return [...paragraph.text.matchAll(digit)].map((match) => ({
    paragraph: index,
    start: match.index,
    value: Number(match[0]),
  }));
}

const afterItem = /[；。;]\s*(?=[（(][一二三四五六七八九十]+[）)])/g;

/** （三）…；（四）…； Items that count on from the one that the paragraph begins with. */
function itemStarts({ text }: Paragraph): number[] {
  let last = readNumber(text.slice(0, longestTitle));
  const starts: number[] = [];
  if (last?.scheme !== 'chinese-bracketed') return starts;
  for (const { index, 0: stop } of text.matchAll(afterItem)) {
    const start = index + stop.length;
    const number = readNumber(text.slice(start, start + longestTitle));
    if (number?.value !== last.value + 1) continue;
    starts.push(start);
    last = number;
  }
  return starts;
}

interface Inline {
  readonly start: number;
  readonly numbering: Numbering;
  readonly isBold: boolean;
  readonly endsParagraph: boolean;
}

/** Offsets of numbers that are bold, alone at the paragraph's end, or count on from one another. */
function headingStarts(paragraph: Paragraph): number[] {
  const found = [...paragraph.text.matchAll(afterStop)].flatMap(({ index, 0: stop }) =>
    inlineAt(paragraph, index + stop.length),
  );
  return found
    .filter(
      (inline, at) =>
        inline.isBold || inline.endsParagraph || countsOn(found[at - 1], inline) || countsOn(inline, found[at + 1]),
    )
    .map(({ start }) => start);
}

function inlineAt({ text, bold }: Paragraph, start: number): Inline[] {
  const numbering = readNumber(text.slice(start, start + longestTitle));
  if (numbering === null || start === 0) return [];
  const rest = text.slice(start + numbering.end);
  const length = /^[^。；;！？]*/u.exec(rest)?.[0].length ?? 0;
  const endsParagraph = length === rest.length && !/[，,、：:]$/u.test(rest);
  if (length < 4 || length > longestTitle || (!endsParagraph && rest.charAt(length) !== '。')) return [];
  return [
    {
      start,
      numbering,
      endsParagraph,
      isBold: bold.some((span) => span.start <= start && span.end > start + numbering.end),
    },
  ];
}

function countsOn(one: Inline | undefined, other: Inline | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.numbering.scheme === other.numbering.scheme && other.numbering.value === one.numbering.value + 1;
}

function cutAt(paragraph: Paragraph, cuts: readonly number[]): Paragraph[] {
  return [0, ...cuts].map((start, at) => {
    const end = cuts[at] ?? paragraph.text.length;
    const bold = paragraph.bold
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
      .filter((span) => span.end > span.start);
    return { ...paragraph, text: paragraph.text.slice(start, end), bold, goesOn: at > 0 };
  });
}
