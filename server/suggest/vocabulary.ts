/** What can be suggested: terms, document titles and section headings of a collection, arranged for looking up. */
import { setImmediate as breathe } from 'node:timers/promises';
import { foldText } from '../../indexer/analysis/fold.ts';
import { type Collection, findDocument, sectionKey } from '../../indexer/index/collection.ts';
import type { Section } from '../../indexer/model.ts';
import { discoverTerms } from './discovery.ts';
import { soundsOf, spell, type Spelled } from './spelling.ts';

export interface Entry extends Spelled {
  /** As it is shown. */
  readonly text: string;
  readonly folded: string;
}

export interface DocumentEntry extends Entry {
  readonly id: string;
  readonly passages: number;
}

export interface SectionEntry extends Entry {
  /** Where the heading stands, when it stands in one place only. */
  readonly place: { readonly document: string; readonly section: string; readonly passages: number } | null;
}

export interface Vocabulary {
  /** By their first character and by the letter with which it is spelled; heaviest first. */
  readonly terms: ReadonlyMap<string, readonly Entry[]>;
  /** By what they sound like. */
  readonly homophones: ReadonlyMap<string, readonly Entry[]>;
  /** Newest first. */
  readonly documents: readonly DocumentEntry[];
  /** Those of most documents first; equal headings once. */
  readonly sections: readonly SectionEntry[];
}

/** Entries that are spelled before other work gets its turn. */
const AT_ONCE = 200;

function file<T>(shelves: Map<string, T[]>, label: string, entry: T): void {
  const shelf = shelves.get(label);
  if (shelf === undefined) shelves.set(label, [entry]);
  else shelf.push(entry);
}

function entryOf(text: string): Entry {
  const folded = foldText(text);
  return { text, folded, ...spell(folded) };
}

async function eachEntry<T>(listed: readonly T[], take: (one: T) => void): Promise<void> {
  for (const [i, one] of listed.entries()) {
    take(one);
    if (i % AT_ONCE === AT_ONCE - 1) await breathe();
  }
}

async function arrangeTerms(collection: Collection): Promise<Pick<Vocabulary, 'terms' | 'homophones'>> {
  const terms = new Map<string, Entry[]>();
  const homophones = new Map<string, Entry[]>();
  await eachEntry(await discoverTerms(collection), ({ text }) => {
    const entry = entryOf(text);
    const [first = '', letter = ''] = [entry.characters[0], entry.syllables[0]?.charAt(0)];
    file(terms, first, entry);
    if (letter !== first) file(terms, letter, entry);
    file(homophones, soundsOf(entry), entry);
  });
  return { terms, homophones };
}

async function listDocuments({ documents }: Collection): Promise<DocumentEntry[]> {
  const entries: DocumentEntry[] = [];
  const newestFirst = documents.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  await eachEntry(newestFirst, ({ id, displayTitle, passages }) => {
    const entry = entryOf(displayTitle);
    // Nobody types a year in letters: `lyszfgzbg` spells 洛阳市2024年政府工作报告.
    entries.push({ id, passages: passages.length, ...entry, ...spell(entry.folded.replace(/\d{4}年/u, '')) });
  });
  return entries;
}

interface Place {
  readonly document: string;
  readonly section: Section;
}

/** `（一）抓好项目建设` → `抓好项目建设`. */
const bodyOf = ({ heading, number }: Section): string =>
  heading.slice(number?.length ?? 0).replace(/^[\s、.．：:]+|[\s。：:]+$/gu, '');

/** Passages under a section and all that lies under it. */
function passagesUnder(collection: Collection, { document, section }: Place): number {
  const passages = findDocument(collection, document)?.passages ?? [];
  const isUnder = (id: string | null): boolean =>
    id === section.id || (id !== null && isUnder(collection.sections.get(sectionKey(document, id))?.parent ?? null));
  return passages.filter((passage) => isUnder(passage.section)).length;
}

function placesByHeading({ documents }: Collection): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const document of documents)
    for (const section of document.sections) {
      const body = bodyOf(section);
      if (body.length > 1 && body.length <= 40) file(places, body, { document: document.id, section });
    }
  return places;
}

async function listSections(collection: Collection): Promise<SectionEntry[]> {
  const entries: SectionEntry[] = [];
  const commonFirst = [...placesByHeading(collection)].sort(([, a], [, b]) => b.length - a.length);
  await eachEntry(commonFirst, ([text, places]) => {
    const [only] = places.length === 1 ? places : [];
    const place =
      only === undefined
        ? null
        : { document: only.document, section: only.section.id, passages: passagesUnder(collection, only) };
    entries.push({ place, ...entryOf(text) });
  });
  return entries;
}

async function build(collection: Collection): Promise<Vocabulary> {
  const documents = await listDocuments(collection);
  const sections = await listSections(collection);
  return { documents, sections, ...(await arrangeTerms(collection)) };
}

const built = new WeakMap<Collection, Promise<Vocabulary>>();

/** The vocabulary of a collection, made at the first use and in small bites, then kept as long as the collection. */
export function vocabularyOf(collection: Collection): Promise<Vocabulary> {
  const known = built.get(collection) ?? build(collection);
  built.set(collection, known);
  return known;
}
