import { describe, expect, it } from 'vitest';
import { joinTorn, readAdoptions, readDelivery } from '../../indexer/metadata/delivery.ts';
import { lineOf } from '../../indexer/metadata/line.ts';

const congress = '开封市第十三届人民代表大会第四次会议';

describe('readDelivery', () => {
  it.each<[string, string | null, string | null, string | null, string]>([
    [`——2007年3月5日在${congress}上`, '2007-03-05', congress, null, 'plain'],
    [`(2007年3月5日在${congress}上)`, '2007-03-05', congress, null, 'in brackets'],
    [`２００７年３月５日在${congress}上开封市市长　周 某`, '2007-03-05', congress, '周某', 'the speaker fused to it'],
    [
      `政府工作报告2007年3月5日在${congress}上开封市人民政府代市长周某某`,
      '2007-03-05',
      congress,
      '周某某',
      'a title before',
    ],
    [`2007年3月5日周某市长在${congress}的政府工作报告`, '2007-03-05', congress, '周某', 'the name before the office'],
    [`2007年3月5日在${congress}上开封市市长周某作政府工作报告。`, '2007-03-05', congress, '周某', '作政府工作报告'],
    [`——在${congress}上（二〇〇七年三月五日）`, '2007-03-05', congress, null, 'the date last'],
    [`——在${congress}上`, null, congress, null, 'no date'],
    ['（2012年11月8日在开封市人代会上）', '2012-11-08', '开封市人代会', null, 'a congress by its short name'],
    ['开封市市长 周某（2012年11月8日）', '2012-11-08', null, '周某', 'a date behind the speaker'],
    ['（2012年11月8日）', '2012-11-08', null, null, 'a date alone'],
    [
      '1955年7月5日至6日在第一届全国人民代表大会第二次会议上',
      '1955-07-05',
      '第一届全国人民代表大会第二次会议',
      null,
      'two days',
    ],
  ])('%s (%5$s)', (text, date, meeting, speaker) => {
    const found = readDelivery(lineOf(text));
    expect(found).toMatchObject({ date, meeting });
    expect(found?.speaker?.name ?? null).toBe(speaker);
  });

  it.each([
    '2007年3月5日在全社会上下引起反响',
    '2007年3月5日，全市工作会议召开，部署任务。',
    '在全市经济工作会议上，大家一致认为',
    '一、2007年工作回顾',
  ])('is none: %s', (text) => {
    expect(readDelivery(lineOf(text))).toBeNull();
  });
});

describe('joinTorn', () => {
  const join = (...lines: string[]) => joinTorn(lines.map(lineOf))?.plain ?? null;

  it.each<[string, string]>([
    ['2007年3月5日在开封市第十三届人民代表大会第四次会', '议上'],
    ['——二〇〇七年三月五日在开封市第十三届', '人民代表大会第四次会议上'],
    ['（2007年3月5日在开封市第十三届人民代表', '大会第四次会议上）'],
    ['政府工作报告（2007年3月5日在开封市第十三届人民代表大会第', '四次会议上）'],
  ])('joins %s + %s', (line, next) => {
    expect(join(line, next)).toBe(lineOf(line + next).plain);
  });

  it.each<[string, string, string]>([
    [`2007年3月5日在${congress}上`, '市长周某', 'a whole line'],
    ['2007年3月5日', `在${congress}上`, 'two facts on two lines'],
    ['在奋进的道路上', `在${congress}上`, 'a title above a delivery'],
    ['一、2007年工作回顾', '工作会议上的要求得到落实', 'no delivery'],
  ])('leaves %s + %s (%s)', (line, next) => {
    expect(join(line, next)).toBeNull();
  });
});

describe('readAdoptions', () => {
  it('reads every act of a line in brackets', () => {
    const line = lineOf(
      '（2009年8月20日开封市第十二届人民代表大会常务委员会第五次会议通过 2009年9月25日河南省第十一届人民代表大会常务委员会第十一次会议批准）',
    );
    expect(readAdoptions(line)).toEqual([
      { date: '2009-08-20', act: 'adopted', body: '开封市第十二届人民代表大会常务委员会' },
      { date: '2009-09-25', act: 'approved', body: '河南省第十一届人民代表大会常务委员会' },
    ]);
  });

  it('reads what a committee of the party adopted', () => {
    const line = lineOf('（2020年12月28日中国共产党河南省第十届委员会第十二次全体会议通过）');
    expect(readAdoptions(line)).toEqual([{ date: '2020-12-28', act: 'adopted', body: '中国共产党河南省第十届委员会' }]);
  });

  it('is none in a sentence about an act', () => {
    expect(readAdoptions(lineOf('会议于2009年8月20日通过了决定'))).toEqual([]);
  });
});
