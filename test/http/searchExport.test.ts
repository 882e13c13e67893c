import { unzipSync } from 'fflate';
import { DOMParser } from '@xmldom/xmldom';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

=HYPERLINK("http://evil.example")粮食产量达到46.2亿斤，粮食产量增长1.5%。

+粮食产量稳定，“三农”工作,有新"进展"。

-粮食产量创历史新高。

@粮食产量居全省前列。`,
  'b.txt': `2024年甲城市政府工作报告

各位代表：

一、2024年重点工作

糧食產量穩定在46億斤，PM2.5平均浓度下降，细颗粒物治理见效。`,
};

let base: string;

beforeAll(async () => {
  const served = await serve(await libraryOfTexts(texts));
  base = served.base;
  return served.stop;
});

const get = (path: string) => fetch(new URL(encodeURI(path), base));
const COLUMNS = ['标题', '年份', '地区', '类型', '章节', '段', '原文', '匹配', '出处', '链接', 'path'];

/** RFC 4180, as any program would read it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

async function csvOf(query: string) {
  const bytes = new Uint8Array(await (await get(`/api/search.csv?${query}`)).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = readCsv(new TextDecoder().decode(bytes));
  const [heads = [], ...rest] = rows;
  return {
    heads,
    rows: rest.filter(([first = '']) => !first.startsWith('# ')),
    card: new Map(
      rest.filter(([first = '']) => first.startsWith('# ')).map(([name = '', value = '']) => [name, value]),
    ),
  };
}

describe('CSV', () => {
  test('has a byte order mark, its columns, one row a passage, and the card', async () => {
    const { heads, rows, card } = await csvOf('q=粮食产量');
    expect(heads).toEqual(COLUMNS);
    expect(rows).toHaveLength(5);
    expect(card.get('# 检索')).toBe('粮食产量');
    expect(card.get('# 理解')).toBe('含“粮食产量”');
    expect(['# 处数', '# 段数', '# 篇数', '# 本文件段数'].map((name) => card.get(name))).toEqual(['6', '5', '2', '5']);
    expect(card.get('# 文献库指纹')).toMatch(/^[0-9a-f]{12}$/);
    expect(card.get('# 日期')).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(card.get('# 范围')).toBe('全部文献');
  });

  test('quotes text as it is, says what matched, where it stands, and how to get there', async () => {
    const { rows } = await csvOf('q=粮食产量&sort=document');
    const [row = []] = rows.filter((one) => one[1] === '2024');
    const cells = Object.fromEntries(COLUMNS.map((name, i) => [name, row[i]]));
    expect(cells).toMatchObject({ 匹配: '糧食產量', path: 'b.txt', 章节: '一、2024年重点工作', 段: '1' });
    expect(cells['链接']).toBe(`${base.replace(/\/$/, '')}/p/${cells['链接']?.split('/p/')[1] ?? ''}`);
    expect((await fetch(cells['链接'] ?? '')).status).toBe(200);
  });

  test('gives a spreadsheet no formula', async () => {
    const { rows } = await csvOf('q=粮食产量');
    const texts = rows.map((row) => row[6] ?? '');
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /^'[=+\-@]/.test(text))).toHaveLength(4);
  });

  test('keeps filters, and says so', async () => {
    const { rows, card } = await csvOf('q=粮食产量&year=2024');
    expect(rows).toHaveLength(1);
    expect(card.get('# 范围')).toBe('年份：2024');
  });

  test('says that nothing matched literally', async () => {
    const { card } = await csvOf('q=粮食产量的总体浓度');
    expect(card.get('# 规则')).toContain('没有逐字出现');
  });

  test('a query that a spreadsheet would run is text, too', async () => {
    const { card } = await csvOf('q==SUM(A1)');
    expect(card.get('# 检索')).toBe("'=SUM(A1)");
  });
});

describe('XLSX', () => {
  test('can be read back: rows, then the card', async () => {
    const response = await get('/api/search.xlsx?q=粮食产量');
    expect(response.headers.get('content-disposition')).toContain('yinju-search.xlsx');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const read = (name: string) => new DOMParser().parseFromString(new TextDecoder().decode(files[name]), 'text/xml');
    const strings = [...Array.from(read('xl/sharedStrings.xml').getElementsByTagName('si'))].map(
      (si) => si.textContent,
    );
    const cells = (sheet: string) =>
      Array.from(read(sheet).getElementsByTagName('row')).map((row) =>
        Array.from(row.getElementsByTagName('c')).map((cell) => {
          const value = cell.textContent;
          return cell.getAttribute('t') === 's' ? strings[Number(value)] : value;
        }),
      );
    const rows = cells('xl/worksheets/sheet1.xml');
    expect(rows[0]).toEqual(COLUMNS);
    expect(rows).toHaveLength(6);
    expect(rows.flat().some((cell) => cell?.startsWith('=HYPERLINK'))).toBe(true);
    expect(read('xl/worksheets/sheet1.xml').getElementsByTagName('f')).toHaveLength(0);
    expect(cells('xl/worksheets/sheet2.xml')).toContainEqual(['检索', '粮食产量']);
  });
});

describe('JSON', () => {
  test('has the card and every hit with its spans', async () => {
    const { card, hits, total } = await (await get('/api/search.json?q=粮食产量')).json();
    expect(card).toMatchObject({ title: '检索结果', phrases: ['粮食产量'] });
    expect(hits).toHaveLength(total.passages);
    for (const { text, matches } of hits)
      for (const { start, end } of matches) expect(text.slice(start, end)).toMatch(/^[粮糧]食[产產]量$/);
  });
});

describe('other names', () => {
  const searchFor = async (query: string) => (await get(`/api/search?${query}`)).json();

  test('are offered with what they find, and not counted', async () => {
    const { total, also, synonyms, description } = await searchFor('q=PM2.5');
    expect([total.occurrences, synonyms, also]).toEqual([1, false, [{ text: '细颗粒物', passages: 1 }]]);
    expect(description).toBe('含“PM2.5”');
  });

  test('are looked for, counted and said when they are asked for', async () => {
    const { total, also, synonyms, description } = await searchFor('q=PM2.5&synonyms=1');
    expect([total.occurrences, synonyms, also]).toEqual([2, true, []]);
    expect(description).toBe('含“PM2.5”或“细颗粒物”');
  });

  test('change nothing where there are none', async () => {
    const [off, on] = [await searchFor('q=粮食产量 46'), await searchFor('q=粮食产量 46&synonyms=1')];
    expect({ ...on, synonyms: false }).toEqual(off);
  });

  test('stay within the filters', async () => {
    expect((await searchFor('q=PM2.5&year=2023')).also).toEqual([]);
  });
});

describe('did you mean', () => {
  const searchFor = async (q: string) => (await get(`/api/search?q=${q}`)).json();

  test('offers what occurs, and shows nothing of it', async () => {
    const { didYouMean, query, step } = await searchFor('粮食量产');
    expect(didYouMean).toEqual([{ text: '粮食产量', passages: 5 }]);
    expect([query, step]).toEqual(['粮食量产', 'same-passage']);
    const asked = await searchFor('粮食产量');
    expect(asked.didYouMean).toEqual([]);
  });
});
