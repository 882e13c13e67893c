import { describe, expect, test } from 'vitest';
import type { Block, FrontMatter, Outline } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

const body = '坚持以人为本，深入推进各项工作，全年新建道路三十二公里，改造老旧小区十八个，群众满意度不断提高。';

function outlineOf(lines: readonly string[], front: readonly FrontMatter[] = []): Outline {
  const blocks = lines.map((text): Block => ({ kind: 'paragraph', text }));
  return outline({ blocks, clues: {}, problems: [] }, front, 'doc');
}

/** Two spaces a level. */
const tree = ({ sections }: Outline): string[] =>
  sections.map(({ level, heading }) => `${'  '.repeat(level - 1)}${heading}`);

describe('annexes', () => {
  test('end a glossary where a label begins the next one: its numbered lines are headings again', () => {
    const found = outlineOf([
      ...['一、去年工作', body, '二、今年任务', body],
      ...['名词解释', '1．一网通办：在一个平台办理各类事项。', '2．链长：牵头一条产业链的干部。'],
      ...['附件', '2031年8件实事', '一、扩大就业', body, '二、修缮校舍', body],
    ]);
    expect(tree(found)).toEqual([
      '一、去年工作',
      '二、今年任务',
      '名词解释',
      '2031年8件实事',
      '  一、扩大就业',
      '  二、修缮校舍',
    ]);
    expect(found.passages.filter(({ kind }) => kind === 'note')).toHaveLength(2);
  });

  test('the label lies in its annex, not under the last heading of the report', () => {
    const { text, sections, passages } = outlineOf([
      '一、去年工作',
      body,
      body,
      '附件1',
      '2031年全市20项重点工程',
      body,
    ]);
    const annex = sections.find(({ heading }) => heading === '2031年全市20项重点工程');
    expect(
      passages.filter(({ section }) => section === annex?.id).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['附件1', '2031年全市20项重点工程', body]);
  });

  test('a label with nothing like a title behind it stays text', () => {
    expect(tree(outlineOf(['一、去年工作', body, '附件', `此外，${body}`, body]))).toEqual(['一、去年工作']);
  });

  test('begin behind the signature, though the record of printing stands at the end of all', () => {
    const lines = [
      '一、加强领导',
      body,
      body,
      '青石市人民政府',
      '2031年5月6日',
      '城市更新行动方案',
      body,
      '抄送：市委。',
    ];
    const signature = [3, 4, 7].map((block): FrontMatter => ({ block, role: 'signature' }));
    expect(tree(outlineOf(lines, signature))).toEqual(['一、加强领导', '城市更新行动方案']);
  });
});
