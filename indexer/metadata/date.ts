/** Dates in folded text: `2018年3月5日`, `二〇〇四年元月八日`, `2003-02-2116:02` (a time fused to it). */
import { NUMERAL, readNumeral, readYear, YEAR } from '../analysis/numerals.ts';

/** A date and where it stands (offsets in the folded text that was searched). */
export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const DATE = new RegExp(
  `(${YEAR})年(${NUMERAL}|元)月(${NUMERAL})[日号]|(?<!\\d)((?:19|20)\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})`,
  'gu',
);

/** All dates of folded text, in order. Of `5日至6日` it gives the first day. */
export function findDates(plain: string): FoundDate[] {
  return [...plain.matchAll(DATE)].flatMap((match) => {
    const iso = toIso(match[1] ?? match[4] ?? '', match[2] ?? match[5] ?? '', match[3] ?? match[6] ?? '');
    return iso === null ? [] : [{ iso, start: match.index, end: match.index + match[0].length }];
  });
}

/** The first date of folded text as ISO, or null. */
export function firstDate(plain: string): string | null {
  return findDates(plain)[0]?.iso ?? null;
}

function toIso(yearText: string, monthText: string, dayText: string): string | null {
  const year = readYear(yearText);
  const month = monthText === '元' ? 1 : readNumeral(monthText);
  const day = readNumeral(dayText);
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
