/** Orders are asserted as whole lists, best first, each with the reason why it is the one that a reader would want. */
import { describe, expect, it } from 'vitest';
import { noFilters } from '../../server/search/filters.ts';
import { search, type SearchRequest } from '../../server/search/search.ts';
import { libraryOfTexts } from '../support/library.ts';

async function answer(texts: Readonly<Record<string, string>>, text: string, request: Partial<SearchRequest> = {}) {
  const library = await libraryOfTexts(texts);
  return search(library, { text, filters: noFilters, sort: 'relevance', page: 1, size: 20, ...request });
}

/** The passages found in a report of these paragraphs, best first. */
async function order(paragraphs: readonly string[], query: string): Promise<string[]> {
  const { hits } = await answer({ 'report.txt': ['2023年云溪市政府工作报告', ...paragraphs].join('\n') }, query);
  return hits.map(({ text }) => text);
}

/** So long that a match in it is one of many things said. */
const FILLER = '统筹推进教育、医疗、文化、体育、社保等各项社会事业，持续改善人民生活品质，促进社会和谐稳定，';

const orders: readonly { reason: string; query: string; want: readonly string[] }[] = [
  {
    reason: 'a short passage says more about it than a long one that also names it',
    query: '绿道',
    want: ['全市绿道建设加快。', `${FILLER.repeat(3)}全市绿道建设加快。`],
  },
  {
    reason: 'but a long passage that says it again and again is not buried',
    query: '绿道',
    want: [`城区绿道贯通，山间绿道延伸，沿江绿道成网，${FILLER}成效明显。`, `${FILLER}绿道规划继续深化。`],
  },
  {
    reason: 'its figure stands with it',
    query: '绿道',
    want: ['推动城市新建绿道30公里以上。', '推动城市规划绿道，切实加强管护。'],
  },
  {
    reason: 'a figure in another clause is not its figure',
    query: '绿道',
    want: ['推动城市规划30公里绿道，加强管护', '推动城市绿道规划，治理河道30公里'],
  },
  {
    reason: 'one of a list is in passing',
    query: '绿道',
    want: ['加快推动全市绿道规划和建设提速', '加快推动全市公园、绿道、广场建'],
  },
  {
    reason: 'one of two with 等 behind them stands for others; two alone are each meant',
    query: '绿道',
    want: ['加快推动全市公园、绿道规划和建设提速升级', '加快推动全市公园、绿道等项目和建设提速'],
  },
  {
    reason: 'one with a figure of its own is not in passing, though it stands in a list',
    query: '绿道',
    want: ['加快推动公园9座、绿道12公里、广场8座建', '加快推动全市的公园、绿道、广场8座的建'],
  },
  {
    reason: 'what a paragraph begins with it is about',
    query: '绿道',
    want: ['绿道建设提速，沿江贯通，群众得到更多实惠', '沿江贯通提速，群众得到更多实惠，建设绿道'],
  },
  {
    reason: 'words that stand together belong together',
    query: '社区 食堂',
    want: ['新建一批社区老年食堂并完善服务设施', '食堂改造提升完成，城市管理继续加强，社区服务'],
  },
];

describe('order of exact hits', () => {
  it.each(orders)('$reason', async ({ query, want }) => {
    const ordered = await order(want.toReversed(), query);
    expect(ordered).toEqual(want);
    expect(await order(want, query)).toEqual(want);
  });

  it('puts passages under a heading that names it first, and the heading itself behind them', async () => {
    const paragraphs = [
      '一、农业农村工作',
      '全年建设绿道和步道各一条，群众满意。',
      '二、推进绿道建设',
      '全年建设绿道和骑道各一条，群众满意。',
    ];
    expect(await order(paragraphs, '绿道')).toEqual([paragraphs[3], paragraphs[1], paragraphs[2]]);
  });

  it('puts a passage that opens with a run-in that names it before one that names it in a clause', async () => {
    const clause = '沿江提速，城区绿道贯通，群众也得到更多实惠。';
    const runIns = ['公园改造', '绿道建设', '车站扩容'].map((what) => `推进城区${what}。沿江贯通，群众得到更多实惠。`);
    expect(await order(['一、2022年重点工作', clause, ...runIns], '绿道')).toEqual([runIns[1], clause]);
    expect(await order(['一、2022年重点工作', ...runIns, clause], '绿道')).toEqual([runIns[1], clause]);
  });

  it('puts the later year first where all else is equal', async () => {
    const texts = Object.fromEntries(
      [2019, 2023, 2021].map((year) => [`${year}.txt`, `${year}年云溪市政府工作报告\n沿江绿道建设加快，第${year}号。`]),
    );
    const { hits } = await answer(texts, '绿道');
    expect(hits.map(({ document }) => document.year)).toEqual([2023, 2021, 2019]);
  });
});

describe('explain', () => {
  const texts = {
    'report.txt':
      '2023年云溪市政府工作报告\n一、推进绿道建设\n绿道新建30公里，社区食堂12家。\n公园、绿道、社区食堂，一并建设。',
  };

  it.each(['绿道', '绿道 社区', '推进绿道建设', '绿道 OR 食堂', '云溪市绿道建设多少公里'])(
    'says of %s what each score is made of',
    async (query) => {
      const { hits } = await answer(texts, query, { explain: true });
      expect(hits.length).toBeGreaterThan(0);
      for (const { explanation, score } of hits) {
        const sum = (explanation?.parts ?? []).reduce((total, { value }) => total + value, 0);
        const product = (explanation?.factors ?? []).reduce((total, { value }) => total * value, sum);
        expect(product).toBeCloseTo(score, 6);
      }
    },
  );

  it('is left out when it was not asked for', async () => {
    const { hits } = await answer(texts, '绿道');
    expect(hits[0]?.explanation).toBeNull();
  });
});

describe('passages that say the same', () => {
  const paragraph = '沿江绿道全线贯通，新增健身步道十二公里，市民休闲有了好去处。';
  const copies = {
    'a.txt': `2022年云溪市政府工作报告\n${paragraph}\n另建山间绿道一条，同年开放，游人如织，好评如潮。`,
    'b.txt': `2023年云溪市政府工作报告\n${paragraph.replace('，', ', ')}`,
  };

  it('come last, and the first says how many there are', async () => {
    const { hits, total } = await answer(copies, '绿道');
    expect(hits.map(({ document, same, isCopy }) => [document.year, same, isCopy])).toEqual([
      [2022, 0, false],
      [2023, 1, false],
      [2022, 0, true],
    ]);
    expect(total).toEqual({ passages: 3, occurrences: 3, documents: 2 });
  });

  it('fold into one when asked to, and every count stays', async () => {
    const { hits, total, facets } = await answer(copies, '绿道', { fold: true });
    expect(hits.map(({ document, same }) => [document.year, same])).toEqual([
      [2022, 0],
      [2023, 1],
    ]);
    expect(total).toEqual({ passages: 3, occurrences: 3, documents: 2 });
    expect(facets.year.map(({ value, passages }) => [value, passages])).toEqual([
      ['2023', 1],
      ['2022', 2],
    ]);
  });

  it('are told from passages that differ in a figure', async () => {
    const texts = {
      'a.txt': `2022年云溪市政府工作报告\n${paragraph}`,
      'b.txt': `2023年云溪市政府工作报告\n${paragraph.replace('十二', '十三')}`,
    };
    const { hits } = await answer(texts, '绿道', { fold: true });
    expect(hits.map(({ same }) => same)).toEqual([0, 0]);
  });
});
