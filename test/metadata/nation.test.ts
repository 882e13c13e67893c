import { describe, expect, it } from 'vitest';
import { isNational } from '../../indexer/metadata/nation.ts';

describe('isNational', () => {
  it.each([
    '国务院办公厅关于某事的通知',
    '全国人民代表大会常务委员会',
    '教育部关于某事的意见',
    '财政部部长',
    '住房城乡建设部',
    '商务部等9部门',
    '国家市场监督管理总局',
    '税务总局',
    '中国人民银行',
    '中央宣传部',
    '冶金工业部',
    '海关总署',
  ])('is: %s', (line) => {
    expect(isNational(line)).toBe(true);
  });

  it.each<[string, string]>([
    ['国家税务总局开封市税务局', 'its office in a city'],
    ['财政部驻某地监管局', 'its office somewhere'],
    ['财政部门要加强管理', 'a department anywhere'],
    ['河南省教育厅', 'a province’s'],
    ['宣传部', 'of a party committee anywhere'],
  ])('is not: %s (%s)', (line) => {
    expect(isNational(line)).toBe(false);
  });
});
