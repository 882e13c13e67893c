import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { libraryOf, SAMPLES } from '../support/library.ts';
import { serve } from '../support/server.ts';

let library: Library;
let base: string;

beforeAll(async () => {
  library = await libraryOf(SAMPLES);
  const served = await serve(library);
  base = served.base;
  return served.stop;
}, 120_000);

interface Counts {
  readonly occurrences: number;
  readonly passages: number;
  readonly documents: number;
}

/** What the answers of several routes have, as far as a test looks at it. */
interface Answer {
  readonly total: Counts;
  readonly series: readonly {
    readonly query: string;
    readonly points: readonly (Counts & { readonly key: string })[];
    readonly first: { readonly sentence: string; readonly citation: string };
    readonly lines: readonly unknown[];
    readonly readings: readonly unknown[];
  }[];
  readonly coverage: { readonly documents: number };
  readonly card: object;
  readonly fresh: readonly { readonly before: number; readonly after: number }[];
}

const get = (path: string) => fetch(new URL(path, base));
const getJson = async (path: string) => (await get(path)).json() as Promise<Answer>;
const phrases = ['营商环境', '数字经济', '项目'];
const asked = new URLSearchParams(phrases.map((phrase) => ['q', phrase])).toString();

describe('/api/trend', () => {
  test('every point counts what its search counts', async () => {
    const { series } = await getJson(`/api/trend?${asked}&by=year`);
    for (const { query, points } of series)
      for (const { key, occurrences, passages, documents } of points) {
        if (key === 'unknown') continue;
        const { total } = await getJson(
          `/api/search?${new URLSearchParams({ q: `"${query}"`, year: key }).toString()}`,
        );
        expect(total).toEqual({ occurrences, passages, documents });
      }
  });

  test('says out of how much, where first and last, and carries its card', async () => {
    const { series, coverage, card } = await getJson(`/api/trend?q=项目&by=region`);
    expect(coverage.documents).toBe(library.collection.documents.length);
    expect(series[0]!.first.sentence).toContain('项目');
    expect(series[0]!.first.citation).toContain('《');
    expect(card).toMatchObject({ fingerprint: library.collection.fingerprint, documents: coverage.documents });
  });

  const refused = [
    { trap: 'nothing to look for', path: '/api/trend', status: 400 },
    {
      trap: 'nine phrases',
      path: `/api/trend?q=${encodeURIComponent('一\n二\n三\n四\n五\n六\n七\n八\n九')}`,
      status: 400,
    },
    { trap: 'an unknown grouping', path: '/api/trend?q=项目&by=month', status: 400 },
    { trap: 'an unknown concept', path: '/api/trend?concept=无', status: 404 },
    { trap: 'a year without documents', path: '/api/novelty?before=1901&after=2024', status: 404 },
    { trap: 'an unknown document', path: '/api/compare?before=x&after=y', status: 404 },
    { trap: 'no indicator', path: '/api/indicators', status: 400 },
  ];
  test.each(refused)('refuses $trap with a problem document', async ({ path, status }) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('exports CSV with a byte order mark, in three shapes, and a workbook', async () => {
    for (const shape of ['long', 'panel', 'wide']) {
      const bytes = new Uint8Array(await (await get(`/api/trend?${asked}&format=csv&shape=${shape}`)).arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(new TextDecoder().decode(bytes)).toContain('数字经济');
    }
    const workbook = new Uint8Array(await (await get(`/api/trend?${asked}&format=xlsx`)).arrayBuffer());
    expect(new TextDecoder().decode(workbook.slice(0, 2))).toBe('PK');
  });

  test('lists occurrences, figures, new phrases and differences', async () => {
    const { series } = await getJson('/api/concordance?q=项目&sort=left&size=5');
    expect(series[0]!.lines).toHaveLength(5);
    const figures = await getJson('/api/indicators?q=一般公共预算收入');
    expect(figures.series[0]!.readings.length).toBeGreaterThan(0);
    const { fresh } = await getJson('/api/novelty?before=2019&after=2024');
    expect(fresh.every(({ before, after }) => before === 0 && after > 0)).toBe(true);
    const [a, b] = library.collection.documents;
    expect(await getJson(`/api/compare?before=${a!.id}&after=${b!.id}`)).toHaveProperty('counts.changed');
  });
});

describe('/trend', () => {
  const views = ['trend', 'map', 'lines', 'figures', 'words'];
  test.each(views)('shows the view %s without inline styles or scripts', async (view) => {
    const response = await get(`/trend?${asked}&view=${view}`);
    expect(response.status).toBe(200);
    const $ = load(await response.text());
    expect($('[style], style, script:not([src]), [onclick]').length).toBe(0);
    expect($('h1').length).toBe(1);
  });

  test('every point of the chart and every cell of the table opens its search', async () => {
    const $ = load(await (await get(`/trend?${asked}`)).text());
    const points = $('.chart-wide svg a');
    const years = new Set(library.collection.documents.flatMap(({ year }) => year ?? []));
    expect(points.length).toBe(phrases.length * years.size);
    const cell = $('.counts-table tbody td a').first();
    const found = await getJson(`/api${cell.attr('href') ?? ''}`);
    expect(cell.attr('title')).toContain(`${found.total.occurrences} 处`);
    expect(points.first().find('title').text()).toContain(phrases[0]);
  });

  test('the state stands in the address: links keep phrases and filters', async () => {
    const $ = load(await (await get(`/trend?${asked}&year=2021..2024&measure=passages`)).text());
    for (const link of $('.tabs a').toArray()) {
      const { searchParams } = new URL($(link).attr('href') ?? '', base);
      expect(searchParams.getAll('q')).toEqual(phrases);
      expect(searchParams.get('year')).toBe('2021..2024');
      expect(searchParams.get('measure')).toBe('passages');
    }
    expect($('textarea').text()).toBe(phrases.join('\n'));
  });

  const odd = [
    '',
    '?q=',
    '?q=%00&by=x&page=-1',
    '?view=words&before=1&after=1&q=a',
    `?q=${encodeURIComponent('<script>"\'')}`,
    '?q[]=a&q[b]=c',
  ];
  test.each(odd)('any address is a page: %s', async (query) => {
    const response = await get(`/trend${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<script>"');
  });
});

describe('two documents, or two years, as files', () => {
  const files: readonly { path: string; holds: readonly string[] }[] = [
    { path: '/api/compare?format=csv', holds: ['前一份原文', '改动', '删去'] },
    { path: '/api/novelty?format=csv', holds: ['新或旧', '新,', '旧,', '# 规则'] },
  ];
  test.each(files)('$path has a byte order mark, its rows and its card', async ({ path, holds }) => {
    const [before, after] = library.collection.documents.filter(({ docType }) => docType === '政府工作报告');
    const response = await get(`${path}&before=${before!.id}&after=${after!.id}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    for (const words of [...holds, before!.id, library.collection.fingerprint]) expect(text).toContain(words);
  });
});

describe('/compare', () => {
  test('marks differences of two documents, and says so when there is nothing to compare', async () => {
    const reports = library.collection.documents.filter(({ docType }) => docType === '政府工作报告');
    const pair = new URLSearchParams({ before: reports[0]!.id, after: reports[1]!.id }).toString();
    const $ = load(await (await get(`/compare?${pair}`)).text());
    expect($('.change').length).toBeGreaterThan(0);
    expect((await get('/compare')).status).toBe(200);
    expect((await get('/compare?before=x&after=x')).status).toBe(200);
  });
});
