import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Question, readQuestion } from '../../server/search/question.ts';

const year = (from: number, to = from, text = `${from}年`) => ({ from, to, text });

const questions: readonly { trap: string; in: string; want: Partial<Question> }[] = [
  {
    trap: 'a year and a figure',
    in: '云溪市2020年地区生产总值是多少',
    want: { pieces: ['云溪市2020年地区生产总值'], years: [year(2020)], wants: 'figure', isAhead: false },
  },
  { trap: 'a target', in: '2025年人均绿地面积目标', want: { years: [year(2025)], wants: null, isAhead: true } },
  { trap: 'a person', in: '谁做了2021年云溪市政府工作报告？', want: { wants: 'person', years: [year(2021)] } },
  { trap: 'quoted text stays whole', in: '“四通八达”具体是什么', want: { pieces: ['四通八达'], wants: 'meaning' } },
  { trap: 'a date, not a figure', in: '云溪大桥什么时候通车', want: { pieces: ['云溪大桥', '通车'], wants: 'date' } },
  { trap: 'how things stand', in: '区域医疗中心的进展', want: { pieces: ['区域医疗中心的'], isLatest: true } },
  { trap: 'what is not well', in: '2023年主要困难有哪些', want: { pieces: ['2023年主要困难'], isSelfCritical: true } },
  { trap: 'the years of a plan', in: '十三五期间有多少人脱贫', want: { years: [year(2016, 2020, '十三五')] } },
  { trap: 'the first plan began in 1953', in: '一五计划', want: { years: [year(1953, 1957, '一五')] } },
  { trap: 'a plan of the next decade', in: '“十五五”规划', want: { years: [year(2026, 2030, '十五五')] } },
  { trap: '繁體', in: '2023年縣外資金有多少', want: { pieces: ['2023年县外资金'], wants: 'figure' } },
  { trap: 'a part of a longer number is no year', in: '120231元', want: { years: [], pieces: ['120231元'] } },
  { trap: 'nothing is asked', in: '优化营商环境', want: { pieces: ['优化营商环境'], years: [], wants: null } },
  { trap: 'only question words', in: '是多少？', want: { pieces: [], wants: 'figure' } },
];

describe('readQuestion', () => {
  it.each(questions)('reads $in ($trap)', ({ in: text, want }) => {
    expect(readQuestion(text)).toMatchObject(want);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { pieces } = readQuestion(text);
        expect(pieces).not.toContain('');
      }),
    );
  });
});
