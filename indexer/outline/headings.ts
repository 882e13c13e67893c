/** Which paragraphs are, or begin with, a heading: numbered ones, boxes, glossaries, and lines that look like one. */
import type { PassageKind, SectionKind } from '../model.ts';
import { annexStart, findGlossary, isAnnexLabel } from './annexes.ts';
import { findAnnounced } from './announced.ts';
import { boxNumber, findBoxes } from './boxes.ts';
import { unfinished } from './fusedSeries.ts';
import { readNumber } from './numbering.ts';
import type { Scheme } from './numbering.ts';
import { findOrdinals } from './ordinals.ts';
import type { Ordinal } from './ordinals.ts';
import type { Paragraph } from './paragraphs.ts';
import { findNumberedHeadings, rankOf } from './series.ts';
import type { Numbered } from './titles.ts';
import { findUnnumberedHeadings } from './unnumbered.ts';

/** A heading as it stands in its paragraph. */
export interface Heading {
  readonly kind: Exclude<SectionKind, 'run-in'>;
  /** As printed, or null. */
  readonly number: string | null;
  /** Number and title as printed, closing 。 left off. */
  readonly text: string;
  /** Place of its number's scheme among `schemes`, and its value; null without a number. */
  readonly rank: number | null;
  readonly value: number;
  /** A glossary, or what stands behind the signature. */
  readonly isAnnex: boolean;
  /** A line with a bullet, which stands below lines without one. */
  readonly isBullet?: boolean;
  /** 第一，: it stands below the section it is in, whatever that is. */
  readonly isOrdinal?: boolean;
}

/** A part of a paragraph: a heading, or text. Parts of a paragraph touch and cover it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly kind: PassageKind;
  readonly heading: Heading | null;
  /** Index of the title of the box in which it stands, or null. */
  readonly box: number | null;
}

/** 一、 within （三） ranks between （三） and 1. */
const nestedBelow = 1.5;

/** The parts of every paragraph, by its index. */
export function markHeadings(paragraphs: readonly Paragraph[]): Part[][] {
  const boxes = findBoxes(paragraphs);
  const glossary = findGlossary(paragraphs);
  const annex = annexStart(paragraphs);
  const isOpen = (index: number) => !boxes.has(index) && (index < glossary.start || index >= glossary.end);
  const numbered = findNumberedHeadings(paragraphs, isOpen);
  const tails = findTornTails(paragraphs, numbered);
  const announced = findAnnounced(paragraphs);
  const unnumbered = findUnnumberedHeadings(paragraphs, numbered, (index) => isOpen(index) && !tails.has(index));
  const ordinals = findOrdinals(paragraphs, (index) => (unnumbered.has(index) ? 0 : rankAt(numbered, index)), isOpen);
  return paragraphs.map((paragraph, index) => {
    const box = boxes.get(index) ?? null;
    const whole = (kind: PassageKind, heading: Heading | null): Part[] => [
      { start: 0, end: paragraph.text.length, kind, heading, box },
    ];
    const member = numbered.get(index);
    const lines = tails.has(index) ? undefined : announced.get(index);
    if (lines !== undefined) return whole('heading', titleHeading(paragraphs, index, lines));
    if (announced.get(index - 1) === 2) return whole('heading', null);
    const ordinal = ordinals.get(index);
    if (ordinal !== undefined) return cutHeading(paragraph.text, ordinalHeading(paragraph, ordinal), ordinal.bodyStart);
    if (member !== undefined) return numberedParts(paragraph, member, tails.get(index + 1) ?? null);
    if (tails.has(index)) return whole('heading', null);
    if (box === index) return whole('heading', boxHeading(paragraph));
    if (isAnnexLabel(paragraph) && unnumbered.has(index + 1))
      return whole('heading', titleHeading(paragraphs, index + 1, 1));
    if (unnumbered.has(index) && isAnnexLabel(paragraphs[index - 1])) return whole('heading', null);
    if (index === glossary.start || unnumbered.has(index))
      return whole('heading', lineHeading(paragraph, index === glossary.start || index > annex));
    const isEntry = index > glossary.start && index < glossary.end;
    return whole(kindOf(paragraph, box !== null, isEntry, paragraphs[index - 1]), null);
  });
}

/** That of the numbered heading that stands there, or null. */
function rankAt(numbered: ReadonlyMap<number, Numbered>, index: number): number | null {
  const member = numbered.get(index);
  return member === undefined ? null : rankOf(member.numbering) + (member.nested ? nestedBelow : 0);
}

