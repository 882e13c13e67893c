/** What is shown behind few literal hits: paragraphs that say it in other words, named for what they are, counted nowhere. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { parse } from '../../server/query/parse.ts';
import { noFilters } from '../../server/search/filters.ts';
import { looseWords } from '../../server/search/looseWords.ts';
import { findNear, type NearAnswer } from '../../server/search/near.ts';
import { search, type SearchRequest } from '../../server/search/search.ts';
import { libraryOfTexts } from '../support/library.ts';

const words: readonly { in: string; want: readonly string[]; trap: string }[] = [
  { in: '楼宇经济', want: ['楼宇', '经济'], trap: 'one word of the dictionary, made of two' },
  { in: '減稅 降費', want: ['减税', '降费'], trap: 'traditional script' },
  { in: '减税降费', want: ['减税', '降费'], trap: 'the dictionary knows only the first half by itself' },
  { in: '新能源汽车', want: ['新能源', '汽车'], trap: 'the longest part is kept: not 能源' },
  { in: '5G基站', want: ['5g', '基站'], trap: 'letters and digits are one word' },
  { in: '沉浸式体验', want: ['沉浸式', '体验'], trap: 'a single character belongs to the word before it' },
  { in: '防止返贫 监测', want: ['防止', '返贫', '监测'], trap: 'words apart' },
  { in: '特派员', want: [], trap: 'one word that is made of no others' },
  { in: '济发展的', want: [], trap: 'cut out of a text' },
  { in: '村土地', want: [], trap: 'begins inside a word' },
  { in: '坚持稳字当头推动经济实现质的有效提升', want: [], trap: 'a quotation' },
  { in: '“楼宇经济”', want: [], trap: 'quotation marks: exactly this' },
  { in: '楼宇 OR 经济', want: [], trap: 'an operator' },
  { in: '楼宇*经济', want: [], trap: 'a wildcard' },
  { in: '楼宇经济 年份:2022', want: [], trap: 'a field' },
  { in: '楼宇 -经济', want: [], trap: 'without' },
  { in: '88.06亿元', want: [], trap: 'a number' },
  { in: '', want: [], trap: 'nothing' },
];

describe('the words of a query that may stand apart', () => {
  it.each(words)('$in ($trap)', ({ in: text, want }) => {
    expect(looseWords(parse(text).query)).toEqual(want);
  });
});

/** Paragraphs that name common words only, so that 楼宇 is rare and 经济 and 服务 are not. */
const COMMON = Array.from({ length: 40 }, (_, i) => `第${i + 1}项任务：推动经济提质，优化公共服务，加强规划引领。`);
const LITERAL = '楼宇经济税收增长两成，服务企业更加精准。';
const NEAR = '盘活闲置楼宇十二栋，招引总部企业和金融机构，带动税收增长。';
const TOGETHER = '特色楼宇的经济贡献逐年提高，税源更加充实。';

const TEXTS = {
  '2022.txt': ['2022年云溪市政府工作报告', '一、2021年工作回顾', LITERAL, NEAR, ...COMMON].join('\n'),
  '2023.txt': [
    '2023年云溪市政府工作报告',
    '一、2022年工作回顾',
    TOGETHER,
    NEAR,
    LITERAL,
    '发展电子商务，跨境业务翻番。',
    '跨境电商示范园开园。',
  ].join('\n'),
};

let library: Library;
beforeAll(async () => {
  library = await libraryOfTexts(TEXTS);
});

async function near(text: string, change: Partial<SearchRequest> = {}, names: Record<string, string[]> = {}) {
  const request: SearchRequest = { text, filters: noFilters, sort: 'relevance', page: 1, size: 20, ...change };
  const answer = await search(library, request);
  return { answer, found: findNear(library.collection, request, answer, (word) => names[word] ?? []) };
}

const textsOf = (found: NearAnswer | null): string[] => (found?.hits ?? []).map(({ text }) => text);

describe('passages that come near', () => {
  it('have the words apart, or the rare one alone, each said once; never a common word alone', async () => {
    expect(textsOf((await near('楼宇经济')).found)).toEqual([TOGETHER, NEAR]);
  });

  it('change neither hits nor counts', async () => {
    const { answer } = await near('楼宇经济');
    expect(answer.step).toBe('exact');
    expect(answer.total).toEqual({ passages: 2, occurrences: 2, documents: 2 });
    expect(answer.hits.map(({ text }) => text)).toEqual([LITERAL, LITERAL]);
  });

  it('show where the words stand', async () => {
    const { found } = await near('楼宇经济');
    const marks = found?.hits.map(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    expect(marks).toEqual([['楼宇', '经济'], ['楼宇']]);
  });

  it('understand other names', async () => {
    expect((await near('跨境电商')).found).toBeNull();
    const { found } = await near('跨境电商', {}, { 电商: ['电子商务'] });
    expect(textsOf(found)).toEqual(['发展电子商务，跨境业务翻番。']);
  });

  it('stay within the filters', async () => {
    const filters = { ...noFilters, year: [{ from: 2022, to: 2022 }] };
    const { found } = await near('楼宇经济', { filters });
    expect(found?.hits.map(({ document }) => document.year)).toEqual([2022]);
  });

  it('say what their scores are made of when asked', async () => {
    const { found } = await near('楼宇经济', { explain: true });
    for (const { explanation, score } of found?.hits ?? []) {
      const sum = (explanation?.parts ?? []).reduce((total, { value }) => total + value, 0);
      const product = (explanation?.factors ?? []).reduce((total, { value }) => total * value, sum);
      expect(product).toBeCloseTo(score, 6);
    }
  });

  it('never make an answer longer than its page, and stand on the page where the literal hits end', async () => {
    expect((await near('楼宇经济', { size: 2 })).found).toBeNull();
    expect((await near('楼宇经济', { size: 1 })).found).toBeNull();
    expect(textsOf((await near('楼宇经济', { size: 3 })).found)).toEqual([TOGETHER]);
    expect((await near('楼宇经济', { page: 2 })).found).toBeNull();
  });

  const without: readonly { text: string; change?: Partial<SearchRequest>; reason: string }[] = [
    { text: '楼宇经济', change: { sort: 'newest' }, reason: 'another order than by relevance' },
    { text: '“楼宇经济”', reason: 'quoted' },
    { text: '公共服务', reason: 'ten literal hits and more' },
    { text: '楼宇服务', reason: 'no literal hit: words are relaxed in steps instead' },
    { text: '两成，服务', reason: 'cut out of the text' },
  ];

  it.each(without)('there are none for $text: $reason', async ({ text, change }) => {
    expect((await near(text, change)).found).toBeNull();
  });
});
