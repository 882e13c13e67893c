import { describe, expect, it } from 'vitest';
import { readDecree, readOrderNumber } from '../../indexer/metadata/decree.ts';
import { lineOf } from '../../indexer/metadata/line.ts';

const above = ['某省人民政府令', '某省人民政府令第7号'];

describe('readDecree', () => {
  it.each<[string, string, string]>([
    [
      '《某省湿地办法》已经2022年5月18日省政府第155次常务会议通过，现予公布，自2022年8月1日起施行。',
      '某省湿地办法',
      'plain',
    ],
    ['《某省湿地办法》已于2022年5月18日经省政府常务会议审议通过，现予发布。', '某省湿地办法', 'the date first'],
    ['现公布《某省湿地办法》，自2022年8月1日起施行。', '某省湿地办法', 'no word of its adoption'],
    ['现公布修订后的《某省湿地办法》，自2022年8月1日起施行。', '某省湿地办法', 'revised'],
  ])('%s (%3$s)', (text, subject) => {
    expect(readDecree(lineOf(text), above)).toEqual({ body: '某省人民政府', subject, adoptions: [] });
  });

  it('tells what congresses did from what the decree does', () => {
    const text =
      '《某市湿地条例》已由某市第六届人民代表大会常务委员会第十次会议于2021年6月30日通过，某省第十三届人大常委会第二十六次会议于2021年7月30日批准，现予公布，自2021年10月1日起施行。';
    expect(readDecree(lineOf(text), ['某市人民代表大会常务委员会公告'])).toEqual({
      body: '某市人民代表大会常务委员会',
      subject: '某市湿地条例',
      adoptions: [
        { date: '2021-06-30', act: 'adopted', body: '某市第六届人民代表大会常务委员会' },
        { date: '2021-07-30', act: 'approved', body: '某省第十三届人大常委会' },
      ],
    });
  });

  it.each([
    '《某省湿地办法》实施以来，各地认真落实，成效明显。',
    '根据《某省湿地办法》，制定本细则。',
    '某省人民政府令',
  ])('is none: %s', (text) => {
    expect(readDecree(lineOf(text), above)).toBeNull();
  });
});

describe('readOrderNumber', () => {
  it.each<[string, string | undefined, string | null]>([
    ['第165号', '某省人民政府令', '某省人民政府令第165号'],
    ['(第165号)', '某省人民政府令', '某省人民政府令第165号'],
    ['2021年第9号', '某部令', '某部令2021年第9号'],
    ['第一百号', '某国主席令', '某国主席令第一百号'],
    ['第12号', '某市人民代表大会常务委员会公告', '某市人民代表大会常务委员会公告第12号'],
    ['第12号', '某日报', null],
    ['第12号', undefined, null],
  ])('%s under %s → %s', (plain, order, want) => {
    expect(readOrderNumber(plain, order)).toBe(want);
  });
});
