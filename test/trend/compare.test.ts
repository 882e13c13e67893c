import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, inPlace, likeness, pairsOf } from '../../server/trend/alignment.ts';
import { compareDocuments, type Comparison } from '../../server/trend/compare.ts';
import { diffWords } from '../../server/trend/wordDiff.ts';
import { libraryOf, libraryOfTexts, SAMPLES } from '../support/library.ts';

async function compare(before: string, after: string): Promise<Comparison> {
  const head = (year: number) => `青石市${year}年政府工作报告\n\n`;
  const { collection } = await libraryOfTexts({ 'a.txt': head(2021) + before, 'b.txt': head(2022) + after });
  return compareDocuments(collection.documents[0]!, collection.documents[1]!);
}

/** Rows as `kind text`, moved ones with an asterisk. */
const rowsOf = ({ sections }: Comparison): string[] =>
  sections.flatMap(({ rows }) =>
    rows.map(({ kind, moved, before, after }) => `${kind}${moved ? '*' : ''} ${(after ?? before)!.text.slice(0, 4)}`),
  );

const grain = '抓好粮食生产，建设高标准农田十万亩，粮食产量保持稳定。';
const roads = '加快交通建设，新建改建农村公路三百公里，打通断头路五条。';
const schools = '办好人民满意的教育，新建公办幼儿园八所，增加学位三千个。';
const water = '推进水利工程，除险加固小型水库二十座，治理中小河流。';

describe('compareDocuments', () => {
  test('tells unchanged, changed, new and gone', async () => {
    const changed = grain.replace('十万亩', '十二万亩');
    const found = await compare(
      `一、农业\n${grain}\n${water}\n二、交通\n${roads}\n`,
      `一、农业\n${changed}\n二、交通\n${roads}\n${schools}\n`,
    );
    expect(rowsOf(found).filter((row) => !row.includes('青石'))).toEqual([
      'changed 抓好粮食',
      'gone 推进水利',
      'unchanged 加快交通',
      'new 办好人民',
    ]);
  });

  test('a paragraph in another place has moved', async () => {
    const found = await compare(
      `一、工作\n${grain}\n${roads}\n${schools}\n`,
      `一、工作\n${schools}\n${grain}\n${roads}\n`,
    );
    expect(found.counts).toMatchObject({ changed: 0, new: 0, gone: 0, moved: 1 });
  });

  test('sections are the same though their numbers differ', async () => {
    const found = await compare(
      `一、抓好农业\n${grain}\n二、畅通交通\n${roads}\n`,
      `一、畅通交通\n${roads}\n二、抓好农业\n${grain}\n`,
    );
    const pairs = found.sections.map(({ before, after }) => [before?.heading, after?.heading]);
    expect(pairs).toContainEqual(['二、畅通交通', '一、畅通交通']);
    expect(pairs).toContainEqual(['一、抓好农业', '二、抓好农业']);
  });

  test('a section that is gone is shown with its paragraphs', async () => {
    const found = await compare(`一、农业\n${grain}\n二、教育\n${schools}\n`, `一、农业\n${grain}\n`);
    const gone = found.sections.find(({ after, before }) => after === null && before?.heading === '二、教育');
    expect(gone?.rows.map(({ kind }) => kind)).toEqual(['gone']);
  });

  test('every paragraph of both documents stands in exactly one row', async () => {
    const { collection } = await libraryOf(SAMPLES);
    const reports = collection.documents.filter(({ docType }) => docType === '政府工作报告').slice(0, 3);
    const textOf = (side: 'before' | 'after', { sections }: Comparison) =>
      sections.flatMap(({ rows }) => rows.flatMap((row) => row[side]?.text ?? [])).sort();
    const whole = (comparison: Comparison) => textOf('after', comparison).join('').length;
    for (const before of reports)
      for (const after of reports) {
        const found = compareDocuments(before, after);
        const bodies = after.passages.filter(({ kind }) => kind !== 'heading');
        expect(whole(found)).toBe(bodies.reduce((sum, { start, end }) => sum + end - start, 0));
        expect(textOf('before', found)).toEqual(textOf('after', compareDocuments(after, before)));
        if (before === after) expect(found.counts).toMatchObject({ changed: 0, new: 0, gone: 0, moved: 0 });
      }
  }, 120_000);
});

describe('diffWords(before, after)', () => {
  test('marks words, not characters', () => {
    expect(
      diffWords('建成高标准农田十万亩', '建成高标准农田十二万亩').filter(({ kind }) => kind === 'same')[0]?.text,
    ).toBe('建成高标准农田');
  });

  test('the pieces are both texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'建设发展经济农业，。12 '), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after);
        const join = (not: string) =>
          pieces
            .filter(({ kind }) => kind !== not)
            .map((piece) => piece.text)
            .join('');
        expect(join('removed')).toBe(after);
        expect(join('added').replace(/\s/gu, '')).toBe(before.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('align and inPlace', () => {
  test('every index is used at most once, the likest first', () => {
    const scores = [
      [0.9, 0.8],
      [0.95, 0.1],
    ];
    expect(align(2, 2, (b, a) => scores[b]![a]!).map(({ before, after }) => [before, after])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('what keeps the order is in place, and there is no longer such run', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(6), { maxLength: 7 }), (order) => {
        const pairs = order.map((before, after) => ({ before, after, score: 1 }));
        const kept = pairs.filter((pair) => inPlace(pairs).has(pair));
        expect(kept).toEqual(kept.toSorted((a, b) => a.before - b.before));
        const longest = Math.max(
          0,
          ...Array.from({ length: 2 ** order.length }, (_, bits) => order.filter((_, i) => (bits >> i) & 1))
            .filter((some) => some.every((n, i) => i === 0 || n > some[i - 1]!))
            .map(({ length }) => length),
        );
        expect(kept.length).toBe(longest);
      }),
    );
  });

  test('likeness is 1 for the same letters and 0 for none in common', () => {
    expect(likeness(pairsOf('抓好粮食'), pairsOf('抓好“糧食”'))).toBe(1);
    expect(likeness(pairsOf('抓好粮食'), pairsOf('交通建设'))).toBe(0);
  });
});
