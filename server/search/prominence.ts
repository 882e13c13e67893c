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
const AND_SO_ON = code('等');
/** Folded characters that an item of a list has at most. */
const ITEM = 16;

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

/**
 * One of several things: joined by 、 to two others and more, or to one with 等 behind it (`支持甲企业、乙企业等做大做强`), or with 等
 * right behind itself. Of two things that are joined each is said for itself, and so is one that has a figure of its own.
 */
export function isListed(text: string, start: number, end: number): boolean {
  const before = start - (text.charCodeAt(start - 1) === QUOTE ? 2 : 1);
  const after = end + (text.charCodeAt(end) === QUOTE ? 1 : 0);
  if (text.charCodeAt(after) === AND_SO_ON) return !hasFigure(text, start, end);
  const isAfter = text.charCodeAt(before) === LISTING;
  const isBefore = text.charCodeAt(after) === LISTING;
  if (!isAfter && !isBefore) return false;
  const goesOn =
    (isAfter && isBefore) ||
    nextMark(text, isAfter ? before - 1 : before, -1) === LISTING ||
    nextMark(text, isBefore ? after + 1 : after, 1) !== CLAUSE_END;
  return goesOn && !hasFigure(text, start, end);
}

/** What comes first from `at` on, by `step`: a 、, a 等 (behind a thing only), or the end of the clause. */
function nextMark(text: string, at: number, step: 1 | -1): number {
  for (let i = 0; i < ITEM; i++, at += step) {
    const unit = text.charCodeAt(at);
    if (unit === LISTING || (step > 0 && unit === AND_SO_ON)) return unit;
    if (classes[unit] === CLAUSE_END) break;
  }
  return CLAUSE_END;
}
