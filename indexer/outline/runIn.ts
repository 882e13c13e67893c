/**
 * Run-in topic sentences: 消费市场加快复苏。 opens a paragraph or stands inside one and names the theme of what follows.
 * Bold print is proof; else a sentence must look like one and have siblings that look alike in its section.
 */
import type { Paragraph } from './paragraphs.ts';
import { isBold as isPrintedBold } from './paragraphs.ts';
import type { Node, Placed } from './sections.ts';
import { splitSentences } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import { judgeSentence, shapeOf } from './topicSentence.ts';
import type { Reason, Shape } from './topicSentence.ts';

/** A sentence that may be a run-in. */
interface Candidate {
  readonly part: number;
  readonly paragraph: number;
  readonly sentence: Sentence;
  readonly shape: Shape;
  readonly opens: boolean;
  readonly isBold: boolean;
  readonly hasDash: boolean;
  readonly text: string;
  readonly reasons: readonly Reason[];
  /** Sum of the reasons. */
  readonly own: number;
}

const runInRank = 100;

/** Cuts parts of text at their run-ins; each piece lies in the run-in's own section below the printed one. */
export function cutAtRunIns(placed: readonly Placed[], paragraphs: readonly Paragraph[]): Placed[] {
  const accepted = acceptedBySection(placed, paragraphs);
  return placed.flatMap((part, index) => cut(part, accepted.get(index) ?? []));
}

/** Accepted candidates by the index of their part, in order. */
function acceptedBySection(placed: readonly Placed[], paragraphs: readonly Paragraph[]): Map<number, Candidate[]> {
  const sections = new Map<Node | null, Candidate[]>();
  const sizes = new Map<Node | null, number>();
  placed.forEach((part, index) => {
    if (part.heading === null) sizes.set(part.node, (sizes.get(part.node) ?? 0) + 1);
    const candidates = candidatesOf(part, index, placed, paragraphs);
    if (candidates.length === 0) return;
    const group = sections.get(part.node) ?? [];
    group.push(...candidates);
    sections.set(part.node, group);
  });
  const accepted = new Map<number, Candidate[]>();
  for (const [node, group] of sections)
    for (const candidate of accept(group, sizes.get(node) ?? 0)) {
      const ofPart = accepted.get(candidate.part);
      if (ofPart === undefined) accepted.set(candidate.part, [candidate]);
      else ofPart.push(candidate);
    }
  return accepted;
}

const longestRunIn = 44;
const longestTheme = 22;

function candidatesOf(
  part: Placed,
  index: number,
  placed: readonly Placed[],
  paragraphs: readonly Paragraph[],
): Candidate[] {
  const paragraph = paragraphs[part.paragraph];
  if (paragraph === undefined || part.heading !== null || part.node === null) return [];
  if ((part.kind !== 'text' && part.kind !== 'box') || paragraph.role !== null) return [];
  const sentences = splitSentences(paragraph.text, part.start, part.end, part.kind === 'box');
  const before = placed[index - 1];
  return sentences.flatMap((sentence, at) => {
    if (sentence.end - sentence.start > longestRunIn || sentence.next >= part.end) return [];
    const text = paragraph.text.slice(sentence.start, sentence.end).trim();
    const bold = isPrintedBold(paragraph, sentence.start, sentence.end);
    if (!bold && ((part.kind === 'text' && sentence.stop !== '。') || isHopeless(text))) return [];
    const hasDash = at === 0 && /^\s*[—–―─]/u.test(paragraph.text.slice(part.start, sentence.start));
    if (!bold && !hasDash && isTooLong(text)) return [];
    const shape = shapeOf(text);
    const reasons = judgeSentence(shape, {
      isBold: bold,
      hasDash,
      opensParagraph: at === 0,
      followsHeading: at === 0 && before?.heading != null,
      isBoxed: part.kind === 'box',
      stop: sentence.stop,
      after: part.end - sentence.next,
    });
    const own = reasons.reduce((sum, { weight }) => sum + weight, 0);
    if (own < plausible) return [];
    const { paragraph: home } = part;
    return [
      { part: index, paragraph: home, sentence, shape, opens: at === 0, isBold: bold, hasDash, text, reasons, own },
    ];
  });
}

