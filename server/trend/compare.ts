/**
 * Two documents side by side: sections aligned by heading and text, paragraphs by likeness, and what is new, gone, moved,
 * changed and unchanged.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { PolicyDocument, Section } from '../../indexer/model.ts';
import { align, inPlace, likeness, type Pair, type Pairs, pairsOf } from './alignment.ts';
import { diffWords, type Piece } from './wordDiff.ts';

export interface Paragraph {
  /** Of its first passage. */
  readonly passageId: string;
  readonly text: string;
}

export type RowKind = 'unchanged' | 'changed' | 'new' | 'gone';

export interface Row {
  readonly kind: RowKind;
  /** It stands in another order, or under a section that does not correspond. */
  readonly moved: boolean;
  readonly before: Paragraph | null;
  readonly after: Paragraph | null;
  /** The differences of a changed paragraph; empty otherwise. */
  readonly pieces: readonly Piece[];
}

export interface SectionPair {
  readonly before: Section | null;
  readonly after: Section | null;
  readonly rows: readonly Row[];
}

export interface Comparison {
  /** In the order of the later document; sections that are gone stand where they were. */
  readonly sections: readonly SectionPair[];
  readonly counts: Readonly<Record<RowKind | 'moved', number>>;
}

interface Placed extends Paragraph {
  readonly section: number;
  readonly pairs: Pairs;
  readonly folded: string;
}

interface Part {
  readonly section: Section | null;
  readonly heading: Pairs;
  readonly text: Pairs;
}

interface Side {
  readonly parts: readonly Part[];
  readonly paragraphs: readonly Placed[];
}

/** A section that is no topic sentence: what paragraphs are gathered under. */
function gathering(document: PolicyDocument, id: string | null): Section | null {
  const section = document.sections.find((one) => one.id === id) ?? null;
  return section?.kind === 'run-in' ? gathering(document, section.parent) : section;
}

/** The number in front of a heading changes from year to year without meaning. */
const bareHeading = (section: Section | null): string =>
  section === null
    ? ''
    : section.heading.slice(
        section.number !== null && section.heading.startsWith(section.number) ? section.number.length : 0,
      );

/** A year in a heading changes every year: 2023年工作回顾 is 2022年工作回顾 again. */
const timeless = (heading: string): string => heading.replace(/\d+/gu, '');

/** The ids of a section and of all that it lies in. */
function lineage(document: PolicyDocument, section: Section | null): string[] {
  if (section === null) return [];
  const parent = document.sections.find(({ id }) => id === section.parent) ?? null;
  return [section.id, ...lineage(document, parent)];
}

/**
 * Passages, each under its section; headings are sections, not passages. A topic sentence inside a paragraph makes
 * passages, for long paragraphs go from one theme to the next.
 */
function readSide(document: PolicyDocument): Side {
  const sections: (Section | null)[] = [];
  const texts = new Map<string, string>();
  const paragraphs: Placed[] = [];
  for (const passage of document.passages) {
    const section = gathering(document, passage.section);
    if (!sections.includes(section)) sections.push(section);
    if (passage.kind === 'heading') continue;
    const text = document.text.slice(passage.start, passage.end);
    for (const id of lineage(document, section)) texts.set(id, `${texts.get(id) ?? ''}\n${text}`);
    paragraphs.push({
      passageId: passage.id,
      text,
      section: sections.indexOf(section),
      pairs: pairsOf(text),
      folded: foldText(text),
    });
  }
  const parts = sections.map((section) => ({
    section,
    heading: pairsOf(timeless(bareHeading(section))),
    text: pairsOf(texts.get(section?.id ?? '') ?? ''),
  }));
  return { parts, paragraphs };
}

const LIKE_SECTION = 0.18;
/** Paragraphs under corresponding sections need less likeness to be taken for the same. */
const LIKE_UNDER_SECTION = 0.3;
const LIKE_ELSEWHERE = 0.5;

function alignSections(before: Side, after: Side): Pair[] {
  return align(before.parts.length, after.parts.length, (b, a) => {
    const [x, y] = [before.parts[b], after.parts[a]];
    if (x === undefined || y === undefined) return null;
    if (x.section === null || y.section === null) return x.section === y.section ? 1 : null;
    const score = 0.6 * likeness(x.heading, y.heading) + 0.4 * likeness(x.text, y.text);
    return score >= LIKE_SECTION ? score : null;
  });
}

