import { describe, expect, test } from 'vitest';
import type { Block } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

const text = '坚持以人为本，深入推进各项工作，全年新建道路三十二公里，改造老旧小区十八个，群众满意度不断提高。';

/** The headings over the paragraph that begins with `words`, outermost first. */
function pathTo(words: string, lines: readonly string[]): string[] {
  const blocks = lines.map((line): Block => ({ kind: 'paragraph', text: line }));
  const { text: whole, sections, passages } = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
  const byId = new Map(sections.map((section) => [section.id, section]));
  const path: string[] = [];
  let at = passages.find(({ start }) => whole.startsWith(words, start))?.section ?? null;
  while (at !== null) {
    const section = byId.get(at);
    path.unshift(section?.heading ?? '');
    at = section?.parent ?? null;
  }
  return path;
}

describe('raiseClosings', () => {
  const address = `各位代表！一年的成绩来之不易，${text}`;
  const chapter = ['2031年工作回顾', text, '（一）工业提质', text, text, '（二）农业增产', text, text];
  const next = ['2032年工作安排', text, '（一）稳住投资', text, '（二）扩大消费', text];
  const plain = ['现在报告工作。', '2031年工作回顾', text, '产业结构持续优化', text, '城市面貌显著改善', text, text];
  const plainNext = ['2032年重点工作', text, '狠抓项目建设', text, '增进民生福祉', text];

  test.each([
    {
      trap: 'an address behind the last number, before lines without one',
      lines: [...chapter, address, '抓重点，求突破', text, '抓协调，促均衡', text, ...next],
      words: '各位代表',
      want: ['2031年工作回顾'],
    },
    {
      trap: 'the paragraph behind it',
      lines: [...chapter, address, `主要体会如下。${text}`, '抓重点，求突破', text, '抓协调，促均衡', text, ...next],
      words: '主要体会',
      want: ['2031年工作回顾'],
    },
    {
      trap: 'an address behind a number that is not the last',
      lines: ['2031年工作回顾', text, '（一）工业提质', text, address, '（二）农业增产', text, ...next],
      words: '各位代表',
      want: ['2031年工作回顾', '（一）工业提质'],
    },
    {
      trap: 'an address behind the last of three lines without numbers',
      lines: [...plain, '民生福祉稳步增进', text, address, ...plainNext],
      words: '各位代表',
      want: ['2031年工作回顾'],
    },
    {
      trap: 'behind the last of two',
      lines: [...plain, address, ...plainNext],
      words: '各位代表',
      want: ['2031年工作回顾', '城市面貌显著改善'],
    },
    {
      trap: 'behind lines without numbers no other words show a closing',
      lines: [...plain, '民生福祉稳步增进', text, `过去的一年，${text}`, ...plainNext],
      words: '过去的一年',
      want: ['2031年工作回顾', '民生福祉稳步增进'],
    },
    {
      trap: 'they do behind the last number of a chapter',
      lines: [...chapter, `过去的一年，${text}`, ...next],
      words: '过去的一年',
      want: ['2031年工作回顾'],
    },
  ])('$trap', ({ lines, words, want }) => {
    expect(pathTo(words, lines)).toEqual(want);
  });
});
