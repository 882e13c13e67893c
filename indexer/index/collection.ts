/** The collection: all documents, their passages in one sequence, and the phrase index over them. */
import { createHash } from 'node:crypto';
import { fold } from '../analysis/fold.ts';
import type { Passage, PolicyDocument, Section } from '../model.ts';
import { buildColumns, type Columns } from './columns.ts';
import { buildPhraseIndex, type PhraseIndex } from './phraseIndex.ts';

/**
 * Passages are numbered through the collection, documents in their order: passage `n` of the collection is
 * `documents[documentOf[n]].passages[n - firstPassage[documentOf[n]]]`.
 */
export interface Collection {
  readonly documents: readonly PolicyDocument[];
  readonly phrases: PhraseIndex;
  /** Passage number → document number. */
  readonly documentOf: Uint32Array;
  /** Document number → its first passage's number; one more entry at the end. */
  readonly firstPassage: Uint32Array;
  /** Passage number → where its folded text begins in `phrases.text`; one more entry at the end. */
  readonly foldedStart: Uint32Array;
  /** Passage number → 1 when an offset in its text is the same in its folded text: nothing need be unfolded. */
  readonly keepsOffsets: Uint8Array;
  /** Number of a block of folded characters, all of one size → the passage in which it begins: `passageOf` starts there. */
  readonly passageOfBlock: Uint32Array;
  readonly passageNumber: ReadonlyMap<string, number>;
  readonly documentNumber: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, Section>;
  /** Section number (see `columns`) less one → section. */
  readonly sectionsInOrder: readonly Section[];
  /** What ranking asks of every passage. */
  readonly columns: Columns;
  /** Names the collection's content: equal documents in equal order, equal fingerprint. */
  readonly fingerprint: string;
}

/** Blocks of 128 folded characters, about as long as a passage in the mean. */
const BLOCK_BITS = 7;

/** A passage with all that is needed to show it. */
export interface PlacedPassage {
  readonly number: number;
  readonly document: PolicyDocument;
  readonly passage: Passage;
  readonly text: string;
  /** Sections from the highest to the innermost, run-in included. */
  readonly path: readonly Section[];
}

/** Unique in the collection: a section's id is unique only in its document. */
export const sectionKey = (documentId: string, sectionId: string): string => `${documentId}/${sectionId}`;

/** Folded offset of each passage of `document`, given the fold map of its text. */
function foldedStarts(document: PolicyDocument, map: Uint32Array): number[] {
  let folded = 0;
  return document.passages.map((passage) => {
    while (folded < map.length && (map[folded] ?? 0) < passage.start) folded++;
    return folded;
  });
}

/** True when an offset in the passage, which begins at `folded`, is the same in its folded text: no unit vanishes or grows. */
function keepsOffsets({ start, end }: Passage, map: Uint32Array, folded: number): boolean {
  for (let at = start; at < end; at++) if (map[folded + at - start] !== at) return false;
  return map[folded + end - start] !== end - 1;
}

function findBlocks(foldedStart: Uint32Array): Uint32Array {
  const blocks = new Uint32Array(((foldedStart.at(-1) ?? 0) >>> BLOCK_BITS) + 1);
  let passage = 0;
  for (let block = 0; block < blocks.length; block++) {
    while ((foldedStart[passage + 1] ?? Infinity) <= block << BLOCK_BITS) passage++;
    blocks[block] = passage;
  }
  return blocks;
}

/** Number of the passage in which the folded offset lies. */
export function passageOf({ foldedStart, passageOfBlock }: Collection, offset: number): number {
  let passage = passageOfBlock[offset >>> BLOCK_BITS] ?? 0;
  while ((foldedStart[passage + 1] ?? Infinity) <= offset) passage++;
  return passage;
}

