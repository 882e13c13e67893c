import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Reading, readIndicator } from '../../server/trend/indicators.ts';
import { readFigures } from '../../server/trend/figures.ts';
import { hasShared, libraryOf, libraryOfTexts, SHARED_CORPUS, SHARED_GOLD } from '../support/library.ts';

/** 2021, 2016-2020, ? */
function yearsOf({ years }: Reading): string {
  if (years === null) return '?';
  return years.from === years.to ? `${years.from}` : `${years.from}-${years.to}`;
}

const short = (reading: Reading): string =>
  `${yearsOf(reading)} ${reading.outcome} ${reading.text}${reading.sure ? '' : ' ?'}`;

interface Truth {
  readonly file: string;
  readonly year: string;
  readonly type: 'target' | 'actual';
  readonly value: string;
}

describe.skipIf(!hasShared)('readIndicator over judged documents (needs ../shared)', () => {
  test('at least nine of ten values with the right place, year, value and outcome', async () => {
    const { collection } = await libraryOf(join(SHARED_CORPUS, 'luoyang'));
    const all = collection.documents.map((_, number) => number);
    const lines = readFileSync(join(SHARED_GOLD, 'queries.jsonl'), 'utf8').split('\n').filter(Boolean);
    const queries = lines.map((line) => JSON.parse(line) as { kind: string; query: string; truth: Truth[] });
    const missed: string[] = [];
    let values = 0;
    for (const { query, truth } of queries.filter(({ kind }) => kind === 'cross-year')) {
      const readings = readIndicator(collection, query, all);
      for (const { file, year, type, value } of truth) {
        const numbers = value.replace(/（.*?）/gu, '').match(/[\d.]+/gu) ?? [null];
        const outcome = type === 'target' ? 'target' : 'result';
        const here = readings.filter(
          (reading) =>
            reading.placed.document.provenance.path.endsWith(file) &&
            reading.outcome === outcome &&
            yearsOf(reading) === year,
        );
        values++;
        if (!numbers.every((number) => here.some((reading) => reading.value === number)))
          missed.push(`${query} ${file} ${year} ${type} ${value}`);
      }
    }
    expect(missed.length / values, missed.join('\n')).toBeLessThanOrEqual(0.1);
  }, 120_000);
});

/** A report of an invented town: what was done, and what shall be done. */
function report(done: string, planned: string): Record<string, string> {
  return {
    'a.txt': [
      '青石市2023年政府工作报告',
      '——2023年1月10日在青石市第五届人民代表大会第一次会议上',
      '各位代表：',
      '一、2022年工作回顾',
      done,
      '二、2023年重点工作',
      planned,
      '',
    ].join('\n'),
  };
}

async function read(indicator: string, done: string, planned = '抓好各项工作。'): Promise<string[]> {
  const { collection } = await libraryOfTexts(report(done, planned));
  return readIndicator(collection, indicator, [0]).map(short);
}

