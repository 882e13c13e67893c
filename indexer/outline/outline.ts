/** Cleaned blocks → outline: canonical text, sections and passages. */
import type { Cleaned, FrontMatter, Outline, Problem, Section } from '../model.ts';
import { raiseClosings } from './closings.ts';
import { markHeadings } from './headings.ts';
import { cutAtInlineHeadings } from './inlineHeadings.ts';
import { readNumber } from './numbering.ts';
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

/** A text shorter than this needs no headings. */
const shortText = 2000;

function problemsOf({ text, sections, passages }: Outline): Problem[] {
  if (sections.length === 0)
    return passages.length < 8 || text.length < shortText
      ? []
      : [
          problem(
            'no-headings',
            '没有认出标题，全文作为一节处理',
            'No headings were found: the whole text is one section',
          ),
        ];
  const lost = countLost(sections);
  const unnumbered = countLostNumbers(sections);
  return [
    ...problemIf(
      lost,
      `编号有${lost}处在最高一级从“一、”重新开始，上一级标题可能在来源文件中已丢失`,
      `The highest numbers begin anew at 一、 (${lost} times): headings above them may have been lost in the file`,
    ),
    ...problemIf(
      unnumbered,
      `最高一级有${unnumbered}个标题没有编号，恰好填上前后编号之间空出的号，编号可能在来源文件中已丢失`,
      `The highest headings without a number (${unnumbered}) fill exactly what the numbers around them leave out: theirs may have been lost in the file`,
    ),
  ];
}

const problemIf = (count: number, zh: string, en: string): Problem[] =>
  count === 0 ? [] : [problem('lost-headings', zh, en)];

const problem = (code: string, zh: string, en: string): Problem => ({ code, message: { zh, en } });

/** How many headings at the top stand where exactly their numbers are missing: 第一章, 规划, 建设, 第四章. */
function countLostNumbers(sections: readonly Section[]): number {
  const top = sections.filter(({ level }) => level === 1).map(({ number }) => readNumber(number ?? ''));
  const numbered = top.flatMap((number, at) => (number === null ? [] : [{ ...number, at }]));
  return numbered.reduce((count, now, index) => {
    const before = numbered[index - 1];
    const between = before === undefined ? 0 : now.at - before.at - 1;
    const isFilled = now.scheme === before?.scheme && now.value - before.value - 1 === between;
    return count + (isFilled ? between : 0);
  }, 0);
}

/** How often a count at the top begins anew straight behind another: 五、 … 一、 with no line above it. */
function countLost(sections: readonly Section[]): number {
  const numbers = sections.flatMap(({ level, number }) => (level === 1 ? [readNumber(number ?? '')] : []));
  return numbers.filter((now, at) => {
    const before = numbers[at - 1] ?? null;
    return now !== null && before !== null && now.scheme === before.scheme && now.value === 1 && before.value > 1;
  }).length;
}
