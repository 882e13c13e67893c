/** Whether engines that are timed against one another give the same answers. */
import type { Collection } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import type { BenchAnswer, BenchEngine, BenchQuery } from './engine.ts';

/** Of a set of queries: how many an engine answers with the very passages of the scan. */
export interface Agreement {
  readonly equal: number;
  readonly of: number;
  /** Share of the scan's passages that the engine finds, over all queries. */
  readonly recall: number;
  /** Queries whose difference is explained neither by whole numbers nor by a match that runs into the next passage. */
  readonly unexplained: number;
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Passages in which every occurrence of a phrase runs on into the next one: a row by itself does not hold it. */
function runsOn(collection: Collection, phrase: string): (passage: number) => boolean {
  const starts = findPhrase(collection.phrases, phrase);
  return (passage) => {
    const [from, to] = [collection.foldedStart[passage] ?? 0, collection.foldedStart[passage + 1] ?? 0];
    const inside = starts.filter((start) => start >= from && start < to);
    return inside.every((start) => start + phrase.length > to);
  };
}

function isExplained(collection: Collection, query: BenchQuery, found: readonly number[], truth: readonly number[]) {
  const there = new Set(found);
  const missing = truth.filter((passage) => !there.has(passage));
  const known = new Set(truth);
  const extra = found.filter((passage) => !known.has(passage));
  const isNumber = query.phrases.some((phrase) => /^\d|\d$/.test(phrase));
  const tests = query.phrases.map((phrase) => runsOn(collection, phrase));
  return (extra.length === 0 || isNumber) && missing.every((passage) => tests.some((test) => test(passage)));
}

export function compareSets(
  collection: Collection,
  engine: BenchEngine,
  scan: BenchEngine,
  queries: readonly BenchQuery[],
): Agreement {
  let [equal, found, wanted, unexplained] = [0, 0, 0, 0];
  for (const query of queries) {
    const [passages, truth] = [engine.passages(query), scan.passages(query)];
    const there = new Set(passages);
    found += truth.filter((passage) => there.has(passage)).length;
    wanted += truth.length;
    if (sameNumbers(passages, truth)) equal++;
    else if (!isExplained(collection, query, passages, truth)) unexplained++;
  }
  return { equal, of: queries.length, recall: wanted === 0 ? 1 : found / wanted, unexplained };
}

/** `河南省/洛阳市` counts for 河南省 too. */
function withParents(regions: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [region, count] of regions) {
    const path = region.split('/');
    path.forEach((_, depth) => {
      const key = path.slice(0, depth + 1).join('/');
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + count);
    });
  }
  return counts;
}

const sameCounts = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([value, count]) => b.get(value) === count);

/** Total, years and regions of our answer against the scan's. */
export function sameTotals(ours: BenchAnswer, scan: BenchAnswer): boolean {
  const years = new Map([...scan.years].filter(([year]) => year !== ''));
  return (
    ours.total === scan.total &&
    ours.snippets.length === scan.snippets.length &&
    sameCounts(ours.years, years) &&
    sameCounts(ours.regions, withParents(scan.regions))
  );
}
