import { describe, expect, test } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { printHits } from '../../server/commands/printing.ts';
import { noFilters } from '../../server/search/filters.ts';
import { search } from '../../server/search/search.ts';
import { libraryOfTexts } from '../support/library.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

一、重点工作

新增普惠托育机构十二家，改造老旧小区六十个，居民满意度稳步提高。

二、保障措施

完善社区养老服务补贴制度，健全稳定增长的投入机制。`,
  'b.txt': `2024年甲城市政府工作报告

一、重点工作

建成芯片封装测试生产线两条，集成电路产值增长一成。`,
};

async function printed(library: Library, text: string): Promise<string> {
  return printHits(
    await search(library, { text, filters: noFilters, sort: 'relevance', page: 1, size: 20 }),
    null,
  ).replaceAll(/\x1b\[[\d;]*m/gu, '');
}

describe('printHits', () => {
  const rows = [
    {
      trap: 'a literal hit: no word of a step',
      in: '老旧小区',
      want: /^.*：1 处，1 段，1 篇\n\n2023年甲城市.*\n.*老旧小区/u,
    },
    {
      trap: 'all words, in one paragraph',
      in: '托育机构满意度',
      want: /\n没有逐字出现；以下段落含全部词语，或其中几个。按这些词查找：满意度、托育、机构\n/u,
    },
    {
      trap: 'all words, in one document only',
      in: '托育补贴',
      want: /\n没有逐字出现，也没有一节含全部词语；有的文件里各词都有。以下段落含其中几个。按这些词查找：托育、补贴\n/u,
    },
    {
      trap: 'some words',
      in: '托育芯片',
      want: /\n没有逐字出现，也没有一份文件含全部词语；以下段落含其中几个。按这些词查找：(?:托育、芯片|芯片、托育)\n/u,
    },
  ];
  test.each(rows)('$trap', async ({ in: text, want }) => {
    const lines = await printed(await libraryOfTexts(texts), text);
    expect(lines).toMatch(want);
    expect(lines).not.toMatch(/same-|best-words|exact/u);
  });
});
