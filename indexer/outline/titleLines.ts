/** A title on several lines is one text: who looks for it whole must find it. */
import { foldText } from '../analysis/fold.ts';
import { isAnnexLabel } from './annexes.ts';
import type { Part } from './headings.ts';
import type { Paragraph } from './paragraphs.ts';

/** What whole titles end with (folded text). */
const ended =
  /(?:报告|纲要|规划|计划|方案|条例|规定|办法|细则|决定|决议|通知|通告|公告|意见|建议|批复|公报|措施|摘登|摘要|节选)(?:\(.{1,20}\))?[》"]?$/u;

/** The paragraphs, of which the further lines of a title or a heading go on in the line before them. */
export function joinTitleLines(
  paragraphs: readonly Paragraph[],
  marked: readonly (readonly Part[])[],
): readonly Paragraph[] {
  return paragraphs.map((paragraph, index) => {
    const before = paragraphs[index - 1];
    const isJoined =
      before !== undefined &&
      isFurtherLine(marked[index]) &&
      isHeading(marked[index - 1]) &&
      isContinued(before, paragraph);
    return isJoined ? { ...paragraph, goesOn: true } : paragraph;
  });
}

function isHeading(parts: readonly Part[] = []): boolean {
  return parts.at(-1)?.kind === 'heading';
}

function isFurtherLine(parts: readonly Part[] = []): boolean {
  return isHeading(parts) && parts[0]?.heading === null;
}

/** Not behind a whole title (printed twice, or with a subtitle), nor between the label of an annex and its title. */
function isContinued(before: Paragraph, line: Paragraph): boolean {
  if (before.role !== line.role || isAnnexLabel(before) || /[。！：]$/u.test(before.text)) return false;
  return !ended.test(foldText(before.text)) || /^[和与與及暨的（(]/u.test(line.text);
}
