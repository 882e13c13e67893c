/** What stands behind the body: a glossary, annexes, and what follows the signature. */
import type { Span } from '../model.ts';
import { isGlossaryTitle } from './glossary.ts';
import type { Paragraph } from './paragraphs.ts';

/** `附件1` alone in its line: what follows it is the title of an annex. */
export function isAnnexLabel(paragraph: Paragraph | undefined): boolean {
  return paragraph?.row === null && /^附[件表录錄][一二三四五六七八九十\d\s]{0,3}[:：]?$/u.test(paragraph.text);
}

/**
 * The glossary, from its title, in paragraphs; past the end when there is none. It stands in the last part of a document,
 * and ends where a label begins another annex.
 */
export function findGlossary(paragraphs: readonly Paragraph[]): Span {
  const { length } = paragraphs;
  const start = paragraphs.findLastIndex(({ text, row }) => row === null && isGlossaryTitle(text));
  if (start <= 0 || start === length - 1) return { start: length, end: length };
  const end = paragraphs.findIndex((paragraph, index) => index > start && isAnnexLabel(paragraph));
  return { start, end: end < 0 ? length : end };
}

/** The index of the signature's last line behind the body; past the end when there is none. */
export function annexStart(paragraphs: readonly Paragraph[]): number {
  const at = paragraphs.findIndex(({ role }, index) => role === 'signature' && paragraphs[index + 1]?.role !== role);
  return at > paragraphs.length / 4 ? at : paragraphs.length;
}
