/**
 * Quotation marks as people type them: `"…"`, `“…”`, `「…」`, `『…』`, full-width, turned round (`”…”`, `“…“`), mixed (`“…"`).
 */

const MARK = /["＂“”「」『』]/u;
const EVERY_MARK = /["＂“”「」『』]/gu;
const STRAIGHT = /["＂]/u;
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
]);
const WORD_ENDS = /^(?:$|[\p{White_Space}\uFEFF|｜)）])/u;
/** What may follow a closing mark in its run for the marks to be an operator: `“甲”`, `“甲”)`, `“甲 乙”~10`, `“甲”？`, `"甲""乙"`. */
const QUOTATION_ENDS = /^(?:(?:[~～][0-9０-９]{1,4})?[?？]*[)）]*$|["＂])/u;

/** Where the text in quotation marks stands, and where reading goes on. Offsets in the query. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly closed: boolean;
}

export function isMark(char: string | undefined): boolean {
  return char !== undefined && MARK.test(char);
}

function isClosing(mark: string): boolean {
  return [...PAIRS.values()].includes(mark);
}

function endsWord(text: string, at: number): boolean {
  return WORD_ENDS.test(text.slice(at, at + 1));
}

/** The offset of the mark that closes `opener` in `text[from, to)`, or -1. Pairs of other marks inside are skipped. */
function findClosing(text: string, from: number, to: number, opener: string): number {
  const turned = [...PAIRS].find(([, closing]) => closing === opener)?.[0];
  let depth = 0;
  let straight = -1;
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (!MARK.test(char)) continue;
    if (STRAIGHT.test(char)) {
      if (STRAIGHT.test(opener)) return at;
      if (straight < 0 && endsWord(text, at + 1)) straight = at;
    } else if (PAIRS.has(char)) {
      if (char === turned || endsWord(text, at + 1)) return at;
      depth++;
    } else if (depth > 0) depth--;
    else if (!STRAIGHT.test(opener) || endsWord(text, at + 1)) return at;
  }
  return straight;
}

/**
 * Reads the quotation that the mark at `at` opens. Null when the marks belong to the text: `“放管服”改革`, `“甲”“乙”` and
 * a copied `”改革` are looked for as they stand. `runEnd`: where the white space after `at` begins.
 */
export function readQuotation(text: string, at: number, runEnd: number): Quotation | null {
  const opener = text.charAt(at);
  const near = findClosing(text, at + 1, runEnd, opener);
  if (near >= 0 && !QUOTATION_ENDS.test(text.slice(near + 1, runEnd))) return null;
  const end = near >= 0 ? near : findClosing(text, runEnd, text.length, opener);
  if (end < 0 && isClosing(opener)) return null;
  return end >= 0
    ? { start: at + 1, end, next: end + 1, closed: true }
    : { start: at + 1, end: text.length, next: text.length, closed: false };
}

/** `text` with inner marks that would end `"text"` too soon replaced by one that folds alike and quotes nothing. */
export function quotable(text: string): string {
  return findClosing(`${text}"`, 0, text.length + 1, '"') === text.length ? text : text.replace(EVERY_MARK, '〞');
}
