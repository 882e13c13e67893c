import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/query/parse.ts';
import { print } from '../../server/query/print.ts';

const OPERATORS = [
  ...'()（）"“”「」『』＂|｜-－*?？＊~～:： 　\n&/甲乙5',
  ' OR ',
  ' 或 ',
  ' AND ',
  ' NOT ',
  ' 非 ',
  ' ~10 ',
  '~5',
  ' /s ',
  ' /p ',
  '年份:',
  '标题:',
  '2021..2024',
  '-5.5',
  '\u200b',
  '，',
  '〞',
  'OR',
  '或',
];
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...OPERATORS), maxLength: 30 }),
);

describe('parse(text)', () => {
  test('reads back what print writes', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text);
        expect(parse(print(query)).query).toEqual(query);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 5000) },
    );
  });
});
