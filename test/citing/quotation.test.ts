import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../indexer/model.ts';
import { quote } from '../../server/citing/quotation.ts';
import { inQuotationMarks } from '../../server/citing/wording.ts';

const text = '实施城市更新行动，改造老旧小区60个。打造“十五分钟”生活圈；新建公园20处。';
/** The span of some words. */
const of = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('quote(text, spans)', () => {
  const cases: readonly { trap: string; spans: readonly Span[]; want: string }[] = [
    { trap: 'all of it', spans: [], want: text },
    {
      trap: 'a whole sentence',
      spans: [of('实施城市更新行动，改造老旧小区60个。')],
      want: '实施城市更新行动，改造老旧小区60个。',
    },
    { trap: 'its last mark left to the memo', spans: [of('新建公园20处')], want: '新建公园20处' },
    { trap: 'a clause from the middle', spans: [of('老旧小区')], want: '……老旧小区……' },
    {
      trap: 'two parts',
      spans: [of('实施城市更新行动'), of('新建公园20处。')],
      want: '实施城市更新行动……新建公园20处。',
    },
    {
      trap: 'in any order',
      spans: [of('新建公园20处。'), of('实施城市更新行动')],
      want: '实施城市更新行动……新建公园20处。',
    },
    {
      trap: 'parts that touch are one',
      spans: [
        { start: 0, end: 4 },
        { start: 4, end: 9 },
      ],
      want: '实施城市更新行动，……',
    },
    { trap: 'outside the text', spans: [{ start: -5, end: 900 }], want: text },
    { trap: 'nothing but white space', spans: [{ start: 900, end: 901 }], want: text },
    { trap: 'its own marks stay', spans: [of('打造“十五分钟”生活圈；')], want: '打造“十五分钟”生活圈；' },
  ];
  test.for(cases)('$trap', ({ spans, want }) => expect(quote(text, spans)).toBe(want));

  test('whatever is chosen of whatever text, every piece stands in it, in order', () => {
    const span = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(span, { maxLength: 4 }), (any, spans) => {
        fc.pre(!any.includes('…'));
        let at = 0;
        for (const piece of quote(
          any,
          spans.map(([start, length]) => ({ start, end: start + length })),
        ).split('……')) {
          const found = any.indexOf(piece, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found;
        }
      }),
    );
  });
});

describe('inQuotationMarks(text)', () => {
  test.for([
    { trap: 'no marks', text: '改造老旧小区', want: '“改造老旧小区”' },
    { trap: 'marks change places', text: '打造“十五分钟”生活圈', want: '“打造‘十五分钟’生活圈”' },
    { trap: 'three deep', text: '说“所谓‘双千亿’”', want: '“说‘所谓“双千亿”’”' },
    { trap: 'a mark that nothing closes is left alone', text: '打造“十五分钟', want: '“打造“十五分钟”' },
  ])('$trap', ({ text: words, want }) => expect(inQuotationMarks(words)).toBe(want));
});
