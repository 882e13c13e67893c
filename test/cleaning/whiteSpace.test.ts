import { describe, expect, it } from 'vitest';
import { closeSpaces, unifySpaces } from '../../indexer/cleaning/whiteSpace.ts';

describe('unifySpaces', () => {
  it.each([
    ['a no-break blank alone is nothing', '\u00A0', ''],
    ['full-width indent', '　　各位代表：', '各位代表：'],
    ['zero-width, soft hyphen, byte order mark', '\uFEFF稳\u200B中\u00AD求进', '稳中求进'],
    ['a run of blanks', '市长\u00A0 \t李强', '市长 李强'],
    ['control characters', '一\u0000、\u0007回顾', '一、回顾'],
    ['ordinary text', '增长 7%', '增长 7%'],
  ])('%s', (_, text, want) => expect(unifySpaces(text)).toBe(want));
});

describe('closeSpaces', () => {
  it.each([
    ['digits and 年月日', '2024 年 1 月 4 日', '2024年1月4日'],
    ['figures in prose', '谋划了 1481 个项目、总投资 2.87 万亿元', '谋划了1481个项目、总投资2.87万亿元'],
    ['Latin in prose', '建成某某 P3 实验室', '建成某某P3实验室'],
    ['letter-spaced title', '政 府 工 作 报 告', '政府工作报告'],
    ['a name of two characters', '国务院总理 李 强', '国务院总理 李强'],
    ['a name keeps its distance', '某市市长 张三丰', '某市市长 张三丰'],
    ['two halves of a heading', '坚持创新引领 增强发展动力', '坚持创新引领 增强发展动力'],
    ['after a section number', '(三) 锚定主攻方向 大力推进', '(三)锚定主攻方向 大力推进'],
    ['after an item number', '1. 推进改革', '1.推进改革'],
    ['after a full stop', '推进更快。 坚持谋划', '推进更快。坚持谋划'],
    ['after a half-width comma in Han text', '深化改革, “最多跑一次”', '深化改革,“最多跑一次”'],
    ['columns of a table saved as text', '生产总值 亿元 3008 3200 6%', '生产总值 亿元 3008 3200 6%'],
    ['Latin words', 'Made in China 行动', 'Made in China行动'],
  ])('%s', (_, text, want) => expect(closeSpaces(text)).toBe(want));
});
