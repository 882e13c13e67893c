import { describe, expect, test } from 'vitest';
import { isPair, judgeSentence, shapeOf } from '../../indexer/outline/topicSentence.ts';

const inside = {
  isBold: false,
  hasDash: false,
  opensParagraph: false,
  followsHeading: false,
  isBoxed: false,
  isCounted: false,
  isListed: false,
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
    { in: '山乡旅游呈现新图景', want: 'result' },
    { in: '老城改造迈出了重要的一步', want: 'result' },
    { in: '认真落实助农政策', want: 'task' },
    { in: '认真看待差距', want: 'other' },
    { in: '县城两座水厂', want: 'other' },
  ])('$in is a $want', ({ in: sentence, want }) => {
    expect(shapeOf(sentence).grammar).toBe(want);
  });

  test('the lead of a review and the number of an enumeration are no part of the shape', () => {
    expect(shapeOf('五年来，我们精打细算，财政收支平衡')).toMatchObject({ length: 10, commas: 1, hasLead: true });
    expect(shapeOf('二是扩大消费')).toMatchObject({ length: 4, isEnumerated: true });
    expect(shapeOf('第二，扩大消费')).toMatchObject({ length: 4, commas: 0, isEnumerated: true });
  });
});

describe('judgeSentence', () => {
  test.each([
    { trap: 'a condition', in: '鼓励有条件的企业出海' },
    { trap: 'a change that is over', in: '提升了服务水平' },
    { trap: 'a list', in: '提升道路、桥梁、泵站、水库服务水平' },
    { trap: 'a figure', in: '新建改造道路90公里' },
    { trap: 'a cited title', in: '全面落实《城市绿化条例》' },
  ])('$trap speaks against a theme: $in', ({ in: sentence }) => {
    expect(weigh(sentence)).toBeLessThan(weigh('提升服务水平'));
  });

  test('a new stage that was reached is a result, and no fact', () => {
    expect(weigh('山区生活达到新水准')).toBeGreaterThan(weigh('山区水厂达到三座'));
  });

  test('what two tasks achieved is no fact against them', () => {
    expect(weigh('加强河道疏浚，提升了通航能力')).toBe(weigh('加强河道疏浚，提升通航能力'));
  });

  test('the verb of its neighbours makes it one of their list', () => {
    const listed = judgeSentence(shapeOf('加强园区建设'), { ...inside, isListed: true });
    expect(listed).toContainEqual({ name: 'listed', weight: -3 });
  });

  test('the second half of a pledge, or of two tasks, is no clause against it', () => {
    const clauses = (sentence: string) =>
      judgeSentence(shapeOf(sentence), inside).find(({ name }) => name === 'clauses');
    expect(clauses('必须坚持步步为营，久久为功')).toBeUndefined();
    expect(clauses('加强桥梁养护，提升通行能力')).toBeUndefined();
    expect(clauses('桥梁养护加强，河道全部疏浚')).toBeDefined();
  });
});

describe('isPair', () => {
  test.each([
    { trap: 'two tasks', in: '加强桥梁养护,提升通行能力', want: true },
    { trap: 'a means and a task', in: '依托水运优势,加快发展物流', want: true },
    { trap: 'a task and what it does', in: '加大扶持力度,使水运更加便利', want: true },
    { trap: 'a task and a result', in: '加强桥梁养护,通行更加便利', want: false },
    { trap: 'three clauses', in: '加强养护,提升能力,改善民生', want: false },
    { trap: 'halves of unlike length', in: '加快,推进桥梁养护改造提升', want: false },
  ])('$trap: $in', ({ in: folded, want }) => {
    expect(isPair(folded)).toBe(want);
  });
});
