/** What every engine of the benchmark is asked for: the same question, the same answer. */
import { fold, unfold } from '../../indexer/analysis/fold.ts';
import type { Span } from '../../indexer/model.ts';
import { fragments } from '../../server/search/highlight.ts';

/** A query: as a person types it, and the strings that a passage must have. */
export interface BenchQuery {
  readonly typed: string;
  /** Folded. */
  readonly phrases: readonly string[];
}

/** A passage as every engine gets it. */
export interface BenchPassage {
  readonly text: string;
  readonly folded: string;
  readonly year: string;
  /** From province down, joined by `/`. */
  readonly region: string;
}

export interface BenchAnswer {
  readonly total: number;
  readonly years: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  /** The best twenty passages, matches marked. */
  readonly snippets: readonly string[];
}

export interface BenchEngine {
  readonly name: string;
  answer(query: BenchQuery): BenchAnswer | Promise<BenchAnswer>;
  /** Numbers of all passages that match, ascending; not timed. */
  passages(query: BenchQuery): readonly number[];
}

export const TOP = 20;

/** The text with its matches between `<mark>` and `</mark>`. */
export function marked(text: string, spans: readonly Span[]): string {
  return fragments(text, spans)
    .map((piece) => (piece.isMatch ? `<mark>${piece.text}</mark>` : piece.text))
    .join('');
}

/** A peer's snippet: the phrases are looked for in the folded passage. */
export function markPhrases(text: string, phrases: readonly string[]): string {
  const { text: folded, map } = fold(text);
  const found: Span[] = [];
  for (const phrase of phrases) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + phrase.length)) {
      found.push(unfold(map, at, at + phrase.length));
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const apart = found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
  return marked(text, apart);
}

/** Counts values by passage number. */
export class Tally {
  private readonly values: readonly string[];
  private readonly valueOf: Uint32Array;

  constructor(values: readonly string[]) {
    this.values = [...new Set(values)];
    const numbers = new Map(this.values.map((value, number) => [value, number]));
    this.valueOf = Uint32Array.from(values, (value) => numbers.get(value) ?? 0);
  }

  count(passages: readonly number[]): Map<string, number> {
    const counts = new Uint32Array(this.values.length);
    for (const passage of passages) {
      const value = this.valueOf[passage] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return new Map(this.values.flatMap((value, i) => ((counts[i] ?? 0) > 0 ? [[value, counts[i] ?? 0] as const] : [])));
  }
}
