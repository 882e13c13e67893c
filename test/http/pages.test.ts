import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryOf, temporaryFolder } from '../support/library.ts';
import { serve } from '../support/server.ts';

const long = Array.from({ length: 40 }, (_, i) => `第${i + 1}批重点项目完成投资`).join('，');

const texts = {
  '甲/2022.txt': `2022年青石市政府工作报告

各位代表：

一、2021年工作回顾

全市<b onclick="x()">营商环境</b>持续优化 & 改善，"一网通办"覆盖95%的事项。<script>alert('文')</script>粮食产量46.2亿斤。

二、2022年重点工作

（一）优化营商环境。开展营商环境提升年活动，营商环境满意度达到96%。

（二）抓好项目建设。${long}，营商环境评价进入全省前列。

做好高校毕业生、退役军人和农民工就业工作，健全终身职业技能培训制度，让劳动者同心协力、真抓实干，日子一年更比一年好。`,
  '乙/2024.txt': `2024年青石市政府工作报告

各位代表：

一、2024年重点工作

培育新质生产力，城镇调查失业率控制在5.5%以内，粮食产量稳定在46亿斤。

做好高校毕业生、退役军人和农民工就业工作，健全终身职业技能培训制度，让劳动者同心协力、真抓实干，日子一年更比一年好。`,
  '表.md': `# 青石市“十四五”规划纲要

## 一、主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 一、经济发展 | | |
| 生产总值（亿元） | 451.9 | 820 |
| 城镇化率（%） | 58.06 | 65 |
`,
  '空.txt': '',
};

let base: string;

/** The texts as files, so that the ingest report has something to report. */
function writeTexts(): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

beforeAll(async () => {
  const served = await serve(await libraryOf(writeTexts()));
  base = served.base;
  return served.stop;
});

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, base), { headers, redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, $: load(html) };
}

const searchFor = (q: string, rest = '') => get(`/search?q=${encodeURIComponent(q)}${rest}`);

async function firstHit(q: string) {
  const response = await fetch(new URL(`/api/search?q=${encodeURIComponent(q)}`, base));
  return ((await response.json()) as { hits: { passageId: string; docId: string; text: string }[] }).hits[0]!;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the page of results', () => {
  test('says how much was found, and marks exactly what was looked for', async () => {
    const { $ } = await searchFor('营商环境');
    expect(squeeze($('.counts').text())).toBe('5 处 4 段 1 篇');
    expect(
      $('.shown mark')
        .toArray()
        .map((mark) => $(mark).text()),
    ).toEqual(Array(5).fill('营商环境'));
    expect($('#q').val()).toBe('营商环境');
  });

  test('gives each hit its document, its way there, its place and a citation to copy', async () => {
    const { $ } = await searchFor('提升年活动');
    expect($('.group-head h2').text()).toBe('2022年青石市政府工作报告');
    expect(squeeze($('.hit .path').text())).toContain('二、2022年重点工作');
    expect($('.hit').attr('data-quotation')).toMatch(
      /^“.*营商环境提升年活动.*”（《2022年青石市政府工作报告》，二、（一）.*）$/u,
    );
    expect($('.hit .hit-open').attr('href')).toMatch(/^\/p\/[\w-]+\?q=.+$/);
  });

  test('shows the part of a long paragraph that matches, and the whole of it on demand', async () => {
    const { $ } = await searchFor('评价进入全省前列');
    expect($('.shown').text().length).toBeLessThan(300);
    expect($('.shown mark').text()).toBe('评价进入全省前列');
    expect($('.whole p').text()).toContain('第1批重点项目');
    expect($('.whole p mark').text()).toBe('评价进入全省前列');
  });

  test('says that the same words stand elsewhere, letter by letter', async () => {
    const { $ } = await searchFor('同心协力、真抓实干');
    expect($('.hit-foot').first().text()).toContain('另有 1 处相同');
  });

  test('narrows by a facet, shows the filter, and takes it away again', async () => {
    const { $ } = await searchFor('粮食产量');
    expect(squeeze($('.counts').text())).toBe('2 处 2 段 2 篇');
    const year = $('.side-open .facet-year a')
      .filter((_, a) => $(a).text().includes('2024'))
      .attr('href')!;
    const narrowed = await get(year);
    expect(squeeze(narrowed.$('.counts').text())).toBe('1 处 1 段 1 篇');
    expect(narrowed.$('.side-open .facet-year a.is-active .facet-label').text()).toBe('2024');
    expect(narrowed.$('input[name=year]').val()).toBe('2024');
    const chip = narrowed.$('.chips li a').attr('href')!;
    expect(squeeze((await get(chip)).$('.counts').text())).toBe('2 处 2 段 2 篇');
  });

  test('says plainly when nothing matches word for word', async () => {
    const { $ } = await searchFor('优化粮食产量的失业率措施');
    expect($('.banner').text()).toContain('没有逐字出现');
  });

  test('counts what there is without the filters when nothing is left within them', async () => {
    const { $ } = await searchFor('营商环境', '&year=2024');
    expect($('.zero h2').text()).toBe('没有找到');
    expect($('.way-out').text()).toContain('4 段');
    expect(squeeze((await get($('.way-out').attr('href')!)).$('.counts').text())).toBe('5 处 4 段 1 篇');
  });

  test('leaves out parameters that it cannot understand, and says so', async () => {
    const { status, $ } = await searchFor('营商环境', '&sort=foo&year=abc&page=-3');
    expect(status).toBe(200);
    expect($('.warning').length).toBe(3);
    expect(squeeze($('.counts').text())).toBe('5 处 4 段 1 篇');
  });

  test('leads on to the next page and back', async () => {
    const { $ } = await searchFor('营商环境', '&size=2');
    const next = await get($('a[rel=next]').attr('href')!);
    expect($('.hit').length + next.$('.hit').length).toBe(4);
    expect(next.$('a[rel=prev]').attr('href')).toBe($('.sorts a[aria-current]').attr('href'));
  });
});

