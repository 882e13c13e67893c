/** Terms worth suggesting: words of the collection and compounds of neighbouring words, counted. */
import { setImmediate as breathe } from 'node:timers/promises';
import { segment } from '../../indexer/analysis/segment.ts';
import type { Collection } from '../../indexer/index/collection.ts';

export interface Term {
  /** Folded. */
  readonly text: string;
  /** How often it was met; in a heading it counts more. */
  readonly weight: number;
}

/**
 * In folded characters. Headings are read all; of the paragraphs of a larger collection an even sample: what is frequent
 * shows in a part, too, and jieba reads two million characters a second at best.
 */
const ENOUGH_TEXT = 400_000;
const MOST_TERMS = 6_000;
const LONGEST_TERM = 12;
const LONGEST_COMPOUND = 3;
const HEADING_WEIGHT = 5;
const LEAST_WEIGHT = 2;
/** Passages that are read before other work gets its turn. */
const AT_ONCE = 100;

const HAS_WORD = /\p{L}/u;
const IS_WORD = /^[\p{L}\p{N}+]+$/u;
/** Function words that jieba gives two characters; a compound neither begins nor ends with one, nor runs over it. */
const FUNCTION_WORDS = new Set(
  '高于 低于 多于 少于 位于 以及 通过 进行 我们 他们 这些 那些 这个 对于 关于 根据 按照 为了 由于 因为 所以 如果 但是 而且 并且 或者 其中 其他 之一 以上 以下 以来 以后 之间 等等 就是 不是 没有 已经 正在 一个 一些 一批 不断 进一步 更加 同时 大家 各位'.split(
    ' ',
  ),
);

const isTerm = (word: string): boolean =>
  word.length > 1 && IS_WORD.test(word) && HAS_WORD.test(word) && !FUNCTION_WORDS.has(word);

class Counter {
  readonly weights = new Map<string, number>();
  /** Compounds by their parts: a part that hardly occurs outside its compound is no term of its own. */
  readonly compounds = new Map<string, readonly [string, string]>();

  private add(text: string, weight: number): void {
    this.weights.set(text, (this.weights.get(text) ?? 0) + weight);
  }

  /** Counts the terms of one passage's folded text. */
  read(folded: string, weight: number): void {
    let run: string[] = [];
    for (const word of segment(folded)) {
      if (!isTerm(word)) {
        run = [];
        continue;
      }
      run = [...run, word].slice(-LONGEST_COMPOUND);
      if (word.length <= LONGEST_TERM) this.add(word, weight);
      for (let size = 2; size <= run.length; size++) this.compound(run.slice(-size), weight);
    }
  }

  private compound(words: readonly string[], weight: number): void {
    const text = words.join('');
    if (text.length > LONGEST_TERM) return;
    this.add(text, weight);
    if (words.length > 2) this.compounds.set(text, [words.slice(0, -1).join(''), words.slice(1).join('')]);
  }

  /** The heaviest terms; 基层治 goes where it stands only in 基层治理. */
  heaviest(): Term[] {
    const { weights } = this;
    for (const [text, parts] of this.compounds) {
      const weight = weights.get(text) ?? 0;
      if (weight < LEAST_WEIGHT) continue;
      for (const part of parts) if ((weights.get(part) ?? 0) <= weight * 1.1) weights.delete(part);
    }
    return [...weights]
      .filter(([, weight]) => weight >= LEAST_WEIGHT)
      .map(([text, weight]) => ({ text, weight }))
      .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_TERMS);
  }
}

/** Passages to be read: all headings, and every so many of the others. */
function* chosenPassages({ phrases, documents, firstPassage }: Collection): Generator<readonly [number, boolean]> {
  const stride = Math.max(1, Math.ceil(phrases.text.length / ENOUGH_TEXT));
  for (const [i, document] of documents.entries()) {
    const first = firstPassage[i] ?? 0;
    for (const [at, { kind }] of document.passages.entries()) {
      const isHeading = kind === 'heading';
      if (isHeading || (first + at) % stride === 0) yield [first + at, isHeading];
    }
  }
}

/** Reads the collection in small bites, so that a server goes on answering; terms come heaviest first. */
export async function discoverTerms(collection: Collection): Promise<Term[]> {
  const { phrases, foldedStart } = collection;
  const counter = new Counter();
  let read = 0;
  for (const [number, isHeading] of chosenPassages(collection)) {
    const folded = phrases.text.slice(foldedStart[number], foldedStart[number + 1]);
    counter.read(folded, isHeading ? HEADING_WEIGHT : 1);
    if (++read % AT_ONCE === 0) await breathe();
  }
  return counter.heaviest();
}