describe('readIndicator', () => {
  const done: readonly { trap: string; indicator: string; text: string; want: readonly string[] }[] = [
    {
      trap: 'an amount and its growth',
      indicator: '地区生产总值',
      text: '全市地区生产总值达到512.4亿元，同比增长3%。',
      want: ['2022 result 512.4亿元', '2022 result 3%'],
    },
    {
      trap: 'another rate of the same kind',
      indicator: '城镇登记失业率',
      text: '城镇调查失业率为5.1%，城镇登记失业率为3.2%。',
      want: ['2022 result 3.2%'],
    },
    {
      trap: 'names and figures in order',
      indicator: '农村居民人均可支配收入',
      text: '城镇居民人均可支配收入、农村居民人均可支配收入分别增长5.1%和7.2%。',
      want: ['2022 result 7.2%'],
    },
    {
      trap: 'a second list of the same names',
      indicator: '进出口总值',
      text: '固定资产投资和进出口总值分别达到30亿元、12亿元，分别增长8%、9%。',
      want: ['2022 result 12亿元', '2022 result 9%'],
    },
    {
      trap: 'one figure for several names',
      indicator: '工业增加值',
      text: '工业增加值、社会消费品零售总额增速均为7%。',
      want: ['2022 result 7%'],
    },
    {
      trap: 'a share of it is another measure',
      indicator: '一般公共预算收入',
      text: '一般公共预算收入中税收占比达到70%。',
      want: [],
    },
    { trap: 'per head is another measure', indicator: '地区生产总值', text: '人均地区生产总值达到8万元。', want: [] },
    {
      trap: 'figures before the name',
      indicator: '老旧小区改造数量',
      text: '120个、1.6万户老旧小区完成改造。',
      want: ['2022 result 120个 ?', '2022 result 1.6万户 ?'],
    },
    {
      trap: 'the object behind its verb',
      indicator: '背街小巷改造',
      text: '改造背街小巷36条，新建公厕9座。',
      want: ['2022 result 36条'],
    },
    {
      trap: 'the next thing is not it',
      indicator: '造林面积',
      text: '完成造林3.2万亩，新建公园6个。',
      want: ['2022 result 3.2万亩'],
    },
    {
      trap: 'a unit that does not fit',
      indicator: '粮食产量',
      text: '粮食播种面积达到30万亩，粮食总产12.5亿斤。',
      want: ['2022 result 12.5亿斤'],
    },
    {
      trap: 'a change, not an amount',
      indicator: '优良天数',
      text: '优良天数增加21天。',
      want: ['2022 result 增加21天'],
    },
    {
      trap: 'a comparison is not it',
      indicator: '地区生产总值',
      text: '地区生产总值增长6%，高于全省1.2个百分点。',
      want: ['2022 result 6%'],
    },
    {
      trap: 'a year that is named',
      indicator: '城镇化率',
      text: '城镇化率达到61%，其中2021年城镇化率为59.5%。',
      want: ['2022 result 61%', '2021 result 59.5%'],
    },
    {
      trap: 'five years',
      indicator: '城镇新增就业',
      text: '“十三五”期间，城镇新增就业11万人。',
      want: ['2016-2020 result 11万人'],
    },
    {
      trap: 'a rank without a figure',
      indicator: '研发投入强度',
      text: '研发投入强度居全省第二。',
      want: ['2022 result 居全省第二 ?'],
    },
    {
      trap: 'per cent in words',
      indicator: '工业增加值',
      text: '工业增加值增长百分之十二点五。',
      want: ['2022 result 百分之十二点五'],
    },
  ];
  test.each(done)('what came about: $trap', async ({ indicator, text, want }) => {
    expect(await read(indicator, text)).toEqual(want);
  });

  const planned: readonly { trap: string; indicator: string; text: string; want: readonly string[] }[] = [
    {
      trap: 'a ceiling',
      indicator: '城镇调查失业率',
      text: '城镇调查失业率控制在5.5%以内。',
      want: ['2023 target 5.5%以内'],
    },
    {
      trap: 'a goal among goals',
      indicator: '一般公共预算收入',
      text: '主要预期目标是：生产总值增长6%以上，一般公共预算收入增长5%左右，居民收入与经济同步增长。',
      want: ['2023 target 5%左右'],
    },
    { trap: 'a goal year', indicator: '森林覆盖率', text: '到2025年，森林覆盖率达到46%。', want: ['2025 target 46%'] },
    {
      trap: 'last year in this year’s plan',
      indicator: '粮食产量',
      text: '在去年粮食产量12亿斤的基础上，今年粮食产量力争达到13亿斤。',
      want: ['2022 result 12亿斤', '2023 target 13亿斤'],
    },
    {
      trap: 'the action in the next clause',
      indicator: '老旧小区改造数量',
      text: '实施老旧小区改造，全年新开工2.1万户、建成1.8万户。',
      want: ['2023 target 2.1万户 ?', '2023 target 1.8万户 ?'],
    },
  ];
  test.each(planned)('what was promised: $trap', async ({ indicator, text, want }) => {
    expect(await read(indicator, '做了许多工作。', text)).toEqual(want);
  });

  test('reads 分别 without taking a figure twice', async () => {
    const text = '森林覆盖率、城镇化率分别达到45.5%、61.2%。';
    expect(await read('森林覆盖率', text)).toEqual(['2022 result 45.5%']);
    expect(await read('城镇化率', text)).toEqual(['2022 result 61.2%']);
  });

  describe('tables of plans', () => {
    let readings: readonly Reading[];
    beforeAll(async () => {
      const { collection } = await libraryOfTexts({
        'plan.md': [
          '# 青石市国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
          '',
          '## 一、主要目标',
          '',
          '| 序号 | 指标 | 单位 | 2020年基数 | 2025年目标 | 年均增长 | 属性 |',
          '|---|---|---|---|---|---|---|',
          '| 1 | 地区生产总值 | 亿元 | 300 | 420 | 7 | 预期性 |',
          '| 2 | 森林覆盖率 | % | 40.1 | ≥42 | — | 约束性 |',
          '',
        ].join('\n'),
      });
      readings = ['地区生产总值', '森林覆盖率'].flatMap((name) => readIndicator(collection, name, [0]));
    });

    test('base, target and growth each have their years', () => {
      expect(readings.map(short)).toEqual([
        '2020 result 300',
        '2025 target 420',
        '2021-2025 target 7',
        '2020 result 40.1',
        '2025 target ≥42',
      ]);
    });

    test('the unit comes from its column, the attribute from the row', () => {
      expect(readings.map(({ unit, attribute }) => `${unit} ${attribute}`)).toEqual([
        '亿元 预期性',
        '亿元 预期性',
        '% 预期性',
        '% 约束性',
        '% 约束性',
      ]);
    });
  });
});

