import { describe, expect, it } from 'vitest';
import { takeKeyBlock } from '../../indexer/reading/keyBlock.ts';

describe('takeKeyBlock', () => {
  it('takes known keys up to 正文：', () => {
    const text =
      '标题：某市2021年政府工作报告\n发文单位：某市人民政府\n发文时间：未知\n报告人：张三\n来源URL：http://a.cn/b.htm\n\n正文：\n\n各位代表：';
    expect(takeKeyBlock(text)).toEqual({
      clues: { title: '某市2021年政府工作报告', issuer: '某市人民政府', speaker: '张三', url: 'http://a.cn/b.htm' },
      body: '\n\n各位代表：',
    });
  });

  it('takes keys over a rule, the year as a number', () => {
    expect(takeKeyBlock('标题：二O一二年政府工作报告\n年份：2014\n=======\n\n各位代表')).toEqual({
      clues: { title: '二O一二年政府工作报告', year: 2014 },
      body: '\n\n各位代表',
    });
  });

  it('keeps text that follows 正文： on its line', () => {
    expect(takeKeyBlock('标题：甲\n来源：乙\n正文：各位代表')?.body).toBe('各位代表');
  });

  const none = [
    { trap: 'one key alone is a page’s furniture', in: '来源：某报\n各位代表：' },
    { trap: 'keys must come first', in: '政府工作报告\n标题：甲\n来源：乙\n' },
    { trap: 'prose with colons', in: '各位代表：\n目标是：增长6%。\n' },
    { trap: 'nothing', in: '' },
  ];
  for (const { trap, in: text } of none) it(trap, () => expect(takeKeyBlock(text)).toBeNull());
});
