/** `专精*企业`, `第?产业`: text with `?` (one character) and `*` (some characters of the same sentence). */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { cutsNumber, findPhrase } from '../../indexer/index/phraseIndex.ts';
import { type Matches, matchesOf, noMatches, spansOf } from './matches.ts';

/** At most so many folded characters stand for one `*`. */
const LONGEST_GAP = 30;
const SENTENCE_END = /[。!?;\n]/;

interface Piece {
  readonly text: string;
  /** Characters before the piece: exactly `least` when `isOpen` is false, else at least so many. */
  readonly least: number;
  readonly isOpen: boolean;
}

function piecesOf(pattern: string): Piece[] {
  return [...pattern.matchAll(/([?*]*)([^?*]+)/g)].map(([, gap = '', text = '']) => ({
    text: foldText(text),
    least: gap.split('?').length - 1,
    isOpen: gap.includes('*'),
  }));
}

/** End of the rest of the pattern when it follows at `from`; -1 when it does not. The shortest gaps win. */
function endOf(text: string, from: number, pieces: readonly Piece[]): number {
  let at = from;
  for (const piece of pieces) {
    const latest = at + piece.least + (piece.isOpen ? LONGEST_GAP : 0);
    const found = text.indexOf(piece.text, at + piece.least);
    if (found < 0 || found > latest || SENTENCE_END.test(text.slice(at, found))) return -1;
    at = found + piece.text.length;
  }
  return at;
}

/** Where the pattern matches: from its first piece to its last. */
export function findWildcard(collection: Collection, pattern: string): Matches {
  const { phrases } = collection;
  const [first, ...rest] = piecesOf(pattern);
  if (first === undefined) return noMatches;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const start of findPhrase(phrases, first.text)) {
    const end = endOf(phrases.text, start + first.text.length, rest);
    if (end < 0 || start < (ends.at(-1) ?? 0) || cutsNumber(phrases.text, start, end)) continue;
    starts.push(start);
    ends.push(end);
  }
  return matchesOf(collection, spansOf(Uint32Array.from(starts), Uint32Array.from(ends)));
}
