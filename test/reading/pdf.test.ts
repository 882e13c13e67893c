import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BOLD_OFF, BOLD_ON } from '../../indexer/model.ts';
import { readPdf } from '../../indexer/reading/pdf.ts';
import { pdfFile } from './pdfFile.ts';
import type { Placed } from './pdfFile.ts';

/** Lines of 20 characters of 20 points between x = 100 and x = 500, from the top of the page down. */
const column = (...lines: string[]): Placed[] =>
  lines.map((line, index) => {
    const text = line.trimStart();
    return { text, x: 100 + 20 * (line.length - text.length), y: 700 - 30 * index };
  });

const full = '一二三四五六七八九十一二三四五六七八九十';

async function paragraphs(...pages: Placed[][]) {
  const read = await readPdf(pdfFile(pages));
  if ('reason' in read) throw new Error(`${read.reason} ${read.detail}`);
  return read.blocks.map(({ text, page, centred }) => `${page ?? ''}${centred === true ? ' centred' : ''} ${text}`);
}

describe('readPdf', () => {
  it('joins full lines into a paragraph, which an indent begins', async () => {
    expect(
      await paragraphs(column(`  ${full.slice(2)}`, full, '完。', `  ${full.slice(2)}`, full, full, '了。')),
    ).toEqual([`1 ${full.slice(2)}${full}完。`, `1 ${full.slice(2)}${full}${full}了。`]);
  });

  it('joins a paragraph over a page break, running head and page number left out', async () => {
    const head = { text: '某市人民政府公报', x: 220, y: 770, size: 12 };
    const foot = (n: number) => ({ text: `— ${n} —`, x: 280, y: 30, size: 12 });
    const page = (n: number, lines: Placed[]) => [head, ...lines, foot(n)];
    expect(
      await paragraphs(
        page(1, column(`  ${full.slice(2)}`, full, full)),
        page(2, column(full, '页。', `  ${full.slice(2)}`, full)),
        page(3, column(full, '尾。')),
      ),
    ).toEqual([`1 ${full.slice(2)}${full}${full}${full}页。`, `2 ${full.slice(2)}${full}${full}尾。`]);
  });

  it('begins a paragraph where a page begins in a heavier face, behind a full line that ends a sentence', async () => {
    const ended = `${full.slice(0, 19)}。`;
    const heavy = (text: string): Placed[] => [
      { text, x: 100, y: 700, heavy: true },
      ...column('', full, '完。').slice(1),
    ];
    expect(await paragraphs(column(full, full, ended), heavy('做强做优水运物流园。建设港口泊位三十座，'))).toHaveLength(
      2,
    );
    expect(await paragraphs(column(full, full, full), heavy('做强做优水运物流园。建设港口泊位三十座，'))).toHaveLength(
      1,
    );
  });

  it('takes a line as full when the next line’s first word would not have fitted', async () => {
    const short = full.slice(0, 17);
    expect(await paragraphs(column(full, short, `123.4%，${full.slice(6)}`, full, '完。'))).toEqual([
      `1 ${full}${short}123.4%，${full.slice(6)}${full}完。`,
    ]);
  });

  it('keeps a short line for itself', async () => {
    expect(await paragraphs(column(full, full, '各位代表：', full, full, '完。'))).toEqual([
      `1 ${full}${full}各位代表：`,
      `1 ${full}${full}完。`,
    ]);
  });

  it('knows a centred title, also of a larger type', async () => {
    const title = { text: '政府工作报告', x: 210, y: 760, size: 30 };
    expect((await paragraphs([title, ...column(full, full, '完。')]))[0]).toBe('1 centred 政府工作报告');
  });

  it('reads two columns one after the other', async () => {
    const left = Array.from({ length: 10 }, (_, i) => ({ text: '左栏左栏左栏左栏左栏', x: 100, y: 700 - 30 * i }));
    const right = left.map((line) => ({ ...line, text: '右栏右栏右栏右栏右栏', x: 340 }));
    const [only] = await paragraphs([...left, ...right]);
    expect(only).toMatch(/^1 (左栏)+(右栏)+$/);
  });

  it('reads three columns, ragged at the right, under a title and the speaker’s line', async () => {
    const columns = ['左', '中', '右'].flatMap((name, column) =>
      Array.from({ length: 12 }, (_, i) => {
        const text = i === 11 ? `${name}完。` : name.repeat(i % 4 === 3 ? 9 : 10);
        return {
          text: i === 0 ? text.slice(2) : text,
          x: 50 + 175 * column + (i === 0 ? 30 : 0),
          y: 640 - 24 * i,
          size: 15,
        };
      }),
    );
    const title = { text: '政府工作报告', x: 240, y: 760, size: 20 };
    const speaker = [
      { text: '某市', x: 230, y: 700, size: 15 },
      { text: '市长', x: 260, y: 700, size: 15 },
      { text: '张某某', x: 310, y: 700, size: 15 },
    ];
    expect(await paragraphs([title, ...speaker, ...columns])).toEqual([
      '1 centred 政府工作报告',
      expect.stringMatching(/^1 centred 某市市长 ?张某某$/),
      expect.stringMatching(/^1 左+完。$/),
      expect.stringMatching(/^1 中+完。$/),
      expect.stringMatching(/^1 右+完。$/),
    ]);
  });

  it('says so where columns and a table cannot be told apart', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      { text: '第一项短语', x: 60, y: 700 - 30 * i },
      { text: '市某局负责', x: 320, y: 700 - 30 * i },
      { text: '又有一行文字很长很长很长', x: 320, y: 685 - 30 * i, size: 12 },
    ]).flat();
    expect(await readPdf(pdfFile([rows]))).toMatchObject({ problems: [{ code: 'unsure-columns' }] });
  });

  it('leaves out what a browser prints above and below a single page, and only both together', async () => {
    const head = { text: '11/22/26, 10:08 PM', x: 20, y: 780, size: 8 };
    const foot = { text: 'file:///D:/report.html 1/1', x: 20, y: 20, size: 8 };
    const lines = column(full, full, '完。');
    expect(await paragraphs([head, ...lines, foot])).toEqual([`1 ${full}${full}完。`]);
    expect((await paragraphs([head, ...lines]))[0]).toContain('11/22/26');
  });

  it('joins a centred line that was too long, but not the title with the delivery line', async () => {
    const at = (text: string, y: number): Placed => ({ text, x: 300 - text.length * 10, y });
    const lines = column(full, full, full, full, '完。').map((line) => ({ ...line, y: line.y - 120 }));
    const title = at('关于某市社会发展计划的报告', 760);
    const delivery = [at('——在某市第七届人民代表大会第一次会议全体会', 700), at('议上', 670)];
    expect((await paragraphs([title, ...delivery, ...lines])).slice(0, 2)).toEqual([
      '1 centred 关于某市社会发展计划的报告',
      '1 centred ——在某市第七届人民代表大会第一次会议全体会议上',
    ]);
  });

  it('marks an opening sentence and a short paragraph in a heavier face, not a word inside', async () => {
    const opening = [
      { text: '优化营商环境。', x: 140, y: 670, heavy: true },
      { text: full.slice(0, 11), x: 280, y: 670 },
    ];
    const word = [
      { text: '重点是', x: 140, y: 610 },
      { text: '抓落实', x: 200, y: 610, heavy: true },
      { text: '，再接再厉。', x: 260, y: 610 },
    ];
    const heading = { text: '一、工作回顾', x: 140, y: 700, heavy: true };
    const end = { text: `${full.slice(0, 18)}完。`, x: 100, y: 640 };
    expect(await paragraphs([heading, ...opening, end, ...word])).toEqual([
      `1 ${BOLD_ON}一、工作回顾${BOLD_OFF}`,
      `1 ${BOLD_ON}优化营商环境。${BOLD_OFF}${full.slice(0, 11)}${full.slice(0, 18)}完。`,
      '1 重点是抓落实，再接再厉。',
    ]);
  });

  it('puts a table’s cells together, also where one takes several lines', async () => {
    const row = (y: number, ...cells: string[]): Placed[] =>
      cells.map((text, i) => ({ text, x: 100 + 150 * i, y, size: 12 }));
    const lines = [
      ...row(700, '项目', '任务', '单位'),
      ...row(670, '大桥', '上半年开工', '交通局'),
      ...row(620, '学校', '建成使用', '教育局'),
    ];
    const wrapped = { text: '下半年合龙', x: 250, y: 655, size: 12 };
    const read = await readPdf(
      pdfFile([[...column(full, full, '附表：').map((line) => ({ ...line, y: line.y + 80 })), ...lines, wrapped]]),
    );
    expect(read).toMatchObject({
      blocks: [
        { text: `${full}${full}附表：` },
        {
          kind: 'table',
          rows: [
            ['项目', '任务', '单位'],
            ['大桥', '上半年开工下半年合龙', '交通局'],
            ['学校', '建成使用', '教育局'],
          ],
        },
      ],
    });
  });

  const skips = [
    { trap: 'a scan has no text layer', in: pdfFile([[], []]), want: 'no-text-layer' },
    { trap: 'a broken file', in: Buffer.from('%PDF-1.4\nbroken'), want: 'damaged' },
    { trap: 'a file cut off', in: pdfFile([column(full)]).subarray(0, 300), want: 'damaged' },
  ];
  for (const { trap, in: bytes, want } of skips) {
    it(trap, async () => expect(await readPdf(bytes)).toMatchObject({ reason: want }));
  }
});

const shared = fileURLToPath(new URL('../../../shared/corpus/provinces-2025-pdf/', import.meta.url));

describe.skipIf(!existsSync(shared))('readPdf on real reports (needs ../shared)', () => {
  for (const name of existsSync(shared) ? readdirSync(shared) : []) {
    it(`brings out whole paragraphs without furniture: ${name}`, async () => {
      const read = await readPdf(readFileSync(shared + name));
      if ('reason' in read) throw new Error(read.reason);
      const texts = read.blocks.map((block) => block.text);
      expect(texts.filter((text) => /127\.0\.0\.1|^\d+\/\d+|[\u2E80-\u2FDF]/.test(text))).toEqual([]);
      expect(texts.filter((text) => text.length > 60 && !/[。！：；）]$/.test(text))).toEqual([]);
    });
  }
});
