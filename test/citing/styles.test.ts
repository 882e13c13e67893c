import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../indexer/model.ts';
import { gather } from '../../server/citing/cited.ts';
import { quote } from '../../server/citing/quotation.ts';
import { cite, STYLE_NAMES, STYLES } from '../../server/citing/styles.ts';
import { invent, outlines, placedIn } from './invented.ts';

interface Case {
  readonly name: string;
  readonly metadata: Partial<Metadata>;
  readonly outline: keyof typeof outlines;
  readonly words: string;
  readonly page?: number;
  readonly asked?: { readonly link?: string; readonly accessed?: string };
}

const city: Partial<Metadata> = {
  displayTitle: '云渚市2024年政府工作报告',
  region: ['岚江省', '云渚市'],
  issuer: '云渚市人民政府',
  speaker: '陆知衡',
  meeting: '云渚市第五届人民代表大会第三次会议',
  date: '2024-01-24',
  year: 2024,
};
const notice: Partial<Metadata> = {
  title: '云渚市人民政府关于印发《云渚市城市更新行动方案》的通知',
  displayTitle: '云渚市人民政府关于印发《云渚市城市更新行动方案》的通知',
  docType: '通知',
  region: ['岚江省', '云渚市'],
  issuer: '云渚市人民政府',
  date: '2022-04-12',
  year: 2022,
  docNumber: '云政发〔2022〕8号',
};
const rule: Partial<Metadata> = {
  title: '云渚市岚江岸线保护条例',
  displayTitle: '云渚市岚江岸线保护条例',
  docType: '地方性法规',
  region: ['岚江省', '云渚市'],
  issuer: '云渚市人民代表大会常务委员会',
  date: '2023-06-01',
  year: 2023,
};
const plan: Partial<Metadata> = {
  title: '云渚市国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
  displayTitle: '云渚市国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
  docType: '规划纲要',
  region: ['岚江省', '云渚市'],
  issuer: '云渚市人民政府',
  date: '2021-02-08',
  year: 2021,
};
const online = { url: 'https://www.example.gov.cn/2024/report_1.html?a=1&b=2#p', source: '云渚市人民政府门户网站' };
const asked = { link: 'http://127.0.0.1:3000/p/d-p8', accessed: '2026-09-20' };
const renewal = '实施城市更新行动';

const files: Readonly<Record<string, readonly Case[]>> = {
  'report-city': [
    { name: 'all that print gives', metadata: city, outline: 'report', words: renewal },
    {
      name: 'online, with an access date and a link',
      metadata: { ...city, ...online },
      outline: 'report',
      words: renewal,
      asked,
    },
    {
      name: 'online, site and access date unknown',
      metadata: { ...city, url: online.url },
      outline: 'report',
      words: renewal,
    },
    { name: 'a PDF has pages', metadata: city, outline: 'report', words: '新开工亿元以上', page: 5 },
    { name: 'no speaker', metadata: { ...city, speaker: null }, outline: 'report', words: '过去一年' },
    { name: 'no date', metadata: { ...city, date: null }, outline: 'report', words: '今年要办好' },
    { name: 'no meeting', metadata: { ...city, meeting: null }, outline: 'report', words: '新增城镇就业' },
    {
      name: 'only the issuing body and the year',
      metadata: { ...city, speaker: null, meeting: null, date: null },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'put on the web two years later: that is not its date',
      metadata: { ...city, speaker: null, meeting: null, date: '2026-09-03' },
      outline: 'report',
      words: renewal,
    },
    { name: 'nothing known but the title', metadata: {}, outline: 'report', words: renewal },
    {
      name: 'cut off in the middle',
      metadata: { ...city, completeness: 'truncated' },
      outline: 'report',
      words: renewal,
    },
    { name: 'the title paragraph stands nowhere', metadata: city, outline: 'report', words: '政府工作报告' },
  ],
  'report-others': [
    {
      name: 'a county, in 繁體',
      metadata: {
        ...city,
        title: '２０２４年鶴坪縣政府工作報告',
        displayTitle: '２０２４年鶴坪縣政府工作報告',
        region: ['鹤坪县'],
        issuer: '鹤坪县人民政府',
        speaker: '褚雁秋',
        meeting: '鶴坪縣第十六屆人民代表大會第三次會議',
        date: '2024-01-09',
        script: 'Hant',
      },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'a province: its seat does not bear its name',
      metadata: {
        ...city,
        displayTitle: '岚江省2024年政府工作报告',
        region: ['岚江省'],
        issuer: '岚江省人民政府',
        speaker: '何望',
        meeting: '岚江省第十四届人民代表大会第二次会议',
      },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'the nation',
      metadata: {
        ...city,
        displayTitle: '2024年国务院政府工作报告',
        region: ['全国'],
        issuer: '国务院',
        speaker: '何望',
        meeting: '第十四届全国人民代表大会第二次会议',
        date: '2024-03-05',
        ...online,
        source: '中国政府网',
      },
      outline: 'report',
      words: renewal,
      asked,
    },
    {
      name: 'the title says the occasion already',
      metadata: { ...city, title: '政府工作报告——2024年1月24日在云渚市第五届人民代表大会第三次会议上' },
      outline: 'report',
      words: renewal,
    },
  ],
  newspaper: [
    {
      name: 'excerpt with the newspaper and its date',
      metadata: {
        ...city,
        title: '望津区政府工作报告摘登',
        displayTitle: '望津区2024年政府工作报告（摘登）',
        region: ['云渚市', '望津区'],
        issuer: '望津区人民政府',
        speaker: null,
        meeting: null,
        source: '云渚日报',
        date: '2024-01-09',
        completeness: 'excerpt',
      },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'part, newspaper not named, day unknown',
      metadata: { ...city, speaker: null, meeting: null, date: null, completeness: 'part' },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'part, the day is the delivery’s and not the newspaper’s',
      metadata: { ...city, source: '云渚日报', completeness: 'part' },
      outline: 'report',
      words: renewal,
    },
    {
      name: 'a whole report that a newspaper printed is cited as the report',
      metadata: { ...city, source: '云渚日报' },
      outline: 'report',
      words: renewal,
    },
  ],
  notice: [
    { name: 'with number and date', metadata: notice, outline: 'notice', words: '设立10亿元' },
    { name: 'online', metadata: { ...notice, ...online }, outline: 'notice', words: '设立10亿元', asked },
    { name: 'no number', metadata: { ...notice, docNumber: null }, outline: 'notice', words: '设立10亿元' },
    { name: 'no date', metadata: { ...notice, date: null }, outline: 'notice', words: '坚持政府引导' },
    { name: 'no issuing body', metadata: { ...notice, issuer: null }, outline: 'notice', words: '设立10亿元' },
  ],
  'regulation-and-plan': [
    { name: 'a paragraph of an article', metadata: rule, outline: 'rule', words: '岸线保护应当统一' },
    { name: 'an item of an article', metadata: rule, outline: 'rule', words: '倾倒垃圾' },
    {
      name: 'the only paragraph, online, date unknown',
      metadata: { ...rule, date: null, ...online },
      outline: 'rule',
      words: '应当划定',
      asked,
    },
    { name: 'a plan', metadata: plan, outline: 'plan', words: '到2025年努力' },
    {
      name: 'a plan without a date: its first year is no date',
      metadata: { ...plan, date: null },
      outline: 'plan',
      words: '地区生产总值',
    },
    { name: 'a plan online', metadata: { ...plan, ...online }, outline: 'plan', words: '地区生产总值', asked },
  ],
};

