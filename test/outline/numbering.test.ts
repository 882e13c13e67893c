import { describe, expect, test } from 'vitest';
import { readNumber } from '../../indexer/outline/numbering.ts';

describe('readNumber', () => {
  test.each([
    { in: '一、工作回顾', want: ['chinese', 1, '一、'] },
    { in: '十二 、其他', want: ['chinese', 12, '十二 、'] },
    { in: '（二十七）完善评价体系', want: ['chinese-bracketed', 27, '（二十七）'] },
    { in: '(三)农业', want: ['chinese-bracketed', 3, '(三)'] },
    { in: '１．工业', want: ['digit', 1, '１．'] },
    { in: '2、农业', want: ['digit', 2, '2、'] },
    { in: '（3）教育', want: ['digit-bracketed', 3, '（3）'] },
    { in: '③医疗', want: ['circled', 3, '③'] },
    { in: '第一百零二条 附则', want: ['article', 102, '第一百零二条'] },
    { in: '第 三 章 总则', want: ['chapter', 3, '第三章'] },
    { in: '第二部分 目标', want: ['part', 2, '第二部分'] },
    { in: '第二節 規劃', want: ['division', 2, '第二節'] },
  ])('$in', ({ in: text, want }) => {
    const found = readNumber(text);
    expect([found?.scheme, found?.value, found?.label]).toEqual(want);
  });

  test.each([
    { trap: 'a decimal', in: '1.39万户监测对象' },
    { trap: 'counting industries', in: '二、三产业比重上升' },
    { trap: 'prose', in: '第一，坚持党的领导' },
    { trap: 'prose', in: '一是加强领导' },
    { trap: 'a year', in: '2031年工作' },
    { trap: 'nothing', in: '' },
  ])('$trap is no number: $in', ({ in: text }) => {
    expect(readNumber(text)).toBeNull();
  });
});
