import { reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off page numbers that stand as lines of their own (`- 12 -`, `第3页 共20页`), rules made of dashes or equals signs,
 * and bare numbers when they count up through the file; a single bare number may be anything and stays.
 */
export function dropPageMarks(draft: Draft): Draft {
  const bare = countingNumbers(draft);
  const isMark = (text: string, index: number): boolean =>
    bare.has(index) || (text.length < 100 && pageMark.test(text));
  const taken = draft.blocks.filter((block, index) => block.rows === undefined && isMark(block.text, index));
  if (taken.length === 0) return draft;
  const gone = new Set(taken);
  return {
    ...draft,
    blocks: draft.blocks.filter((block) => !gone.has(block)),
    problems: [
      ...draft.problems,
      ...reportTaken(
        { zh: '页码和分隔线', en: 'Page numbers and rules' },
        taken.map((block) => block.text),
      ),
    ],
  };
}

/** Indices of lines that are nothing but a number, when at least three in a row count up by one. */
function countingNumbers({ blocks }: Draft): ReadonlySet<number> {
  const lines = blocks.flatMap((block, index) =>
    /^\d{1,3}$/.test(block.text) ? [{ index, value: Number(block.text) }] : [],
  );
  const counting = lines.filter((line, at) => {
    const [before, after] = [lines[at - 1]?.value, lines[at + 1]?.value];
    const apart = (lines[at + 1]?.index ?? line.index + 2) - line.index;
    return apart > 1 && (before === line.value - 1 || after === line.value + 1);
  });
  return new Set(counting.length < 3 ? [] : counting.map((line) => line.index));
}

const pageMark =
  /^(?:[-—–－·•~]{1,2} ?\d{1,4} ?[-—–－·•~]{1,2}|第 ?\d{1,4} ?页(?:[ ,，/]*共 ?\d{1,4} ?页)?|共 ?\d{1,4} ?页|[Pp]age \d{1,4}(?: of \d{1,4})?|[=＝_*~\-－—─━]{5,})$/;
