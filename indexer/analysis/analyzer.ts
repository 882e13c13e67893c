/** From text to the terms of the keyword index: fold, segment, drop what carries no meaning. */
import { foldText } from './fold.ts';
import { segmentFinely } from './segment.ts';

/** Particles and fillers that stand in almost every paragraph. */
const STOP_WORDS = new Set(
  '的 了 和 与 及 在 对 为 等 以 把 将 向 从 到 由 是 有 被 其 之 于 而 或 并 也 都 就 要 这 那 各 每 我们 他们 以及 通过 进行 这个 什么 多少 哪些 如何 怎么 是否 请问 吗 呢 吧'.split(
    ' ',
  ),
);

const MEANINGFUL = /[\p{L}\p{N}]/u;

/** True for particles and fillers (folded): 的, 进行. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Whether a word of folded text is a term: it means something, and tells one paragraph from another. */
export const isTerm = (word: string): boolean => MEANINGFUL.test(word) && !STOP_WORDS.has(word);

/** Terms of `text` (any script or width), in order, repeats kept. */
export function analyze(text: string): string[] {
  return segmentFinely(foldText(text)).filter(isTerm);
}
