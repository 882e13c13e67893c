import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../indexer/outline/sentences.ts';

/** The sentences of a text, without their stops. */
const sentencesOf = (text: string): string[] =>
  splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test.each([
    { trap: 'a full stop ends one', in: '加快建设。提升服务。', want: ['加快建设', '提升服务'] },
    {
      trap: 'a full stop in a quotation does not',
      in: '他说“好。很好。”大家鼓掌。',
      want: ['他说“好。很好。”大家鼓掌'],
    },
    { trap: 'nor one in brackets', in: '完成改造（含两镇。三乡）。', want: ['完成改造（含两镇。三乡）'] },
    {
      trap: 'a quotation mark whose partner was lost swallows nothing',
      in: '推进“三清行动。整治河道。建成“四好农村路”。',
      want: ['推进“三清行动', '整治河道', '建成“四好农村路”'],
    },
    {
      trap: 'nor does one that is never closed',
      in: '推进“三清行动。整治河道。',
      want: ['推进“三清行动', '整治河道'],
    },
    { trap: 'a colon ends none', in: '主要指标：增长稳定。', want: ['主要指标：增长稳定'] },
    { trap: 'but what leads in', in: '抓好三项任务：稳住投资。', want: ['抓好三项任务', '稳住投资'] },
    { trap: 'and what stands before a dash', in: '目标是：——桥更多。', want: ['目标是', '桥更多'] },
    {
      trap: 'and before a short sentence',
      in: '主要是：山乡路网再延伸。修路。',
      want: ['主要是', '山乡路网再延伸', '修路'],
    },
    { trap: 'but not before a figure', in: '主要是：建成桥梁3座。', want: ['主要是：建成桥梁3座'] },
    { trap: 'and what stands before 一是', in: '做法是：一是稳住投资。', want: ['做法是', '一是稳住投资'] },
    { trap: 'a dash is no part of the sentence behind it', in: '——旅游。更旺。', want: ['旅游', '更旺'] },
  ])('$trap', ({ in: text, want }) => {
    expect(sentencesOf(text)).toEqual(want);
  });

  test('takes time in proportion to the text, even where no mark is ever closed', () => {
    const text = `${'“'.repeat(100_000)}${'“加快建设，'.repeat(50_000)}`;
    const before = performance.now();
    sentencesOf(text);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
