import { get as httpGet } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../server/http/listen.ts';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

全市新增“专精特新”企业12家。<script>alert(1)</script>粮食产量达到46.2亿斤，同比增长1.5%。

二、2023年重点工作

（一）抓好项目建设。新建改造道路110万米，惠及群众10万户，确保年底前全部完工通车。`,
  'b.txt': `2024年甲城市政府工作报告

各位代表：

一、2024年重点工作

培育專精特新企業20家以上，城镇调查失业率控制在5.5%以内，粮食产量稳定在46亿斤。`,
};

let base: string;

beforeAll(async () => {
  const served = await serve(await libraryOfTexts(texts));
  base = served.base;
  return served.stop;
});

async function getJson(path: string) {
  const response = await fetch(new URL(path, base));
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const searchFor = (q: string, rest = '') => getJson(`/api/search?q=${encodeURIComponent(q)}${rest}`);

describe('GET /api/search', () => {
  test('answers with totals, and hits that show where they match', async () => {
    const { body } = await searchFor('专精特新');
    expect(body).toMatchObject({
      query: '专精特新',
      step: 'exact',
      total: { passages: 2, occurrences: 2, documents: 2 },
    });
    const marked = body.hits.map((hit: { text: string; matches: { start: number; end: number }[] }) =>
      hit.matches.map(({ start, end }) => hit.text.slice(start, end)),
    );
    expect(marked.flat().sort()).toEqual(['专精特新', '專精特新']);
    expect(body.hits[0]).toMatchObject({ year: expect.any(Number), permalink: `/p/${body.hits[0].passageId}` });
  });

  const counts: readonly { q: string; rest?: string; occurrences: number; trap: string }[] = [
    { trap: 'traditional', q: '糧食產量', occurrences: 2 },
    { trap: 'a number is whole', q: '10万', occurrences: 1 },
    { trap: 'a longer number', q: '110万', occurrences: 1 },
    { trap: 'filtered by year', q: '粮食产量', rest: '&year=2024', occurrences: 1 },
    { trap: 'filtered by a range of years', q: '粮食产量', rest: '&year=2023..2024', occurrences: 2 },
    { trap: 'filtered by type', q: '粮食产量', rest: '&type=规划纲要', occurrences: 0 },
    { trap: 'excluded', q: '粮食产量 -同比', occurrences: 1 },
    { trap: 'year in the query', q: '粮食产量 年份:2023', occurrences: 1 },
    { trap: 'lone punctuation is text', q: '。', occurrences: 5 },
    { trap: 'nothing', q: '', occurrences: 0 },
    { trap: 'white space', q: ' 　', occurrences: 0 },
    { trap: 'markup is text', q: '<script>alert(1)</script>', occurrences: 1 },
    { trap: '10,000 characters', q: '粮'.repeat(10_000), occurrences: 0 },
  ];
  test.each(counts)('counts $trap', async ({ q, rest, occurrences }) => {
    const { status, body } = await searchFor(q, rest);
    expect(status).toBe(200);
    expect(body.step === 'exact' ? body.total.occurrences : 0).toBe(occurrences);
  });

  const wrong: readonly { rest: string; parameter: string }[] = [
    { rest: '&page=0', parameter: 'page' },
    { rest: '&size=1000', parameter: 'size' },
    { rest: '&sort=random', parameter: 'sort' },
    { rest: '&year=today', parameter: 'year' },
  ];
  test.each(wrong)('names the parameter that is wrong: $rest', async ({ rest, parameter }) => {
    const { status, type, body } = await searchFor('粮食', rest);
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(body.parameters[0].parameter).toBe(parameter);
  });
});

describe('GET /api/documents and /api/passages', () => {
  test('list the documents with their paths, and each passage by its id', async () => {
    const { body } = await getJson('/api/documents');
    expect(body.total).toBe(2);
    expect(body.documents.map(({ path, year }: { path: string; year: number }) => [path, year])).toEqual([
      ['a.txt', 2023],
      ['b.txt', 2024],
    ]);
    const shown = (await getJson(`/api/documents/${body.documents[0].id}`)).body;
    expect(shown.document.id).toBe(body.documents[0].id);
    for (const passage of shown.passages) {
      const { body: found } = await getJson(`/api/passages/${passage.id}`);
      expect([found.text, found.sectionPath]).toEqual([passage.text, passage.sectionPath]);
    }
  });

  test.each(['/api/documents/none', '/api/passages/none', '/api/nothing'])('%s is a problem document', async (path) => {
    const { status, body } = await getJson(path);
    expect([status, body.status, body.title]).toEqual([404, 404, 'Not Found']);
  });
});

describe('the server', () => {
  test('is alive', async () => {
    expect((await getJson('/healthz')).body).toMatchObject({ status: 'ok', documents: 2 });
  });

  test('lets a page load nothing from elsewhere and run nothing inline', async () => {
    const { headers } = await fetch(base);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('shows markup in queries and documents as text', async () => {
    const html = await (await fetch(`${base}?q=${encodeURIComponent('<script>alert(1)</script>')}`)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });

  test.each([
    '/public/../../package.json',
    '/public/%2e%2e/%2e%2e/package.json',
    '/../package.json',
    '/public/..%2f..%2fpackage.json',
  ])('serves no file outside its own: %s', async (path) => {
    const { port } = new URL(base);
    // fetch would tidy the path up before it is sent.
    const body = await new Promise<string>((resolve, reject) => {
      httpGet({ host: '127.0.0.1', port, path }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(text));
      }).on('error', reject);
    });
    expect(body).not.toContain('"dependencies"');
  });

  test('says when its port is taken, and what to do', async () => {
    const taken = await listen(await libraryOfTexts({}), { host: '127.0.0.1', port: Number(new URL(base).port) });
    expect('problem' in taken && taken.problem).toMatch(/占用.*--port/);
  });
});
