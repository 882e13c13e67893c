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
 * open with their theme, a sentence inside one is none; and a paragraph is divided into several themes or not at all.
 */
export function inStyle(scored: readonly Scored[], paragraphCount: number): Scored[] {
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
      candidate.isCounted ||
      (bold < 2 && !isOpenerStyle && (perParagraph.get(candidate.paragraph) ?? 0) > 1),
  );
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
    else if (gap >= topicLength && Math.min(last.score, next.score) >= enough + 1) kept.push(next);
    else if (next.score > last.score && !last.candidate.opens) kept[kept.length - 1] = next;
  }
  return kept;
}
