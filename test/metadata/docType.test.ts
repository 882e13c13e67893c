import { describe, expect, it } from 'vitest';
import { findType, type TypeEvidence } from '../../indexer/metadata/docType.ts';

const nothing: TypeEvidence = { title: '', opening: '', byStateCouncil: false, adoptedByCongress: false };

const rows: { in: Partial<TypeEvidence>; want: string | null }[] = [
  { in: { title: '政府工作报告(摘登)' }, want: '政府工作报告' },
  { in: { title: '某省人民委员会工作报告' }, want: '政府工作报告' },
  { in: { title: '当前的形势和任务', opening: '我代表国务院向大会作工作报告' }, want: '政府工作报告' },
  { in: { title: '某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要' }, want: '规划纲要' },
  { in: { title: '在中国共产党某省第十一次代表大会上的报告' }, want: '党代会报告' },
  { in: { title: '某市旅游条例', adoptedByCongress: true }, want: '地方性法规' },
  { in: { title: '某市河道管理办法', adoptedByCongress: true }, want: '地方性法规' },
  { in: { title: '某市河道管理办法' }, want: '办法' },
  { in: { title: '国务院关于印发某规划的通知', byStateCouncil: true }, want: '国务院文件' },
  { in: { title: '某市人民政府关于印发某规划的通知' }, want: '通知' },
  { in: { title: '关于某事的实施意见(试行)' }, want: '意见' },
  { in: { title: '关于某年计划执行情况的报告' }, want: '其他' },
  { in: { title: '散文一篇' }, want: null },
];

describe('findType', () => {
  it.each(rows)('$in → $want', ({ in: evidence, want }) => {
    expect(findType({ ...nothing, ...evidence })).toBe(want);
  });
});
