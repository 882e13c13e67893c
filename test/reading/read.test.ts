import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../indexer/reading/read.ts';
import { pdfFile } from './pdfFile.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.from({ length: 4000 }, (_, i) =>
  i < 8 ? ([137, 80, 78, 71, 13, 10, 26, 10][i] ?? 0) : (i * i * 31 + (i >> 2)) % 256,
);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), ...noise(3000, 75)]);
const oldWord = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
const encrypted = Buffer.concat([oldWord, Buffer.from('EncryptedPackage', 'utf16le')]);

/** Bytes without pattern, the same each time. */
function noise(length: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 16) & 255;
  });
}

describe('read', () => {
  const formats = [
    { trap: 'text', name: '甲.txt', in: bytes('各位代表：'), want: 'txt' },
    { trap: 'no extension', name: 'a.b/报告', in: bytes('各位代表：'), want: 'txt' },
    {
      trap: 'HTML in a text file',
      name: '甲.txt',
      in: bytes('<!-- http://a.cn -->\n<html><body><p>各位代表：'),
      want: 'html',
    },
    { trap: 'HTML saved as .doc', name: '甲.doc', in: bytes('<html><body><p>各位代表：'), want: 'html' },
    {
      trap: 'Markdown headings in a text file',
      name: '甲.txt',
      in: bytes('# 报告\n\n## 一、回顾\n\n各位代表：'),
      want: 'md',
    },
    { trap: 'one number sign is no Markdown', name: '甲.txt', in: bytes('# 报告\n各位代表：'), want: 'txt' },
    { trap: 'a PDF named .txt', name: '甲.txt', in: pdfFile([[{ text: '各位代表', x: 100, y: 700 }]]), want: 'pdf' },
  ];
  for (const { trap, name, in: file, want } of formats) {
    it(`knows the format: ${trap}`, async () => expect(await read(name, file)).toMatchObject({ format: want }));
  }

  const skips = [
    { trap: 'an empty file', name: '甲.txt', in: bytes(''), want: 'empty' },
    { trap: 'white space', name: '甲.txt', in: bytes(' \n\u3000\n'), want: 'no-text' },
    {
      trap: 'a page without text',
      name: '甲.html',
      in: bytes('<html><body><img src=a.png></body></html>'),
      want: 'no-text',
    },
    { trap: 'a picture named .txt', name: '甲.txt', in: png, want: 'binary' },
    { trap: 'a photograph named .txt', name: '甲.txt', in: jpeg, want: 'binary' },
    {
      trap: 'all bytes in a pattern',
      name: '甲.txt',
      in: Uint8Array.from({ length: 512 }, (_, i) => (i * 37) % 256),
      want: 'binary',
    },
    { trap: 'few bytes of noise', name: '甲.txt', in: Uint8Array.from(noise(200, 3)), want: 'binary' },
    {
      trap: 'noise behind a mark of UTF-16',
      name: '甲.txt',
      in: Uint8Array.from([0xff, 0xfe, ...noise(2000, 5)]),
      want: 'binary',
    },
    { trap: 'a picture', name: '甲.png', in: png, want: 'unknown-format' },
    { trap: 'an old Word file', name: '甲.doc', in: oldWord, want: 'unknown-format' },
    { trap: 'a Word file under a password', name: '甲.docx', in: encrypted, want: 'encrypted' },
    { trap: 'a PDF that is none', name: '甲.pdf', in: bytes('404 Not Found'), want: 'damaged' },
  ];
  for (const { trap, name, in: file, want } of skips) {
    it(`skips ${trap}`, async () => expect(await read(name, file)).toMatchObject({ reason: want }));
  }

  it('takes front matter and a key block, in that order, out of the text', async () => {
    const file = bytes('---\nyear: 2021\nwrong: 1\n---\n标题：甲\n来源：乙\n\n正文：\n各位代表：');
    expect(await read('甲.txt', file)).toMatchObject({
      blocks: [{ text: '各位代表：' }],
      clues: { title: '甲', source: '乙' },
      overrides: { year: 2021 },
      problems: [{ code: 'unknown-key' }],
    });
  });

  it('leaves single control characters out', async () => {
    expect(await read('甲.txt', bytes(`各位\0代表：${'现在报告工作。'.repeat(20)}`))).toMatchObject({ format: 'txt' });
  });

  it('reports what could not be decoded', async () => {
    const file = bytes('各位代表：现在，我代表市人民政府，向大会报告工作。'.repeat(20)).subarray(0, -1);
    expect(await read('甲.txt', file)).toMatchObject({ problems: [{ code: 'undecodable' }] });
  });

  it('never throws, whatever the bytes', async () => {
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a');
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array(), async (path, file) => {
        await read(path, file);
      }),
    );
  });
});

const shared = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

describe.skipIf(!existsSync(shared))('read on real documents (needs ../shared)', () => {
  const files = existsSync(shared) ? readdirSync(shared, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of files.filter((file) => /\/.*\.(?:txt|md|html|docx)$/.test(file))) {
    it(`reads ${name}`, async () => {
      const reading = await read(name, readFileSync(join(shared, name)));
      if ('reason' in reading) throw new Error(reading.reason);
      expect(reading.blocks.reduce((sum, block) => sum + block.text.length, 0)).toBeGreaterThan(1500);
      expect(reading.blocks.filter((block) => /^#+ |<\/?(?:p|span|td)\b|&nbsp;/.test(block.text))).toEqual([]);
      expect(reading.problems).toEqual([]);
    });
  }
});
