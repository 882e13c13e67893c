import { describe, expect, test } from 'vitest';
import { readLine } from '../../indexer/metadata/line.ts';
import { findRecord, findSignature } from '../../indexer/metadata/signature.ts';

const linesOf = (texts: readonly string[]) => texts.map((text, block) => readLine({ kind: 'paragraph', text }, block));
const body = ['各区人民政府：', '一、加强组织领导', '各区要落实责任。'];
const signed = ['青石市人民政府办公室', '2031年5月6日'];

describe('findSignature: the lines around it', () => {
  test.each<{ trap: string; above: string[]; below: string[]; want: string[] }>([
    { trap: 'none', above: [], below: [], want: [] },
    { trap: 'who may read it', above: [], below: ['（此件公开发布）'], want: ['（此件公开发布）'] },
    {
      trap: 'whom to ask',
      above: [],
      below: ['（联系人：李明；电话：1234567）'],
      want: ['（联系人：李明；电话：1234567）'],
    },
    { trap: 'another remark', above: [], below: ['（青石市人大代表提出的建议另行办理）'], want: [] },
    { trap: 'what is attached', above: ['附件：任务分工表'], below: [], want: ['附件：任务分工表'] },
    {
      trap: 'several attached, each in its line',
      above: ['附件：1．任务分工表', '2．指标体系'],
      below: [],
      want: ['附件：1．任务分工表', '2．指标体系'],
    },
    {
      trap: 'the label in a line of its own',
      above: ['附件：', '1.任务分工表', '2.指标体系'],
      below: [],
      want: ['附件：', '1.任务分工表', '2.指标体系'],
    },
    { trap: 'numbered lines of the body', above: ['1.任务分工', '2.指标体系'], below: [], want: [] },
    { trap: 'the label of the annex below', above: [], below: ['附件', '任务分工表'], want: [] },
    { trap: 'such a label above', above: ['附件：'], below: [], want: [] },
    { trap: 'a sentence about an annex', above: ['附件中的任务要逐项落实。'], below: [], want: [] },
    {
      trap: 'the record of printing',
      above: [],
      below: ['（此件公开发布）', '抄送：市委各部门，', '市中级人民法院。', '青石市人民政府办公室2031年5月8日印发'],
      want: ['（此件公开发布）', '抄送：市委各部门，', '市中级人民法院。', '青石市人民政府办公室2031年5月8日印发'],
    },
    {
      trap: 'copies without the day of printing',
      above: [],
      below: ['抄送：市委各部门。', '附件'],
      want: ['抄送：市委各部门。'],
    },
    { trap: 'text about printing', above: [], below: ['一、依据', '本规划于2031年3月2日印发'], want: [] },
  ])('$trap', ({ above, below, want }) => {
    const texts = [...body, ...above, ...signed, ...below];
    const found = findSignature(linesOf(texts));
    expect(found?.blocks.map((block) => texts[block])).toEqual([
      ...want.filter((line) => above.includes(line)),
      ...signed,
      ...want.filter((line) => below.includes(line)),
    ]);
    expect(found).toMatchObject({ issuer: '青石市人民政府办公室', date: '2031-05-06' });
  });
});

describe('findRecord', () => {
  const annex = ['附件', '任务分工表', '一、加快建设'];
  test.each([
    {
      trap: 'at the end, behind an annex',
      in: [...annex, '抄送：市委各部门。', '青石市人民政府办公室　2031年5月8日印发'],
      want: 2,
    },
    { trap: 'the day alone', in: [...annex, '青石市人民政府办公室2031年5月8日印发'], want: 1 },
    {
      trap: 'not at the end',
      in: [...annex, '抄送：市委各部门。', '2031年5月8日印发', '二、加强考核', '逐项落实。'],
      want: 0,
    },
    { trap: 'a sentence', in: [...annex, '本方案自2031年5月8日印发之日起施行。'], want: 0 },
    { trap: 'nothing', in: [], want: 0 },
  ])('$trap', ({ in: texts, want }) => expect(findRecord(linesOf(texts))).toHaveLength(want));
});