function fingerprintOf(documents: readonly PolicyDocument[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(`${document.id} ${document.provenance.sha256}\n`);
  return hash.digest('hex').slice(0, 12);
}

/** The folded text of all documents, and where in it their passages lie. */
function foldDocuments(documents: readonly PolicyDocument[]) {
  const texts: string[] = [];
  const documentOf: number[] = [];
  const firstPassage: number[] = [];
  const foldedStart: number[] = [];
  const even: number[] = [];
  let length = 0;
  documents.forEach((document, number) => {
    const folded = fold(document.text);
    firstPassage.push(documentOf.length);
    foldedStarts(document, folded.map).forEach((start, i) => {
      const passage = document.passages[i];
      documentOf.push(number);
      foldedStart.push(length + start);
      even.push(passage !== undefined && keepsOffsets(passage, folded.map, start) ? 1 : 0);
    });
    texts.push(folded.text);
    length += folded.text.length;
  });
  firstPassage.push(documentOf.length);
  foldedStart.push(length);
  return {
    text: texts.join(''),
    documentOf: Uint32Array.from(documentOf),
    firstPassage: Uint32Array.from(firstPassage),
    foldedStart: Uint32Array.from(foldedStart),
    keepsOffsets: Uint8Array.from(even),
  };
}

/** Numbers the passages of `documents` and indexes their folded text; `positions` of its phrase index when they are known. */
export function buildCollection(
  documents: readonly PolicyDocument[],
  positions: Uint32Array | null = null,
): Collection {
  const { text, ...places } = foldDocuments(documents);
  return {
    ...places,
    documents,
    phrases: buildPhraseIndex(text, positions),
    passageOfBlock: findBlocks(places.foldedStart),
    columns: buildColumns(documents, text, places.foldedStart),
    passageNumber: new Map(documents.flatMap((d) => d.passages).map((passage, number) => [passage.id, number])),
    documentNumber: new Map(documents.map((document, number) => [document.id, number])),
    sections: new Map(documents.flatMap((d) => d.sections.map((s) => [sectionKey(d.id, s.id), s] as const))),
    sectionsInOrder: documents.flatMap((document) => document.sections),
    fingerprint: fingerprintOf(documents),
  };
}

/** The passage with this number; undefined outside the collection. */
export function passageAt(collection: Collection, number: number): PlacedPassage | undefined {
  const documentNumber = collection.documentOf[number];
  if (documentNumber === undefined) return undefined;
  const document = collection.documents[documentNumber];
  const passage = document?.passages[number - (collection.firstPassage[documentNumber] ?? 0)];
  if (document === undefined || passage === undefined) return undefined;
  const text = document.text.slice(passage.start, passage.end);
  return { number, document, passage, text, path: pathOf(collection, number) };
}

/** The document with this id; undefined when there is none. */
export function findDocument({ documents, documentNumber }: Collection, id: string): PolicyDocument | undefined {
  return documents[documentNumber.get(id) ?? -1];
}

/** The passage with this id; undefined when there is none. */
export function findPassage(collection: Collection, id: string): PlacedPassage | undefined {
  return passageAt(collection, collection.passageNumber.get(id) ?? -1);
}

/** The sections above a passage, from the highest down; by numbers, since every hit that is shown needs it. */
function pathOf({ columns, sectionsInOrder }: Collection, passage: number): readonly Section[] {
  const path: Section[] = [];
  for (let number = columns.section[passage] ?? 0; number > 0; number = columns.parent[number] ?? 0) {
    const section = sectionsInOrder[number - 1];
    if (section !== undefined) path.unshift(section);
  }
  return path;
}

/** The sections from the highest down to `section`; empty for null. */
export function sectionPath(collection: Collection, documentId: string, section: string | null): readonly Section[] {
  const path: Section[] = [];
  for (let id = section; id !== null;) {
    const node = collection.sections.get(sectionKey(documentId, id));
    if (node === undefined) break;
    path.unshift(node);
    id = node.parent;
  }
  return path;
}
