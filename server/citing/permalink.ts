/** What stands behind a paragraph's permanent address today: the paragraph, what became of it, or what it said. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { type Collection, findDocument, findPassage, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { FormerPassage } from '../../indexer/index/passageRecord.ts';
import type { PolicyDocument, Span } from '../../indexer/model.ts';
import { compare, type Difference } from './difference.ts';
import { findNearest } from './nearest.ts';
import { findWhole, standingAt } from './standing.ts';

export type Permalink =
  | { readonly state: 'present'; readonly placed: PlacedPassage }
  /** The words stand unchanged, under another id: the outline or the document's title changed. */
  | { readonly state: 'moved'; readonly placed: PlacedPassage; readonly former: FormerPassage }
  /** The nearest text, in which some words differ. */
  | {
      readonly state: 'changed';
      readonly placed: PlacedPassage;
      readonly former: FormerPassage;
      readonly difference: Difference;
    }
  /** Once here, now nowhere. `document` is still there, or null. */
  | { readonly state: 'gone'; readonly former: FormerPassage; readonly document: PolicyDocument | null }
  /** Never seen here; its document may be. */
  | { readonly state: 'unknown'; readonly document: PolicyDocument | null };

/** Less in common, and it is another text. */
const NEAR = 0.5;

/** A passage's id begins with its document's. */
const documentIdOf = (passageId: string): string => passageId.slice(0, Math.max(0, passageId.lastIndexOf('-')));

function rangeOf({ firstPassage, foldedStart }: Collection, document: number): Span {
  const start = foldedStart[firstPassage[document] ?? 0] ?? 0;
  return { start, end: foldedStart[firstPassage[document + 1] ?? 0] ?? 0 };
}

/** Among several places the one in the same document, else the first. */
function findMoved(collection: Collection, { docId, quote }: FormerPassage): PlacedPassage | null {
  const found = findWhole(collection, quote.exact).slice(0, 200);
  const placed = found.flatMap(({ start, end }) => standingAt(collection, start, end)?.placed ?? []);
  return placed.find(({ document }) => document.id === docId) ?? placed[0] ?? null;
}

/** First in the same document, then anywhere. */
function findChanged(collection: Collection, { docId, quote }: FormerPassage) {
  const words = foldText(quote.exact);
  const home = collection.documentNumber.get(docId);
  const inside = home === undefined ? null : findNearest(collection.phrases, words, rangeOf(collection, home));
  const nearest = inside !== null && inside.similarity >= NEAR ? inside : findNearest(collection.phrases, words);
  if (nearest === null || nearest.similarity < NEAR) return null;
  return standingAt(collection, nearest.start, nearest.end);
}

/** What became of the passage with this id. `former` is the record of those that are no more. */
export function resolvePermalink(
  collection: Collection,
  former: ReadonlyMap<string, FormerPassage>,
  id: string,
): Permalink {
  const present = findPassage(collection, id);
  if (present !== undefined) return { state: 'present', placed: present };
  const known = former.get(id);
  const document = findDocument(collection, known?.docId ?? documentIdOf(id)) ?? null;
  if (known === undefined) return { state: 'unknown', document };
  const moved = findMoved(collection, known);
  if (moved !== null) return { state: 'moved', placed: moved, former: known };
  const changed = findChanged(collection, known);
  if (changed === null) return { state: 'gone', former: known, document };
  const { placed } = changed;
  return { state: 'changed', placed, former: known, difference: compare(known.quote.exact, placed.text) };
}
