/** Numbers as Word writes them: ECMA-376 part 1, 17.18.59 ST_NumberFormat. */

const digits = '〇一二三四五六七八九';
const capitals = '零壹贰叁肆伍陆柒捌玖';

/** A number in one of Word's formats (`chineseCounting`, `decimal` …); null for bullets and `none`, which show none. */
export function formatNumber(value: number, format: string): string | null {
  if (format === 'bullet' || format === 'none') return null;
  return (formats[format] ?? String)(value);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  chineseLegalSimplified: (value) => written(value, capitals, '拾', '佰', '仟'),
  ideographLegalTraditional: (value) => written(value, capitals, '拾', '佰', '仟'),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  ideographTraditional: (value) => nth('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => nth('子丑寅卯辰巳午未申酉戌亥', value),
  ideographEnclosedCircle: (value) => nth('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
};

/** 十一, 二十, 一百零三. */
function counting(value: number): string {
  return written(value, digits.replace('〇', '零'), '十', '百', '千').replace(/^一十/u, '十');
}

function written(value: number, figures: string, ...units: string[]): string {
  if (value <= 0 || value > 9999) return String(value);
  const places = [...String(value)].map(Number);
  const text = places.map((digit, i) => {
    const unit = units[places.length - i - 2] ?? '';
    return figures.charAt(digit) + (digit === 0 ? '' : unit);
  });
  return text.join('').replace(/零+/gu, '零').replace(/零$/u, '');
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/gu, (digit) => digits.charAt(Number(digit)));
}

/** Past the end of a cycle Word shows plain numbers. */
function nth(signs: string, value: number): string {
  return signs.charAt(value - 1) || String(value);
}

function circled(value: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value > 0 && value < 4000 ? value : 0;
  let text = '';
  for (const [size, sign] of romans) for (; rest >= size; rest -= size) text += sign;
  return text || String(value);
}
