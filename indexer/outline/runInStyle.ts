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
 * open with their theme, a sentence inside one is none.
 */
export function inStyle(scored: readonly Scored[], paragraphCount: number): Scored[] {
  const bold = scored.filter(({ candidate }) => candidate.isBold).length;
  const openers = scored.filter(({ candidate }) => candidate.opens).length;
  const dashes = scored.filter(({ candidate }) => candidate.hasDash).length;
  const isOpenerStyle = (openers > 1 && openers * 2 >= paragraphCount) || dashes > 1;
  return scored.filter(({ candidate }) => standsAlone(candidate) || (bold < 2 && !isOpenerStyle));
}

function standsAlone({ isBold, isCounted, opens }: Candidate): boolean {
  return isBold || isCounted || opens;
}

/** A paragraph is divided into several themes or not at all; and one of short tasks is a list unless most are themes. */
export function divided(runIns: readonly Candidate[]): Candidate[] {
  const perPart = new Map<number, number>();
  for (const { part } of runIns) perPart.set(part, (perPart.get(part) ?? 0) + 1);
  return runIns.filter((one) => {
    const themes = perPart.get(one.part) ?? 0;
    return (
      standsAlone(one) || (themes > 1 && (isSure(one) || one.shape.grammar === 'result' || themes * 2 >= one.tasks))
    );
  });
}

/** Bold print, a count, the frame of a box and the formula of a series need no distance. */
function isSure({ isBold, isCounted, isBoxed, shape }: Candidate): boolean {
  return isBold || isCounted || isBoxed || shape.grammar === 'pledge';
}

/** Of candidates that stand too close to each other, the better one stays. */
export function spaced(scored: readonly Scored[]): Scored[] {
  const kept: Scored[] = [];
  for (const next of scored) {
    const last = kept.at(-1);
    const gap =
      last?.candidate.paragraph === next.candidate.paragraph
        ? next.candidate.sentence.start - last.candidate.sentence.start
        : Infinity;
    if (last === undefined || gap >= shortTopic || isSure(next.candidate)) kept.push(next);
    else if (gap >= topicLength && Math.min(last.score, next.score) >= enough + (areResults(last, next) ? 0.5 : 1))
      kept.push(next);
    else if (next.score > last.score && !last.candidate.opens) kept[kept.length - 1] = next;
  }
  return kept;
}

/** 投资稳步增长。… 消费持续回暖。 What is reported is reported briefly. */
function areResults(one: Scored, other: Scored): boolean {
  return one.candidate.shape.grammar === 'result' && other.candidate.shape.grammar === 'result';
}