/** Figures and several clauses: most sentences need no closer look. */
function isHopeless(text: string): boolean {
  return (
    (/\d/.test(text) && !/[“"'”]/.test(text) && !text.startsWith('这')) || (text.match(/[，,；;]/g)?.length ?? 0) > 2
  );
}

/** Longer than a plain theme ever is, and no pledge (这五年，是…): no other reason outweighs it. */
function isTooLong(text: string): boolean {
  return text.length > longestTheme && !/^(?:这|必须|要)/.test(text) && !/[“”"'《》()（）、，,：:；;]/.test(text);
}

/** What a sentence must weigh by itself to be a candidate. */
const plausible = 1.5;
const enough = 4;
/** A theme has a sentence or two below it; closer sentences are parts of one theme. */
const topicLength = 40;
const shortTopic = 70;
/** How many candidates before and behind are looked at as siblings. */
const reach = 40;

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * The candidates of one section that are run-ins: their own weight and that of their siblings suffice. Where most
 * paragraphs open with a theme, a plain short opening of another is one, too.
 */
function accept(group: readonly Candidate[], paragraphCount: number): Candidate[] {
  const near = (at: number) => group.slice(Math.max(0, at - reach), at + reach);
  const scored = group.map((candidate, at) => ({ candidate, score: candidate.own + support(candidate, near(at)) }));
  const certain = scored.filter(({ candidate, score }) => candidate.opens && score >= enough).length;
  const completes = certain >= 3 && certain * 2 >= paragraphCount;
  const strong = scored.filter(({ candidate, score }) => score >= (completes && candidate.opens ? plausible : enough));
  return spaced(inStyle(strong, paragraphCount)).map(({ candidate }) => candidate);
}

/** How much the siblings of a section speak for a candidate: same grammar, like length, a topic's distance away. */
function support(candidate: Candidate, likely: readonly Candidate[]): number {
  const siblings = likely.filter((other) => other !== candidate && isDistant(candidate, other));
  const alike = siblings.filter((other) => isAlike(candidate.shape, other.shape));
  if (candidate.shape.grammar === 'pledge' && alike.length === 0) return -3;
  if (candidate.shape.commas > 0 && candidate.shape.grammar !== 'pledge')
    return alike.length >= 2 && candidate.opens ? 3.5 : 0;
  if (siblings.length === 0) return candidate.opens ? 0 : -1.5;
  const openers = candidate.opens && alike.length > 2 ? 0.75 : 0;
  return Math.min(2, alike.length) * 0.75 + Math.min(2, siblings.length) * 0.25 + openers;
}

function isAlike(one: Shape, other: Shape): boolean {
  if (one.grammar !== other.grammar || one.commas !== other.commas) return false;
  return one.grammar === 'pledge' || Math.abs(one.length - other.length) <= 3;
}

function isDistant(one: Candidate, other: Candidate): boolean {
  if (one.paragraph !== other.paragraph) return one.opens === other.opens;
  return Math.abs(one.sentence.start - other.sentence.start) >= topicLength;
}

/**
 * A section keeps to one style: where themes are bold, plain sentences inside a paragraph are none; where paragraphs
 * open with their theme, a sentence inside one is none; and a paragraph is divided into several themes or not at all.
 */
function inStyle(scored: readonly Scored[], paragraphCount: number): Scored[] {
  const bold = scored.filter(({ candidate }) => candidate.isBold).length;
  const openers = scored.filter(({ candidate }) => candidate.opens).length;
  const dashes = scored.filter(({ candidate }) => candidate.hasDash).length;
  const isOpenerStyle = (openers > 1 && openers * 2 >= paragraphCount) || dashes > 1;
  const perParagraph = new Map<number, number>();
  for (const { candidate } of scored)
    perParagraph.set(candidate.paragraph, (perParagraph.get(candidate.paragraph) ?? 0) + 1);
  return scored.filter(
    ({ candidate }) =>
      candidate.isBold ||
      candidate.opens ||
      (bold < 2 && !isOpenerStyle && (perParagraph.get(candidate.paragraph) ?? 0) > 1),
  );
}

/** Bold print, and the formula of a series, need no distance. */
function isSure({ isBold, shape }: Candidate): boolean {
  return isBold || shape.grammar === 'pledge';
}

/** Of candidates that stand too close to each other, the better one stays. */
function spaced(scored: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const next of scored) {
    const last = kept.at(-1);
    const gap =
      last?.candidate.paragraph === next.candidate.paragraph
        ? next.candidate.sentence.start - last.candidate.sentence.start
        : Infinity;
    if (last === undefined || gap >= shortTopic || isSure(next.candidate)) kept.push(next);
    else if (gap >= topicLength && Math.min(last.score, next.score) >= enough + 1) kept.push(next);
    else if (next.score > last.score && !last.candidate.opens) kept[kept.length - 1] = next;
  }
  return kept;
}

function cut(part: Placed, runIns: readonly Candidate[]): Placed[] {
  if (runIns.length === 0) return [part];
  const pieces: Placed[] = [];
  let start = part.start;
  let node = part.node;
  for (const { sentence, text, opens } of runIns) {
    const from = opens ? part.start : sentence.start;
    if (from > start) pieces.push({ ...part, start, end: from, node });
    start = from;
    node = { parent: part.node, kind: 'run-in', number: null, heading: text, rank: runInRank };
  }
  pieces.push({ ...part, start, node });
  return pieces;
}