function alignParagraphs(before: Side, after: Side, sections: readonly Pair[]): Pair[] {
  const partner = new Map(sections.map((pair) => [pair.before, pair.after]));
  return align(before.paragraphs.length, after.paragraphs.length, (b, a) => {
    const [x, y] = [before.paragraphs[b], after.paragraphs[a]];
    if (x === undefined || y === undefined) return null;
    const isUnder = partner.get(x.section) === y.section;
    const score = x.folded === y.folded ? 1 : likeness(x.pairs, y.pairs);
    return score >= (isUnder ? LIKE_UNDER_SECTION : LIKE_ELSEWHERE) ? score + (isUnder ? 0.1 : 0) : null;
  });
}

const paragraphOf = ({ passageId, text }: Placed): Paragraph => ({ passageId, text });

function matchedRow(x: Placed, y: Placed, moved: boolean): Row {
  const isSame = x.folded === y.folded;
  return {
    kind: isSame ? 'unchanged' : 'changed',
    moved,
    before: paragraphOf(x),
    after: paragraphOf(y),
    pieces: isSame ? [] : diffWords(x.text, y.text),
  };
}

interface Numbered {
  /** Index of its paragraph in the earlier document; -1 for a new one. */
  readonly at: number;
  readonly row: Row;
}

/** Puts the rows of paragraphs that are gone where they stood: before the first row that comes later in the earlier text. */
function insertGone(rows: readonly Numbered[], gone: readonly Numbered[]): Row[] {
  const all = [...rows];
  for (const one of gone) {
    const later = all.findIndex(({ at, row }) => at > one.at && !row.moved);
    all.splice(later < 0 ? all.length : later, 0, one);
  }
  return all.map(({ row }) => row);
}

function countRows(sections: readonly SectionPair[]): Comparison['counts'] {
  const counts = { unchanged: 0, changed: 0, new: 0, gone: 0, moved: 0 };
  for (const row of sections.flatMap(({ rows }) => rows)) {
    counts[row.kind]++;
    if (row.moved) counts.moved++;
  }
  return counts;
}

/** Compares the earlier document `before` with the later one `after`. */
export function compareDocuments(before: PolicyDocument, after: PolicyDocument): Comparison {
  const [x, y] = [readSide(before), readSide(after)];
  const sectionPairs = alignSections(x, y);
  const pairs = alignParagraphs(x, y, sectionPairs);
  const kept = inPlace(pairs);
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const isMatched = new Set(pairs.map((pair) => pair.before));
  const goneUnder = (part: number): Numbered[] =>
    x.paragraphs.flatMap((one, at) =>
      one.section === part && !isMatched.has(at)
        ? [{ at, row: { kind: 'gone', moved: false, before: paragraphOf(one), after: null, pieces: [] } }]
        : [],
    );
  const rowsUnder = (part: number): Numbered[] =>
    y.paragraphs.flatMap((one, index): Numbered[] => {
      if (one.section !== part) return [];
      const pair = byAfter.get(index);
      const other = pair === undefined ? undefined : x.paragraphs[pair.before];
      if (pair === undefined || other === undefined)
        return [{ at: -1, row: { kind: 'new', moved: false, before: null, after: paragraphOf(one), pieces: [] } }];
      return [{ at: pair.before, row: matchedRow(other, one, !kept.has(pair)) }];
    });
  const partnerOf = new Map(sectionPairs.map((pair) => [pair.after, pair.before]));
  const sections: SectionPair[] = y.parts.map(({ section }, part) => {
    const partner = partnerOf.get(part);
    const gone = partner === undefined ? [] : goneUnder(partner);
    return {
      before: partner === undefined ? null : (x.parts[partner]?.section ?? null),
      after: section,
      rows: insertGone(rowsUnder(part), gone),
    };
  });
  const all = withGoneSections(sections, x, sectionPairs, goneUnder);
  const shown = all.filter(({ rows, before: b, after: a }) => rows.length > 0 || b !== null || a !== null);
  return { sections: shown, counts: countRows(shown) };
}

/** Adds the sections of the earlier document that have no counterpart, each behind the one that it followed. */
function withGoneSections(
  sections: readonly SectionPair[],
  before: Side,
  pairs: readonly Pair[],
  goneUnder: (part: number) => readonly Numbered[],
): SectionPair[] {
  const partner = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const behind = new Map<number, SectionPair[]>();
  let last = -1;
  before.parts.forEach(({ section }, part) => {
    const after = partner.get(part);
    if (after !== undefined) {
      last = after;
      return;
    }
    const gone = { before: section, after: null, rows: goneUnder(part).map(({ row }) => row) };
    behind.set(last, [...(behind.get(last) ?? []), gone]);
  });
  return [...(behind.get(-1) ?? []), ...sections.flatMap((pair, i) => [pair, ...(behind.get(i) ?? [])])];
}
