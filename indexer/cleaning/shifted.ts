import { gbkTable, isUserDefined, leads, trails } from './gbk.ts';
import type { Likelihood } from './likelihood.ts';
import { reads } from './pinyin.ts';

/**
 * Repairs GBK text that was shifted by one byte. The cause is a replacement on bytes that cut a character in two:
 *
 * - full-width marks made half-width: in `。縣` (A1A3 BF68) the bytes A3BF look like ？ → `??h`; in `模化` (C4A3 BBAF) like ； →
 *   `?;`. The first half is lost, and the halves behind pair up wrongly until a byte stands alone again: `。總的來說` → `??偟膩碚f`.
 * - pinyin put behind a character that was not there: in `展潛` (D5B9 9D93) the bytes B99D look like 節 → `展?jié)…`.
 *
 * Pairs that fall on GBK's user-defined places were dropped on the way: `。基礎` → `?;A`. All byte sequences that would print
 * what stands there are decoded; the likeliest in this document wins when it is far ahead of the printed text. No more than
 * `most` places are tried.
 */
export function repairShifted(text: string, likelihood: Likelihood, most = 100): Repaired {
  const repaired: string[] = [];
  const unrepaired: string[] = [];
  const judge = (place: Place, printed: string): string => {
    const isTried = repaired.length + unrepaired.length < most;
    const best = isTried ? bestReading(place, likelihood) : undefined;
    if (
      best !== undefined &&
      isKnown(best.text, likelihood) &&
      best.score > printedScore(place, printed, likelihood) + margin
    ) {
      repaired.push(`${printed} → ${best.text}`);
      return best.text + place.tail;
    }
    if (printedScore(place, printed, likelihood) < implausible * printed.length) unrepaired.push(printed);
    return printed;
  };
  const whole = text
    .replace(halvedMark, (printed: string, mark: string, run: string, end: string, offset: number, all: string) =>
      judge(markPlace(mark, run, end, all, offset, printed.length), printed),
    )
    .replace(
      halvedSyllable,
      (printed: string, syllable: string, run: string, end: string, offset: number, all: string) =>
        judge(syllablePlace(syllable, run, end, all, offset, printed.length), printed),
    );
  return { text: whole, repaired, unrepaired };
}

export interface Repaired {
  readonly text: string;
  /** What was printed and what it was: `?;A → 。基礎`. */
  readonly repaired: readonly string[];
  /** Places that look shifted and could not be proved. */
  readonly unrepaired: readonly string[];
}

/** A damaged place: how it may begin, what is printed, how it ends, and its neighbours. */
interface Place {
  readonly starts: readonly Guess[];
  readonly run: string;
  readonly end: string;
  readonly before: string;
  readonly after: string;
  /** The pinyin behind the place, if its last character lost a half to the opening bracket. */
  readonly syllable: string;
  /** Just behind an opening quotation mark, where a term stands and no sentence ends: `“三?!` is not `“三。`. */
  readonly inTerm: boolean;
  /** What to print behind the repaired characters: a bracket that was swallowed. */
  readonly tail: string;
}

/** A reading so far: whole characters, the half that waits for its second, and the logarithm of its likelihood. */
interface Guess {
  readonly text: string;
  readonly half: number;
  readonly lost: boolean;
  readonly score: number;
}

/** Is there anything that a shift would print? Cheap. */
export function mayBeShifted(text: string): boolean {
  return text.includes('?') && suspicious.test(text);
}

/** The text without suspicious places, to learn from. */
export function withoutShifted(text: string): string {
  return text.includes('?') ? text.replace(/\?[^\s，。,]{0,12}/g, ' ') : text;
}

const suspicious = /\?(?:[?;!,:]|[a-zɡü\u00E0-\u00FC\u0101-\u01DC]{1,7}\))/u;

