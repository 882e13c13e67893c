import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../indexer/analysis/analyzer.ts';
import { passageAt } from '../../indexer/index/collection.ts';
import { buildKeywordIndex, rankByWords, readKeywordIndex } from '../../indexer/index/keywordIndex.ts';
import { libraryOfTexts } from '../support/library.ts';

const report = (year: number, said: string): string =>
  `${year}年甲城市政府工作报告\n\n各位代表：\n\n一、${year}年重点工作\n\n（一）修路架桥。${said}，修路架桥，让出行一天比一天方便。\n\n二、自身建设\n\n依法行政，接受监督，修路的钱一分一厘都要公开。\n`;

describe('buildKeywordIndex(collection)', () => {
  test('makes the index that MiniSearch makes when passages are added one by one', async () => {
    const { collection } = await libraryOfTexts({
      '2021.txt': report(2021, '新修农村公路30公里'),
      '2022.txt': report(2022, '架起两座大桥，大桥、小桥都通了车'),
      '2023.txt': report(2023, '地铁1号线通车'),
    });
    const added = new MiniSearch<{ id: number; text: string; heading: string; title: string }>({
      fields: ['text', 'heading', 'title'],
      tokenize: (text) => text.split('\n').flatMap(analyze),
      processTerm: (term) => term,
      searchOptions: { boost: { heading: 2, title: 1.5 }, tokenize: (text) => text.split('\n'), combineWith: 'OR' },
    });
    for (let id = 0; id < collection.documentOf.length; id++) {
      const { text, path, document } = passageAt(collection, id)!;
      const heading = path.map((section) => section.heading).reverse();
      added.add({ id, text, heading: heading.join('\n'), title: document.displayTitle });
    }
    const index = readKeywordIndex(buildKeywordIndex(collection));
    for (const words of [['修路'], ['大桥', '通车'], ['2022', '公路'], ['重点', '监督', '地铁'], ['无此词']]) {
      const ranked = rankByWords(index, words, () => true);
      const wanted = added.search(words.join('\n')).map(({ id, score }) => ({ passage: id as number, score }));
      expect(ranked.map(({ passage }) => passage).sort()).toEqual(wanted.map(({ passage }) => passage).sort());
      for (const { passage, score } of wanted)
        expect(ranked.find((one) => one.passage === passage)?.score).toBeCloseTo(score, 6);
    }
  });
});
