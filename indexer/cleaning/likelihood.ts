/** What a document's own text teaches about its language. */
export interface Likelihood {
  /** How likely `next` is behind `previous`: a natural logarithm, higher is likelier. */
  (previous: string, next: string): number;
  /** Does the document have this character elsewhere? */
  readonly knows: (character: string) => boolean;
  /** Is `next` what mostly follows `previous` in the document, as 展 follows 发: two characters of one word? */
  readonly binds: (previous: string, next: string) => boolean;
}

/**
 * Learns from a document's own text which character follows which: pairs, falling back on single characters the more, the
 * more various a character's followers are (Witten–Bell).
 * Only the first `limit` UTF-16 units are read; that is enough to judge a handful of damaged places.
 */
export function learn(texts: Iterable<string>, limit = 1_000_000): Likelihood {
  const { single, followers, pairs, total } = count(texts, limit);
  const likelihood = (before: string, character: string): number => {
    const [previous, next] = [unitOf(before), unitOf(character)];
    const alone = ((single[next] ?? 0) + unseen) / (total + 1);
    const variety = (followers[previous] ?? 0) + 1;
    const together = (pairs.get(pairOf(previous, next)) ?? 0) + variety * alone;
    return Math.log(together / ((single[previous] ?? 0) + variety));
  };
  const countOf = (character: string): number => single[unitOf(character)] ?? 0;
  const binds = (before: string, character: string): boolean => {
    const together = pairs.get(pairOf(unitOf(before), unitOf(character))) ?? 0;
    return together >= fewestTogether && together >= countOf(before) * mostly;
  };
  return Object.assign(likelihood, { knows: (character: string) => countOf(character) > 0, binds });
}

interface Counts {
  /** How often each UTF-16 unit stands in the texts. */
  readonly single: Uint32Array;
  /** How many different units follow each. */
  readonly followers: Uint32Array;
  /** How often two stand together, by `pairOf`. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly total: number;
}

function count(texts: Iterable<string>, limit: number): Counts {
  const single = new Uint32Array(unitCount);
  const followers = new Uint32Array(unitCount);
  const pairs = new Map<number, number>();
  let total = 0;
  for (const text of texts) {
    countIn(text, single, followers, pairs);
    total += text.length;
    if (total > limit) break;
  }
  return { single, followers, pairs, total };
}

function countIn(text: string, single: Uint32Array, followers: Uint32Array, pairs: Map<number, number>): void {
  let previous = start;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const seen = pairs.get(pairOf(previous, unit)) ?? 0;
    if (seen === 0) followers[previous] = (followers[previous] ?? 0) + 1;
    pairs.set(pairOf(previous, unit), seen + 1);
    single[unit] = (single[unit] ?? 0) + 1;
    previous = unit;
  }
}

/** Fewer places of a pair show nothing. */
const fewestTogether = 5;
const mostly = 0.5;

/** Weight of a character that the document does not have elsewhere. */
const unseen = 0.002;

const unitCount = 0x10000;
/** What stands before the first character of a text; no text that was read has it. */
const start = 0;

function unitOf(character: string): number {
  return character === '' ? start : character.charCodeAt(0);
}

function pairOf(previous: number, next: number): number {
  return previous * unitCount + next;
}
