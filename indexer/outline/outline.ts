/** Cleaned blocks → outline: canonical text, sections and passages. */
import type { Cleaned, FrontMatter, Outline, Problem } from '../model.ts';
import { raiseClosings } from './closings.ts';
import { markHeadings } from './headings.ts';
import { cutAtInlineHeadings } from './inlineHeadings.ts';
import { readParagraphs } from './paragraphs.ts';
import { assemble } from './passages.ts';
import { cutAtRunIns } from './runIn.ts';
import { nest } from './sections.ts';
import { joinTitleLines } from './titleLines.ts';

/**
 * The outline of one document. `front` says which blocks are title, delivery line and so on (`metadata/describe`);
 * `documentId` begins every passage's id. Pure and deterministic; takes any blocks.
 */
export function outline(
  cleaned: Cleaned,
  front: readonly FrontMatter[],
  documentId: string,
): Outline & { problems: readonly Problem[] } {
  const lines = cutAtInlineHeadings(readParagraphs(cleaned.blocks, front));
  const marked = markHeadings(lines);
  const paragraphs = joinTitleLines(lines, marked);
  const nested = nest(marked, (index) => paragraphs[index]?.role != null);
  const placed = cutAtRunIns(raiseClosings(nested, paragraphs), paragraphs);
  const result = assemble(paragraphs, placed, documentId);
  return { ...result, problems: problemsOf(result) };
}

function problemsOf({ sections, passages }: Outline): Problem[] {
  if (sections.length > 0 || passages.length < 8) return [];
  return [
    {
      code: 'no-headings',
      message: { zh: '没有认出标题，全文作为一节处理', en: 'No headings were found: the whole text is one section' },
    },
  ];
}
