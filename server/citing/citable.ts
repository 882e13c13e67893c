/** What an id of a passage or a document names, and a citation of it. */
import { type Collection, findDocument, findPassage, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { PolicyDocument, Span } from '../../indexer/model.ts';
import { type Cited, gather } from './cited.ts';
import { quote } from './quotation.ts';

/** A passage, or a document as a whole. */
export interface Citable {
  readonly document: PolicyDocument;
  readonly placed: PlacedPassage | null;
}

/** What has this id; undefined when nothing has. */
export function findCitable(collection: Collection, id: string): Citable | undefined {
  const placed = findPassage(collection, id);
  if (placed !== undefined) return { document: placed.document, placed };
  const document = findDocument(collection, id);
  return document === undefined ? undefined : { document, placed: null };
}

/** Where it can always be found again, under the server's root. */
export function addressIn({ document, placed }: Citable): string {
  return placed === null ? `/documents/${document.id}` : `/p/${placed.passage.id}`;
}

/** What only the asker knows. */
export interface Asked {
  /** Parts of the passage's text to quote; none: all of it. */
  readonly spans: readonly Span[];
  /** `http://localhost:3000`; null where no server is meant. */
  readonly origin: string | null;
  /** ISO date of access; null when it is not to be said. */
  readonly accessed: string | null;
}

/** The facts of its citation. A document as a whole is not quoted. */
export function citedOf(citable: Citable, { spans, origin, accessed }: Asked): Cited {
  const { document, placed } = citable;
  return gather({
    document,
    ...(placed === null ? {} : { placed, quotation: quote(placed.text, spans) }),
    ...(origin === null ? {} : { link: `${origin}${addressIn(citable)}` }),
    ...(accessed === null ? {} : { accessed }),
  });
}