describe('text of a query or a document', () => {
  const hostile = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onfocus='alert(1)' autofocus='`,
    `{{constructor}} \${7*7} &lt;b&gt;`,
    `</title></textarea></style><svg/onload=alert(1)>`,
  ];

  test.each(hostile)('shows as text: %s', async (q) => {
    for (const path of ['/search', '/documents', `/documents/${(await firstHit('营商环境')).docId}`]) {
      const { $ } = await get(
        `${path}?q=${encodeURIComponent(q)}&title=${encodeURIComponent(q)}&region=${encodeURIComponent(q)}`,
      );
      // JSON-LD is text for programs: it runs nowhere, and nothing in it ends it.
      for (const facts of $('script[type="application/ld+json"]').toArray())
        expect(() => void JSON.parse($(facts).text())).not.toThrow();
      for (const script of $('script:not([type="application/ld+json"])').toArray()) {
        expect($(script).attr('src')).toMatch(/^\/public\/\w+\.js$/);
        expect($(script).text()).toBe('');
      }
      expect($('img, [onerror], [onload], [onfocus], [onclick], [style]').length).toBe(0);
    }
    expect((await searchFor(q)).$('#q').val()).toBe(q);
  });

  test('shows a document that contains HTML as it is printed', async () => {
    const { $ } = await get(`/documents/${(await firstHit('一网通办')).docId}`);
    expect($('.text').text()).toContain(`"一网通办"覆盖95%的事项。<script>alert('文')</script>`);
    expect($('.text script, .text [onclick]').length).toBe(0);
    const hits = await searchFor('一网通办');
    expect(hits.$('.hit').attr('data-quotation')).toContain(`<script>alert('文')</script>`);
  });
});

