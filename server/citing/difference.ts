/** Two texts beside each other, with what differs marked. What folding makes equal (width, script, marks) does not differ. */
import { diffChars } from 'diff';
import { fold, unfold } from '../../indexer/analysis/fold.ts';
import type { Span } from '../../indexer/model.ts';

/** A piece of a text; pieces joined are the text. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

export interface Difference {
  readonly said: readonly Piece[];
  readonly printed: readonly Piece[];
}

function cut(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push({ text: text.slice(at, start), differs: false }, { text: text.slice(start, end), differs: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), differs: false });
  return pieces.filter((piece) => piece.text !== '').map((piece, at, all) => forgiveEnd(piece, at, all));
}

/** A draft ends a quotation as its own sentence demands: marks at either end are no difference. */
function forgiveEnd(piece: Piece, at: number, { length }: readonly Piece[]): Piece {
  const isEnd = at === 0 || at === length - 1;
  return isEnd && /^[\p{P}\s]*$/u.test(piece.text) ? { ...piece, differs: false } : piece;
}

/** Compares what a draft says with what is printed, character by character. */
export function compare(said: string, printed: string): Difference {
  const [draft, print] = [fold(said), fold(printed)];
  const spans = { said: [] as Span[], printed: [] as Span[] };
  let [inDraft, inPrint] = [0, 0];
  for (const { value, added, removed } of diffChars(draft.text, print.text)) {
    if (removed) spans.said.push(unfold(draft.map, inDraft, inDraft + value.length));
    if (added) spans.printed.push(unfold(print.map, inPrint, inPrint + value.length));
    if (!added) inDraft += value.length;
    if (!removed) inPrint += value.length;
  }
  return { said: cut(said, spans.said), printed: cut(printed, spans.printed) };
}
