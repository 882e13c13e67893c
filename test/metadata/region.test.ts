import { describe, expect, it } from 'vitest';
import { findRegion, type RegionEvidence } from '../../indexer/metadata/region.ts';

const nothing: RegionEvidence = { issuerLines: [], rank: null, path: '', source: '', text: () => '' };

const rows: { in: Partial<RegionEvidence>; want: string[]; trap: string }[] = [
  { in: { issuerLines: ['栾川县人民政府县长'] }, want: ['河南省', '洛阳市', '栾川县'], trap: 'a county alone' },
  {
    in: { issuerLines: ['长春市朝阳区第三届人民代表大会第一次会议'] },
    want: ['吉林省', '长春市', '朝阳区'],
    trap: 'the city before the district decides between namesakes',
  },
  {
    in: { issuerLines: ['朝阳区人民政府区长'], text: () => '在市委领导下,首都北京的发展…北京冬奥会' },
    want: ['北京市', '朝阳区'],
    trap: 'the text decides between namesakes',
  },
  { in: { issuerLines: ['国务院总理'] }, want: ['全国'], trap: 'the nation' },
  { in: { issuerLines: ['第五届全国人民代表大会第一次会议'] }, want: ['全国'], trap: 'the national congress' },
  { in: { issuerLines: ['2025年西藏政府工作报告'] }, want: ['西藏自治区'], trap: 'a short name' },
  {
    in: { issuerLines: ['2025年内蒙古政府工作报告'] },
    want: ['内蒙古自治区'],
    trap: 'a short name that ends like a people',
  },
  {
    in: { issuerLines: ['吉林市市长'], rank: '市' },
    want: ['吉林省', '吉林市'],
    trap: 'a city named like its province',
  },
  { in: { issuerLines: ['洛阳地区行署专员'] }, want: ['河南省', '洛阳地区'], trap: 'the rank of its time' },
  {
    in: { path: '河南省/某某/嵩县_2011.txt', text: () => '' },
    want: ['河南省', '洛阳市', '嵩县'],
    trap: 'the path speaks when nothing else does',
  },
  {
    in: { rank: '市', text: () => '开封和郑州。开封的发展,开封人民,开封古城;河南的开封' },
    want: ['河南省', '开封市'],
    trap: 'the place that is named most, of the rank of the opening',
  },
  {
    in: { text: () => '我市全省第一,我市全市。全省领先,我市开封,全市,开封,开封,郑州。全省' },
    want: ['河南省', '开封市'],
    trap: 'a city boasts of its place in the province',
  },
  {
    in: { issuerLines: ['河南省人民政府'], text: () => '洛阳洛阳洛阳洛阳洛阳洛阳', path: '洛阳市.txt' },
    want: ['河南省'],
    trap: 'what is merely mentioned is no issuer',
  },
  { in: { issuerLines: ['教育部关于某事的意见'] }, want: ['全国'], trap: 'a ministry' },
  { in: { issuerLines: ['新时代县域高中建设'] }, want: [], trap: 'a county is no part of 时代|县域' },
  { in: { issuerLines: ['建设诚信阳光政务'] }, want: [], trap: 'a short name within other words' },
  { in: { issuerLines: ['维护长治久安'] }, want: [], trap: 'a short name in a set phrase' },
  {
    in: { issuerLines: ['国家税务总局开封市税务局'] },
    want: ['河南省', '开封市'],
    trap: 'the local office of a body of the nation',
  },
  { in: { text: () => '没有地名的文本' }, want: [], trap: 'nothing is invented' },
];

describe('findRegion', () => {
  it.each(rows)('$trap', ({ in: evidence, want }) => {
    expect(findRegion({ ...nothing, ...evidence }).region).toEqual(want);
  });

  it('leaves open what namesakes leave open, and says so', () => {
    const found = findRegion({ ...nothing, issuerLines: ['朝阳区人民政府区长'] });
    expect(found.region).toEqual([]);
    expect(found.problems.map((problem) => problem.code)).toEqual(['ambiguous-region']);
  });

  it('keeps what namesakes have in common', () => {
    const found = findRegion({ ...nothing, issuerLines: ['新华区人民政府'], text: () => '河北省委,全省,河北' });
    expect(found.region).toEqual(['河北省']);
    expect(found.problems.map((problem) => problem.code)).toEqual(['ambiguous-region']);
  });

  it('keeps the printed name of a unit that no table lists', () => {
    const found = findRegion({ ...nothing, issuerLines: ['云渚市第三届人民代表大会第一次会议'] });
    expect(found.region).toEqual(['云渚市']);
    expect(found.problems.map((problem) => problem.code)).toEqual(['unlisted-region']);
  });
});
