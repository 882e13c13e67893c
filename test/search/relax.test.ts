/** What is shown when nothing matches literally: named honestly, the answer of the right year and place first. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { noFilters } from '../../server/search/filters.ts';
import { search, type SearchAnswer } from '../../server/search/search.ts';
import { libraryOfTexts } from '../support/library.ts';

const TEXTS = {
  '2022.txt': `2022年石家庄市政府工作报告
石家庄市人民政府市长 程一禾
各位代表：
一、2021年工作回顾
全市粮食总产量达到48.3亿斤，新建绿道21公里。
我们也清醒地看到，工作中还存在不少困难，创新能力不强。
二、2022年重点工作
全市粮食总产量稳定在49亿斤以上，规划绿道和步道。`,
  '2023.txt': `2023年石家庄市政府工作报告
石家庄市人民政府市长 陆双木
各位代表：
一、2022年工作回顾
全市粮食总产量达到50.1亿斤，新建绿道22公里。
克服多重困难，经济回升向好。
我们也清醒地看到，发展中还存在不少困难，部分企业经营压力较大。
二、2023年重点工作
全市粮食总产量稳定在51亿斤以上，规划绿道。
推进城市大桥建设，大桥12月6日通车，两岸居民受益。
大桥引道环境整治提升，老桥通车能力加强。`,
  'county.txt': `2023年正定县政府工作报告
各位代表：
一、2022年工作回顾
全县粮食总产量达到5.5亿斤，新建绿道3公里。`,
};

let library: Library;
beforeAll(async () => {
  library = await libraryOfTexts(TEXTS);
});

const ask = (text: string): Promise<SearchAnswer> =>
  search(library, { text, filters: noFilters, sort: 'relevance', page: 1, size: 20 });

const questions: readonly { reason: string; in: string; want: string }[] = [
  {
    reason: 'the report of 2023 tells what was reached in 2022',
    in: '石家庄市2022年粮食总产量是多少',
    want: '全市粮食总产量达到50.1亿斤，新建绿道22公里。',
  },
  {
    reason: 'a target of 2022 stands in the report of 2022',
    in: '石家庄市2022年粮食总产量目标是多少',
    want: '全市粮食总产量稳定在49亿斤以上，规划绿道和步道。',
  },
  {
    reason: 'the county that is named, not the city above it',
    in: '正定县2022年新建了多少公里绿道',
    want: '全县粮食总产量达到5.5亿斤，新建绿道3公里。',
  },
  {
    reason: 'who spoke is said in front',
    in: '谁做了2022年石家庄市政府工作报告？',
    want: '石家庄市人民政府市长 程一禾',
  },
  {
    reason: 'what is not well has a paragraph of its own',
    in: '石家庄市2022年存在哪些困难',
    want: '我们也清醒地看到，发展中还存在不少困难，部分企业经营压力较大。',
  },
  {
    reason: 'a date stands beside what was asked about',
    in: '城市大桥什么时候通车',
    want: '推进城市大桥建设，大桥12月6日通车，两岸居民受益。',
  },
];

describe('questions', () => {
  it.each(questions)('$in: $reason', async ({ in: text, want }) => {
    const { hits, step } = await ask(text);
    expect(step).not.toBe('exact');
    expect(hits[0]?.text).toBe(want);
  });
});

const steps: readonly { in: string; step: SearchAnswer['step']; trap: string }[] = [
  { in: '新建绿道', step: 'exact', trap: 'it is there' },
  { in: '粮食绿道总产量', step: 'same-passage', trap: 'all words in one passage' },
  { in: '大桥绿道', step: 'same-section', trap: 'all words in one section, in no passage' },
  { in: '企业通车', step: 'same-document', trap: 'all words in one document, in no section' },
  { in: '步道大桥', step: 'best-words', trap: 'no document has all words' },
  { in: '"大桥绿道"', step: 'exact', trap: 'quoted text is not taken apart: nothing is found' },
  { in: '量子', step: 'exact', trap: 'no word occurs: nothing is found' },
];

describe('steps', () => {
  it.each(steps)('$in is answered by $step ($trap)', async ({ in: text, step }) => {
    expect((await ask(text)).step).toBe(step);
  });

  it('shows only passages that have some of the words, marked where they stand', async () => {
    const { hits, words, total } = await ask('石家庄市2022年粮食总产量是多少');
    expect(total.passages).toBe(hits.length);
    for (const { text, spans } of hits) {
      expect(spans.length).toBeGreaterThan(0);
      for (const { start, end } of spans) expect(words).toContain(text.slice(start, end));
    }
  });

  it('keeps the filters of the query', async () => {
    const { hits } = await ask('粮食绿道总产量 年份:2022');
    expect(new Set(hits.map(({ document }) => document.year))).toEqual(new Set([2022]));
  });

  it.each(['？？？', '是多少', '谁', '2022年', '“”是什么？', '石家庄市有哪些'])('never fails: %s', async (text) => {
    const answer = await ask(text);
    expect(answer.hits.length).toBeLessThanOrEqual(answer.total.passages);
  });
});
