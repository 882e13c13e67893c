import type { Router } from 'express';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Library } from '../../indexer/library.ts';
import { apiRoutes } from '../../server/http/api/api.ts';
import { openApi, OPERATIONS } from '../../server/http/api/openApi.ts';
import { problemDocument } from '../../server/http/api/schema.ts';
import { libraryOf, SAMPLES } from '../support/library.ts';
import { serve } from '../support/server.ts';

let library: Library;
let base: string;

beforeAll(async () => {
  library = await libraryOf(SAMPLES);
  const served = await serve(library);
  base = served.base;
  return served.stop;
});

/** Paths of a router's routes, and of the routers in it. */
function pathsOf(router: Router): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route !== undefined) return [route.path];
    return 'stack' in handle ? pathsOf(handle as unknown as Router) : [];
  });
}

/** A request for each path that must be answered with 200. `:id` is a document's or a passage's, as the path wants. */
const requests: Readonly<Record<string, readonly string[]>> = {
  '/api/search': [
    '?q=工业',
    '?q=',
    '?q=工业&explain=1&fold=1&size=200',
    '?q=5G基站&explain=1',
    '?q=专精新特',
    '?q=GDP&synonyms=1',
    '?q=工业的量子跃迁计划是什么',
    '?q=(年份:',
  ],
  '/api/search.csv': ['?q=工业'],
  '/api/search.xlsx': ['?q=工业'],
  '/api/search.json': ['?q=工业', '?q='],
  '/api/suggest': ['?q=g', '?q=工业', '?q='],
  '/api/documents': ['', '?size=2&page=2'],
  '/api/documents/:id': [''],
  '/api/passages/:id': [''],
  '/api/trend': ['?q=工业', '?q=工业&by=region'],
  '/api/concordance': ['?q=工业'],
  '/api/indicators': ['?q=一般公共预算收入'],
  '/api/novelty': ['?before=2023&after=2024'],
  '/api/compare': ['?before=DOCUMENT&after=DOCUMENT'],
  '/api/concepts': [''],
  '/api/cite/:id': ['', '?style=gbt7714-2025'],
  '/api/check': ['?'],
  '/api/check/text': ['?'],
  '/search.atom': ['?q=工业'],
  '/healthz': [''],
};

const isSchema = (answer: unknown): answer is z.ZodType => !Array.isArray(answer);

function addressOf(path: string, query: string): URL {
  const [document] = library.collection.documents;
  const id = path.includes('documents') ? document?.id : document?.passages[3]?.id;
  return new URL(encodeURI(path.replace(':id', id ?? '') + query.replaceAll('DOCUMENT', document?.id ?? '')), base);
}

describe('the description', () => {
  const described = openApi();

  test('describes every route under /api', () => {
    const routes = pathsOf(apiRoutes(library)).map((path) => `/api${path}`);
    expect(routes.length).toBeGreaterThan(8);
    expect(
      OPERATIONS.map(({ path }) => path)
        .filter((path) => path.startsWith('/api'))
        .sort(),
    ).toEqual(routes.sort());
  });

  test('is OpenAPI 3.1: paths in braces, each parameter of a path declared, ids of operations unique', () => {
    expect(described.openapi).toMatch(/^3\.1\.\d$/);
    expect(described.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const ids: string[] = [];
    for (const [path, operations] of Object.entries(described.paths)) {
      for (const operation of Object.values(operations)) {
        ids.push(operation.operationId);
        const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
        const names = operation.parameters.map((one) => `${one.in} ${one.name}`);
        expect(new Set(names).size, path).toBe(names.length);
        for (const one of operation.parameters) expect(one.schema, `${path} ${one.name}`).toBeTypeOf('object');
        expect(operation.responses[200].content).not.toEqual({});
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('points only to what it holds', () => {
    const text = JSON.stringify(described);
    expect(text).not.toContain('"$schema"');
    const pointers = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer);
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of new Set(pointers)) {
      const found = pointer
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], described);
      expect(found, pointer).toBeTypeOf('object');
    }
  });

  test('says of a parameter what the check of requests says', () => {
    const search = described.paths['/api/search']?.get;
    const size = search?.parameters.find(({ name }) => name === 'size');
    expect(size).toMatchObject({ in: 'query', required: false, schema: { minimum: 1, maximum: 200, default: 20 } });
  });

  test('is served', async () => {
    const response = await fetch(new URL('/openapi.json', base));
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(described)));
  });
});

describe('answers are what is described', () => {
  const rows = OPERATIONS.flatMap((operation) =>
    (requests[operation.path] ?? []).map((query) => ({ operation, query, name: operation.path + query })),
  );

  test('every operation is asked', () => {
    expect(OPERATIONS.map(({ path }) => path).filter((path) => requests[path] === undefined)).toEqual([]);
  });

  test.each(rows)('$name', async ({ operation, query }) => {
    const body = operation.body === undefined ? undefined : JSON.stringify({ text: '报告提出“加快工业转型”。' });
    const response = await fetch(addressOf(operation.path, query), {
      method: operation.method ?? 'get',
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    expect(response.status).toBe(200);
    const type = response.headers.get('content-type') ?? '';
    if (isSchema(operation.answer)) {
      const read = operation.answer.safeParse(await response.json());
      expect(read.error?.issues ?? []).toEqual([]);
    } else expect(type.startsWith(operation.answer[0] ?? '')).toBe(true);
  });

  test.each(['/api/search?size=x', '/api/suggest?limit=0', '/api/passages/none', '/search.atom?year=x'])(
    '%s is a problem document',
    async (path) => {
      const response = await fetch(new URL(path, base));
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(problemDocument.safeParse(await response.json()).error?.issues ?? []).toEqual([]);
    },
  );
});
