/**
 * Checks a draft against the collection: is what it quotes printed there, where, and if not, what is? Pure; nothing of the
 * draft is kept.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import { cutsNumber } from '../../indexer/index/phraseIndex.ts';
import type { Span } from '../../indexer/model.ts';
import { compare, type Difference } from './difference.ts';
import { linesOf, quotationsIn } from './draft.ts';
import { type CheckedFigure, checkFigures } from './draftFigures.ts';
import { findNearest } from './nearest.ts';
import { findRuns, SHORTEST } from './runs.ts';
import { findPieces, findWhole, piecesOf, type Standing, standingAt, trimMarks } from './standing.ts';

/** Characters of a draft that are read; a memo has some thousand. */
export const LONGEST_DRAFT = 100_000;
/** Sources shown of one quotation. */
const SHOWN = 3;
/** How much of marked words must be equal for a text to be called the nearest; of unmarked words. */
const NEAR = 0.6;
const NEAR_UNMARKED = 0.85;
/** Marked words as short as this are a term (“放管服”), and no text is near to them. */
const TERM = 6;
/** Unmarked sentences that are held against nearly equal ones: each costs some milliseconds. */
const MOST_SENTENCES = 400;
const LONGEST_NUMBER = 16;

export type Verdict = 'confirmed' | 'altered' | 'nowhere';

export interface CheckedQuotation {
  /** `unmarked`: stands verbatim (or nearly) in the collection, but the draft does not mark it as quoted. */
  readonly kind: 'quoted' | 'block' | 'unmarked';
  /** In the draft. */
  readonly span: Span;
  readonly said: string;
  readonly verdict: Verdict;
  /** Too short to be more than a word in marks (“放管服”). */
  readonly isTerm: boolean;
  /** Where it stands; for `altered`, the nearest text. Documents that the line names come first, then the newest. */
  readonly sources: readonly Standing[];
  /** Occurrences in all. */
  readonly count: number;
  /** Set for `altered`, unless the words are verbatim but do not stand together in this order. */
  readonly difference: Difference | null;
}

const isTerm = (said: string): boolean => trimMarks(foldText(said)).length < TERM;

/** Prefers documents that `line` names, then newer ones. */
function choose(collection: Collection, found: readonly Span[], line: string): Standing[] {
  const standings = found.slice(0, 500).flatMap(({ start, end }) => standingAt(collection, start, end) ?? []);
  const isNamed = ({ placed }: Standing) => (line.includes(placed.document.displayTitle) ? 1 : 0);
  const yearOf = ({ placed }: Standing) => placed.document.year ?? 0;
  return standings.sort((a, b) => isNamed(b) - isNamed(a) || yearOf(b) - yearOf(a)).slice(0, SHOWN);
}

function nearestTo(collection: Collection, said: string, least: number): Standing | null {
  const words = trimMarks(foldText(said));
  const nearest = findNearest(collection.phrases, words);
  if (nearest === null || nearest.similarity < least) return null;
  const { start, end } = withWholeNumbers(collection.phrases.text, nearest);
  return standingAt(collection, start, end);
}

/** `提高到1` is not what is printed where 18.3% stands: the number is shown whole. */
function withWholeNumbers(text: string, { start, end }: Span): Span {
  const isInNumber = (at: number) => cutsNumber(text, at, at);
  let [first, last] = [start, end];
  while (first > start - LONGEST_NUMBER && isInNumber(first)) first--;
  while (last < end + LONGEST_NUMBER && isInNumber(last)) last++;
  return { start: first, end: last };
}

const unmarked = { kind: 'unmarked', isTerm: false } as const;

type Draft = { readonly text: string; readonly lines: readonly Span[] };

function lineAround({ text, lines }: Draft, at: number): string {
  const line = lines.find(({ start, end }) => start <= at && at <= end);
  return line === undefined ? '' : text.slice(line.start, line.end);
}

/** Checks marked words. */
function checkMarked(collection: Collection, draft: Draft, kind: 'quoted' | 'block', span: Span): CheckedQuotation[] {
  const said = draft.text.slice(span.start, span.end).trim();
  const pieces = piecesOf(said);
  const texts = pieces.map(({ start, end }) => said.slice(start, end));
  const whole = findWhole(collection, said);
  const found = whole.length > 0 ? whole : findPieces(collection, texts);
  const base = { kind, span, said, isTerm: isTerm(said), count: found.length };
  if (found.length > 0) {
    const sources = choose(collection, found, lineAround(draft, span.start));
    return [{ ...base, verdict: 'confirmed', sources, difference: null }];
  }
  if (pieces.length > 1) return checkPieces(collection, draft, base, pieces);
  const nearest = base.isTerm ? null : nearestTo(collection, said, NEAR);
  if (nearest === null) return [{ ...base, verdict: 'nowhere', sources: [], difference: null }];
  return [{ ...base, verdict: 'altered', sources: [nearest], difference: compare(said, nearest.printed) }];
}