/** The title of what a notice issues, on one line or two. */
function titleHeading(paragraphs: readonly Paragraph[], index: number, lines: number): Heading {
  const text = paragraphs
    .slice(index, index + lines)
    .map((paragraph) => paragraph.text)
    .join('');
  return { kind: 'unnumbered', number: null, text, rank: null, value: 0, isAnnex: true };
}

function kindOf(paragraph: Paragraph, boxed: boolean, note: boolean, before: Paragraph | undefined): PassageKind {
  const { text, row, role, block } = paragraph;
  if (role === 'title') return 'heading';
  if (row !== null && (row.columns > 1 || !boxed)) return 'table';
  if (boxed) return 'box';
  if (note || block === 'note' || role === 'contents') return 'note';
  const isListed = role === null && (readNumber(text) !== null || lostItsNumber(text, before));
  return block === 'item' || isListed ? 'list' : 'text';
}

/** The last item of a list, `（四）其他…。`, without its number: the item before it ends in ；, so that one must follow. */
function lostItsNumber(text: string, before: Paragraph | undefined): boolean {
  if (before?.role !== null || !/[；;]$/u.test(before.text) || readNumber(before.text) === null) return false;
  return /^(?:(?:法律|法规|规章|国家|国务院)[^。；]{0,16})?其[他它][^。；]{2,80}。$/u.test(text);
}

/** What a title that cannot end there (第一章; …，加快) goes on with in the next line, by the index of that line. */
function findTornTails(
  paragraphs: readonly Paragraph[],
  numbered: ReadonlyMap<number, Numbered>,
): ReadonlyMap<number, string> {
  const tails = new Map<number, string>();
  for (const { index, numbering, title } of numbered.values()) {
    const line = paragraphs[index]?.text ?? '';
    const next = paragraphs[index + 1];
    if (title.form !== 'own' || numbering.scheme === 'article' || next === undefined || numbered.has(index + 1))
      continue;
    const isTorn = line.length === numbering.end || unfinished.test(line);
    const isTail = next.row === null && next.role === null && /^[^。；;：:！!？?，,|]{2,30}$/u.test(next.text);
    if (isTorn && isTail) tails.set(index + 1, next.text);
  }
  return tails;
}

function numberedParts({ text }: Paragraph, { numbering, title, nested }: Numbered, tail: string | null): Part[] {
  const heading: Heading = {
    kind: kindOfScheme(numbering.scheme),
    number: numbering.label,
    text: joinTitle(text.slice(0, title.end).trim(), numbering.label, tail),
    rank: rankOf(numbering) + (nested ? nestedBelow : 0),
    value: numbering.value,
    isAnnex: false,
  };
  return cutHeading(text, heading, title.bodyStart);
}

/** The heading that a paragraph begins with, and its text from `bodyStart`. */
function cutHeading(text: string, heading: Heading, bodyStart: number): Part[] {
  const parts: Part[] = [{ start: 0, end: bodyStart, kind: 'heading', heading, box: null }];
  if (bodyStart < text.length)
    parts.push({ start: bodyStart, end: text.length, kind: 'text', heading: null, box: null });
  return parts;
}

function ordinalHeading({ text }: Paragraph, { label, value, end }: Ordinal): Heading {
  const printed = text.slice(0, end);
  return { kind: 'section', number: label, text: printed, rank: null, value, isAnnex: false, isOrdinal: true };
}

/** 第一章 + 总则 are two words; …，加快 + 建设园区 are one clause. */
function joinTitle(head: string, label: string, tail: string | null): string {
  if (tail === null) return head;
  return head === label ? `${head} ${tail}` : head + tail;
}

const kinds: Readonly<Partial<Record<Scheme, Heading['kind']>>> = {
  division: 'section',
  article: 'article',
  'chinese-bracketed': 'section',
  digit: 'item',
  'digit-bracketed': 'item',
  circled: 'item',
};

function kindOfScheme(scheme: Scheme): Heading['kind'] {
  return kinds[scheme] ?? 'chapter';
}

function boxHeading({ text }: Paragraph): Heading {
  return { kind: 'box', number: boxNumber(text), text, rank: null, value: 0, isAnnex: false };
}

function lineHeading({ text, block }: Paragraph, isAnnex: boolean): Heading {
  const printed = text.replace(/[。：:]$/, '');
  return { kind: 'unnumbered', number: null, text: printed, rank: null, value: 0, isAnnex, isBullet: block === 'item' };
}
