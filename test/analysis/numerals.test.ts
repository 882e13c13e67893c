import { describe, expect, it } from 'vitest';
import { readNumeral, readYear } from '../../indexer/analysis/numerals.ts';

describe('readYear', () => {
  it.each<[string, number | null, string]>([
    ['二〇二四', 2024, 'the right nought'],
    ['二0二四', 2024, 'a digit nought'],
    ['二o一二', 2012, 'the letter O, folded'],
    ['二零零三', 2003, '零'],
    ['二00三', 2003, 'two digit noughts'],
    ['一九九六', 1996, 'the last century'],
    ['2024', 2024, 'digits'],
    ['三〇二四', null, 'no year of ours'],
    ['千万', null, 'no digits'],
  ])('%s → %s (%s)', (text, want) => {
    expect(readYear(text)).toBe(want);
  });
});

describe('readNumeral', () => {
  it.each<[string, number | null]>([
    ['十', 10],
    ['十四', 14],
    ['二十', 20],
    ['二十一', 21],
    ['一百零三', 103],
    ['一千零九', 1009],
    ['一千二百六十', 1260],
    ['12', 12],
    ['廿', 20],
    ['廿一', 21],
    ['卅', 30],
    ['二〇', 20],
    ['三o', 30],
    ['二八', 28],
    ['', null],
    ['甲', null],
  ])('%s → %s', (text, want) => {
    expect(readNumeral(text)).toBe(want);
  });
});
