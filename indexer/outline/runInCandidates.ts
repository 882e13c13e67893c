/** Sentences that may be run-ins, each with what it weighs by itself. */
import { findCountedThemes } from './countedThemes.ts';
import { findEchoedThemes } from './echoedThemes.ts';
import type { Paragraph } from './paragraphs.ts';
import { isBold as isPrintedBold } from './paragraphs.ts';
import type { Placed } from './sections.ts';
import { splitSentences } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import { judgeSentence, shapeOf, startsLikeTask } from './topicSentence.ts';
import type { Reason, Shape } from './topicSentence.ts';

/** A sentence that may be a run-in. */
export interface Candidate {
  readonly part: number;
  readonly paragraph: number;
  readonly sentence: Sentence;
  readonly shape: Shape;
  readonly opens: boolean;
  readonly isBold: boolean;
  readonly hasDash: boolean;
  readonly isBoxed: boolean;
  /** How many short sentences its paragraph has, if its sentences are short on the whole; else 0. */
  readonly tasks: number;
  /** One of 一是…。 二是…。 or of 始终…。 始终…。, which are judged together. */
  readonly isCounted: boolean;
  readonly text: string;
  readonly reasons: readonly Reason[];
  /** Sum of the reasons. */
  readonly own: number;
}

/** What a sentence must weigh by itself to be a candidate. */
export const plausible = 1.5;
/** What the number of a series cannot outweigh. */
const hopeless = -2;
const longestRunIn = 44;
const longestTheme = 22;

/** The candidates of the part at `index` of `placed`, in order. */
export function candidatesOf(
  part: Placed,
  index: number,
  placed: readonly Placed[],
  paragraphs: readonly Paragraph[],
): Candidate[] {
  const paragraph = paragraphs[part.paragraph];
  if (paragraph === undefined || part.heading !== null || part.node === null) return [];
  if ((part.kind !== 'text' && part.kind !== 'box') || paragraph.role !== null) return [];
  const isBoxed = part.kind === 'box';
  const sentences = splitSentences(paragraph.text, part.start, part.end, isBoxed);
  const counted = findCountedThemes(paragraph.text, sentences, part.end);
  const [firstCounted] = counted;
  const context: Context = {
    part,
    index,
    paragraph,
    isBoxed,
    sentences,
    tasks: countTasks(paragraph.text, sentences),
    series: isBoxed ? counted : new Set([...counted, ...findEchoedThemes(paragraph.text, sentences, part.end)]),
    countedFrom: firstCounted?.start ?? Infinity,
    followsHeading: placed[index - 1]?.heading != null,
  };
  return sentences.flatMap((_, at) => candidateAt(at, context) ?? []);
}

/** It weighs too little, and counts only if the series does whose number it bears. */
export function isWeak({ own }: Candidate): boolean {
  return own < plausible;
}

/** Candidates by the index of their part, in order. */
export function byPart(candidates: readonly Candidate[]): Map<number, Candidate[]> {
  const parts = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const part = parts.get(candidate.part);
    if (part === undefined) parts.set(candidate.part, [candidate]);
    else part.push(candidate);
  }
  return parts;
}

/** A part of a paragraph, and what its sentences have in common. */
interface Context extends Pick<Candidate, 'isBoxed' | 'tasks'> {
  readonly part: Placed;
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly sentences: readonly Sentence[];
  /** Those that are counted, or echo each other. */
  readonly series: ReadonlySet<Sentence>;
  /** Behind 一是 whatever is not counted is text of the counted. */
  readonly countedFrom: number;
  readonly followsHeading: boolean;
}

function candidateAt(at: number, context: Context): Candidate | null {
  const { part, index, paragraph, isBoxed, sentences, tasks } = context;
  const sentence = sentences[at];
  if (sentence === undefined || sentence.end - sentence.start > longestRunIn || sentence.next >= part.end) return null;
  const text = paragraph.text.slice(sentence.start, sentence.end).trim();
  const isBold = isPrintedBold(paragraph, sentence.start, sentence.end);
  const hasDash = at === 0 && /^\s*[—–―─]/u.test(paragraph.text.slice(part.start, sentence.start));
  const isCounted = context.series.has(sentence);
  if (!isBold && (isPlainText(text, sentence, isBoxed) || (!isCounted && sentence.start > context.countedFrom)))
    return null;
  if (!isBold && !hasDash && !isCounted && isTooLong(text)) return null;
  const shape = shapeOf(text);
  const reasons = judgeSentence(shape, {
    isBold,
    hasDash,
    opensParagraph: at === 0,
    followsHeading: at === 0 && context.followsHeading,
    isBoxed,
    isCounted,
    isListed: isListed(paragraph.text, sentences, at),
    stop: sentence.stop,
    after: part.end - sentence.next,
  });
  const own = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const isMember = at === 0 && shape.isEnumerated;
  if (own < plausible && !(isMember && own > hopeless)) return null;
  const looks = { isBold, hasDash, isBoxed, isCounted, opens: at === 0 };
  return { part: index, paragraph: part.paragraph, sentence, shape, tasks, text, reasons, own, ...looks };
}

/** 加强…，加强…。加强园区建设。加强…。 A clause of the sentence before and the sentence behind begin with its verb. */
function isListed(text: string, sentences: readonly Sentence[], at: number): boolean {
  const [before, own, behind] = [sentences[at - 1], sentences[at], sentences[at + 1]];
  if (before === undefined || own === undefined || behind === undefined) return false;
  const verb = text.slice(own.start, own.start + 2);
  if (!text.startsWith(verb, behind.start)) return false;
  return text
    .slice(before.start, before.end)
    .split(/[，；]/u)
    .some((clause) => clause.startsWith(verb));
}

const longSentence = 34;
const longestTask = 16;

/** 修订办法。制定细则。扩大试点。 Short sentences one after the other are a list of tasks. */
function countTasks(text: string, sentences: readonly Sentence[]): number {
  const total = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
  if (total >= longSentence * sentences.length) return 0;
  return sentences.filter(({ start, end }) => end - start <= longestTask && !/[，,；;：:]/.test(text.slice(start, end)))
    .length;
}

/** No full stop, figures or several clauses: most sentences need no closer look. */
function isPlainText(text: string, { stop }: Sentence, isBoxed: boolean): boolean {
  if (stop !== '。' && !isBoxed) return true;
  if (/\d/.test(text) && !/[“"'”]/.test(text) && !text.startsWith('这')) return true;
  return (text.match(/[，,；;]/g)?.length ?? 0) > 2;
}

/** What a long theme begins with: a pledge (这五年，是…), a lead (五年来，…), a count (一是…, 第一，…). */
const longOpening = /^(?:这|必须|要|过去|第|[一二三四五六七八九十几]{1,2}[年是要])/u;

/** Longer than a plain theme ever is, and no pair of tasks: no other reason outweighs it. */
function isTooLong(text: string): boolean {
  if (text.length <= longestTheme || longOpening.test(text)) return false;
  const [, second, third] = text.split(/[，,：:；;]/);
  if (second === undefined) return !/[“”"'《》()（）、]/.test(text);
  return third !== undefined || !(startsLikeTask(second) || second.startsWith('使'));
}
