/** Lines: a block's text as it is printed beside what it says once width, script and white space are folded away. */
import { foldText, unfoldSpans } from '../analysis/fold.ts';
import { BOLD_OFF, BOLD_ON, type Block } from '../model.ts';

/** One block, ready to be looked at. */
export interface Line {
  /** Index in `Cleaned.blocks`. */
  readonly block: number;
  readonly kind: Block['kind'];
  /** As printed, without marks of bold print. */
  readonly text: string;
  /**
   * Folded: 简体, half-width, no white space: `政 府 工 作 报 告` is `政府工作报告`, `〔2019〕` is `[2019]`. Only when it is
   * asked for: most lines of a document are not.
   */
  readonly plain: string;
}

const BOLD = new RegExp(`[${BOLD_ON}${BOLD_OFF}]`, 'gu');

export function readLine(block: Block, index: number): Line {
  const text = block.text.replace(BOLD, '').trim();
  let folded: string | undefined;
  return {
    block: index,
    kind: block.kind,
    text,
    get plain() {
      return (folded ??= foldText(text));
    },
  };
}

/** A line of a text that is no block: a clue, a file name. */
export function lineOf(text: string): Line {
  return readLine({ kind: 'paragraph', text }, -1);
}

/** Whether the folded line has at most `length` units. A line that is printed far longer is not folded to find out. */
export function isAtMost(line: Line, length: number): boolean {
  return line.text.length <= 4 * length && line.plain.length <= length;
}

/** The offset in `text` of what unit `at` of `plain` comes from. */
export function placeOf(line: Line, at: number): number {
  return unfoldSpans(line.text, [{ start: at, end: at + 1 }])[0]?.start ?? line.text.length;
}

/** The line up to offset `end` of its folded text. */
export function partOf(line: Line, end: number): Line {
  return end === line.plain.length ? line : lineOf(line.text.slice(0, placeOf(line, end)));
}

/** What is printed for `plain.slice(start, end)`, spaces of letter-spaced print taken out. */
export function printed(line: Line, start: number, end: number): string {
  if (end <= start) return '';
  const [span] = unfoldSpans(line.text, [{ start, end }]);
  return closeUp(line.text.slice(span?.start, span?.end));
}

/** `政 府 工 作 报 告` → `政府工作报告`; blanks between Latin words stay: `CPC Central`. */
export function closeUp(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/gu, '')
    .trim();
}
