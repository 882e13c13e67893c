import { DOMParser } from '@xmldom/xmldom';
import { beforeAll, describe, expect, test } from 'vitest';
import { element, writeXml } from '../../server/http/xml.ts';
import { libraryOfTexts } from '../support/library.ts';
import { serve } from '../support/server.ts';

const texts = {
  'a.txt': `2023年甲城市政府工作报告

各位代表：

一、2022年工作回顾

粮食产量达到46.2亿斤 & 油料5<6 ]]>。`,
  'b.txt': `2024年甲城市政府工作报告

各位代表：

一、2024年重点工作

粮食产量稳定在46亿斤。`,
};

let base: string;

beforeAll(async () => {
  const served = await serve(await libraryOfTexts(texts));
  base = served.base.replace(/\/$/, '');
  return served.stop;
});

/** Parses strictly: what is not well-formed is an error. */
function parseXml(text: string): Document {
  const errors: unknown[] = [];
  const note = (message: unknown): void => void errors.push(message);
  const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
  const document = parser.parseFromString(text, 'text/xml');
  expect(errors).toEqual([]);
  return document;
}

async function getXml(path: string) {
  const response = await fetch(base + encodeURI(path));
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type') ?? '', document: parseXml(await response.text()) };
}

const all = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagName(name));
const textOf = (node: Document | Element, name: string): string => all(node, name)[0]?.textContent ?? '';

describe('writeXml', () => {
  test.each([
    { trap: 'markup', text: '<a href="x">&amp;</a>' },
    { trap: 'quotation marks', text: `"'“”` },
    { trap: 'characters beyond the BMP', text: '𠮷😀' },
    { trap: 'line feeds', text: 'a\nb' },
  ])('keeps $trap', ({ text }) => {
    const root = parseXml(writeXml(element('r', { a: text.replace('\n', '') }, text))).documentElement;
    expect(root.textContent).toBe(text);
    expect(root.getAttribute('a')).toBe(text.replace('\n', ''));
  });

  test.each(['\0', '\x08', '\uFFFF', '\uD800'])('leaves out what XML has no place for: %j', (character) => {
    expect(parseXml(writeXml(element('r', {}, `a${character}b`))).documentElement.textContent).toBe('ab');
  });
});

describe('/opensearch.xml', () => {
  test('tells a browser where to search and whom to ask for suggestions', async () => {
    const { type, document } = await getXml('/opensearch.xml');
    expect(type).toMatch(/^application\/opensearchdescription\+xml/);
    expect(document.documentElement.namespaceURI).toBe('http://a9.com/-/spec/opensearch/1.1/');
    expect(textOf(document, 'ShortName').length).toBeLessThanOrEqual(16);
    const templates = new Map(
      all(document, 'Url').map((url) => [url.getAttribute('type'), url.getAttribute('template')]),
    );
    for (const template of templates.values()) {
      const response = await fetch((template ?? '').replace('{searchTerms}', encodeURIComponent('粮食产量')));
      expect(response.status, template ?? '').toBe(200);
    }
    expect([...templates.keys()]).toContain('text/html');
  });

  test('suggestions come as browsers want them', async () => {
    const response = await fetch(`${base}/api/suggest?q=lscl&format=opensearch`);
    expect(response.headers.get('content-type')).toMatch(/^application\/x-suggestions\+json/);
    const [typed, terms, descriptions, addresses] = await response.json();
    expect([typed, terms, descriptions, addresses]).toEqual(['lscl', ['粮食产量'], ['2 段'], []]);
  });
});

describe('/search.atom', () => {
  test('is a feed of the newest first, each entry with a permalink for its id', async () => {
    const { type, document } = await getXml('/search.atom?q=粮食产量');
    expect(type).toMatch(/^application\/atom\+xml/);
    const feed = document.documentElement;
    expect([feed.localName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const entries = all(document, 'entry');
    expect(entries.map((entry) => textOf(entry, 'updated').slice(0, 4))).toEqual(['2024', '2023']);
    for (const entry of entries) {
      const id = textOf(entry, 'id');
      expect(id).toMatch(new RegExp(`^${base}/p/`));
      expect(all(entry, 'link')[0]?.getAttribute('href')).toBe(id);
      expect((await fetch(id)).status).toBe(200);
      expect(Number.isNaN(Date.parse(textOf(entry, 'updated')))).toBe(false);
    }
    expect(textOf(entries[1] ?? document, 'content')).toContain('& 油料5<6 ]]>');
  });

  test('has what RFC 4287 requires of a feed, and leads to itself and to the page', async () => {
    const { document } = await getXml('/search.atom?q=粮食产量&year=2023..2024');
    const children = Array.from(document.documentElement.childNodes).map(({ nodeName }) => nodeName);
    for (const name of ['id', 'title', 'updated', 'author'])
      expect(
        children.filter((child) => child === name),
        name,
      ).toHaveLength(1);
    const links = new Map(
      all(document, 'link')
        .slice(0, 2)
        .map((l) => [l.getAttribute('rel'), l.getAttribute('href')]),
    );
    expect(decodeURIComponent(links.get('self') ?? '')).toBe(`${base}/search.atom?q=粮食产量&year=2023..2024`);
    expect((await fetch(links.get('alternate') ?? '')).status).toBe(200);
  });

  test('near hits are no news', async () => {
    const { document } = await getXml('/search.atom?q=粮食产量翻两番');
    expect(all(document, 'entry')).toEqual([]);
    expect(textOf(document, 'subtitle')).toContain('没有逐字命中');
  });
});
