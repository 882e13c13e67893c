/**
 * Run-in topic sentences: 消费市场加快复苏。 opens a paragraph or stands inside one and names the theme of what follows.
 * Bold print is proof; else a sentence must look like one and have siblings that look alike in its section.
 */
import type { Paragraph } from './paragraphs.ts';
import { byPart, candidatesOf, isWeak, plausible } from './runInCandidates.ts';
import type { Candidate } from './runInCandidates.ts';
import { support } from './runInSiblings.ts';
import { divided, enough, inStyle, spaced } from './runInStyle.ts';
import type { Scored } from './runInStyle.ts';
import { findSecondTiers } from './secondTier.ts';
import { completeSeries } from './seriesCompletion.ts';
import type { Node, Placed } from './sections.ts';

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
  const strong = [...sections].map(([node, group]) => chooseStrong(group, sizes.get(node) ?? 0));
  const tiers = findSecondTiers(strong.map(({ chosen }) => chosen));
  return byPart(strong.flatMap((section) => accept(section, tiers)));
}

/** The candidates of one section, and how many of its parts are text. */
interface SectionCandidates {
  readonly group: readonly Candidate[];
  /** Those that weigh enough. */
  readonly chosen: readonly Scored[];
  readonly paragraphCount: number;
}

/** How many candidates before and behind are looked at as siblings. */
const reach = 40;

/**
 * The candidates of one section whose own weight and that of their siblings suffice. Where most paragraphs open with a
 * theme, a plain short opening of another is one, too.
 */
function chooseStrong(group: readonly Candidate[], paragraphCount: number): SectionCandidates {
  const likely = group.filter((candidate) => !isWeak(candidate));
  const near = (at: number) => likely.slice(Math.max(0, at - reach), at + reach);
  const scored = likely.map((candidate, at) => ({ candidate, score: candidate.own + support(candidate, near(at)) }));
  const certain = scored.filter(({ candidate, score }) => candidate.opens && score >= enough).length;
  const completes = certain >= (group[0]?.isBoxed === true ? 2 : 3) && certain * 2 >= paragraphCount;
  const chosen = scored.filter(({ candidate, score }) => score >= (completes && candidate.opens ? plausible : enough));
  return { group, chosen, paragraphCount };
}

/** Of the strong candidates of a section those that go together, and what completes them. */
function accept({ group, chosen, paragraphCount }: SectionCandidates, tiers: ReadonlySet<Candidate>): Candidate[] {
  const fitting = spaced(inStyle(chosen, paragraphCount, tiers), tiers);
  const themes = fitting.map(({ candidate }) => candidate);
  return completeSeries(divided(themes, paragraphCount), group);
}

function cut(part: Placed, runIns: readonly Candidate[]): Placed[] {
  if (runIns.length === 0) return [part];
  const pieces: Placed[] = [];
  let start = part.start;
  let node = part.node;
  for (const { sentence, text, opens } of runIns) {
    const from = opens ? part.start : sentence.lead;
    if (from > start) pieces.push({ ...part, start, end: from, node });
    start = from;
    node = { parent: part.node, kind: 'run-in', number: null, heading: text, rank: runInRank };
  }
  pieces.push({ ...part, start, node });
  return pieces;
}
