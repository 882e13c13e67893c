/** Differences of two texts, word by word. */
import { diffArrays } from 'diff';
import { foldText } from '../../indexer/analysis/fold.ts';
import { segment } from '../../indexer/analysis/segment.ts';

/** Pieces without `added` are the earlier text, those without `removed` the later one. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Compares by the analyzer's words; script, width and white space make no difference, and the later text is shown. */
export function diffWords(before: string, after: string): Piece[] {
  const changes = diffArrays(segment(before), segment(after), {
    comparator: (a, b) => a === b || foldText(a) === foldText(b),
  });
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
