/** Headings → a tree: every part of a paragraph under its innermost section. Levels are relative. */
import type { SectionKind } from '../model.ts';
import type { Heading, Part } from './headings.ts';
import { schemes } from './numbering.ts';

/** A section while the outline is built; only `parent` of a part may still change. */
export interface Node {
  readonly parent: Node | null;
  readonly kind: SectionKind;
  readonly number: string | null;
  readonly heading: string;
  /** Place in the nesting: a section ends where one of its rank or a lower one begins. */
  readonly rank: number;
  /** 第一，: no part of the nesting of the other headings. */
  readonly isOrdinal?: boolean;
}

/** A part of a paragraph in its section. */
export interface Placed extends Part {
  readonly paragraph: number;
  readonly node: Node | null;
}

/** Lines without a number stand under all numbers, unless the numbers say otherwise. */
const unnumberedRank = schemes.length;
const bulletRank = schemes.length + 1;
const boxRank = schemes.length + 2;
const chapterRank = schemes.indexOf('chapter');
const annexRank = -1;

/** Parts (of front matter: no section) in order, each with its section; a heading is in its own. */
export function nest(marked: readonly (readonly Part[])[], isFront: (paragraph: number) => boolean): Placed[] {
  const headings = marked
    .flat()
    .flatMap(({ heading }) => (heading === null || heading.isOrdinal === true ? [] : [heading]));
  const neighbours = neighboursOf(headings);
  const placed: Placed[] = [];
  let current: Node | null = null;
  let outside: Node | null = null;
  let box: number | null = null;
  let seen = 0;
  marked.forEach((parts, paragraph) => {
    for (const part of parts) {
      if (box !== null && part.box !== box) [current, box] = [outside, null];
      if (part.heading !== null) {
        if (part.box !== null) [outside, box] = [current, part.box];
        const near = part.heading.isOrdinal === true ? noNeighbours : neighbours[seen++];
        if (near !== undefined) current = open(current, part.heading, rankOf(part.heading, near, current));
      }
      const { start, end, kind, heading } = part;
      const node = isFront(paragraph) ? null : current;
      placed.push({ start, end, kind, heading, box: part.box, paragraph, node });
    }
  });
  return placed;
}

function open(current: Node | null, heading: Heading, rank: number): Node {
  let parent = current;
  while (parent !== null && parent.rank >= rank) parent = parent.parent;
  const { kind, number, text, isOrdinal = false } = heading;
  return { parent, kind, number, heading: text, rank, ...(isOrdinal ? { isOrdinal } : {}) };
}

/**
 * A line without a number is above the series that begins after it (2025年工作安排 before a new （一）; a chapter's title
 * before an article), takes the place of a number that is missing in a series ((一) … a line … (三)), or stands below the
 * numbered section it is in. An annex or a glossary is no part of the last chapter.
 */
function rankOf(heading: Heading, near: Neighbours, current: Node | null): number {
  if (heading.kind === 'box') return boxRank;
  if (heading.isBullet === true) return bulletRank;
  if (heading.isOrdinal === true) return ordinalRank(current);
  if (heading.rank !== null) return heading.rank;
  const { next, before, linesSince, isNext } = near;
  if (heading.isAnnex) return annexRank;
  if (next?.rank == null) return lastUnnumberedRank(current) ?? (near.isYear ? chapterRank : unnumberedRank);
  if (next.kind === 'article') return chapterRank;
  if (next.value === 1) return isNext ? next.rank - 0.5 : next.rank;
  const isLost = before !== null && next.value === before.value + 2 && linesSince === 0;
  return isLost ? next.rank : unnumberedRank;
}

/** 2019年工作回顾 and 2020年重点工作: in a report without numbers the parts, above all other lines. */
const yearsPart =
  /^(?:[\d０-９〇○零Oo一二三四五六七八九]{4}年).{0,12}(?:回顾|回顧|安排|任务|任務|工作|目标|目標|重点|重點|打算)$/u;

/** That of the ordinal it counts on from; else just below the section it is in. */
function ordinalRank(current: Node | null): number {
  for (let node = current; node !== null; node = node.parent) if (node.isOrdinal === true) return node.rank;
  return (current?.rank ?? 0) + 0.25;
}

/** What stands around a heading. */
interface Neighbours {
  /** The next heading with a number. */
  readonly next: Heading | null;
  /** The last heading before it with a number of that scheme. */
  readonly before: Heading | null;
  /** How many headings without a number stand between that one and this. */
  readonly linesSince: number;
  /** Whether the next heading with a number is the next heading. */
  readonly isNext: boolean;
  /** Whether it is one of several parts that are named by their years. */
  readonly isYear: boolean;
}

const noNeighbours: Neighbours = { next: null, before: null, linesSince: 0, isNext: false, isYear: false };

function neighboursOf(headings: readonly Heading[]): Neighbours[] {
  const nexts: (Heading | null)[] = [];
  let next: Heading | null = null;
  for (let at = headings.length - 1; at >= 0; at--) {
    nexts[at] = next;
    if (headings[at]?.rank != null) next = headings[at] ?? null;
  }
  const years = headings.filter(({ rank, text }) => rank === null && yearsPart.test(text));
  const last = new Map<number, { heading: Heading; lines: number }>();
  let lines = 0;
  return headings.map((heading, at) => {
    const following = nexts[at] ?? null;
    const before = last.get(following?.rank ?? -1);
    const near = {
      next: following,
      before: before?.heading ?? null,
      linesSince: lines - (before?.lines ?? 0),
      isNext: headings[at + 1] === following,
      isYear: years.length > 1 && years.includes(heading),
    };
    if (heading.rank !== null) last.set(heading.rank, { heading, lines });
    else if (heading.kind !== 'box') lines++;
    return near;
  });
}

/** At the end of a document: like the last line that was above a series, if there was one. */
function lastUnnumberedRank(current: Node | null): number | null {
  for (let node = current; node !== null; node = node.parent)
    if (node.rank % 1 !== 0 && node.isOrdinal !== true) return node.rank;
  return null;
}