/** `?` `;` shifted characters, then an ASCII character that is a second half, or `?` for one that cannot be shown. */
const halvedMark = /\?([?;!,:])(\p{Script=Han}{0,40})([@-~]|\?)/gu;
const halvedSyllable = /(?<=\p{Script=Han})\?([a-zɡü\u00E0-\u00FC\u0101-\u01DC]{1,7})\)(\p{Script=Han}{0,40})([@-~])/gu;
/** `规?;?/p>`: the last half took the < of a tag for its partner. */
const lostTag = /^\/(?:a|b|p|div|span|font|strong|em|i|u)>/;
const syllableBehind = /^([a-zɡü\u00E0-\u00FC\u0101-\u01DC]{1,7})\)/u;

/** How much likelier than the printed text a reading must be (natural logarithm), and what counts as implausible a character. */
const margin = 4;
const implausible = -7;
const hopeless = -11;

/** Two pauses in a row: `、，`. */
const neverDoubled = /^[，。、；：,;:][，。、；：,;:]$/;
/** A dropped pair is this unlikely beforehand: 3 in 100 places are left to users. */
const rarity = Math.log(0.03);

function markPlace(mark: string, run: string, end: string, all: string, offset: number, length: number): Place {
  const { decode } = gbkTable();
  const half = mark.charCodeAt(0) | 0x80;
  const starts = leads.flatMap((lead) => guessed(decode(lead, 0xa3), half));
  const behind = all.slice(offset + length, offset + length + 9);
  const syllable = end === '?' ? (syllableBehind.exec(behind)?.[1] ?? '') : '';
  return {
    ...{ starts, run, end, syllable, tail: syllable !== '' ? '(' : end === '?' && lostTag.test(behind) ? '<' : '' },
    ...{ before: lastBefore(all, offset), after: syllable === '' ? behind.charAt(0) : '' },
    inTerm: /[“「][^”」。]{0,4}$/.test(all.slice(Math.max(0, offset - 6), offset)),
  };
}

/** `展?jié)撃荜懤m`: the character with this reading begins with the last half of 展; its own last half begins the next. */
function syllablePlace(syllable: string, run: string, end: string, all: string, offset: number, length: number): Place {
  const { decode, encode } = gbkTable();
  const before = all.charAt(offset - 1);
  const lead = encode(before)?.[1] ?? 0;
  const starts = trails
    .filter((trail) => {
      const character = decode(lead, trail);
      return character !== undefined && reads(character, syllable);
    })
    .map((trail) => ({ text: '', half: trail, lost: false, score: 0 }));
  return { starts, run, end, before, after: all.charAt(offset + length), syllable: '', tail: '', inTerm: false };
}

/** The character before a place, pinyin skipped: `規(guī)?;` → 規. */
function lastBefore(all: string, offset: number): string {
  return all
    .slice(Math.max(0, offset - 10), offset)
    .replace(/\([a-zɡü\u00E0-\u00FC\u0101-\u01DC]{1,7}\)$/u, '')
    .slice(-1);
}

function guessed(text: string | undefined, half: number): Guess[] {
  return text === undefined ? [] : [{ text, half, lost: false, score: 0 }];
}

function bestReading(place: Place, likelihood: Likelihood): Guess | undefined {
  const { encode } = gbkTable();
  const start = place.starts
    .filter((guess) => !(place.inTerm && guess.text === '。'))
    .map((guess) => ({ ...guess, score: scoreOf(guess.text, place.before, likelihood) }));
  let beam = narrow(start, 16);
  for (const character of place.run) {
    const code = encode(character);
    if (code === undefined) return undefined;
    const grown = doubled(beam, place.before, likelihood);
    beam = narrow(
      grown.flatMap((guess) => completed(guess, code[0], code[1], place.before, likelihood)),
      60,
    );
  }
  return bestEnding(place, doubled(beam, place.before, likelihood), likelihood);
}

/** The likeliest of the guesses with its last character. */
function bestEnding(place: Place, guesses: readonly Guess[], likelihood: Likelihood): Guess | undefined {
  const { before, after, syllable } = place;
  const endings = new Map<number, readonly string[]>();
  let best: Guess | undefined;
  for (const guess of guesses) {
    // Likelihoods only fall: what lies behind the best already cannot win.
    if (best !== undefined && guess.score <= best.score) continue;
    const previous = guess.text.slice(-1) || before;
    const characters = endings.get(guess.half) ?? endingsOf(guess.half, place.end, likelihood);
    endings.set(guess.half, characters);
    for (const character of characters) {
      const score = guess.score + likelihood(previous, character) + edge(character, after, likelihood);
      if (score <= (best?.score ?? -Infinity) || (syllable !== '' && !reads(character, syllable))) continue;
      best = { ...guess, text: guess.text + character, half: 0, score };
    }
  }
  return best;
}

