import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Library } from '../../indexer/library.ts';
import { parse } from '../../server/query/parse.ts';
import { matchText } from '../../server/search/match.ts';
import { findSlips } from '../../server/suggest/slips.ts';
import { type Vocabulary, vocabularyOf } from '../../server/suggest/vocabulary.ts';
import { libraryOfTexts } from '../support/library.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

新增专精特新企业12家，专精特新企业总数达到80家。持续优化营商环境，全力推进乡村振兴。甲城地区生产总值增长5.1%。新建道路110万米。

二、2023年重点工作

优化营商环境，培育专精特新企业。`,
  'b.txt': `2024年甲城市政府工作报告

各位代表：

一、2024年重点工作

专精特新企业达到90家，乡村振兴取得新成效。`,
};

let library: Library;
let vocabulary: Vocabulary;

beforeAll(async () => {
  library = await libraryOfTexts(texts);
  vocabulary = await vocabularyOf(library.collection);
});

const correct = (typed: string) => findSlips(library.collection, vocabulary, parse(typed).query, () => true);

describe('findSlips', () => {
  const cases: readonly { trap: string; typed: string; want: readonly string[] }[] = [
    { trap: 'exchanged', typed: '专精新特', want: ['专精特新'] },
    { trap: 'exchanged, and both words exist', typed: '总值生产', want: [] },
    { trap: 'exchanged inside a word', typed: '乡村兴振', want: ['乡村振兴'] },
    { trap: 'a homophone', typed: '专精特心', want: ['专精特新'] },
    { trap: 'a near homophone', typed: '乡村镇兴', want: ['乡村振兴'] },
    { trap: 'several homophones', typed: '砖精特心', want: ['专精特新'] },
    { trap: 'one that looks alike', typed: '营商坏境', want: ['营商环境'] },
    { trap: 'one missing', typed: '营商境', want: ['营商环境'] },
    { trap: 'one too many', typed: '营商环环境', want: ['营商环境'] },
    { trap: 'pinyin', typed: 'zjtx', want: ['专精特新', '专精特新企业'] },
    { trap: 'one of several words', typed: '专精新特 企业', want: ['专精特新 企业'] },
    { trap: 'in quotation marks, which stay', typed: '"专精新特"', want: ['"专精特新"'] },
    { trap: 'traditional', typed: '專精新特', want: ['专精特新'] },
    { trap: 'what occurs is no slip', typed: '专精特新', want: [] },
    { trap: 'two words that somebody means', typed: '甲城地铁', want: [] },
    { trap: 'a number is never changed', typed: '10万米', want: [] },
    { trap: 'nothing like it', typed: '量子计算', want: [] },
    { trap: 'excluded', typed: '企业 -专精新特', want: [] },
    { trap: 'one character', typed: '砖', want: [] },
  ];
  test.each(cases)('$trap: $typed', ({ typed, want }) => {
    expect(correct(typed).map(({ text }) => text)).toEqual(want);
  });

  test('says how many passages have it, of those that are wanted', () => {
    const only2024 = (passage: number) => library.collection.documentOf[passage] === 1;
    const { query } = parse('专精新特');
    expect(findSlips(library.collection, vocabulary, query, () => true)[0]?.passages).toBe(3);
    expect(findSlips(library.collection, vocabulary, query, only2024)[0]?.passages).toBe(1);
  });

  test('offers only what occurs, whatever is typed', () => {
    const typed = fc.stringMatching(/^[专精特新企业营商环境优化乡村振兴a-z0-9 ]{1,12}$/u);
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text);
        for (const { passages } of findSlips(library.collection, vocabulary, query, () => true))
          expect(passages).toBeGreaterThan(0);
        if (query.kind === 'phrase' && matchText(library.collection, text).starts.length > 0)
          expect(correct(text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
