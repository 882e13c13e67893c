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
  /** It weighs too little, and counts only if the series does whose number it bears. */
  readonly isWeak: boolean;
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
  const sentences = splitSentences(paragraph.text, part.start, part.end, part.kind === 'box');
  const tasks = countTasks(paragraph.text, sentences);
  const counted = findCountedThemes(paragraph.text, sentences, part.end);
  const echoed = part.kind === 'text' ? findEchoedThemes(paragraph.text, sentences, part.end) : null;
  const [firstCounted] = counted;
  const before = placed[index - 1];
  return sentences.flatMap((sentence, at) => {
    if (sentence.end - sentence.start > longestRunIn || sentence.next >= part.end) return [];
    const text = paragraph.text.slice(sentence.start, sentence.end).trim();
    const bold = isPrintedBold(paragraph, sentence.start, sentence.end);
    if (!bold && ((part.kind === 'text' && sentence.stop !== '。') || isHopeless(text))) return [];
    const hasDash = at === 0 && /^\s*[—–―─]/u.test(paragraph.text.slice(part.start, sentence.start));
    const isCounted = counted.has(sentence) || echoed?.has(sentence) === true;
    // Behind 一是 whatever is not counted is text of the counted.
    if (!bold && !isCounted && firstCounted !== undefined && firstCounted.start < sentence.start) return [];
    if (!bold && !hasDash && !isCounted && isTooLong(text)) return [];
    const shape = shapeOf(text);
    const reasons = judgeSentence(shape, {
      isBold: bold,
      hasDash,
      opensParagraph: at === 0,
      followsHeading: at === 0 && before?.heading != null,
      isBoxed: part.kind === 'box',
      isCounted,
      isListed: isListed(paragraph.text, sentences, at),
      stop: sentence.stop,
      after: part.end - sentence.next,
    });
    const own = reasons.reduce((sum, { weight }) => sum + weight, 0);
    const isWeak = own < plausible;
    if (isWeak && !(at === 0 && shape.isEnumerated && own > hopeless)) return [];
    const { paragraph: home } = part;
    return [
      {
        part: index,
        paragraph: home,
        sentence,
        shape,
        opens: at === 0,
        isBold: bold,
        hasDash,
        isBoxed: part.kind === 'box',
        tasks,
        isCounted,
        text,
        reasons,
        own,
        isWeak,
      },
    ];
  });
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

/** Figures and several clauses: most sentences need no closer look. */
function isHopeless(text: string): boolean {
  return (
    (/\d/.test(text) && !/[“"'”]/.test(text) && !text.startsWith('这')) || (text.match(/[，,；;]/g)?.length ?? 0) > 2
  );
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
