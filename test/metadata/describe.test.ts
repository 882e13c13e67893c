import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { clean } from '../../indexer/cleaning/clean.ts';
import type { Cleaned, Metadata } from '../../indexer/model.ts';
import { read } from '../../indexer/reading/read.ts';
import { describe } from '../../indexer/metadata/describe.ts';

const cleaned = (text: string): Cleaned => ({
  blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
  clues: {},
  problems: [],
});

const salutation = '各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。';

const rows: { trap: string; text: string; path?: string; want: Partial<Metadata> }[] = [
  {
    trap: 'a city report',
    text: `政 府 工 作 报 告\n——2007年3月5日在开封市第十二届人民代表大会第四次会议上\n开封市人民政府市长 周 某\n${salutation}`,
    want: {
      title: '政府工作报告',
      displayTitle: '开封市2007年政府工作报告',
      docType: '政府工作报告',
      region: ['河南省', '开封市'],
      issuer: '开封市人民政府',
      speaker: '周某',
      meeting: '开封市第十二届人民代表大会第四次会议',
      date: '2007-03-05',
      year: 2007,
      script: 'Hans',
    },
  },
  {
    trap: 'a county report in 繁體, the office and the name on two lines, the county not named in the meeting',
    text: '2015年縣政府工作報告\n——2015年1月9日在縣第十屆人民代表大會第四次會議上\n蘭考縣人民政府縣長\n張某某\n各位代表：\n現在，我代表縣人民政府向大會報告工作。',
    want: {
      title: '2015年縣政府工作報告',
      displayTitle: '兰考县2015年政府工作报告',
      region: ['河南省', '开封市', '兰考县'],
      issuer: '兰考县人民政府',
      speaker: '張某某',
      meeting: '縣第十屆人民代表大會第四次會議',
      script: 'Hant',
    },
  },
  {
    trap: 'a district with its city',
    text: '政府工作报告\n2023年1月5日在北京市朝阳区第十七届人民代表大会第三次会议上\n区长 某某\n各位代表：\n我代表区人民政府报告工作。',
    want: { region: ['北京市', '朝阳区'], displayTitle: '朝阳区2023年政府工作报告', speaker: '某某' },
  },
  {
    trap: 'the nation in 1954, without a salutation that says more',
    text: '政府工作报告\n（一九五四年九月二十三日在中华人民共和国第一届全国人民代表大会第一次会议上）\n国务院总理 周某\n各位代表：\n我国的建设正在开始。',
    want: {
      region: ['全国'],
      issuer: '国务院',
      date: '1954-09-23',
      year: 1954,
      displayTitle: '1954年国务院政府工作报告',
    },
  },
  {
    trap: 'no title line: the opening says what it is',
    text: `——2019年1月27日在湖南省第十三届人民代表大会第二次会议上\n湖南省省长 许某\n各位代表：\n现在，我代表省人民政府向大会报告工作。`,
    want: {
      docType: '政府工作报告',
      displayTitle: '湖南省2019年政府工作报告',
      region: ['湖南省'],
      issuer: '湖南省人民政府',
    },
  },
  {
    trap: 'the file name lies',
    text: `二O一二年政府工作报告\n${salutation}\n我市开封，开封，开封。全市，我市。河南。`,
    path: '2014_report.txt',
    want: { year: 2012, region: ['河南省', '开封市'], displayTitle: '开封市2012年政府工作报告' },
  },
  {
    trap: 'a notice with a letterhead, its body above 关于, a signature and an attachment',
    text: '开封市人民政府文件\n汴政〔2021〕12号\n开封市人民政府\n关于印发开封市某某规划的通知\n各县、区人民政府：\n现将规划印发给你们，请认真贯彻执行。\n开封市人民政府\n2021年12月31日\n开封市某某规划\n第一章 发展基础\n正文。',
    want: {
      title: '开封市人民政府关于印发开封市某某规划的通知',
      docType: '通知',
      docNumber: '汴政〔2021〕12号',
      issuer: '开封市人民政府',
      region: ['河南省', '开封市'],
      date: '2021-12-31',
      year: 2021,
    },
  },
  {
    trap: 'a notice of the State Council about a province is not the province’s',
    text: '国务院关于支持海南省某事的意见\n国发〔2019〕99号\n各省、自治区、直辖市人民政府：\n为了支持海南省，提出意见。\n国务院\n2019年1月2日',
    want: { region: ['全国'], issuer: '国务院', docType: '国务院文件', year: 2019, docNumber: '国发〔2019〕99号' },
  },
  {
    trap: 'a regulation, revised',
    text: '开封市某某条例\n（2009年8月20日开封市第十二届人民代表大会常务委员会第五次会议通过 2016年8月26日开封市第十四届人民代表大会常务委员会第二十次会议修订）\n第一章 总则\n第一条 为了某事，制定本条例。',
    want: {
      docType: '地方性法规',
      region: ['河南省', '开封市'],
      issuer: '开封市人民代表大会常务委员会',
      date: '2016-08-26',
      year: 2016,
    },
  },
  {
    trap: 'a decree: who signs does not speak, the cabinet’s session is no meeting, the day is that of the signature',
    text: '河南省人民政府令\n第998号\n《河南省某某办法》已于2022年5月18日经省政府第155次常务会议审议通过，现予发布，自2022年8月1日起施行。\n省长：周某\n二〇二二年六月十日\n河南省某某办法\n第一章 总则\n第一条 为了某事，制定本办法。',
    want: {
      title: '河南省某某办法',
      docType: '办法',
      docNumber: '河南省人民政府令第998号',
      region: ['河南省'],
      issuer: '河南省人民政府',
      date: '2022-06-10',
      year: 2022,
      speaker: null,
      meeting: null,
    },
  },
  {
    trap: 'a decree without a title of its own below, the name of the page above it',
    text: '河南省某某办法\n河南省人民政府令第998号\n现公布《河南省某某办法》，自2022年8月1日起施行。\n省长 周某\n2022年6月10日\n第一条 为了某事，制定本办法。',
    want: { title: '河南省某某办法', docNumber: '河南省人民政府令第998号', date: '2022-06-10', speaker: null },
  },
  {
    trap: 'an announcement of a congress: the day is that of the adoption',
    text: '开封市人民代表大会常务委员会公告\n第99号\n《开封市某某条例》已由开封市第十六届人民代表大会常务委员会第十次会议于2021年6月30日通过，河南省第十三届人民代表大会常务委员会第二十六次会议于2021年7月30日批准，现予公布，自2021年10月1日起施行。\n开封市人民代表大会常务委员会\n2021年8月5日\n开封市某某条例\n第一章 总则\n第一条 为了某事，制定本条例。',
    want: {
      title: '开封市某某条例',
      docType: '地方性法规',
      issuer: '开封市人民代表大会常务委员会',
      region: ['河南省', '开封市'],
      date: '2021-06-30',
    },
  },
  {
    trap: 'a report of a town',
    text: '某某镇人民政府工作报告\n2021年3月26日在开封市祥符区某某镇第三届人民代表大会第一次会议上\n镇长 周某\n各位代表：\n现在，我代表镇人民政府向大会报告工作。',
    want: {
      issuer: '某某镇人民政府',
      region: ['河南省', '开封市', '祥符区'],
      displayTitle: '某某镇2021年政府工作报告',
    },
  },
  {
    trap: 'a plan report of the department below the title',
    text: '关于开封市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告\n——2022年12月29日在开封市第十六届人民代表大会第二次会议上\n开封市发展和改革委员会\n各位代表：\n受市人民政府委托，报告如下。\n一、2022年计划执行情况\n正文。',
    want: {
      docType: '计划报告',
      issuer: '开封市发展和改革委员会',
      region: ['河南省', '开封市'],
      year: 2023,
      speaker: null,
      meeting: '开封市第十六届人民代表大会第二次会议',
    },
  },
  {
    trap: 'what a committee of the party proposes for a plan',
    text: '中共河南省委关于制定河南省国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议\n（2020年12月28日中国共产党河南省第十届委员会第十二次全体会议通过）\n“十四五”时期十分重要。\n一、目标\n正文。',
    want: { issuer: '中共河南省委', region: ['河南省'], year: 2021, date: '2020-12-28', docType: '其他' },
  },
  {
    trap: 'two ministries, each with a blank before the next; the subject names a county in 时代县域',
    text: '教育部 财政部\n关于加强新时代县域学校建设的意见\n教基〔2021〕99号\n各省、自治区、直辖市教育厅：\n现提出如下意见。\n教育部 财政部\n2021年12月9日',
    want: { region: ['全国'], issuer: '教育部 财政部', docType: '意见', date: '2021-12-09' },
  },
  {
    trap: 'a place further on in the subject is merely spoken of',
    text: '关于支持海南省发展的意见\n正文一段。',
    want: { region: [], issuer: null },
  },
  {
    trap: 'a regulation by order of the State Council',
    text: '中华人民共和国国务院令\n第998号\n现公布《某某条例》，自2024年12月1日起施行。\n总理 周某\n2024年10月17日\n某某条例\n第一章 总则\n第一条 为了某事，制定本条例。',
    want: { docType: '行政法规', region: ['全国'], issuer: '国务院', speaker: null, date: '2024-10-17' },
  },
  {
    trap: 'a law, amended by another body than the one that made it',
    text: '中华人民共和国某某法\n（1995年3月18日第八届全国人民代表大会第三次会议通过　根据2009年8月27日第十一届全国人民代表大会常务委员会第十次会议《关于修改部分法律的决定》修正）\n第一章 总则\n第一条 为了某事，制定本法。',
    want: { region: ['全国'], issuer: '全国人民代表大会', date: '2009-08-27', year: 2009 },
  },
  {
    trap: 'a regulation of the State Council, amended by a decision that is named after it',
    text: '某某管理条例\n（2011年3月2日中华人民共和国国务院令第998号公布　根据2019年3月2日《国务院关于修改部分行政法规的决定》修订）\n第一条 为了某事，制定本条例。',
    want: { region: ['全国'], docType: '行政法规', issuer: '国务院', date: '2019-03-02' },
  },
  {
    trap: 'an announcement of two bodies, signed with a blank between them',
    text: '关于延续某政策的公告\n财政部 税务总局公告2023年第99号\n为支持某事，公告如下：\n正文。\n财政部 税务总局\n2023年8月2日',
    want: {
      region: ['全国'],
      issuer: '财政部 税务总局',
      docNumber: '财政部税务总局公告2023年第99号',
      date: '2023-08-02',
    },
  },
  {
    trap: 'a bulletin of two offices below its title',
    text: '开封市2022年国民经济和社会发展统计公报\n开封市统计局 国家统计局开封调查队\n2023年3月30日\n2022年，全市经济平稳。\n一、综合\n正文。',
    want: {
      region: ['河南省', '开封市'],
      issuer: '开封市统计局 国家统计局开封调查队',
      date: '2023-03-30',
      docType: '其他',
    },
  },
  {
    trap: 'a delivery torn into two lines by a narrow column',
    text: '政府工作报告\n2022年1月18日在开封市禹王台区第七届人民代表大会第二次会\n议上\n区人民政府代理区长 周某某\n各位代表：\n我代表区人民政府报告工作。',
    want: { meeting: '开封市禹王台区第七届人民代表大会第二次会议', date: '2022-01-18', speaker: '周某某' },
  },
  {
    trap: 'a plan whose title stands only in its first sentence',
    text: '《开封市禹王台区国民经济和社会发展第十三个五年规划纲要》根据有关建议编制，主要阐明战略意图。\n一、现状\n正文。',
    want: {
      title: '开封市禹王台区国民经济和社会发展第十三个五年规划纲要',
      docType: '规划纲要',
      region: ['河南省', '开封市', '禹王台区'],
      issuer: '开封市禹王台区人民政府',
      year: 2016,
      date: null,
      speaker: null,
    },
  },
  {
    trap: 'a report of the party: the congress is in its title',
    text: '中国共产党洛阳市第三十二次代表大会报告\n同志们：\n现在，我代表中国共产党洛阳市第三十一届委员会向大会作报告。\n中国共产党洛阳市第三十一次代表大会以来，全市经济平稳发展。',
    want: { docType: '党代会报告', meeting: '中国共产党洛阳市第三十二次代表大会' },
  },
  {
    trap: 'a report of the party: the congress opens its first sentence',
    text: '团结奋斗，再创辉煌\n同志们：\n现在，我代表中国共产党洛阳市第三十一届委员会向大会作报告。\n中国共产党洛阳市第三十二次代表大会，是在关键时期召开的一次大会。',
    want: { docType: '党代会报告', meeting: '中国共产党洛阳市第三十二次代表大会' },
  },
  {
    trap: 'a report of the party: an earlier congress is not its own',
    text: '团结奋斗，再创辉煌\n同志们：\n现在，我代表中国共产党洛阳市第三十一届委员会向大会作报告。\n中国共产党洛阳市第三十一次代表大会以来，全市经济平稳发展。',
    want: { docType: '党代会报告', meeting: null },
  },
  {
    trap: 'a city’s report names the congress that it carries out: that is not its meeting',
    text: '洛阳市政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n中国共产党第二十次全国代表大会，是在关键时刻召开的大会。',
    want: { docType: '政府工作报告', meeting: null },
  },
  {
    trap: 'nothing is known, and nothing is invented',
    text: '一段没有来历的文字。',
    want: {
      docType: null,
      region: [],
      issuer: null,
      speaker: null,
      meeting: null,
      date: null,
      year: null,
      docNumber: null,
    },
  },
];

