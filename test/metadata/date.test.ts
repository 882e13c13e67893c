import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { findDates, firstDate } from '../../indexer/metadata/date.ts';

describe('firstDate', () => {
  it.each<[string, string | null, string]>([
    ['2018年3月5日', '2018-03-05', 'plain'],
    ['１９９２年３月２０日', '1992-03-20', 'full-width digits'],
    ['二〇〇四年一月八日', '2004-01-08', 'Chinese numerals'],
    ['二○○六年二月二十日', '2006-02-20', 'white circles'],
    ['二〇〇七年元月八日', '2007-01-08', 'the first month by its name'],
    ['2007年元月8日', '2007-01-08', 'its name among Arabic figures'],
    ['一九八七年三月廿五日', '1987-03-25', 'twenty in one character'],
    ['一九八七年三月卅日', '1987-03-30', 'thirty in one character'],
    ['二○一○年一月三○日', '2010-01-30', 'a day by its two figures'],
    ['2010年2月20号', '2010-02-20', 'the day as it is spoken'],
    ['1955年7月5日至6日', '1955-07-05', 'the first of two days'],
    ['发布时间：2003-02-2116:02', '2003-02-21', 'a time fused to it'],
    ['2021.3.9', '2021-03-09', 'dots, no padding'],
    ['2021年2月30日', null, 'no such day'],
    ['2021年全年', null, 'no date'],
    ['2021年第9号', null, 'the number of an order'],
  ])('%s → %s (%s)', (text, want) => {
    expect(firstDate(foldText(text))).toBe(want);
  });

  it('gives the place of every date it finds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const plain = `${before}2020年5月8日${after}`;
        for (const { start, end } of findDates(plain)) expect(plain.slice(start, end)).toMatch(/\d/u);
      }),
    );
  });
});
