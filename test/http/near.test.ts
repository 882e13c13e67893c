/** What a reader is shown besides the literal hits: near paragraphs set apart, reasons for the order, neighbours. */
import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const COMMON = Array.from({ length: 40 }, (_, i) => `第${i + 1}项任务：推动经济提质，优化公共服务，加强规划引领。`);

const texts = {
  'a.txt': [
    '2023年甲城市政府工作报告',
    '各位代表：',
    '一、2022年工作回顾',
    '培育楼宇经济，税收增长两成。',
    '盘活闲置楼宇十二栋，招引总部企业和金融机构，带动税收<增长>。',
    ...COMMON,
  ].join('\n'),
};

let base: string;

beforeAll(async () => {
  const served = await serve(await libraryOfTexts(texts));
  base = served.base;
  return served.stop;
});

/** A path as typed, or an address from a page. */
const get = (path: string) => fetch(new URL(path.includes('%') ? path : encodeURI(path), base));
const pageOf = async (path: string) => load(await (await get(path)).text());
const jsonOf = async (path: string) => (await get(path)).json();

describe('near paragraphs', () => {
  test('stand below the literal hits, under words that say what they are, and in no count', async () => {
    const $ = await pageOf('/search?q=楼宇经济');
    expect($('.counts').text().replaceAll(/\s+/g, ' ').trim()).toBe('1 处 1 段 1 篇');
    expect($('.near .near-head').text()).toContain('没有逐字出现');
    expect($('.near .hit').length).toBe(1);
    expect($('.near .hit .shown').text()).toContain('盘活闲置楼宇');
    expect($('.near .hit mark').text()).toBe('楼宇');
    expect($('.near .hit .hit-foot').text()).not.toMatch(/本段 \d+ 处/);
    const hits = $('.hits .hit').toArray();
    expect(hits.map((hit) => $(hit).closest('.near').length)).toEqual([0, 1]);
  });

  test('can be hidden by a switch that every link and the form keep', async () => {
    const $ = await pageOf('/search?q=楼宇经济');
    const off = await pageOf($('.near .switch').attr('href') ?? '');
    expect(off('.near').length).toBe(0);
    expect(off('.near-switch').text()).toContain('1 段相近');
    expect(off('form.search input[name="near"]').val()).toBe('0');
    for (const link of off('.facet a, .sorts a').toArray()) expect(off(link).attr('href')).toContain('near=0');
    const on = await pageOf(off('.near-switch a').attr('href') ?? '');
    expect(on('.near .hit').length).toBe(1);
  });

  test('are named in JSON, and can be left out', async () => {
    const { step, total, words, hits } = await jsonOf('/api/search?q=楼宇经济');
    expect(step).toBe('best-words');
    expect(words).toEqual(['楼宇', '经济']);
    expect(total).toEqual({ passages: 1, occurrences: 1, documents: 1 });
    expect(hits.map(({ near, matches, nearMatches }: Record<string, unknown>) => [near, matches, nearMatches])).toEqual(
      [
        [undefined, [{ start: 2, end: 6 }], undefined],
        [true, [], [{ start: 4, end: 6 }]],
      ],
    );
    const without = await jsonOf('/api/search?q=楼宇经济&near=0');
    expect([without.step, without.hits.length]).toEqual(['exact', 1]);
    expect((await jsonOf('/api/search?q=楼宇经济&sort=newest')).hits.length).toBe(1);
  });

  test('are neither exported nor followed', async () => {
    const exported = await jsonOf('/api/search.json?q=楼宇经济');
    expect([exported.step, exported.hits.length]).toEqual(['exact', 1]);
    expect(await (await get('/search.atom?q=楼宇经济')).text()).not.toContain('盘活闲置楼宇');
    expect((await jsonOf('/api/trend?q=楼宇经济')).series[0].points[0].occurrences).toBe(1);
  });
});

describe('why a hit stands where it does', () => {
  test('is said on demand in words, in an address that can be shared', async () => {
    const $ = await pageOf('/search?q=楼宇经济&size=1&page=1');
    expect($('.why').length).toBe(0);
    const href = $('.hit .why-link').first().attr('href') ?? '';
    expect(href).toMatch(/explain=1.*#hit-/);
    const why = await pageOf(href);
    expect(why('.hit .why').length).toBe(why('.hit').length);
    expect(why('.why').first().text()).toContain('楼宇经济');
    expect(why('.why').first().text()).toContain('段中出现');
    const sum = Number(why('.why tfoot td').first().text());
    const parts = why('.why')
      .first()
      .find('tbody td')
      .toArray()
      .map((cell) => Number(why(cell).text().replace('−', '-')));
    expect(parts.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 1);
    expect(new URL(why('.hit .why-link').first().attr('href') ?? '', base).searchParams.has('explain')).toBe(false);
  });

  test('speaks English as well', async () => {
    const $ = await pageOf('/search?q=楼宇经济&explain=1&lang=en');
    expect($('.why').first().text()).toContain('in the paragraph');
    expect($('.near-head').text()).toContain('come near');
  });
});

test('a hit shows its neighbours, the first and the last of a document what there is', async () => {
  const $ = await pageOf('/search?q=楼宇经济');
  const around = $('.hit').first().find('.around');
  expect(
    around
      .find('dd')
      .toArray()
      .map((dd) => $(dd).text()),
  ).toEqual(['一、2022年工作回顾', '盘活闲置楼宇十二栋，招引总部企业和金融机构，带动税收<增长>。']);
  const last = await pageOf('/search?q=第40项任务');
  expect(last('.hit').first().find('.around dt').text()).toBe('上一段');
});
