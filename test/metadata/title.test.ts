import { describe, expect, it } from 'vitest';
import { bodyInTitle, displayTitle, joinTitles, subjectOf, titleOfPath } from '../../indexer/metadata/title.ts';

describe('displayTitle', () => {
  const city = ['河南省', '开封市'];
  it.each<[string, string[], number | null, string, string]>([
    ['政府工作报告', city, 2021, '开封市2021年政府工作报告', 'says only the kind'],
    ['二0二四年政府工作报告', city, 2024, '开封市2024年政府工作报告', 'says only the year'],
    ['开封市政府工作报告摘登', city, 2022, '开封市2022年政府工作报告（摘登）', 'an excerpt'],
    ['政府工作报告（摘要）', city, 2022, '开封市2022年政府工作报告（摘要）', 'an excerpt in brackets'],
    ['2024年縣政府工作報告', ['河南省', '开封市', '兰考县'], 2024, '兰考县2024年政府工作报告', '縣 names no county'],
    ['2025年新疆政府工作报告', ['新疆维吾尔自治区'], 2025, '2025年新疆政府工作报告', 'says everything'],
    ['政府工作报告', ['全国'], 1987, '1987年国务院政府工作报告', 'the nation'],
    ['政府工作报告', [], 2021, '政府工作报告', 'the region is unknown'],
    ['政府工作报告', city, null, '开封市政府工作报告', 'the year is unknown'],
    ['开封市某某条例', city, 2021, '开封市某某条例', 'no report'],
  ])('%s → %4$s (%5$s)', (title, region, year, want) => {
    expect(displayTitle(title, region, year)).toBe(want);
  });
});

describe('joinTitles', () => {
  const join = (...lines: string[]) => joinTitles(lines.map((text, block) => ({ block, text })));

  it('joins what is complete only together', () => {
    expect(join('开封市人民政府关于印发某某', '实施方案的通知')).toEqual({
      text: '开封市人民政府关于印发某某实施方案的通知',
      blocks: [0, 1],
    });
  });

  it('takes the issuing body above 关于 with it, but not above a report', () => {
    expect(join('开封市人民政府', '关于某事的通知')?.text).toBe('开封市人民政府关于某事的通知');
    expect(join('开封市人民政府', '政府工作报告')?.text).toBe('政府工作报告');
  });

  it('leaves subtitles and mastheads out', () => {
    expect(join('1987年政府工作报告', '团结起来')?.text).toBe('1987年政府工作报告');
    expect(join('某某日报 第二版', '政府工作报告（摘登）')).toEqual({ text: '政府工作报告（摘登）', blocks: [1] });
  });
});

describe('bodyInTitle', () => {
  it.each<[string, string | null]>([
    ['教育部 财政部关于某事的通知', '教育部 财政部'],
    ['某某部等9部门关于某事的意见', '某某部等9部门'],
    ['中共某省委 某省人民政府关于某事的意见', '中共某省委 某省人民政府'],
    ['中共中央办公厅 国务院办公厅印发《关于某事的意见》', '中共中央办公厅 国务院办公厅'],
    ['某市人民代表大会常务委员会工作报告', '某市人民代表大会常务委员会'],
    ['某市某某街道办事处2022年工作总结', '某市某某街道办事处'],
    ['某市人民政府办公室转发市某局关于某事意见的通知', '某市人民政府办公室'],
    ['某某院批转某某委关于某事意见的通知', '某某院'],
    ['关于某事的通知', null],
    ['某市第七届人民代表大会第二次会议关于某报告的决议', null],
    ['政府工作报告', null],
  ])('%s → %s', (title, want) => {
    expect(bodyInTitle(title)).toBe(want);
  });
});

describe('subjectOf', () => {
  it.each<[string, string]>([
    ['关于开封市2022年计划的报告', '开封市2022年计划的报告'],
    ['某局关于印发《开封市某办法》的通知', '开封市某办法》的通知'],
    ['关于支持开封市发展的意见', '支持开封市发展的意见'],
    ['开封市某某条例', ''],
  ])('%s → %s', (title, want) => {
    expect(subjectOf(title)).toBe(want);
  });
});

describe('titleOfPath', () => {
  it.each<[string, string | null]>([
    ['a/河南_开封市某某条例(2020-12-22).md', '开封市某某条例'],
    ['开封市_2021_report.txt', null],
    ['001_ab12.txt', null],
  ])('%s → %s', (path, want) => {
    expect(titleOfPath(path)).toBe(want);
  });
});
