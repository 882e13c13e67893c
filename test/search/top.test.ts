import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectFirst } from '../../server/search/top.ts';

describe('selectFirst', () => {
  it('selects what sorting everything would put first', () => {
    const cases = fc.tuple(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), fc.nat({ max: 250 }));
    fc.assert(
      fc.property(cases, ([values, wanted]) => {
        const compare = (a: number, b: number): number => (values[b] ?? 0) - (values[a] ?? 0) || a - b;
        const all = values.map((_, i) => i).sort(compare);
        expect([...selectFirst(values.length, wanted, compare)]).toEqual(all.slice(0, wanted));
      }),
    );
  });
});