function citeAll({ metadata, outline, words, page, asked: given }: Case): string {
  const document = invent(metadata, outlines[outline], page ?? null);
  const placed = placedIn(document, words);
  const cited = gather({ document, placed, quotation: quote(placed.text), ...given });
  return STYLE_NAMES.map((style) => `[${STYLES[style].zh}]\n${cite(cited, style).replace(/\r/gu, '')}`).join('\n');
}

describe('cite(cited, style)', () => {
  test.for(Object.entries(files))('writes the reviewed citations of %s', async ([name, cases]) => {
    const text = cases.map((one) => `==== ${one.name}\n${citeAll(one)}`).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`../golden/citations/${name}.txt`);
  });

  /** Every subset of what may be unknown. */
  const optional = ['issuer', 'speaker', 'meeting', 'date', 'year', 'docNumber', 'url', 'source'] as const;
  const full: Metadata = { ...invent(city, []), docNumber: '云政发〔2024〕1号', ...online };
  const subsets = Array.from({ length: 2 ** optional.length }, (_, bits) =>
    Object.fromEntries(optional.filter((_name, at) => ((bits >> at) & 1) === 1).map((name) => [name, null])),
  );

  test.for(STYLE_NAMES)('%s says nothing of what is not known, whatever is not known', (style) => {
    const placed = placedIn(invent({}, outlines.report), renewal);
    for (const unknown of subsets) {
      for (const docType of ['政府工作报告', '规划纲要', '通知', '地方性法规'] as const) {
        for (const completeness of ['complete', 'part'] as const) {
          const document = invent({ ...full, docType, completeness, ...unknown }, outlines.report);
          const text = cite(gather({ document, placed: { ...placed, document } }), style);
          const facts = `${JSON.stringify(unknown)} ${docType} ${completeness}: ${text}`;
          expect(text, facts).not.toMatch(/undefined|null|NaN|[，：]{2}|（）|\[\]|。。|\. \.|，。|：。|: \./u);
          for (const name of Object.keys(unknown)) {
            if (name === 'url') expect(text, facts).not.toContain('http');
            if (name === 'docNumber') expect(text, facts).not.toContain('云政发');
            if (name === 'speaker') expect(text, facts).not.toContain('陆知衡');
            if (name === 'date') expect(text, facts).not.toMatch(/1月24|01-24|01\/24/u);
          }
          if (completeness === 'part') expect(text, facts).toContain('节选');
        }
      }
    }
  });
});
