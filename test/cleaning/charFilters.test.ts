import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../indexer/cleaning/entities.ts';
import { readBold, readMark } from '../../indexer/cleaning/marks.ts';
import { removePinyin } from '../../indexer/cleaning/pinyin.ts';
import { closeSpaces, unifySpaces } from '../../indexer/cleaning/whiteSpace.ts';
import { BOLD_OFF, BOLD_ON, type Block } from '../../indexer/model.ts';

describe('decodeEntities', () => {
  it.each([
    ['named entities', '&ldquo;双碳&rdquo;&mdash;&mdash;目标', '“双碳”——目标'],
    ['numbers, decimal and hexadecimal', '&#20013;&#x56FD;', '中国'],
    ['a tag that breaks the line', '第一项<br/>第二项', '第一项 第二项'],
    ['tags inside a sentence', '增长<span style="color:red">7%</span>。', '增长7%。'],
    ['an ampersand in prose', 'R&D 投入', 'R&D 投入'],
    ['an unknown entity', '&foo;', '&foo;'],
    ['a comparison is no tag', '失业率<5.5%，增速>6%', '失业率<5.5%，增速>6%'],
    ['a title in angle brackets is no tag', '<水法>修订', '<水法>修订'],
    ['a number outside Unicode', '&#9999999;', '&#9999999;'],
  ])('%s', (_, text, want) => expect(decodeEntities(text)).toBe(want));
});

describe('readMark', () => {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  it.each([
    ['## 一、工作回顾', { kind: 'heading', level: 2, text: '一、工作回顾' }],
    ['● 生产总值增长7%', { kind: 'item', text: '生产总值增长7%' }],
    ['◆重点任务', { kind: 'item', text: '重点任务' }],
    ['- 第一项', { kind: 'item', text: '第一项' }],
    ['#1号楼竣工', { kind: 'paragraph', text: '#1号楼竣工' }],
    ['——2024年1月4日在大会上', { kind: 'paragraph', text: '——2024年1月4日在大会上' }],
    ['-5.54', { kind: 'paragraph', text: '-5.54' }],
    ['*为预计数', { kind: 'paragraph', text: '*为预计数' }],
    ['★1807亿元（含直管县）', { kind: 'paragraph', text: '★1807亿元（含直管县）' }],
  ])('%s', (text, want) => expect(readMark(paragraph(text))).toEqual(want));

  it('leaves a block alone that the reader has classed', () => {
    const heading: Block = { kind: 'heading', level: 1, text: '# 一' };
    expect(readMark(heading)).toBe(heading);
  });
});

describe('readBold', () => {
  it.each([
    ['**消费加快复苏。**全年', `${BOLD_ON}消费加快复苏。${BOLD_OFF}全年`],
    ['2*3*4', '2*3*4'],
    ['**', '**'],
    ['注：** 为约束性指标', '注：** 为约束性指标'],
  ])('%s', (text, want) => expect(readBold(text)).toBe(want));
});

describe('removePinyin', () => {
  it.each([
    ['behind a traditional character', '經(jīng)濟', '經濟'],
    ['twice in one word', '現(xiàn)代農業(yè)', '現代農業'],
    ['without a tone mark, full-width brackets', '规（gui）模', '规模'],
    ['a second reading', '調(diào)查、調(tiáo)整', '調查、調整'],
    ['a vowel with two dots', '綠(lǜ)色', '綠色'],
    ['an abbreviation stays', '生产总值(GDP)', '生产总值(GDP)'],
    ['a letter that is no reading stays', '甲(a)乙(b)', '甲(a)乙(b)'],
    ['another syllable stays', '經(fā)濟', '經(fā)濟'],
    ['figures stay', '细颗粒物(PM2.5)、县(市)', '细颗粒物(PM2.5)、县(市)'],
  ])('%s', (_, text, want) => expect(removePinyin(text)).toBe(want));
});

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
    ['cells between bars', '城镇化率 | 88.06 | — | 预期性', '城镇化率 | 88.06 | — | 预期性'],
    ['Latin words', 'Made in China 行动', 'Made in China行动'],
  ])('%s', (_, text, want) => expect(closeSpaces(text)).toBe(want));
});

describe('any char filter', () => {
  const closeUniform = (text: string) => closeSpaces(unifySpaces(text));
  const filters = { decodeEntities, readBold, removePinyin, unifySpaces, closeSpaces: closeUniform };
  const prose = fc.string({
    unit: fc.constantFrom(...'发展经济和改革开放縣級，。、；：“”（）年月日 　 %.2024GDPP\u00A0'),
  });
  const han = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');

  it.each(Object.entries(filters))('%s never changes the Han characters of ordinary text', (_, filter) => {
    fc.assert(fc.property(prose, (text) => han(filter(text)) === han(text)));
  });

  it.each(Object.entries(filters))('%s changes only what it has not changed already', (_, filter) => {
    fc.assert(fc.property(prose, (text) => filter(filter(text)) === filter(text)));
  });
});
