/** Numbered headings inside a paragraph: a lost line break before （一）. The paragraph becomes two that touch. */
import { readNumber } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { Paragraph } from './paragraphs.ts';

const longestTitle = 45;
const afterStop = /[。！？：；:!?]\s*(?=[（(]?[一二三四五六七八九十]+[）)、])/g;

/** Cuts paragraphs before numbered headings that stand inside them. */
export function cutAtInlineHeadings(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.row !== null || paragraph.role !== null || !/[（(、]/.test(paragraph.text)) return [paragraph];
    const cuts = headingStarts(paragraph);
    return cuts.length === 0 ? [paragraph] : cutAt(paragraph, cuts);
  });
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
