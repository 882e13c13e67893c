/** Whether the members of a numbered series are headings or items of a list: a series is judged as a whole. */
import { cutFusedTitles } from './fusedSeries.ts';
import { readNumber, schemes } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { nextInBody } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import { findTitle } from './titles.ts';
import type { Numbered } from './titles.ts';

/** The place of a number's scheme among all. */
export const rankOf = ({ scheme }: Numbering): number => schemes.indexOf(scheme);

/** The numbered paragraphs (by index) that begin with a heading. The others that have a number are items. */
export function findNumberedHeadings(
  paragraphs: readonly Paragraph[],
  isCandidate: (index: number) => boolean,
): ReadonlyMap<number, Numbered> {
  const numbered = markNested(readNumbers(paragraphs, isCandidate));
  const withinArticles = findWithinArticles(numbered);
  const headings = new Map<number, Numbered>();
  for (const gathered of gatherSeries(numbered)) {
    const series = cutFusedTitles(gathered, paragraphs);
    if (series.some((member) => withinArticles.has(member))) continue;
    if (!isHeadingSeries(series, paragraphs, numbered)) continue;
    for (const member of series) if (member.title.form !== 'item') headings.set(member.index, member);
  }
  return headings;
}

function readNumbers(
  paragraphs: readonly Paragraph[],
  isCandidate: (index: number) => boolean,
): ReadonlyMap<number, Numbered> {
  const numbered = new Map<number, Numbered>();
  paragraphs.forEach((paragraph, index) => {
    const { text, row, role } = paragraph;
    if (row !== null || role !== null || !isCandidate(index)) return;
    const numbering = readNumber(text);
    if (numbering !== null)
      numbered.set(index, { index, numbering, title: findTitle(text, numbering, boldEnd(paragraph)), nested: false });
  });
  return numbered;
}

/** Where bold print that begins the paragraph ends; null when it does not begin bold. */
function boldEnd({ bold }: Paragraph): number | null {
  return bold.find(({ start }) => start === 0)?.end ?? null;
}

/** Marks 一、二、… between （n） and （n＋1）. */
function markNested(numbered: ReadonlyMap<number, Numbered>): ReadonlyMap<number, Numbered> {
  const marked = new Map(numbered);
  let bracketed: Numbered | null = null;
  let between: Numbered[] = [];
  for (const member of numbered.values()) {
    if (member.numbering.scheme === 'chinese') between.push(member);
    if (member.numbering.scheme !== 'chinese-bracketed') continue;
    const goesOn = bracketed !== null && member.numbering.value === bracketed.numbering.value + 1;
    if (goesOn && between[0]?.numbering.value === 1)
      for (const inner of between) marked.set(inner.index, { ...inner, nested: true });
    bracketed = member;
    between = [];
  }
  return marked;
}

/** Runs of one scheme that count on (a number may be lost), each under one higher number. */
function gatherSeries(numbered: ReadonlyMap<number, Numbered>): Numbered[][] {
  const all: Numbered[][] = [];
  const open = new Map<number, Numbered[]>();
  for (const member of numbered.values()) {
    const rank = rankOf(member.numbering) + (member.nested ? 1.5 : 0);
    for (const deeper of open.keys()) if (deeper > rank) open.delete(deeper);
    const last = open.get(rank)?.at(-1);
    const step = member.numbering.value - (last?.numbering.value ?? 0);
    if (last !== undefined && step >= 1 && step <= 3) open.get(rank)?.push(member);
    else {
      const series = [member];
      open.set(rank, series);
      all.push(series);
    }
  }
  return all;
}

const article = schemes.indexOf('article');

function isHeadingSeries(
  series: readonly Numbered[],
  paragraphs: readonly Paragraph[],
  numbered: ReadonlyMap<number, Numbered>,
): boolean {
  const first = series[0];
  if (first === undefined) return false;
  const rank = rankOf(first.numbering);
  if (rank <= article) return series.some((member) => hasBody(member, paragraphs, numbered));
  const bodies = series.filter((member) => hasBody(member, paragraphs, numbered)).length;
  return bodies * 2 > series.length;
}

/** The members under 第三条: （一） and 1. are its items (项, 目). */
function findWithinArticles(numbered: ReadonlyMap<number, Numbered>): ReadonlySet<Numbered> {
  const within = new Set<Numbered>();
  let isArticle = false;
  for (const member of numbered.values()) {
    const rank = rankOf(member.numbering);
    if (rank <= article) isArticle = rank === article;
    else if (isArticle) within.add(member);
  }
  return within;
}

/** Text follows the title, in its paragraph or in the next one. */
function hasBody(
  { index, numbering, title }: Numbered,
  paragraphs: readonly Paragraph[],
  numbered: ReadonlyMap<number, Numbered>,
): boolean {
  if (title.form === 'opening' || title.form === 'fused') return true;
  if (title.form === 'item') return false;
  const { at, paragraph: next } = nextInBody(paragraphs, index);
  if (next === undefined || next.role !== null) return false;
  const follower = numbered.get(at);
  return follower === undefined || rankOf(follower.numbering) > rankOf(numbering);
}