/** The characters of a waiting half and the last one; of the many that `?` may hide, those the document knows. */
function endingsOf(half: number, end: string, likelihood: Likelihood): readonly string[] {
  const { decode, beginningWith } = gbkTable();
  if (end === '?') return beginningWith(half).filter((character) => likelihood.knows(character));
  const character = decode(half, end.charCodeAt(0));
  return character === undefined ? [] : [character];
}

/** The guesses as they are, and with a dropped pair behind them. */
function doubled(beam: readonly Guess[], before: string, likelihood: Likelihood): Guess[] {
  return widest(beam.flatMap((guess) => withLostPair(guess, before, likelihood)));
}

/** The waiting half and `first` make a character; `half` waits next. */
function completed(guess: Guess, first: number, half: number, before: string, likelihood: Likelihood): Guess[] {
  const character = gbkTable().decode(guess.half, first);
  if (character === undefined) return [];
  const score = guess.score + likelihood(guess.text.slice(-1) || before, character);
  return [{ text: guess.text + character, half, lost: guess.lost, score }];
}

/** Guesses that differ only in the half that waits: as likely as each other, and many. */
interface Family {
  readonly guess: Guess;
  readonly halves: readonly number[];
}

/** So many guesses go on with a dropped pair or without one. */
const mostDoubled = 400;

/** The likeliest guesses of all families; the others are never written out. */
function widest(families: readonly Family[]): Guess[] {
  const all: Guess[] = [];
  for (const { guess, halves } of families.toSorted((a, b) => b.guess.score - a.guess.score)) {
    for (const half of halves) {
      if (all.length === mostDoubled) return all;
      all.push({ text: guess.text, half, lost: guess.lost, score: guess.score });
    }
  }
  return all;
}

/** The guess itself, and those in which one dropped pair of bytes stands here, behind a character the document knows. */
function withLostPair(guess: Guess, before: string, likelihood: Likelihood): Family[] {
  const all: Family[] = [{ guess, halves: [guess.half] }];
  if (guess.lost) return all;
  const { decode } = gbkTable();
  const previous = guess.text.slice(-1) || before;
  for (const [first, halves] of lostPairs) {
    const character = decode(guess.half, first);
    if (character === undefined || !likelihood.knows(character)) continue;
    const step = likelihood(previous, character);
    if (step < hopeless) continue;
    const text = guess.text + character;
    all.push({ guess: { text, half: 0, lost: true, score: guess.score + step + rarity }, halves });
  }
  return all;
}

/** The pairs that GBK leaves to users: each first byte with its second ones. */
const lostPairs: readonly (readonly [number, readonly number[]])[] = leads
  .map((lead) => [lead, trails.filter((trail) => isUserDefined(lead, trail))] as const)
  .filter(([, halves]) => halves.length > 0);

function narrow(beam: readonly Guess[], width: number): Guess[] {
  return beam.toSorted((a, b) => b.score - a.score).slice(0, width);
}

/** Most of its characters stand elsewhere in the document. */
function isKnown(text: string, likelihood: Likelihood): boolean {
  const characters = [...text];
  return characters.filter((character) => likelihood.knows(character)).length * 3 >= characters.length * 2;
}

function printedScore(place: Place, printed: string, likelihood: Likelihood): number {
  return scoreOf(printed, place.before, likelihood) + edge(printed.slice(-1), place.after, likelihood);
}

function scoreOf(text: string, before: string, likelihood: Likelihood): number {
  let score = 0;
  let previous = before;
  for (const character of text) {
    score += likelihood(previous, character);
    previous = character;
  }
  return score;
}

function edge(last: string, after: string, likelihood: Likelihood): number {
  if (after === '') return 0;
  return neverDoubled.test(last + after) ? hopeless : likelihood(last, after);
}
