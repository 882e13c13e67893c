import { describe, expect, test } from 'vitest';
import type { Block } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

const body = '坚持以人为本，深入推进各项工作，全年新建道路三十二公里，改造老旧小区十八个，群众满意度不断提高。';

/** The outline of `lines` as a reader sees it, two spaces a level. */
function tree(lines: readonly string[]): string[] {
  const blocks = lines.map((text): Block => ({ kind: 'paragraph', text }));
  const { sections } = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
  return sections.map(({ level, heading }) => `${'  '.repeat(level - 1)}${heading}`);
}

describe('第一，…。 on lines of their own', () => {
  test.each([
    {
      trap: 'they stand below the section they are in, and count on past a list of their own',
      lines: ['一、水利', '第一，修渠的规模问题。', body, body, '第二，水库的布局问题。', body, '二、林业', body],
      want: ['一、水利', '  第一，修渠的规模问题', '  第二，水库的布局问题', '二、林业'],
    },
    {
      trap: 'the count begins anew under the next heading',
      lines: [
        '一、水利',
        '第一，修渠。',
        body,
        '第二，蓄水。',
        body,
        '二、林业',
        '第一，育苗。',
        body,
        '第二，护林。',
        body,
      ],
      want: ['一、水利', '  第一，修渠', '  第二，蓄水', '二、林业', '  第一，育苗', '  第二，护林'],
    },
    {
      trap: '首先 counts as the first, one member may open its paragraph, one may be lost',
      lines: ['一、节约', `首先，要压缩行政开支。${body}`, '第二，要降低成本。', body, '第四，要清理库存。', body],
      want: ['一、节约', '  首先，要压缩行政开支', '  第二，要降低成本', '  第四，要清理库存'],
    },
    {
      trap: 'numbered lines between them stand below them',
      lines: [
        '一、农业',
        '第一，增产的办法。',
        `（一）开荒。${body}`,
        `（二）治水。${body}`,
        '第二，领导的责任。',
        body,
      ],
      want: ['一、农业', '  第一，增产的办法', '    （一）开荒', '    （二）治水', '  第二，领导的责任'],
    },
    {
      trap: 'a list of sentences has no text of its own',
      lines: ['一、要求', '第一，按时完成。', '第二，保证质量。', '第三，节约开支。', body],
      want: ['一、要求'],
    },
    {
      trap: 'paragraphs that begin so are prose',
      lines: ['一、意义', `第一，支援建设。${body}`, `第二，稳定市场。${body}`],
      want: ['一、意义'],
    },
    { trap: 'one alone is prose', lines: ['一、意义', '第一，支援建设。', body, body], want: ['一、意义'] },
    {
      trap: '第一产业 counts nothing',
      lines: ['一、产业', '第一产业要稳。', body, '第二产业要进。', body],
      want: ['一、产业'],
    },
  ])('$trap', ({ lines, want }) => {
    expect(tree(lines)).toEqual(want);
  });
});
