import { describe, expect, it } from 'vitest';
import { findIssuer, type IssuerEvidence, unitOf } from '../../indexer/metadata/issuer.ts';

const city = ['河南省', '开封市'];
const nothing: IssuerEvidence = { docType: '通知', region: city, lines: [], adoptedBy: null, bodies: [] };
const report: Partial<IssuerEvidence> = { docType: '政府工作报告' };

const rows: { trap: string; in: Partial<IssuerEvidence>; want: string | null }[] = [
  { trap: 'nobody is printed: the government of the region', in: {}, want: '开封市人民政府' },
  { trap: 'a body that is printed is not its government', in: { bodies: ['开封市水利局'] }, want: '开封市水利局' },
  { trap: 'two bodies', in: { bodies: ['中共开封市委 开封市人民政府'] }, want: '中共开封市委 开封市人民政府' },
  { trap: 'a head of a department', in: { lines: ['开封市财政局局长'] }, want: '开封市财政局' },
  { trap: 'one of several offices', in: { lines: ['市委常委、开封市财政局局长'] }, want: '开封市财政局' },
  { trap: 'told without its place', in: { bodies: ['市财政局'] }, want: '开封市财政局' },
  { trap: 'a report of a city', in: { ...report, lines: ['开封市人民政府市长'] }, want: '开封市人民政府' },
  {
    trap: 'the office that published a report did not give it',
    in: { ...report, lines: ['开封市人民政府市长'], bodies: ['开封市人民政府办公室'] },
    want: '开封市人民政府',
  },
  {
    trap: 'a town, in the title',
    in: { ...report, lines: ['镇长', '开封市某某镇第三届人民代表大会第一次会议', '某某镇人民政府工作报告'] },
    want: '某某镇人民政府',
  },
  {
    trap: 'a township, only in the name of its congress',
    in: { ...report, lines: ['乡长', '开封市某某回族乡第三届人民代表大会第一次会议'] },
    want: '某某回族乡人民政府',
  },
  {
    trap: 'a development zone, told in full in the title',
    in: { ...report, lines: ['高新区管委会主任', '开封高新区管委会工作报告'] },
    want: '开封高新区管委会',
  },
  {
    trap: 'a resolution',
    in: { docType: '决定', adoptedBy: '开封市人民代表大会' },
    want: '开封市人民代表大会',
  },
  { trap: 'a regulation whose adoption is not printed', in: { docType: '地方性法规' }, want: null },
  { trap: 'an order of the State Council', in: { docType: '行政法规', region: ['全国'] }, want: '国务院' },
  { trap: 'nothing is invented', in: { region: [] }, want: null },
];

describe('findIssuer', () => {
  it.each(rows)('$trap', ({ in: evidence, want }) => {
    expect(findIssuer({ ...nothing, ...evidence })).toBe(want);
  });
});

describe('unitOf', () => {
  it.each<[string, string | null]>([
    ['某某镇人民政府', '某某镇'],
    ['开封高新区管委会', '开封高新区'],
    ['开封市人民政府', null],
  ])('%s → %s', (issuer, want) => {
    expect(unitOf(issuer, city)).toBe(want);
  });
});
