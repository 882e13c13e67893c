/** Names of fields, as they may be typed and as they are printed, and the years that a person may write. */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Field, YearFilter } from './syntax.ts';

/** For each field: the name that is printed first, then others. 繁體 and full-width forms fold to these. */
const NAMES: Readonly<Record<Field, readonly [string, ...string[]]>> = {
  year: ['年份', '年', 'year'],
  region: ['地区', 'region'],
  type: ['类型', 'type'],
  title: ['标题', 'title'],
  heading: ['章节', 'heading', 'section'],
  issuer: ['机关', 'issuer'],
  number: ['文号', 'number'],
  document: ['文件', 'document'],
};

const FIELDS: readonly Field[] = ['year', 'region', 'type', 'title', 'heading', 'issuer', 'number', 'document'];
const byName = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)));

/** `標題`, `Title`, `ｔｉｔｌｅ` → `title`. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(foldText(name));
}

export function printedName(field: Field): string {
  return NAMES[field][0];
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const YEAR = '([12]\\d{3})年?';
const ONE_YEAR = new RegExp(`^${YEAR}$`, 'u');
const RANGE = new RegExp(`^(?:${YEAR})?(?:\\.{2,3}|-{1,2}|~|至|到)(?:${YEAR})?$`, 'u');
const SINCE = new RegExp(`^${YEAR}(?:至今|以来|以后)$`, 'u');

function toDigits(value: string): string {
  return foldText(value)
    .replace(/[零○]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** `2021`, `二〇二一年`, `2021..2024`, `2021-2024`, `2021至今`, `..2024`; null when it is no year. */
export function readYears(value: string): YearFilter | null {
  const digits = toDigits(value);
  const one = numberOf(ONE_YEAR.exec(digits)?.[1]);
  if (one !== null) return { kind: 'year', from: one, to: one };
  const range = RANGE.exec(digits) ?? SINCE.exec(digits);
  const [from, to] = [numberOf(range?.[1]), numberOf(range?.[2])];
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? { kind: 'year', from: to, to: from } : { kind: 'year', from, to };
}
