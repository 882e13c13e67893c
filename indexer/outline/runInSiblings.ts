/** What the other candidates of a section say about one: themes come in series of one grammar and length. */
import type { Candidate } from './runInCandidates.ts';
import type { Shape } from './topicSentence.ts';

/** A theme has a sentence or two below it; closer sentences are parts of one theme. */
export const topicLength = 40;
const pairLength = 150;
const longestBeat = 10;

/** How much the siblings of a section speak for a candidate: same grammar, like length, a topic's distance away. */
export function support(candidate: Candidate, likely: readonly Candidate[]): number {
  const siblings = likely.filter((other) => other !== candidate && isDistant(candidate, other));
  if (candidate.shape.hasLead)
    return siblings.filter(({ shape }) => isLed(candidate.shape, shape)).length > 1 ? 3.5 : -4;
  const alike = siblings.filter((other) => isAlike(candidate.shape, other.shape));
  if (candidate.shape.grammar === 'pledge' && alike.length === 0) return -3;
  if (candidate.shape.isPair) return supportOfPair(candidate, siblings, alike);
  if (candidate.shape.commas > 0 && candidate.shape.grammar !== 'pledge')
    return alike.length >= 2 && candidate.opens ? 3.5 : 0;
  if (siblings.length === 0) return candidate.opens ? 0 : -1.5;
  const openers = candidate.opens && alike.length > 2 ? 0.75 : 0;
  return Math.min(2, alike.length) * 0.75 + Math.min(2, siblings.length) * 0.25 + openers;
}

/** 五年来，农业稳步发展。 五年来，外贸取得新进展。 The words behind the lead need not be alike. */
function isLed(one: Shape, other: Shape): boolean {
  return one.hasLead && other.hasLead && one.commas === other.commas;
}

/** A pair that opens a paragraph needs pairs that open others; one inside needs pairs that go on with the same words. */
function supportOfPair(one: Candidate, siblings: readonly Candidate[], alike: readonly Candidate[]): number {
  if (one.opens) return alike.length > 1 ? 2.5 : -4;
  return pairsLike(one, siblings).length > 1 ? 3.5 : -4;
}

/** Far apart in one paragraph, 发挥…优势，加快推进水运建设 and 依托…优势，加快推进旅游发展: only such pairs are no clauses of prose. */
function pairsLike(one: Candidate, siblings: readonly Candidate[]): Candidate[] {
  return siblings.filter(
    (other) =>
      other.paragraph === one.paragraph &&
      Math.abs(other.sentence.start - one.sentence.start) >= pairLength &&
      other.shape.isPair &&
      secondTask(other.shape) === secondTask(one.shape),
  );
}

function secondTask({ folded }: Shape): string {
  const comma = folded.indexOf(',');
  return folded.slice(comma + 1, comma + 5);
}

/** Same grammar and like length, or a rhythm that the ear would know: the same ending, opening or number of signs. */
export function isAlike(one: Shape, other: Shape): boolean {
  if (one.commas !== other.commas) return false;
  if (one.grammar === 'pledge' || other.grammar === 'pledge') return one.grammar === other.grammar;
  if (one.isPair && other.isPair) return Math.abs(one.length - other.length) <= 10;
  if (isEcho(one, other) || one.folded.slice(0, 4) === other.folded.slice(0, 4)) return true;
  if (one.length === other.length && one.length <= longestBeat) return true;
  return one.grammar === other.grammar && Math.abs(one.length - other.length) <= 3;
}

/** 产业升级的重大机遇, 城市更新的重大机遇. */
function isEcho(one: Shape, other: Shape): boolean {
  return Math.abs(one.length - other.length) <= 4 && endingOf(one) === endingOf(other);
}

function endingOf({ folded }: Shape): string {
  return folded.slice(-3);
}

function isDistant(one: Candidate, other: Candidate): boolean {
  if (one.paragraph !== other.paragraph) return one.opens === other.opens;
  return Math.abs(one.sentence.start - other.sentence.start) >= topicLength;
}
