import { describe, expect, test } from 'vitest';
import type { Block, FrontMatter } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

const body = '坚持以人为本，深入推进各项工作，全年新建道路三十二公里，改造老旧小区十八个，群众满意度不断提高。';

/** The canonical text of `titles`, each a line of the title, above a report. */
function textOf(titles: readonly string[], rest: readonly string[] = ['一、去年工作', body]): string {
  const blocks = [...titles, ...rest].map((text): Block => ({ kind: 'paragraph', text }));
  const front = titles.map((_, block): FrontMatter => ({ block, role: 'title' }));
  return outline({ blocks, clues: {}, problems: [] }, front, 'doc').text;
}

describe('a title on several lines', () => {
  test.each([
    {
      trap: 'it is one line of text',
      in: ['某县关于印发旧城', '改造方案的通知'],
      want: '某县关于印发旧城改造方案的通知\n',
    },
    {
      trap: 'a plan and its outlook',
      in: ['某县第三个五年规划', '和远景目标纲要'],
      want: '某县第三个五年规划和远景目标纲要\n',
    },
    { trap: 'what stands in brackets', in: ['某县政府工作报告', '（节选）'], want: '某县政府工作报告（节选）\n' },
    {
      trap: 'printed twice',
      in: ['某县政府工作报告', '某县政府工作报告'],
      want: '某县政府工作报告\n某县政府工作报告\n',
    },
    {
      trap: 'a slogan below',
      in: ['某县政府工作报告', '为建设水乡而奋斗'],
      want: '某县政府工作报告\n为建设水乡而奋斗\n',
    },
  ])('$trap', ({ in: titles, want }) => {
    expect(textOf(titles)).toBe(`${want}一、去年工作\n${body}\n`);
  });

  test('a heading that was torn is whole, too', () => {
    const rest = ['一、去年工作', body, '二、坚持城乡融合，加快', '建设水美乡村', body];
    expect(textOf([], rest)).toContain('二、坚持城乡融合，加快建设水美乡村\n');
  });
});
