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
const CLAUSE_MARKS = new Set([...',;:。!?、\n'].map(code));

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const endsClause = (unit: number): boolean => CLAUSE_MARKS.has(unit);

/** A number behind the match (高标准农田30万亩) or right before it (10万亩高标准农田), within its clause. */
export function hasFigure(text: string, start: number, end: number): boolean {
  for (let at = end; at < end + FIGURE_REACH; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) return true;
    if (endsClause(unit)) break;
  }
  for (let at = start - 1; at >= start - FIGURE_BEFORE; at--) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) return true;
    if (endsClause(unit)) break;
  }
  return false;
}

/** One of several things joined by 、. */
export function isListed(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (before === LISTING || after === LISTING) return true;
  return (
    (before === QUOTE && text.charCodeAt(start - 2) === LISTING) ||
    (after === QUOTE && text.charCodeAt(end + 1) === LISTING)
  );
}