describe('a document', () => {
  test('shows its text whole, its outline, and an anchor for every paragraph', async () => {
    const hit = await firstHit('提升年活动');
    const { $ } = await get(`/documents/${hit.docId}`);
    expect($('h1').text()).toBe('2022年青石市政府工作报告');
    expect($(`#p-${hit.passageId}`).text()).toContain(hit.text.trim());
    for (const link of $('nav.outline a').toArray()) expect($($(link).attr('href')).length).toBe(1);
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('marks the words that were looked for in it', async () => {
    const { docId } = await firstHit('营商环境');
    const { $ } = await get(`/documents/${docId}?q=${encodeURIComponent('营商环境')}`);
    expect($('.inside-found').text()).toContain('本文 5 处，4 段');
    expect(
      $('.text mark')
        .toArray()
        .map((mark) => $(mark).text())
        .join(''),
    ).toBe('营商环境'.repeat(5));
    expect($('.match-links a').length).toBe(4);
  });

  test('opens at a paragraph that was cited', async () => {
    const { passageId, text } = await firstHit('提升年活动');
    const { status, $ } = await get(`/p/${passageId}`);
    expect(status).toBe(200);
    expect($('.text .is-target').attr('id')).toBe(`p-${passageId}`);
    expect($('.text [autofocus]').attr('href')).toBe(`/p/${passageId}`);
    expect($('.target-card .quotation').text()).toContain(text.trim());
    expect($('link[rel=canonical]').attr('href')).toBe(`/p/${passageId}`);
  });

  test('is still offered when the cited paragraph is gone', async () => {
    const { docId } = await firstHit('提升年活动');
    const { status, $ } = await get(`/p/${docId}-gone`);
    expect(status).toBe(404);
    expect($(`main a[href="/documents/${docId}"]`).text()).toContain('2022年青石市政府工作报告');
  });
});

describe('a table', () => {
  test('is a table in its document, titles over all of its columns', async () => {
    const { docId } = await firstHit('城镇化率');
    const { $ } = await get(`/documents/${docId}`);
    const cells = (selector: string) =>
      $(selector)
        .toArray()
        .map((cell) => squeeze($(cell).text()).replace('¶', ''));
    expect(cells('.text thead th')).toEqual(['指标', '2020年', '2025年']);
    expect(cells('.text tbody td[colspan="3"]')).toEqual(['一、经济发展']);
    expect(cells('.text tbody tr:last-child td')).toEqual(['城镇化率（%）', '58.06', '65']);
  });

  test('gives a row that is found its column heads', async () => {
    const { $ } = await searchFor('城镇化率');
    expect(
      $('.row dt')
        .toArray()
        .map((head) => $(head).text()),
    ).toEqual(['指标', '2020年', '2025年']);
    expect($('.row mark').text()).toBe('城镇化率');
  });
});

describe('the list of documents', () => {
  test('sorts by a column, the other way when it is chosen again', async () => {
    const { $ } = await get('/documents?by=passages');
    expect($('th[aria-sort]').text()).toBe('段落');
    const counts = (page: typeof $) =>
      page('tbody .c-passages')
        .toArray()
        .map((cell) => Number(page(cell).text()));
    const other = await get($('th[aria-sort] a').attr('href')!);
    expect(counts(other.$)).toEqual(counts($).toReversed());
  });

  test.each([
    { query: 'year=2024', shown: '1 篇，共 3 篇' },
    { query: 'year=2021..2023', shown: '2 篇，共 3 篇' },
    { query: `title=${encodeURIComponent('青石')}`, shown: '共 3 篇' },
    { query: `type=${encodeURIComponent('地方性法规')}`, shown: '0 篇，共 3 篇' },
    { query: 'by=nonsense&direction=sideways', shown: '共 3 篇' },
  ])('is narrowed by $query', async ({ query, shown }) => {
    const { $ } = await get(`/documents?${query}`);
    expect($('.counts').text()).toBe(shown);
  });
});

describe('every file', () => {
  test('stands in the ingest report, with the reason when it was left out', async () => {
    const { $ } = await get('/collection');
    const paths = $('.file-path')
      .toArray()
      .map((path) => $(path).text());
    expect(paths.toSorted()).toEqual(Object.keys(texts).toSorted());
    expect($('main').text()).toContain('文件是空的');
  });
});

describe('languages', () => {
  test('are switched by a parameter and remembered', async () => {
    const { $, headers } = await get('/help?lang=en');
    expect($('html').attr('lang')).toBe('en');
    const cookie = headers.get('set-cookie')!.split(';')[0]!;
    expect((await get('/help', { cookie })).$('html').attr('lang')).toBe('en');
    expect((await get('/help')).$('html').attr('lang')).toBe('zh-CN');
  });

  test('switching keeps the search', async () => {
    const { $ } = await searchFor('粮食产量', '&year=2024');
    const switched = await get($('[hreflang=en]').attr('href')!);
    expect(squeeze(switched.$('.counts').text())).toBe('1 occurrence 1 paragraph 1 document');
  });

  test.each(['/', '/search?q=营商环境', '/search?q=龘龘', '/documents', '/collection', '/help', '/none'])(
    '%s leaves no value unfilled in either',
    async (path) => {
      for (const lang of ['zh', 'en']) {
        const { html, $ } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(html).not.toMatch(/undefined|\[object|NaN|function|=>/);
        expect($('title').text()).not.toBe('');
        expect($('h1').length).toBe(1);
      }
    },
  );
});

describe('errors', () => {
  test.each([
    { path: '/no/such/page', status: 404, says: '/no/such/page' },
    { path: '/documents/none', status: 404, says: 'none' },
    { path: '/p/none', status: 404, says: 'none' },
    { path: '/documents/%E0%A4%A', status: 400, says: '无法理解' },
  ])('$path: $status, in the design of the pages, without a stack', async ({ path, status, says }) => {
    const page = await get(path);
    expect(page.status).toBe(status);
    expect(page.$('main').text()).toContain(says);
    expect(page.$('form[role=search]').length).toBe(1);
    expect(page.html).not.toMatch(/\bat .*\.[jt]s:\d+/);
  });
});

describe('a page', () => {
  test.each(['/', '/search?q=营商环境', '/documents', '/collection', '/help'])(
    '%s loads nothing from elsewhere',
    async (path) => {
      const { $, headers } = await get(path);
      const sources = $('[src], link[href]')
        .toArray()
        .map((element) => $(element).attr('src') ?? $(element).attr('href')!);
      expect(sources.filter((source) => !source.startsWith('/'))).toEqual([]);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect($('style, [style], script:not([src])').length).toBe(0);
    },
  );
});
