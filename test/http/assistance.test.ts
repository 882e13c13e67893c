import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

新增专精特新企业12家。PM2.5平均浓度下降，细颗粒物治理见效。`,
  'b.txt': `2024年甲城市政府工作报告

各位代表：

一、2024年重点工作

细颗粒物平均浓度再下降。培育专精特新企业20家。`,
};

let base: string;

beforeAll(async () => {
  const served = await serve(await libraryOfTexts(texts));
  base = served.base;
  return served.stop;
});

const pageOf = async (path: string) => load(await (await fetch(new URL(encodeURI(path), base))).text());

describe('a page of results', () => {
  test('asks whether something else was meant, as a link, and looks for what was typed', async () => {
    const $ = await pageOf('/search?q=专精新特&year=2024');
    const link = $('.otherwise a');
    expect(link.text()).toBe('专精特新');
    expect($('.otherwise .count').text()).toBe('1 段');
    expect(new URL(link.attr('href') ?? '', base).search).toBe(
      `?${new URLSearchParams({ q: '专精特新', year: '2024' })}`,
    );
    expect($('#q').val()).toBe('专精新特');
    expect($('.description').text()).toContain('“专精新特”');
  });

  test('names other names with what they find, and a switch', async () => {
    const $ = await pageOf('/search?q=PM2.5');
    expect($('.otherwise .other').text().trim()).toMatch(/^细颗粒物\s+2 段$/);
    expect($('.counts').text()).toContain('1 处');
    const on = await pageOf($('.otherwise .switch').attr('href') ?? '');
    expect(on('.counts').text()).toContain('3 处');
    expect(on('.description').text()).toContain('含“PM2.5”或“细颗粒物”');
    expect(on('.otherwise').text()).toContain('一并查找');
    expect(on('mark').text()).toContain('细颗粒物');
    expect(on('#q').val()).toBe('PM2.5');
    const off = await pageOf(on('.otherwise .switch').attr('href') ?? '');
    expect(off('.counts').text()).toContain('1 处');
  });

  test('keeps the switch in every link and in the form', async () => {
    const $ = await pageOf('/search?q=PM2.5&synonyms=1');
    expect($('form.search input[name="synonyms"]').val()).toBe('1');
    const links = $('.facet a, .sorts a, .take-along a').toArray();
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect($(link).attr('href')).toContain('synonyms=1');
  });

  test('is exported and followed with its filters, by links that answer', async () => {
    const $ = await pageOf('/search?q=细颗粒物&year=2024');
    const hrefs = $('.take-along a')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(hrefs.map((href) => href.split('?')[0])).toEqual([
      '/api/search.csv',
      '/api/search.xlsx',
      '/api/search.json',
      '/search.atom',
    ]);
    expect($('link[rel="alternate"][type="application/atom+xml"]').attr('href')).toBe(hrefs[3]);
    for (const href of hrefs) {
      expect(new URL(href, base).searchParams.get('year')).toBe('2024');
      expect((await fetch(new URL(href, base))).status).toBe(200);
    }
  });

  test('speaks English as well', async () => {
    const $ = await pageOf('/search?q=PM2.5&lang=en');
    expect($('.otherwise').text()).toContain('Other names');
    expect($('.take-along').text()).toContain('Export all results');
  });
});

test('every page tells the browser that it can be searched', async () => {
  for (const path of ['/', '/documents', '/help', '/search?q=工业']) {
    const $ = await pageOf(path);
    expect($('link[rel="search"]').attr('href')).toBe('/opensearch.xml');
  }
});
