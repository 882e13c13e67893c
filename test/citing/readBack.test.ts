import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { gather } from '../../server/citing/cited.ts';
import { cite } from '../../server/citing/styles.ts';
import { invent, outlines, placedIn } from './invented.ts';

/** Marks that BibTeX reads as commands, names with a comma, Chinese of every plane. */
const document = invent(
  {
    title: '云渚市“双千亿”行动方案（2022—2024年）：成本降低10%、A&B_C#1 {专栏}𠮷',
    displayTitle: '云渚市“双千亿”行动方案',
    docType: '通知',
    region: ['云渚市'],
    issuer: '云渚市人民政府',
    date: '2022-04-12',
    year: 2022,
    docNumber: '云政发〔2022〕8号',
    url: 'https://www.example.gov.cn/a_b/t2022%20.html?a=1&b=2#p',
    source: '云渚市人民政府门户网站',
  },
  outlines.notice,
);
const cited = gather({
  document,
  placed: placedIn(document, '设立10亿元'),
  quotation: '设立10亿元专项资金。',
  accessed: '2026-09-20',
});

const read = (text: string) => plugins.input.chain(text, { generateGraph: false })[0];

describe('citations read back by another program', () => {
  test('BibTeX', () => {
    expect(read(cite(cited, 'bibtex'))).toMatchObject({
      title: document.title,
      URL: document.url,
      note: expect.stringContaining('二、主要任务（四）强化要素保障，第2段') as string,
      issued: { 'date-parts': [[2022, 4, 12]] },
      accessed: { 'date-parts': [[2026, 9, 20]] },
    });
    expect(JSON.stringify(read(cite(cited, 'bibtex')))).toContain('云渚市人民政府');
  });

  test('RIS', () => {
    expect(read(cite(cited, 'ris'))).toMatchObject({ title: document.title, URL: document.url, language: 'zh-CN' });
    expect(JSON.stringify(read(cite(cited, 'ris')))).toContain('云渚市人民政府');
    expect(JSON.stringify(read(cite(cited, 'ris')))).toContain('设立10亿元专项资金。');
  });

  test('CSL-JSON', () => {
    expect(read(cite(cited, 'csl-json'))).toMatchObject({
      type: 'webpage',
      title: document.title,
      author: [{ literal: '云渚市人民政府' }],
      issued: { 'date-parts': [[2022, 4, 12]] },
    });
  });
});
