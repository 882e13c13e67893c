/** Measures of a ranked list against judged passages: nDCG@10, recall and reciprocal rank. */
import type { Judgement } from './judged.ts';

/** Passages of a result list that are looked at. */
export const DEPTH = 10;

export interface Measures {
  readonly ndcg: number;
  /** 1 over the rank of the first judged passage; 0 when there is none. */
  readonly reciprocalRank: number;
  /** Share of the judged passages (ten at most) among the first `n`. */
  readonly recallAt: (n: number) => number;
  /** Grade of each passage shown, 0 where it was not judged. */
  readonly grades: readonly number[];
}

/** Letters and digits alone, as a judge compares: no marks, no pinyin in brackets, one width and case. */
export function bare(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(([a-zü\u00e0-\u024f]+)\)/gu, '');
  return plain.replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
}

const gainAt = (grade: number, rank: number): number => (2 ** grade - 1) / Math.log2(rank + 2);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * Measures the first `depth` texts of a result list, best first. A passage with several judged anchors satisfies them all and counts
 * with its best grade; an anchor counts once.
 */
export function measure(texts: readonly string[], judged: readonly Judgement[], depth = DEPTH): Measures {
  const open = new Set(judged.filter(({ grade }) => grade !== 0));
  const isIn = (text: string, { anchor, anchor_norm: norm }: Judgement): boolean =>
    text.includes(bare(anchor)) || (norm !== undefined && text.includes(bare(norm)));
  const found = texts.slice(0, depth).map((text) => {
    const anchors = [...open].filter((judgement) => isIn(bare(text), judgement));
    anchors.forEach((judgement) => open.delete(judgement));
    return anchors;
  });
  const grades = found.map((anchors) => Math.max(0, ...anchors.map(({ grade }) => grade ?? 1)));
  const ideal = judged
    .map(({ grade }) => grade ?? 1)
    .sort((a, b) => b - a)
    .slice(0, depth);
  const best = sum(ideal.map(gainAt));
  const first = grades.findIndex((grade) => grade > 0);
  const wanted = Math.min(DEPTH, judged.filter(({ grade }) => grade !== 0).length);
  return {
    ndcg: best === 0 ? 0 : Math.min(1, sum(grades.map(gainAt)) / best),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recallAt: (n) => (wanted === 0 ? 0 : sum(found.slice(0, n).map((anchors) => anchors.length)) / wanted),
    grades,
  };
}
