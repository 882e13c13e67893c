/**
 * What each UTF-16 unit folds to. Folding never looks at a character's neighbours, so that
 * fold(a + b) = fold(a) + fold(b), and a piece of a text always folds to a piece of the folded text.
 */
import { Converter } from 'opencc-js';

/** The unit disappears: white space, marks of no width, combining marks. */
export const DROPPED = 0;
/** The unit folds to more than one unit: look it up in `several`. */
export const SEVERAL = 1;

export interface FoldTable {
  /** For each UTF-16 unit: what it becomes, DROPPED or SEVERAL. */
  readonly one: Uint16Array;
  readonly several: ReadonlyMap<number, string>;
}

/** Characters that Unicode and OpenCC's mainland table keep apart and that a reader takes for the same. */
const ALIKE: readonly (readonly [chars: string, same: string])[] = [
  ['“”„‟〝〞〟「」『』﹁﹂﹃﹄«»＂', '"'],
  ['‘’‚‛＇′', "'"],
  ['‐‑‒–—―−─━－﹣', '-'],
  ['～〜∼˜', '~'],
  ['·•‧∙⋅・･●', '·'],
  ['〔【［﹝', '['],
  ['〕】］﹞', ']'],
  // 繁體 of Taiwan and Hong Kong: 著力 is 着力, 瞭解 is 了解, 衞生 is 卫生.
  ['著', '着'],
  ['瞭', '了'],
  ['衞', '卫'],
  ['衹', '只'],
  ['敍', '叙'],
  ['枱', '台'],
  ['粧', '妆'],
  ['糭', '粽'],
];

/** Numbers in circles and brackets stay: as digits they would grow into the number beside them (①2020年). */
const KEPT = /[①-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊱-㊿]/u;

const INVISIBLE = /[\p{White_Space}\p{Cf}\p{Cc}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu;

const alike = new Map(ALIKE.flatMap(([chars, same]) => [...chars].map((char) => [char, same] as const)));

/** From here on there are Chinese characters. */
const FIRST_HAN = 0x2e80;
const toSimplified = Converter({ from: 't', to: 'cn' });
/** What OpenCC makes of every unit from FIRST_HAN on: asked once for all, since a call costs more than a character. */
const simplified = toSimplified(
  Array.from({ length: 0x10000 - FIRST_HAN }, (_, i) => String.fromCharCode(FIRST_HAN + i)).join('\n'),
).split('\n');

function simplify(char: string): string {
  if (char.length > 1) return toSimplified(char);
  return simplified[char.charCodeAt(0) - FIRST_HAN] ?? char;
}

function foldOnce(char: string): string {
  if (char === '\n' || KEPT.test(char)) return char;
  const decomposed = char.normalize('NFKD').toLowerCase().replace(INVISIBLE, '');
  return [...decomposed].map((part) => alike.get(part) ?? simplify(part)).join('');
}

/** Folds until nothing changes, so that folding folded text is no change. */
function foldFully(char: string): string {
  const folded = foldOnce(char);
  return folded === char ? folded : [...folded].map(foldFully).join('');
}

/** Builds the table for every unit of the Basic Multilingual Plane; a surrogate stands for itself. */
export function buildFoldTable(): FoldTable {
  const one = new Uint16Array(0x10000);
  const several = new Map<number, string>();
  for (let unit = 0; unit < one.length; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    const folded = isSurrogate ? String.fromCharCode(unit) : foldFully(String.fromCharCode(unit));
    one[unit] = folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? DROPPED : SEVERAL;
    if (folded.length > 1) several.set(unit, folded);
  }
  return { one, several };
}