type Base = Pick<CheckedQuotation, 'said' | 'span' | 'isTerm' | 'count'> & { readonly kind: 'quoted' | 'block' };

/** Pieces that do not stand together: each for itself; or, if each stands somewhere, the whole is in doubt. */
function checkPieces(collection: Collection, draft: Draft, base: Base, pieces: readonly Span[]): CheckedQuotation[] {
  const from = draft.text.indexOf(base.said, base.span.start);
  const checked = pieces.flatMap(({ start, end }) =>
    checkMarked(collection, draft, base.kind, { start: from + start, end: from + end }),
  );
  if (checked.some(({ verdict }) => verdict !== 'confirmed')) return checked;
  const sources = checked.flatMap((piece) => piece.sources.slice(0, 1)).slice(0, SHOWN);
  return [{ ...base, verdict: 'altered', sources, difference: null }];
}

/** `whole` without `taken` (ascending), piece by piece. */
function without(whole: Span, taken: readonly Span[]): Span[] {
  const open: Span[] = [];
  let at = whole.start;
  for (const { start, end } of taken.filter((one) => one.end > whole.start && one.start < whole.end)) {
    open.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return [...open, { start: at, end: whole.end }].filter(({ start, end }) => end - start >= SHORTEST);
}

/** Titles are named, not quoted. */
function titlesIn(text: string): Span[] {
  return [...text.matchAll(/《[^》\n]*》|https?:\/\/\S+/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function sentencesIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^。！？!?；;]+[。！？!?；;]*/gu)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
}

const isCovered = ({ start, end }: Span, runs: readonly Span[]): boolean =>
  runs.some((run) => run.start <= start + 2 && run.end >= end - 2);

const lengthOf = ({ text }: Draft, { start, end }: Span): number => trimMarks(foldText(text.slice(start, end))).length;

/** Sentences that are printed nearly so: equal but for a few characters. */
function checkSentences(
  collection: Collection,
  draft: Draft,
  open: readonly Span[],
  runs: readonly Span[],
): CheckedQuotation[] {
  return open
    .flatMap((span) => sentencesIn(draft.text, span))
    .filter((sentence) => !isCovered(sentence, runs) && lengthOf(draft, sentence) >= SHORTEST)
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence): CheckedQuotation[] => {
      const said = draft.text.slice(sentence.start, sentence.end).trim();
      const nearest = nearestTo(collection, said, NEAR_UNMARKED);
      if (nearest === null || nearest.printed.includes('\n')) return [];
      const difference = compare(said, nearest.printed);
      if (!differs(difference)) return [];
      return [{ ...unmarked, span: sentence, said, verdict: 'altered', sources: [nearest], count: 0, difference }];
    });
}

/** Marks at the end do not count. */
function differs({ said, printed }: Difference): boolean {
  return [...said, ...printed].some((piece) => piece.differs && trimMarks(foldText(piece.text)) !== '');
}

function checkUnmarked(collection: Collection, draft: Draft, taken: readonly Span[]): CheckedQuotation[] {
  const open = draft.lines.flatMap((line) => without(line, taken));
  const runs = findRuns(collection, draft.text, open);
  const altered = checkSentences(collection, draft, open, runs);
  const left = runs.flatMap((run) =>
    without(
      run,
      altered.map(({ span }) => span),
    ),
  );
  const confirmed = left.map((span): CheckedQuotation => {
    const said = draft.text.slice(span.start, span.end);
    const found = findWhole(collection, said);
    const sources = choose(collection, found, lineAround(draft, span.start));
    return { ...unmarked, span, said, verdict: 'confirmed', sources, count: found.length, difference: null };
  });
  return [...altered, ...confirmed.filter(({ count }) => count > 0)];
}

/** All that a check finds. */
export interface Check {
  readonly quotations: readonly CheckedQuotation[];
  readonly figures: readonly CheckedFigure[];
}

/** Checks the quotations of a draft, and the figures that it says in words of its own. */
export function checkDraft(collection: Collection, text: string): Check {
  const read = text.slice(0, LONGEST_DRAFT).replace(/\r\n?/gu, '\n');
  const quotations = checkQuotations(collection, read);
  const verbatim = quotations.flatMap(({ verdict, span }) => (verdict === 'confirmed' ? [span] : []));
  return { quotations, figures: checkFigures(collection, read, verbatim) };
}

/** Everything that `text` (at most `LONGEST_DRAFT` characters of it) quotes, in its order. */
export function checkQuotations(collection: Collection, text: string): CheckedQuotation[] {
  const read = text.slice(0, LONGEST_DRAFT).replace(/\r\n?/gu, '\n');
  const draft = { text: read, lines: linesOf(read) };
  const marked = quotationsIn(draft.text);
  const taken = [...marked, ...titlesIn(draft.text)].sort((a, b) => a.start - b.start);
  const checked = marked.flatMap(({ kind, start, end }) => checkMarked(collection, draft, kind, { start, end }));
  return [...checked, ...checkUnmarked(collection, draft, taken)].sort((a, b) => a.span.start - b.span.start);
}
