import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const texts = {
  '云渚市2023年政府工作报告.txt': `云渚市2023年政府工作报告

一、2022年工作回顾

过去一年，一般公共预算收入124.51亿元；岚江二桥主塔封顶。

二、2023年工作安排

（一）实施城市更新行动

改造老旧小区60个，惠及居民2.1万户。`,
};

let base: string;
let library: Library;
let id: string;

beforeAll(async () => {
  library = await libraryOfTexts(texts);
  const served = await serve(library);
  base = served.base;
  const document = library.collection.documents[0]!;
  id = document.passages.find(({ start, end }) => document.text.slice(start, end).startsWith('改造老旧'))!.id;
  return served.stop;
});

const get = (path: string) => fetch(new URL(path, base));
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) =>
  fetch(new URL(path, base), { method: 'POST', body, headers: { 'Content-Type': type } });

describe('GET /api/cite/:id', () => {
  test('answers every style', async () => {
    const body = (await (await get(`/api/cite/${id}`)).json()) as { citations: { style: string; citation: string }[] };
    expect(body.citations.map(({ style }) => style)).toContain('ris');
    expect(body.citations.find(({ style }) => style === 'memo')!.citation).toBe(
      '（《云渚市2023年政府工作报告》，二、（一））',
    );
    expect(body).toMatchObject({ id, quotation: '改造老旧小区60个，惠及居民2.1万户。', permalink: `/p/${id}` });
  });

  test('answers one style, of a part of the paragraph', async () => {
    const body: unknown = await (await get(`/api/cite/${id}?style=plain&span=10-19&accessed=none`)).json();
    expect(body).toMatchObject({ style: 'plain', quotation: '……惠及居民2.1万户' });
  });

  test('cites a document as a whole', async () => {
    const response = await get(`/api/cite/${library.collection.documents[0]!.id}?style=memo`);
    expect(await response.json()).toMatchObject({ citation: '（《云渚市2023年政府工作报告》）', quotation: null });
  });

  test.for([
    { trap: 'no such style', path: 'ID?style=chicago', status: 400, parameter: 'style' },
    { trap: 'a span that ends before it begins', path: 'ID?span=9-3', status: 400, parameter: 'span' },
    { trap: 'a date that is none', path: 'ID?accessed=2026-02-30', status: 400, parameter: 'accessed' },
    { trap: 'no such passage', path: 'nothing', status: 404, parameter: undefined },
  ])('$trap', async ({ path, status, parameter }) => {
    const response = await get(`/api/cite/${path.replace('ID', id)}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const body = (await response.json()) as { parameters?: { parameter: string }[] };
    expect(body.parameters?.[0]?.parameter).toBe(parameter);
  });
});

describe('GET /cite/ID.…', () => {
  test.for([
    { ending: 'bib', type: 'application/x-bibtex', begins: '@techreport{' },
    { ending: 'ris', type: 'application/x-research-info-systems', begins: 'TY  - RPRT\r\n' },
    { ending: 'json', type: 'application/vnd.citationstyles.csl+json', begins: '[\n' },
    { ending: 'txt', type: 'text/plain', begins: '改造老旧小区60个' },
  ])('$ending', async ({ ending, type, begins }) => {
    const response = await get(`/cite/${id}.${ending}`);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-disposition')).toContain(`${id}.${ending}`);
    const text = await response.text();
    expect(text.startsWith(begins)).toBe(true);
    expect(text).toContain(`${base.replace(/\/$/u, '')}/p/${id}`);
  });

  test('an ending that there is not is not found', async () => {
    expect((await get(`/cite/${id}.exe`)).status).toBe(404);
    expect((await get('/cite/nothing.bib')).status).toBe(404);
  });
});

describe('POST /api/check', () => {
  const draft = '报告提出“改造老旧小区80个，惠及居民2.1万户”。';

  test('checks a text', async () => {
    const response = await post('/api/check', JSON.stringify({ text: draft }), 'application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body: unknown = await response.json();
    expect(body).toMatchObject({
      total: { quotations: 1, confirmed: 0, altered: 1, nowhere: 0 },
      quotations: [{ verdict: 'altered', sources: [{ passageId: id, printed: '改造老旧小区60个，惠及居民2.1万户' }] }],
    });
  });

  test('checks a file', async () => {
    const bytes = new TextEncoder().encode(draft);
    const response = await post('/api/check?name=a.md', bytes, 'application/octet-stream');
    expect(await response.json()).toMatchObject({ total: { altered: 1 } });
  });

  test('what cannot be read is refused, and nothing of it is logged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      expect((await post('/api/check', '{"text":"机密', 'application/json')).status).toBe(400);
      expect((await post('/api/check', '{"words":1}', 'application/json')).status).toBe(400);
      const big = JSON.stringify({ text: '机密'.repeat(600_000) });
      expect((await post('/api/check', big, 'application/json')).status).toBe(413);
      expect(
        (await post('/api/check?name=a.docx', new Uint8Array([1, 2, 3, 0, 5]), 'application/octet-stream')).status,
      ).toBe(400);
      expect(JSON.stringify(log.mock.calls)).not.toContain('机密');
    } finally {
      log.mockRestore();
    }
  });
});