describe('readFigures(text)', () => {
  const cases = [
    { trap: 'a unit of several signs', text: '达到5128.4亿元', want: ['5128.4亿元'] },
    { trap: 'years and dates are none', text: '2021年2月7日,到2025年', want: [] },
    { trap: 'ranks are none', text: '居第45位、前10名', want: [] },
    { trap: 'names are none', text: 'pm2.5、"9+2"、地铁1号线', want: [] },
    { trap: 'thousands', text: '1,200万元', want: ['1,200万元'] },
    { trap: 'limits before and behind', text: '不低于8%,6%以上', want: ['不低于 8%', '以上 6%以上'] },
    { trap: 'points of per cent', text: '提高0.6个百分点', want: ['0.6个百分点'] },
    { trap: 'Chinese numerals with a unit', text: '三千二百万吨,百分之十二', want: ['三千二百万吨', '百分之十二'] },
  ];
  test.each(cases)('$trap', ({ text, want }) => {
    const figures = readFigures(text);
    expect(
      figures.map(
        ({ start, end, qualifier }) => `${qualifier === null ? '' : `${qualifier} `}${text.slice(start, end)}`,
      ),
    ).toEqual(want);
  });
});

test('a chapter that looks back and ahead is split where its text turns', async () => {
  const { collection } = await libraryOfTexts({
    'a.txt': [
      '青石市2016年政府工作报告',
      '——2016年1月10日在青石市第四届人民代表大会第五次会议上',
      '各位代表：',
      '一、“十二五”重大成就及“十三五”主要目标',
      '城镇新增就业39万人，完成了“十二五”规划目标。',
      '“十三五”时期的奋斗目标是：经济平稳增长。',
      '城镇新增就业42万人。',
      '',
    ].join('\n'),
  });
  expect(readIndicator(collection, '城镇新增就业', [0]).map(short)).toEqual([
    '2011-2015 result 39万人',
    '2016-2020 target 42万人',
  ]);
});
