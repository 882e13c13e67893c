import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOLD_OFF, BOLD_ON } from '../../indexer/model.ts';
import { readMarkdown } from '../../indexer/reading/markdown.ts';

const show = (source: string) =>
  readMarkdown(source).map(({ kind, level, text }) =>
    `${kind}${level ?? ''} ${text}`.replaceAll(BOLD_ON, '<').replaceAll(BOLD_OFF, '>'),
  );

describe('readMarkdown', () => {
  const cases = [
    { trap: 'headings keep their level', in: '# 甲\n\n## 一、乙', want: ['heading1 甲', 'heading2 一、乙'] },
    { trap: 'a heading without the space', in: '##一、总体要求', want: ['heading2 一、总体要求'] },
    { trap: 'a building number is no heading', in: '#1机组并网', want: ['paragraph #1机组并网'] },
    { trap: 'one paragraph a line', in: '第一段。\n第二段。', want: ['paragraph 第一段。', 'paragraph 第二段。'] },
    { trap: 'an indent is no program', in: '    第一段。', want: ['paragraph 第一段。'] },
    { trap: 'a list keeps its printed numbers', in: '3. 甲\n5. 乙', want: ['item 3. 甲', 'item 5. 乙'] },
    { trap: 'bullets go', in: '- 甲\n- 乙', want: ['item 甲', 'item 乙'] },
    { trap: 'a comment goes', in: '甲\n\n<!-- INFO END -->\n\n乙', want: ['paragraph 甲', 'paragraph 乙'] },
    { trap: 'bold print', in: '**甲。**乙', want: ['paragraph <甲。>乙'] },
    {
      trap: 'bold print that ends in Chinese punctuation',
      in: '要**坚持创新。**推动',
      want: ['paragraph 要<坚持创新。>推动'],
    },
    {
      trap: 'bold print between Chinese punctuation, twice in a line',
      in: '打好攻坚战。**“三保障”全面实现。**建成农房。**坚持创新。**推动发展。',
      want: ['paragraph 打好攻坚战。<“三保障”全面实现。>建成农房。<坚持创新。>推动发展。'],
    },
    { trap: 'a product is no emphasis', in: '2*3*4', want: ['paragraph 2*3*4'] },
    { trap: 'a range is not struck out', in: '5~10万，20~30万', want: ['paragraph 5~10万，20~30万'] },
    {
      trap: 'angle brackets in prose',
      in: '按照<关于创新的意见>和A<X>C',
      want: ['paragraph 按照<关于创新的意见>和A<X>C'],
    },
    { trap: 'text over a rule is no heading', in: '落款\n---\n正文', want: ['paragraph 落款', 'paragraph 正文'] },
    { trap: 'a glossary entry is no link definition', in: '[1]: 指创新。', want: ['paragraph [1]: 指创新。'] },
    { trap: 'a link is its text', in: '见[通知](http://a.cn)。', want: ['paragraph 见通知。'] },
    { trap: 'words behind a fence are text', in: '~~~ 年内\n建成', want: ['paragraph 年内', 'paragraph 建成'] },
    { trap: 'a footnote is a note', in: '甲[^1]。\n\n[^1]: 乙', want: ['paragraph 甲。', 'note 乙'] },
  ];
  for (const { trap, in: source, want } of cases) it(trap, () => expect(show(source)).toEqual(want));

  it('reads a table with its head', () => {
    expect(readMarkdown('| 指标 | 目标 |\n|---|---|\n| 产值 | 6% |')).toEqual([
      {
        kind: 'table',
        text: '',
        rows: [
          ['指标', '目标'],
          ['产值', '6%'],
        ],
        headRows: 1,
      },
    ]);
  });

  it('neither loses nor moves a character of prose', () => {
    const prose = fc.array(fc.string({ unit: fc.constantFrom(...'一二三、（）。，“”：；1234.%—+*_<>&~ 年发展') }));
    fc.assert(
      fc.property(prose, (lines) => {
        const got = readMarkdown(lines.join('\n')).map((block) => block.text.replaceAll(/[\uE000\uE001]/g, ''));
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}、（）。，“”：；]/gu, '');
        expect(letters(got.join(''))).toBe(letters(lines.join('')));
      }),
      { numRuns: 500 },
    );
  });

  it('survives quotations nested twenty thousand deep', () => {
    expect(show(`${'>'.repeat(20_000)}甲`)).toHaveLength(1);
  });
});
