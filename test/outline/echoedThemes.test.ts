import { describe, expect, test } from 'vitest';
import { findEchoedThemes } from '../../indexer/outline/echoedThemes.ts';
import { splitSentences } from '../../indexer/outline/sentences.ts';

const more = '新建改造农村道路九百公里，整治河道一百二十公里，建成投用泵站四座，惠及群众三十万人。';

/** The echoed themes of a paragraph. */
function themesOf(text: string): string[] {
  const sentences = splitSentences(text, 0, text.length);
  const themes = findEchoedThemes(text, sentences, text.length);
  return sentences.filter((one) => themes.has(one)).map(({ start, end }) => text.slice(start, end));
}

describe('findEchoedThemes', () => {
  test.each([
    {
      trap: 'they open and end alike; the first has a subject',
      in: `我们将始终心怀大局、认真干事。${more}始终不负乡亲、用心干事。${more}始终两袖清风、干净干事。${more}`,
      want: ['我们将始终心怀大局、认真干事', '始终不负乡亲、用心干事', '始终两袖清风、干净干事'],
    },
    { trap: 'two are chance', in: `始终心怀大局、认真干事。${more}始终不负乡亲、用心干事。${more}`, want: [] },
    {
      trap: 'without text of their own they are a list',
      in: `始终心怀大局、认真干事。始终不负乡亲、用心干事。始终两袖清风、干净干事。${more}`,
      want: [],
    },
    {
      trap: 'of unlike length they are prose',
      in: `深化水价改革。${more}深化农村集体产权改革。${more}深化乡镇事业单位岗位管理制度改革。${more}`,
      want: [],
    },
  ])('$trap', ({ in: text, want }) => {
    expect(themesOf(text)).toEqual(want);
  });
});
