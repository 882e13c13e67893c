import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldForReading, foldText, unfold, unfoldSpans } from '../../indexer/analysis/fold.ts';

describe('foldText(text)', () => {
  const same: readonly { trap: string; in: string; want: string }[] = [
    { trap: 'full-width Latin and digits', in: 'ＰＭ２．５', want: 'pm2.5' },
    { trap: '着/著, which OpenCC leaves', in: '著力穩定經濟運行', want: '着力稳定经济运行' },
    { trap: 'brackets of a document number', in: '國發〔2019〕3號', want: '国发[2019]3号' },
    { trap: 'quotation marks of either script', in: '「萬人助萬企」', want: '"万人助万企"' },
    { trap: 'white space of every kind', in: '2024\u00a0年　1 月\u200b1日', want: '2024年1月1日' },
    { trap: 'a circled number grows into no other', in: '①2020年', want: '①2020年' },
    { trap: 'one character becomes several', in: '…32㎡', want: '...32m2' },
    { trap: 'dashes', in: '——消费－２％', want: '--消费-2%' },
    { trap: 'a paragraph ends with a line feed', in: '甲\r\n 乙', want: '甲\n乙' },
    { trap: '什么 stays 什么 in either script', in: '什麼', want: '什么' },
  ];
  test.each(same)('$trap: $in', ({ in: text, want }) => {
    expect(foldText(text)).toBe(want);
  });

  test('folds a whole as it folds its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(foldText(a + b)).toBe(foldText(a) + foldText(b));
      }),
    );
  });

  test('changes nothing in folded text', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const folded = foldText(String.fromCharCode(unit));
      expect(foldText(folded)).toBe(folded);
    }
  });
});

describe('unfold(map, start, end)', () => {
  test('finds the canonical text that folds to a piece containing the folded span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text);
        fc.pre(folded.text.length > 0);
        const [start, last] = [a % folded.text.length, b % folded.text.length].sort((x, y) => x - y);
        const span = unfold(folded.map, start!, last! + 1);
        expect(foldText(text.slice(span.start, span.end))).toContain(folded.text.slice(start, last! + 1));
      }),
    );
  });
});

describe('unfoldSpans(text, folded)', () => {
  const cases: readonly { trap: string; in: string; folded: readonly [number, number][]; want: readonly string[] }[] = [
    {
      trap: 'white space inside a match belongs to it',
      in: '产 业、 产业',
      folded: [
        [0, 2],
        [3, 5],
      ],
      want: ['产 业', '产业'],
    },
    {
      trap: 'a part of … is the whole character',
      in: '好…了',
      folded: [
        [1, 2],
        [2, 5],
      ],
      want: ['…', '…了'],
    },
    { trap: 'what ends behind the text ends with it', in: '专精特新 ', folded: [[2, 9]], want: ['特新'] },
    {
      trap: 'what begins behind the text is left out',
      in: '专精',
      folded: [
        [0, 2],
        [2, 4],
      ],
      want: ['专精'],
    },
  ];
  test.each(cases)('$trap', ({ in: text, folded, want }) => {
    const spans = unfoldSpans(
      text,
      folded.map(([start, end]) => ({ start, end })),
    );
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(want);
  });

  test('finds what unfold finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        const folded = fold(text);
        fc.pre(folded.text.length > 0);
        const places = [...new Set(cuts.map((cut) => cut % (folded.text.length + 1)))].sort((x, y) => x - y);
        const spans = places.slice(1).map((end, i) => ({ start: places[i]!, end }));
        expect(unfoldSpans(text, spans)).toEqual(spans.map(({ start, end }) => unfold(folded.map, start, end)));
      }),
    );
  });
});

describe('foldForReading(text)', () => {
  const cases: readonly { in: string; want: string }[] = [
    { in: '成效显著，著名学者', want: '成效显著,著名学者' },
    { in: '著力穩定，成效顯著', want: '着力稳定,成效显著' },
  ];
  test.each(cases)('$in', ({ in: text, want }) => {
    expect(foldForReading(text)).toBe(want);
  });
});
