/** How Chinese is spelled in Latin letters: whole pinyin, initials, or a mixture with characters (专jtx). */
import { pinyin } from 'pinyin-pro';

/** A folded text and how each of its characters (code points) is read. */
export interface Spelled {
  readonly characters: readonly string[];
  /** Toneless pinyin with v for ü, in the word's own reading (银行 → yin hang); what is not Han stands for itself. */
  readonly syllables: readonly string[];
}

/** Reads `folded`. */
export function spell(folded: string): Spelled {
  const characters = [...folded];
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase());
  return { characters, syllables: syllables.length === characters.length ? syllables : characters };
}

/** How many letters of `typed`, from `at` on, may stand for one character. */
function lettersFor(typed: string, at: number, character: string, syllable: string): Set<number> {
  const lengths = new Set<number>();
  if (typed.startsWith(character, at)) lengths.add(character.length);
  if (syllable === character) return lengths;
  const left = typed.length - at;
  if (typed.startsWith(syllable, at)) lengths.add(syllable.length);
  else if (left < syllable.length && syllable.startsWith(typed.slice(at))) lengths.add(left);
  if (typed.charAt(at) !== syllable.charAt(0)) return lengths;
  lengths.add(1);
  if (/^[zcs]h/.test(syllable) && typed.charAt(at + 1) === 'h') lengths.add(2);
  return lengths;
}

/**
 * Whether `typed` (folded) spells the beginning of the text from character `from` on, each character by itself, by its
 * pinyin or by its initial: `zjtx`, `zhuanjing`, `专jtx` and `专精` all begin 专精特新企业.
 */
export function isSpelled(typed: string, { characters, syllables }: Spelled, from = 0): boolean {
  let reached = new Set([0]);
  for (let i = from; i < characters.length && reached.size > 0; i++) {
    const next = new Set<number>();
    for (const at of reached)
      for (const length of lettersFor(typed, at, characters[i] ?? '', syllables[i] ?? '')) next.add(at + length);
    if (next.has(typed.length)) return true;
    reached = next;
  }
  return false;
}

/** What a syllable sounds like to many ears: zh is z, ing is in. */
const soundOf = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1');

/** The sound of a folded text; homophones and near ones have the same. */
export function soundsOf({ syllables }: Spelled): string {
  return syllables.map(soundOf).join(' ');
}
