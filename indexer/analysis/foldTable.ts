/**
 * What each UTF-16 unit folds to. Folding never looks at a character's neighbours, so that
 * fold(a + b) = fold(a) + fold(b), and a piece of a text always folds to a piece of the folded text.
 */
import { Converter } from 'opencc-js/t2cn';

/** The unit disappears: white space, marks of no width, combining marks. */
export const DROPPED = 0;
/** The unit folds to more than one unit: `unitsOf` says which. */
export const SEVERAL = 1;
/** Not learnt yet. Nothing folds to these three: they are control characters. */
const UNKNOWN = 2;

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

const toSimplified = Converter({ from: 't', to: 'cn' });

function foldOnce(char: string): string {
  if (char === '\n' || KEPT.test(char)) return char;
  const decomposed = char.normalize('NFKD').toLowerCase().replace(INVISIBLE, '');
  return [...decomposed].map((part) => alike.get(part) ?? toSimplified(part)).join('');
}

/** Folds until nothing changes, so that folding folded text is no change. */
function foldFully(char: string): string {
  const folded = foldOnce(char);
  return folded === char ? folded : [...folded].map(foldFully).join('');
}

/** By unit what it becomes, once it was asked for; else UNKNOWN. */
const learnt = new Uint16Array(0x10000).fill(UNKNOWN);
const several = new Map<number, string>();

function learn(unit: number): number {
  // Half a character stands for itself.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const folded = foldFully(String.fromCharCode(unit));
  if (folded.length > 1) several.set(unit, folded);
  return folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? DROPPED : SEVERAL;
}

/** What a unit becomes: another one, DROPPED or SEVERAL. Learnt when it is first met: a collection has few of all. */
export function foldUnit(unit: number): number {
  const known = learnt[unit] ?? DROPPED;
  return known === UNKNOWN ? (learnt[unit] = learn(unit)) : known;
}

/** The units that a unit becomes which folds to SEVERAL. */
export function unitsOf(unit: number): string {
  return several.get(unit) ?? '';
}
