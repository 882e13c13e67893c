/** What a document's own text teaches about its language. */
export interface Likelihood {
  /** How likely `next` is behind `previous`: a natural logarithm, higher is likelier. */
  (previous: string, next: string): number;
  /** Does the document have this character elsewhere? */
  readonly knows: (character: string) => boolean;
}

/**
 * Learns from a document's own text which character follows which: pairs, falling back on single characters the more, the
 * more various a character's followers are (Witten–Bell).
 * Only the first `limit` UTF-16 units are read; that is enough to judge a handful of damaged places.
 */
export function learn(texts: Iterable<string>, limit = 1_000_000): Likelihood {
  const single = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  let total = 0;
  for (const text of texts) {
    let previous = '';
    for (const character of text) {
      count(single, character);
      count(followersOf(pairs, previous), character);
      previous = character;
      total += 1;
    }
    if (total > limit) break;
  }
  const likelihood = (previous: string, next: string): number => {
    const alone = ((single.get(next) ?? 0) + unseen) / (total + 1);
    const followers = pairs.get(previous);
    const variety = (followers?.size ?? 0) + 1;
    const together = (followers?.get(next) ?? 0) + variety * alone;
    return Math.log(together / ((single.get(previous) ?? 0) + variety));
  };
  return Object.assign(likelihood, { knows: (character: string) => single.has(character) });
}

/** Weight of a character that the document does not have elsewhere. */
const unseen = 0.002;

function followersOf(pairs: Map<string, Map<string, number>>, character: string): Map<string, number> {
  let followers = pairs.get(character);
  if (followers === undefined) {
    followers = new Map();
    pairs.set(character, followers);
  }
  return followers;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
