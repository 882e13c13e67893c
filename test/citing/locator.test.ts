import { describe, expect, test } from 'vitest';
import { locate } from '../../server/citing/locator.ts';
import { invent, outlines, placedIn } from './invented.ts';

const items = invent({ docType: '意见' }, [
  ['chapter', '四、', '四、主要任务', 1],
  ['section', '（三）', '（三）推进贸易便利化', 2],
  ['item', '12.', '12.试行汽车保税存储', 3],
  '允许在综合保税区内开展业务。',
  ['chapter', '五、', '五、附表', 1],
  ['table', ' | 指标名称 | 属性'],
  ['table', '2 | 门诊人次 | 定量'],
]);
const rows = (words: string) => locate(placedIn(items, words));

describe('locate(placed)', () => {
  const cases: readonly {
    trap: string;
    outline: keyof typeof outlines;
    words: string;
    want: readonly [string, string, string];
  }[] = [
    { trap: 'a title stands nowhere', outline: 'report', words: '政府工作报告', want: ['', '', ''] },
    {
      trap: 'the only paragraph is not counted',
      outline: 'report',
      words: '过去一年',
      want: ['一、2023年工作回顾', '第一部分', '一、'],
    },
    {
      trap: 'one of several',
      outline: 'report',
      words: '新开工',
      want: ['三、2024年重点工作（一）狠抓项目建设，第2段', '第三部分（一）第2段', '三、（一）'],
    },
    {
      trap: 'a number that the print lost',
      outline: 'report',
      words: '打造',
      want: [
        '三、2024年重点工作〔（二）〕提升城市品质，第2段',
        '第三部分〔（二）〕第2段',
        '三、〔（二）〕“提升城市品质”',
      ],
    },
    {
      trap: 'half-width brackets in print',
      outline: 'report',
      words: '新增城镇',
      want: ['三、2024年重点工作（三）改善民生福祉', '第三部分（三）', '三、（三）'],
    },
    {
      trap: 'an article needs no chapter',
      outline: 'rule',
      words: '应当划定',
      want: ['第十一条', '第11条', '第十一条'],
    },
    {
      trap: 'an item belongs to the paragraph before it',
      outline: 'rule',
      words: '倾倒',
      want: ['第十二条第2款第（二）项', '第12条第2款第（二）项', '第十二条'],
    },
    {
      trap: 'a row has its printed number',
      outline: 'plan',
      words: '地区生产总值',
      want: [
        '第一篇 开启新征程 第二章 主要目标，专栏1 “十四五”主要指标，第1项',
        '第一篇第二章，专栏1，第1项',
        '第一篇第二章，专栏1',
      ],
    },
  ];
  test.for(cases)('$trap', ({ outline, words, want }) => {
    const { full, brief, inline } = locate(placedIn(invent({}, outlines[outline]), words));
    expect([full, brief, inline]).toEqual(want);
  });

  test('an item’s number ends no sentence', () => {
    expect(rows('允许').brief).toBe('第四部分（三）第12项');
    expect(rows('允许').full).toBe('四、主要任务（三）推进贸易便利化12.试行汽车保税存储');
  });

  test('a row without a number is named by its first cell that says something', () => {
    expect(rows('指标名称').brief).toBe('第五部分，“指标名称”行');
    expect(rows('门诊').brief).toBe('第五部分，第2项');
  });

  test('no number is supplied where neighbours leave more than one possibility', () => {
    const document = invent({}, [
      ['chapter', '一、', '一、回顾', 1],
      ['unnumbered', null, '过渡', 1],
      '一段话。',
      ['chapter', '二、', '二、安排', 1],
    ]);
    expect(locate(placedIn(document, '一段话')).full).toBe('“过渡”');
  });
});
