import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../indexer/model.ts';
import { documentId, passageIds } from '../../indexer/outline/identity.ts';

const report: Metadata = {
  title: '政府工作报告',
  displayTitle: '某市2031年政府工作报告',
  docType: '政府工作报告',
  region: ['某省', '某市'],
  issuer: null,
  speaker: null,
  meeting: null,
  date: '2031-01-10',
  year: 2031,
  docNumber: null,
  url: null,
  source: null,
  script: 'Hans',
  completeness: 'complete',
};

describe('documentId', () => {
  test('is short and made of letters and digits that are not mistaken for each other', () => {
    expect(documentId(report)).toMatch(/^[a-z2-7]{9}$/);
  });

  test('does not change with source, script or width, but with year, region or number', () => {
    const id = documentId(report);
    expect(
      documentId({ ...report, source: '某日报', displayTitle: '某市２０３１年政府工作報告', script: 'Hant' }),
    ).toBe(id);
    expect(documentId({ ...report, year: 2032 })).not.toBe(id);
    expect(documentId({ ...report, region: ['某省'] })).not.toBe(id);
    expect(documentId({ ...report, docNumber: '某发〔2031〕1号' })).not.toBe(id);
  });
});

describe('passageIds', () => {
  test('counts repeats', () => {
    const next = passageIds('abc');
    const [one, two] = [next('同'), next('同')];
    expect(one).toMatch(/^abc-[a-z2-7]{8}$/);
    expect(two).not.toBe(one);
    expect(passageIds('abc')('同')).toBe(one);
  });
});