suite('describe', () => {
  it.each(rows)('$trap', ({ text, path, want }) => {
    expect(describe(cleaned(text), path ?? 'a/b.txt', {}).metadata).toMatchObject(want);
  });

  it('gives each block of the front its role, and no other', () => {
    const text =
      '某某网\n1987年政府工作报告\n团结起来\n——1987年3月5日在第六届全国人民代表大会第五次会议上\n国务院总理\n李某\n图为会场。新华社记者 某某 摄\n目录\n一、回顾\n二、任务\n一、回顾\n正文。';
    const { front } = describe(cleaned(text), 'x.txt', {});
    expect(front.map(({ block, role }) => `${block} ${role}`)).toEqual([
      '1 title',
      '2 title',
      '3 delivery',
      '4 speaker',
      '5 speaker',
      '6 caption',
      '7 contents',
      '8 contents',
      '9 contents',
    ]);
  });

  it('lets overrides win, also in the title that is shown', () => {
    const { metadata } = describe(cleaned(`政府工作报告\n${salutation}`), 'x.txt', {
      region: ['甲省', '乙市'],
      year: 2001,
    });
    expect(metadata).toMatchObject({ region: ['甲省', '乙市'], year: 2001, displayTitle: '乙市2001年政府工作报告' });
  });

  it('never throws, and gives roles only to blocks that exist', () => {
    const piece = fc.constantFrom(
      '政府工作报告',
      '2018年3月5日',
      '在开封市',
      '第一届',
      '人民代表大会',
      '市长',
      '周某',
      '目录',
      '：',
      '（',
      '\n',
    );
    const text = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.string(), (body, path) => {
        const { front } = describe(cleaned(body), path, {});
        const count = cleaned(body).blocks.length;
        expect(front.every(({ block }) => block >= 0 && block < count)).toBe(true);
        expect(new Set(front.map(({ block }) => block)).size).toBe(front.length);
      }),
    );
  });
});

