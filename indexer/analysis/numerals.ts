/**
 * Chinese and Arabic numerals, as folded text has them: `二〇二四`, `二0二四`, `二o一二`, `十四`, `2024`.
 */

/** The characters in which a nought is printed or mistyped; folding has made `Ｏ` and `O` an `o`. */
const NOUGHT = '〇零○oο0';
const DIGITS = '一二三四五六七八九';
const DIGIT_CLASS = `[${NOUGHT}${DIGITS}1-9]`;

/** A year of four figures, 1900–2099, for use inside a regular expression over folded text. */
export const YEAR = `(?:19|20|[一二1-2][${NOUGHT}九9])${DIGIT_CLASS}{2}`;

/** A whole number below a thousand, for use inside a regular expression over folded text. */
export const NUMERAL = `(?:[${DIGITS}百十廿卅${NOUGHT}]{1,7}|\\d{1,3})`;

/** `二0二四` → 2024; null when it is no year of 1900–2099. */
export function readYear(text: string): number | null {
  const year = Number([...text].map(readDigit).join(''));
  return year >= 1900 && year < 2100 ? year : null;
}

const COUNTED =
  /^(?:([一二三四五六七八九])千[零〇○]?)?(?:([一二三四五六七八九])百[零〇○]?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u;
/** Two figures in their places: `三〇`, `二一`. */
const PLACED = new RegExp(`^[${DIGITS}]${DIGIT_CLASS}$`, 'u');

/** `十四` → 14, `廿一` → 21, `三〇` → 30, `一百零三` → 103, `一千零九` → 1009, `12` → 12; null when it is no number. */
export function readNumeral(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  if (PLACED.test(text)) return Number([...text].map(readDigit).join(''));
  const parts = COUNTED.exec(text.replace('廿', '二十').replace('卅', '三十'));
  if (parts === null || text === '') return null;
  const [, thousands, hundreds, tens, ten, ones] = parts;
  return (
    digit(thousands) * 1000 +
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) +
    digit(ones)
  );
}

function digit(char: string | undefined): number {
  return char === undefined ? 0 : DIGITS.indexOf(char) + 1;
}

function readDigit(char: string): string {
  if (NOUGHT.includes(char)) return '0';
  const at = DIGITS.indexOf(char);
  return at < 0 ? char : String(at + 1);
}
