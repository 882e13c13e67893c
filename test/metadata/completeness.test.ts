import { describe, expect, it } from 'vitest';
import type { Block, Completeness, Problem } from '../../indexer/model.ts';
import { readCompleteness } from '../../indexer/metadata/completeness.ts';

const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
const long = '我们要坚持稳中求进的工作总基调，扎实做好各项工作，努力完成全年的目标任务';
const mark = [{ code: 'newspaper-mark', message: { zh: '', en: '' } }];

describe('readCompleteness', () => {
  it.each<[string, Block[], Problem[], Completeness, string]>([
    ['政府工作报告', blocks('各位代表：', `${long}！`), [], 'complete', 'ends with an appeal'],
    ['政府工作报告（摘登）', blocks(`${long}。`), [], 'excerpt', 'says so in the title'],
    ['政府工作报告', blocks(`${long}，合理`), [], 'truncated', 'stops in a sentence'],
    ['政府工作报告', blocks(`${long}。`), mark, 'part', 'cleaning took a newspaper mark'],
    ['政府工作报告', blocks(`${long}。（下转03版）`), [], 'part', 'the mark is still there'],
    ['政府工作报告', blocks('各位代表：', `${long}！`), mark, 'complete', 'two pages put together again'],
    ['政府工作报告', blocks(`${long}，打造（升级版）${long}。`), [], 'complete', '升级版 is no page'],
    ['某某规划', blocks(`${long}。`, '附件：名词解释'), [], 'complete', 'a short last line is no cut'],
  ])('%s → %4$s: %5$s', (title, body, problems, want) => {
    expect(readCompleteness(title, body, problems)).toBe(want);
  });
});
