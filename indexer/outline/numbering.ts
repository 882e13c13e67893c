/** Printed numbers of headings and articles: `第三章`, `一、`, `（一）`, `1.`, `（1）`, `①`. */
import { foldText } from '../analysis/fold.ts';
import { readNumeral } from '../analysis/numerals.ts';

/** From the highest to the lowest, as official documents nest them (GB/T 9704—2012, 7.3.3; 立法技术规范). */
export const schemes = [
  'book', // 第一编、第一篇
  'part', // 第一部分
  'chapter', // 第一章
  'division', // 第一节
  'article', // 第一条
  'chinese', // 一、
  'chinese-bracketed', // （一）
  'digit', // 1. 1、
  'digit-bracketed', // （1） 1）
  'circled', // ①
] as const;

export type Scheme = (typeof schemes)[number];

/** A number at the start of a line. */
export interface Numbering {
  readonly scheme: Scheme;
  readonly value: number;
  /** As printed, with its brackets or stop: `（一）`, `十二、`, `第三条`. */
  readonly label: string;
  /** Where what follows it begins, in UTF-16 units of the line. */
  readonly end: number;
}

const chinese = '[〇零○一二三四五六七八九十百千]+';
const digits = '[0-9０-９]{1,3}';

const ordinalSchemes: Readonly<Record<string, Scheme>> = {
  编: 'book',
  編: 'book',
  篇: 'book',
  部分: 'part',
  章: 'chapter',
  节: 'division',
  節: 'division',
  条: 'article',
  條: 'article',
};

const ordinal = new RegExp(
  `^第\\s*(${chinese}|${digits})\\s*(编|編|篇|部分|章|节|節|条|條)(之[一二三四五六七八九十]+)?`,
  'u',
);
// 一、二、三产业 and 三、四线城市 count things; 十、百 and the like do not occur as numbers of headings.
const comma = new RegExp(`^(${chinese})\\s*[、．.]\\s*(?![一二三四五六七八九十]{1,2}[、产產线線季级級年月])`, 'u');
const bracketed = new RegExp(`^[（(〔\\[【]\\s*(${chinese})\\s*[）)〕\\]】]\\s*[、.．]?`, 'u');
const digit = new RegExp(`^(${digits})\\s*[.．、]\\s*(?![0-9０-９])`, 'u');
const digitBracketed = new RegExp(`^(?:[（(]\\s*(${digits})\\s*[）)]|(${digits})[）)])\\s*[、.．]?`, 'u');
const circled = /^[①-⑳]/u;

/** The number at the start of `text`, or null. `第一，` and `一是` are prose. */
export function readNumber(text: string): Numbering | null {
  const first = text.charAt(0);
  if (first === '第') return readOrdinal(text);
  if (/[（(〔[【]/.test(first))
    return read(bracketed, 'chinese-bracketed', text) ?? read(digitBracketed, 'digit-bracketed', text);
  if (/[0-9０-９]/.test(first)) return read(digit, 'digit', text) ?? read(digitBracketed, 'digit-bracketed', text);
  if (circled.test(first)) return { scheme: 'circled', value: first.charCodeAt(0) - 0x245f, label: first, end: 1 };
  return read(comma, 'chinese', text);
}

function read(pattern: RegExp, scheme: Scheme, text: string): Numbering | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const value = valueOf(match[1] ?? match[2] ?? '');
  return value === 0 ? null : { scheme, value, label: match[0].trim(), end: match[0].length };
}

/** `第十二条` is followed by white space, a title or the text; 第一章程 or 第二节约 do not occur at a line's start. */
function readOrdinal(text: string): Numbering | null {
  const match = ordinal.exec(text);
  const scheme = ordinalSchemes[match?.[2] ?? ''];
  if (match === null || scheme === undefined) return null;
  const value = valueOf(match[1] ?? '');
  return value === 0 ? null : { scheme, value, label: match[0].replace(/\s+/g, ''), end: match[0].length };
}

/** 十二 → 12, 一百零三 → 103, １２ → 12, as printed; 0 for what is no number. */
export function valueOf(numeral: string): number {
  return readNumeral(foldText(numeral)) ?? 0;
}
