import { describe, expect, test } from 'vitest';
import { COVERED } from '../../indexer/model.ts';
import { readRows } from '../../indexer/outline/tables.ts';

const cellsOf = (line: string) => line.split('/').map((cell) => (cell === '^' ? COVERED : cell));
const rowsOf = (lines: readonly string[], headRows?: number) => readRows(lines.map(cellsOf), headRows);

describe('readRows: the text of a row', () => {
  test.each([
    { trap: 'an empty cell at the end is dropped', in: '绿化率/42/', want: '绿化率 | 42' },
    { trap: 'an empty cell at the beginning keeps its bar', in: '/绿化率/42', want: '| 绿化率 | 42' },
    { trap: 'two of them', in: '//42', want: '|  | 42' },
    { trap: 'a covered cell is empty', in: '^/绿化率/42', want: '| 绿化率 | 42' },
  ])('$trap', ({ in: line, want }) => {
    expect(rowsOf(['类别/指标/数值', line])[1]?.text).toBe(want);
  });
});

describe('readRows: the cells that reach over a row', () => {
  test.each([
    {
      trap: 'group and subgroup',
      in: ['一、环境/（一）空气/优良天数', '^/^/细颗粒物', '^/（二）水/断面水质', '二、民生/（三）就业/新增就业'],
      want: [[], ['一、环境', '（一）空气'], ['一、环境'], []],
    },
    { trap: 'an empty cell is not covered', in: ['环境/优良天数/300', '/细颗粒物/28'], want: [[], []] },
    { trap: 'an empty cell that reaches down says nothing', in: ['/优良天数/300', '^/细颗粒物/28'], want: [[], []] },
    { trap: 'nothing above', in: ['^/优良天数/300'], want: [[]] },
    {
      trap: 'one over both columns and rows',
      in: ['环境//优良天数/300', '^/^/细颗粒物/28'],
      want: [[], ['环境']],
    },
  ])('$trap', ({ in: lines, want }) => {
    expect(rowsOf(lines, 0).map(({ under }) => under)).toEqual(want);
  });

  test('do not come from the head rows, whose words stand over the columns', () => {
    const rows = rowsOf(['指标/数值/', '^/2030年/2035年', '产值/1/2'], 2);
    expect(rows.map(({ under }) => under)).toEqual([[], [], []]);
    expect(rows[2]?.heads).toEqual(['指标', '数值 2030年', '2035年']);
  });
});

describe('readRows: guessed heads', () => {
  const task = '建成一批口袋公园和绿道，方便群众就近健身休闲';
  const third = `推动${task}`;
  test.each([
    { trap: 'figures below', in: ['指标/目标', '产值/6%'], want: ['指标', '目标'] },
    { trap: 'years head amounts', in: ['指标/2030/2035', '产值/46.2/51'], want: ['指标', '2030', '2035'] },
    { trap: 'a year among years is no head', in: ['新华区/设立/1958', '西工区/设立/1955'], want: null },
    { trap: 'an amount in the first row', in: ['产值/46.2', '税收/5.1'], want: null },
    {
      trap: 'words with long texts below',
      in: ['类别/任务/责任单位', `环境/${task}/住建局`, `民生/${third}/教育局`],
      want: ['类别', '任务', '责任单位'],
    },
    {
      trap: 'a title over all columns above them',
      in: ['任务分工//', '类别/任务/责任单位', `环境/${task}/住建局`, `民生/${third}/教育局`],
      want: ['类别', '任务', '责任单位'],
    },
    {
      trap: 'groups that reach over several rows',
      in: ['类别/任务/责任单位', `环境/${task}/住建局`, `^/${third}/教育局`],
      want: ['类别', '任务', '责任单位'],
    },
    { trap: 'one row of words is no table', in: ['类别/任务/责任单位', `环境/${task}/住建局`], want: null },
    { trap: 'names without heads', in: ['王小明/局长/住建局', '李大光/处长/教育局', '赵一/科员/体育局'], want: null },
    { trap: 'a list of two columns', in: ['公园/改造', `绿道/${task}`, `广场/${third}`], want: null },
    {
      trap: 'the first row is a row',
      in: [`环境/${task}/住建局`, `民生/${third}/教育局`, `产业/${task}/工信局`],
      want: null,
    },
    {
      trap: 'a row whose task is short for once',
      in: ['公园/提质改造/住建局', `绿道/${task}/住建局`, '广场/新建/体育局'],
      want: null,
    },
    {
      trap: 'a cell of the first row is empty',
      in: ['/任务/单位', `环境/${task}/住建局`, `民生/${third}/教育局`],
      want: null,
    },
  ])('$trap', ({ in: lines, want }) => {
    expect(rowsOf(lines).at(-1)?.heads ?? null).toEqual(want);
  });
});
