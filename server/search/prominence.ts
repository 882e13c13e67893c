/**
 * How much a passage says about what matches in it, seen from the match: `新建5G基站1000个` gives its figure,
 * `抓好地铁、高速、立交` only lists it.
 */

/** A figure belongs to the match when it begins so many folded characters behind it, or ends so many before it. */
const FIGURE_REACH = 8;
const FIGURE_BEFORE = 4;

const code = (char: string): number => char.charCodeAt(0);
const QUOTE = code('"');
const LISTING = code('、');

const DIGIT = 1;
const CLAUSE_END = 2;
/** What each unit of folded text is: looked up for every character around every match. */
const classes = new Uint8Array(0x10000);
for (const digit of '0123456789') classes[code(digit)] = DIGIT;
for (const mark of ',;:。!?、\n') classes[code(mark)] = CLAUSE_END;

/** A number behind the match (高标准农田30万亩) or right before it (10万亩高标准农田), within its clause. */
export function hasFigure(text: string, start: number, end: number): boolean {
  const last = Math.min(text.length, end + FIGURE_REACH);
  for (let at = end; at < last; at++) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === DIGIT) return true;
    if (kind === CLAUSE_END) break;
  }
  const first = Math.max(0, start - FIGURE_BEFORE);
  for (let at = start - 1; at >= first; at--) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === DIGIT) return true;
    if (kind === CLAUSE_END) break;
  }
  return false;
}

/** One of several things joined by 、, in quotation marks or not. */
export function isListed(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const after = end < text.length ? text.charCodeAt(end) : 0;
  if (before === LISTING || after === LISTING) return true;
  return (
    (before === QUOTE && start > 1 && text.charCodeAt(start - 2) === LISTING) ||
    (after === QUOTE && end + 1 < text.length && text.charCodeAt(end + 1) === LISTING)
  );
}
