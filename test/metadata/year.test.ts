import { describe, expect, it } from 'vitest';
import { findYear, type YearEvidence } from '../../indexer/metadata/year.ts';

const nothing: YearEvidence = {
  docType: '政府工作报告',
  title: '政府工作报告',
  clueTitle: '',
  path: '',
  delivered: null,
  adopted: null,
  signed: null,
  published: null,
  docNumber: null,
  headings: () => [],
  claimed: null,
};

const rows: { in: Partial<YearEvidence>; want: number | null; trap: string }[] = [
  { in: { delivered: '2018-03-05' }, want: 2018, trap: 'the year of delivery' },
  {
    in: { delivered: '2023-12-27', headings: () => ['一、2023年工作回顾', '二、2024年重点工作'] },
    want: 2024,
    trap: 'delivered in December for the year to come',
  },
  {
    in: { delivered: '2021-02-07', headings: () => ['三、2035年远景目标', '四、2021年重点工作'] },
    want: 2021,
    trap: 'a far aim is not the planned year',
  },
  { in: { headings: () => ['一、2002年工作完成情况'] }, want: 2003, trap: 'only the year reviewed is printed' },
  {
    in: {
      clueTitle: '二o一二年政府工作报告',
      path: '2014_二o一二年政府工作报告.txt',
      claimed: 2014,
      published: '2014-09-03',
    },
    want: 2012,
    trap: 'the file was put on the web two years later',
  },
  { in: { path: '某省_2004_report.txt' }, want: 2004, trap: 'the path when nothing else speaks' },
  {
    in: { docType: '规划纲要', title: '某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要' },
    want: 2021,
    trap: 'a plan: its first year',
  },
  { in: { docType: '规划纲要', title: '某省第一个五年计划' }, want: 1953, trap: 'the first plan' },
  { in: { docType: '规划纲要', title: '某市"十三五"旅游发展规划' }, want: 2016, trap: 'the short form' },
  { in: { docType: '规划纲要', title: '某市人才规划(2021-2025年)' }, want: 2021, trap: 'a period' },
  {
    in: { docType: '地方性法规', title: '某条例', adopted: '2016-08-26' },
    want: 2016,
    trap: 'a regulation: its last revision',
  },
  {
    in: { docType: '通知', title: '某通知', docNumber: '汴政〔2021〕1号', signed: '2020-12-31' },
    want: 2021,
    trap: 'a notice: its number',
  },
  {
    in: { docType: null, title: '某省委关于制定第十四个五年规划和二〇三五年远景目标的建议', adopted: '2020-12-28' },
    want: 2021,
    trap: 'a proposal is of the years of the plan, not of the far aim, not of its own day',
  },
  {
    in: { docType: '计划报告', title: '关于某市2022年计划执行情况与2023年计划草案的报告', delivered: '2022-12-29' },
    want: 2023,
    trap: 'the draft for the year to come, laid before the congress in December',
  },
  {
    in: { docType: '预算报告', title: '关于某市2022年财政决算的报告', delivered: '2023-06-27' },
    want: 2023,
    trap: 'the account of a year that is over: when it was given',
  },
  { in: { docType: '其他', title: '某市某行动方案(2023-2025年)' }, want: 2023, trap: 'a period: its first year' },
  {
    in: { docType: '其他', title: '某市"十四五"某某实施方案' },
    want: 2021,
    trap: 'the years of a plan, when no other are',
  },
  {
    in: { docType: '党代会报告', title: '中国共产党第十九次全国代表大会报告' },
    want: 2017,
    trap: 'a party congress: its number',
  },
  { in: {}, want: null, trap: 'nothing is invented' },
];

describe('findYear', () => {
  it.each(rows)('$trap', ({ in: evidence, want }) => {
    expect(findYear({ ...nothing, ...evidence })).toBe(want);
  });
});
