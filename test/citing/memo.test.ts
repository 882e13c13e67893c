import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../indexer/library.ts';
import { composeMemo, type Memo, memoSchema } from '../../server/citing/memo.ts';
import { writeMemoDocx } from '../../server/citing/memoDocx.ts';
import { writeMemoMarkdown, writeMemoText } from '../../server/citing/memoText.ts';
import { libraryOfTexts } from '../support/library.ts';

const texts = {
  '云渚市2023年政府工作报告.txt': `云渚市2023年政府工作报告

一、2022年工作回顾

过去一年，一般公共预算收入124.51亿元；岚江二桥主塔封顶。

二、2023年工作安排

（一）实施城市更新行动

改造老旧小区60个，打造“十五分钟”生活圈*，惠及居民2.1万户。`,
};

let library: Library;
let memo: Memo;

beforeAll(async () => {
  library = await libraryOfTexts(texts);
  const document = library.collection.documents[0]!;
  const idOf = (words: string) =>
    document.passages.find(({ start, end }) => document.text.slice(start, end).startsWith(words))!.id;
  memo = memoSchema.parse({
    format: 'yinju-memo-1',
    title: '关于城市更新的情况',
    style: 'law',
    entries: [
      { kind: 'heading', text: '一、做法' },
      { kind: 'own', text: '各地都在推进。\n云渚市的提法如下。' },
      { kind: 'quotation', id: idOf('改造老旧'), note: '这一条可以借鉴。' },
      { kind: 'quotation', id: idOf('过去一年'), spans: [{ start: 5, end: 22 }] },
      { kind: 'quotation', id: 'gone-gone', words: '已经不在的一段。', title: '旧报告' },
    ],
  });
});

const compose = (change: Partial<Memo> = {}) =>
  composeMemo({ ...memo, ...change }, { collection: library.collection, former: new Map(), accessed: null });

const first = '改造老旧小区60个，打造“十五分钟”生活圈*，惠及居民2.1万户。';
const firstNote = '云渚市人民政府：《云渚市2023年政府工作报告》，2023年，第二部分（一）。';

describe('composeMemo(memo, sources)', () => {
  test('puts in words and citations, and says what is no more', () => {
    expect(compose().parts.slice(2)).toEqual([
      { kind: 'quotation', words: first, citation: firstNote, warning: null, note: '这一条可以借鉴。' },
      {
        kind: 'quotation',
        words: '……一般公共预算收入124.51亿元；',
        citation: '云渚市人民政府：《云渚市2023年政府工作报告》，2023年，第一部分。',
        warning: null,
        note: '',
      },
      {
        kind: 'quotation',
        words: '已经不在的一段。',
        citation: '《旧报告》',
        warning: '文献库中已没有这一段，请核对',
        note: '',
      },
    ]);
  });

  test('a file that is no memo is refused', () => {
    expect(memoSchema.safeParse({ format: 'other', entries: [] }).success).toBe(false);
    expect(memoSchema.safeParse({ format: 'yinju-memo-1', entries: [{ kind: 'quotation' }] }).success).toBe(false);
  });
});

describe('the memo as a file', () => {
  test('Markdown', async () => {
    await expect(writeMemoMarkdown(compose())).toMatchFileSnapshot('../golden/citations/memo.md');
  });

  test('plain text, citations in the text', async () => {
    await expect(writeMemoText(compose({ style: 'memo' }))).toMatchFileSnapshot('../golden/citations/memo.txt');
  });

  test('Word: words verbatim, real footnotes in order, as another program reads them', async () => {
    const bytes = await writeMemoDocx(compose());
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
    expect(html).toContain(first);
    expect(html.indexOf(first)).toBeLessThan(html.indexOf('……一般公共预算收入124.51亿元；'));
    const notes = [...html.matchAll(/<li id="footnote-\d+">(.*?)<\/li>/gu)].map((found) =>
      found[1]!.replace(/<[^>]+>|↑/gu, '').trim(),
    );
    expect(notes).toEqual([
      firstNote,
      '云渚市人民政府：《云渚市2023年政府工作报告》，2023年，第一部分。',
      '《旧报告》',
    ]);
    expect(html).toContain('<h1>一、做法</h1>');
  });

  test('Word: fonts and page of an office', async () => {
    const parts = unzipSync(await writeMemoDocx(compose()));
    const xml = (name: string) => strFromU8(parts[`word/${name}.xml`]!);
    expect(xml('styles')).toContain('w:eastAsia="仿宋"');
    expect(xml('styles')).toContain('w:eastAsia="楷体"');
    expect(xml('document')).toContain('w:footnoteReference');
    expect(xml('document')).toMatch(/w:pgSz w:w="1190\d" w:h="1683\d"/u);
  });
});
