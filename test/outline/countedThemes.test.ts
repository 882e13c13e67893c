import { describe, expect, test } from 'vitest';
import { findCountedThemes } from '../../indexer/outline/countedThemes.ts';
import { splitSentences } from '../../indexer/outline/sentences.ts';

const more = '新建改造农村道路九百公里，惠及群众三十万人。';

/** The counted themes of a paragraph. */
function themesOf(text: string): string[] {
  const sentences = splitSentences(text, 0, text.length);
  const themes = findCountedThemes(text, sentences, text.length);
  return sentences.filter((one) => themes.has(one)).map(({ start, end }) => text.slice(start, end));
}

describe('findCountedThemes', () => {
  test.each([
    {
      trap: 'each with text of its own',
      in: `主要做法：一是稳住投资。${more}二是扩大消费。${more}三是畅通物流。${more}`,
      want: ['一是稳住投资', '二是扩大消费', '三是畅通物流'],
    },
    {
      trap: '一要 counts, too',
      in: `一要稳住投资。${more}二要扩大消费。${more}`,
      want: ['一要稳住投资', '二要扩大消费'],
    },
    {
      trap: 'a long one among many does not spoil the series',
      in: `一是稳住投资。${more}二是扩大消费，办好购物节。${more}三是畅通物流。${more}四是稳定外贸。${more}`,
      want: ['一是稳住投资', '三是畅通物流', '四是稳定外贸'],
    },
    {
      trap: '第一，… counts like 一是…, and its comma is none of the theme',
      in: `坚持以下原则：第一，稳住农业投资。${more}第二，扩大山区消费。${more}第三，修订办法，放宽条件。${more}`,
      want: ['第一，稳住农业投资', '第二，扩大山区消费'],
    },
    {
      trap: 'two of three are enough',
      in: `一要抓紧修订办法，逐步推开。${more}二要深化水价改革。${more}三要规范收费秩序。${more}`,
      want: ['二要深化水价改革', '三要规范收费秩序'],
    },
    {
      trap: 'two series in one paragraph are judged apart',
      in: `一是稳住投资。${more}二是扩大消费。${more}一是修桥。二是铺路。`,
      want: ['一是稳住投资', '二是扩大消费'],
    },
    { trap: 'a list of short items', in: '一是稳住投资。二是扩大消费。三是畅通物流。', want: [] },
    { trap: 'a list of clauses', in: `一是投资不足，后劲不强；二是消费偏弱；三是物流不畅。${more}`, want: [] },
    { trap: 'a list of facts', in: `一是新建桥梁9座。${more}二是改造道路90公里。${more}`, want: [] },
    { trap: 'one alone', in: `一是稳住投资。${more}`, want: [] },
    { trap: 'no count', in: `一是稳住投资。${more}三是扩大消费。${more}五是畅通物流。${more}`, want: [] },
  ])('$trap', ({ in: text, want }) => {
    expect(themesOf(text)).toEqual(want);
  });
});
