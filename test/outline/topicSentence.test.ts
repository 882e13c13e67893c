import { describe, expect, test } from 'vitest';
import { judgeSentence, shapeOf } from '../../indexer/outline/topicSentence.ts';

const inside = {
  isBold: false,
  hasDash: false,
  opensParagraph: false,
  followsHeading: false,
  isBoxed: false,
  isCounted: false,
  stop: '。',
  after: 80,
};

const weigh = (sentence: string): number =>
  judgeSentence(shapeOf(sentence), inside).reduce((sum, { weight }) => sum + weight, 0);

describe('shapeOf', () => {
  test.each([
    { in: '铁腕整治黑水河道', want: 'task' },
    { in: '持之以恒转作风', want: 'task' },
    { in: '夜市经济亮点频现', want: 'result' },
    { in: '路网绿化成绩突出', want: 'result' },
    { in: '必须坚持以水定城', want: 'pledge' },
    { in: '县城两座水厂', want: 'other' },
  ])('$in is a $want', ({ in: sentence, want }) => {
    expect(shapeOf(sentence).grammar).toBe(want);
  });

  test('the lead of a review and the number of an enumeration are no part of the shape', () => {
    expect(shapeOf('五年来，我们精打细算，财政收支平衡')).toMatchObject({ length: 10, commas: 1, hasLead: true });
    expect(shapeOf('二是扩大消费')).toMatchObject({ length: 4, isEnumerated: true });
  });
});

describe('judgeSentence', () => {
  test.each([
    { trap: 'a condition', in: '鼓励有条件的企业出海' },
    { trap: 'a change that is over', in: '提升了服务水平' },
    { trap: 'a figure', in: '新建改造道路90公里' },
    { trap: 'a cited title', in: '全面落实《城市绿化条例》' },
  ])('$trap speaks against a theme: $in', ({ in: sentence }) => {
    expect(weigh(sentence)).toBeLessThan(weigh('提升服务水平'));
  });
});
