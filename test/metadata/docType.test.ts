import { describe, expect, it } from 'vitest';
import { findType, type TypeEvidence } from '../../indexer/metadata/docType.ts';

const nothing: TypeEvidence = {
  title: '',
  opening: '',
  byStateCouncil: false,
  decreedByStateCouncil: false,
  adoptedByCongress: false,
};

const rows: { in: Partial<TypeEvidence>; want: string | null }[] = [
  { in: { title: '政府工作报告(摘登)' }, want: '政府工作报告' },
  { in: { title: '某省人民委员会工作报告' }, want: '政府工作报告' },
  { in: { title: '当前的形势和任务', opening: '我代表国务院向大会作工作报告' }, want: '政府工作报告' },
  { in: { title: '某盟行政公署工作报告' }, want: '政府工作报告' },
  { in: { title: '某某开发区管委会工作报告' }, want: '政府工作报告' },
  { in: { title: '某街道办事处工作报告' }, want: '政府工作报告' },
  { in: { title: '某市人民代表大会关于政府工作报告的决议', adoptedByCongress: true }, want: '决定' },
  { in: { title: '关于印发政府工作报告重点任务分工方案的通知' }, want: '通知' },
  { in: { title: '关于某市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告' }, want: '计划报告' },
  { in: { title: '关于某市2022年预算执行情况和2023年预算(草案)的报告' }, want: '预算报告' },
  { in: { title: '关于某市2022年预算执行和其他财政收支的审计工作报告' }, want: '其他' },
  { in: { title: '某条例', byStateCouncil: true, decreedByStateCouncil: true }, want: '行政法规' },
  { in: { title: '国务院关于某事的决定', byStateCouncil: true, decreedByStateCouncil: true }, want: '国务院文件' },
  { in: { title: '某办公厅印发《关于某事的意见》' }, want: '意见' },
  { in: { title: '奋进的号角', opening: '我代表中共某市第六届委员会向大会作报告' }, want: '党代会报告' },
  {
    in: { title: '政协某市委员会常务委员会工作报告', opening: '我代表政协某市第六届委员会向大会报告工作' },
    want: '其他',
  },
  { in: { title: '某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要' }, want: '规划纲要' },
  { in: { title: '在中国共产党某省第十一次代表大会上的报告' }, want: '党代会报告' },
  { in: { title: '某市旅游条例', adoptedByCongress: true }, want: '地方性法规' },
  { in: { title: '某市河道管理办法', adoptedByCongress: true }, want: '地方性法规' },
  { in: { title: '某市河道管理办法' }, want: '办法' },
  { in: { title: '国务院关于印发某规划的通知', byStateCouncil: true }, want: '国务院文件' },
  { in: { title: '某市人民政府关于印发某规划的通知' }, want: '通知' },
  { in: { title: '关于某事的实施意见(试行)' }, want: '意见' },
  { in: { title: '关于某事执行情况的报告' }, want: '其他' },
  { in: { title: '散文一篇' }, want: null },
];

describe('findType', () => {
  it.each(rows)('$in → $want', ({ in: evidence, want }) => {
    expect(findType({ ...nothing, ...evidence })).toBe(want);
  });
});