const shared = new URL('../../../shared/corpus/', import.meta.url);

interface Known {
  readonly file: string;
  readonly title: string;
  readonly year: string;
  readonly region: string;
  readonly issuer: string;
  readonly docType: string;
  readonly docNumber: string;
}

function readTable(): Known[] {
  return readFileSync(new URL('README.md', shared), 'utf8')
    .split('\n')
    .filter((line) => /^\| \S+\/.+\|/u.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, file = '', title = '', year = '', region = '', issuer = '', docType = '', docNumber = '']) => {
      return { file, title, year, region, issuer, docType, docNumber };
    });
}

const bare = (text: string | null) => (text ?? '').replace(/[\p{P}\p{Z}\s]/gu, '');

/** The table's region may be shorter (新疆, or the province of a city's regulation). */
const agrees = {
  docType: (known: Known, got: Metadata) => got.docType === known.docType,
  year: (known: Known, got: Metadata) => String(got.year ?? '') === known.year,
  region: (known: Known, got: Metadata) => got.region.join('').startsWith(bare(known.region)),
  issuer: (known: Known, got: Metadata) => {
    const place = bare(known.issuer).replace(/人民政府$/u, '');
    return bare(got.issuer).includes(place) || got.region.join('').startsWith(place);
  },
  docNumber: (known: Known, got: Metadata) => (got.docNumber ?? '') === known.docNumber,
};

suite.skipIf(!existsSync(shared))('describe, on the real documents (needs ../shared)', () => {
  it('agrees with the table in every field', async () => {
    const known = readTable();
    const wrong: string[] = [];
    for (const row of known) {
      const reading = await read(row.file, readFileSync(new URL(encodeURI(row.file), shared)));
      if (!('blocks' in reading)) {
        wrong.push(`${row.file}: ${reading.reason}`);
        continue;
      }
      const { metadata } = describe(clean(reading), row.file, reading.overrides);
      for (const [field, holds] of Object.entries(agrees)) {
        if (!holds(row, metadata)) wrong.push(`${row.file}: ${field}`);
      }
    }
    expect(known.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });
});
