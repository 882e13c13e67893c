/** The style of a section: which of its likely run-ins go together. */
import type { Candidate } from './runInCandidates.ts';
import { topicLength } from './runInSiblings.ts';

/** What candidate and siblings weigh together, to be a run-in. */
export const enough = 4;
const shortTopic = 70;

export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * A section keeps to one style: where themes are bold, plain sentences inside a paragraph are none; where paragraphs
 * open with their theme, a sentence inside one is none, unless it is of a second tier.
 */
export function inStyle(scored: readonly Scored[], paragraphCount: number, tiers: ReadonlySet<Candidate>): Scored[] {
  const bold = scored.filter(({ candidate }) => candidate.isBold).length;
  const openers = scored.filter(({ candidate }) => candidate.opens).length;
  const dashes = scored.filter(({ candidate }) => candidate.hasDash).length;
  const isOpenerStyle = (openers > 1 && openers * 2 >= paragraphCount) || dashes > 1;
  return scored.filter(
    ({ candidate }) => standsAlone(candidate) || tiers.has(candidate) || (bold < 2 && !isOpenerStyle),
  );
}

function standsAlone({ isBold, isCounted, opens }: Candidate): boolean {
  return isBold || isCounted || opens;
}

/**
 * A paragraph is divided into several themes or not at all; and one of short tasks is a list unless most are themes. The
 * task that opens one paragraph of several is the theme of all of it, and none of those that divide it.
 */
export function divided(runIns: readonly Candidate[], paragraphCount: number): Candidate[] {
  const perPart = new Map<number, number>();
  for (const one of runIns)
    if (paragraphCount === 1 || !isThemeOfAll(one)) perPart.set(one.part, (perPart.get(one.part) ?? 0) + 1);
  return runIns.filter((one) => {
    const themes = perPart.get(one.part) ?? 0;
    return (
      standsAlone(one) || (themes > 1 && (isSure(one) || one.shape.grammar === 'result' || themes * 2 >= one.tasks))
    );
  });
}

function isThemeOfAll({ opens, isBold, hasDash, shape }: Candidate): boolean {
  return opens && !isBold && (shape.grammar === 'task' || shape.isEnumerated || hasDash);
}

/** Bold print, a count, the frame of a box and the formula of a series need no distance. */
function isSure({ isBold, isCounted, isBoxed, shape }: Candidate): boolean {
  return isBold || isCounted || isBoxed || shape.grammar === 'pledge';
}

/** Of candidates that stand too close to each other, the better one stays; the first of a second tier follows its opener. */
export function spaced(scored: readonly Scored[], tiers: ReadonlySet<Candidate>): Scored[] {
  const kept: Scored[] = [];
  for (const next of scored) {
    const last = kept.at(-1);
    const gap =
      last?.candidate.paragraph === next.candidate.paragraph
        ? next.candidate.sentence.start - last.candidate.sentence.start
        : Infinity;
    const isTier = last?.candidate.opens === true && tiers.has(next.candidate);
    if (last === undefined || gap >= shortTopic || isSure(next.candidate) || isTier) kept.push(next);
    else if (gap >= topicLength && Math.min(last.score, next.score) >= enough + (areResults(last, next) ? 0.5 : 1))
      kept.push(next);
    else if (!last.candidate.opens && isBetter(next, last, scored)) kept[kept.length - 1] = next;
  }
  return kept;
}

/** Of equals, the one that more of the others end like: 发展山乡卫生事业 among 发展水城教育事业 and 繁荣港城文化事业. */
function isBetter(next: Scored, last: Scored, scored: readonly Scored[]): boolean {
  if (next.score !== last.score) return next.score > last.score;
  return countEchoes(next, scored) > 1 && countEchoes(last, scored) < 2;
}

function countEchoes({ candidate }: Scored, scored: readonly Scored[]): number {
  const ending = candidate.shape.folded.slice(-2);
  return scored.filter((other) => other.candidate !== candidate && other.candidate.shape.folded.endsWith(ending))
    .length;
}

/** 投资稳步增长。… 消费持续回暖。 What is reported is reported briefly. */
function areResults(one: Scored, other: Scored): boolean {
  return one.candidate.shape.grammar === 'result' && other.candidate.shape.grammar === 'result';
}
