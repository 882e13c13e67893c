import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Library } from '../../indexer/library.ts';
import { noFilters } from '../../server/search/filters.ts';
import { search } from '../../server/search/search.ts';
import { suggest } from '../../server/suggest/suggest.ts';
import { type Vocabulary, vocabularyOf } from '../../server/suggest/vocabulary.ts';
import { libraryOf, libraryOfTexts, SAMPLES } from '../support/library.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

新增专精特新企业12家，专精特新企业总数达到80家。优化营商环境，优化营商环境任务全部完成。GDP增长5.1%。

二、优化营商环境

持续优化营商环境，GDP总量再上台阶，GDP增速全省第一。`,
  'b.txt': `2024年乙城市政府工作报告

各位代表：

一、2023年工作回顾

培育專精特新企業20家以上，營商環境持續改善，优化消费环境，优化消费环境。`,
};

let library: Library;
let vocabulary: Vocabulary;

beforeAll(async () => {
  library = await libraryOfTexts(texts);
  vocabulary = await vocabularyOf(library.collection);
});

const suggestFor = (typed: string, limit = 10) => suggest(library.collection, vocabulary, typed, limit);

describe('suggest', () => {
  const cases: readonly { trap: string; typed: string; want: string }[] = [
    { trap: 'the beginning of a term', typed: '专精', want: 'term 专精特新' },
    { trap: 'a compound', typed: '优化', want: 'term 优化营商环境' },
    { trap: 'initials', typed: 'zjtx', want: 'term 专精特新' },
    { trap: 'pinyin', typed: 'zhuanjing', want: 'term 专精特新' },
    { trap: 'pinyin with spaces', typed: "zhuan jing'te", want: 'term 专精特新' },
    { trap: 'mixed', typed: '专jtx', want: 'term 专精特新' },
    { trap: 'traditional', typed: '專精', want: 'term 专精特新' },
    { trap: 'full-width capitals', typed: 'ＺＪＴＸ', want: 'term 专精特新' },
    { trap: 'the word that is being typed', typed: '企业 zjtx', want: 'term 企业 专精特新' },
    { trap: 'inside a quotation', typed: '“专精', want: 'term “专精特新' },
    { trap: 'a title, from its middle', typed: '乙城', want: 'document 2024年乙城市政府工作报告' },
    { trap: 'a title by initials, without its year', typed: 'ycszf', want: 'document 2024年乙城市政府工作报告' },
    { trap: 'a heading without its number', typed: '优化营', want: 'section 优化营商环境' },
  ];
  test.each(cases)('$trap: $typed', ({ typed, want }) => {
    expect(suggestFor(typed).map(({ kind, text }) => `${kind} ${text}`)).toContain(want);
  });

  test.each(['', '  ', '“', '专精特新企业改革开放qq', 'x'.repeat(1000), '🙂', '((('])('has nothing for %j', (typed) => {
    expect(suggestFor(typed)).toEqual([]);
  });

  test('gives no more than were asked for, and something of each kind', () => {
    for (const limit of [1, 2, 5, 10]) expect(suggestFor('优', limit).length).toBeLessThanOrEqual(limit);
    expect(new Set(suggestFor('优化').map(({ kind }) => kind))).toEqual(new Set(['term', 'section']));
  });

  test('never suggests what has been typed already', () => {
    expect(suggestFor('专精特新').map(({ text }) => text)).not.toContain('专精特新');
  });

  test('leads a heading that stands once to its section', () => {
    const section = suggestFor('优化营').find(({ kind }) => kind === 'section');
    expect(section?.href).toMatch(/^\/documents\/[^/]+#/);
    expect(section?.passages).toBe(2);
  });
});

describe('on the sample corpus', () => {
  test('the number of a suggestion is that of the search that it leads to', async () => {
    const samples = await libraryOf(SAMPLES);
    const words = await vocabularyOf(samples.collection);
    const typed = ['工', '发', '优化', 'zj', 'g', 'x', '2', '工业 x', '重点'];
    const found = typed.flatMap((text) => suggest(samples.collection, words, text, 10));
    expect(found.length).toBeGreaterThan(20);
    for (const { href, passages, text } of found) {
      expect(passages, text).toBeGreaterThan(0);
      const q = new URL(href, 'http://x').searchParams.get('q');
      if (q === null) continue;
      const answer = await search(samples, { text: q, filters: noFilters, sort: 'relevance', page: 1, size: 1 });
      expect([answer.step, answer.total.passages], text).toEqual(['exact', passages]);
    }
  });

  test('the same vocabulary comes out every time', async () => {
    const samples = await libraryOf(SAMPLES);
    const [a, b] = await Promise.all([vocabularyOf(samples.collection), vocabularyOf({ ...samples.collection })]);
    expect([...b.terms.keys()]).toEqual([...a.terms.keys()]);
    for (const { folded, text } of b.sections) expect(folded).toBe(foldText(text));
  });
});
