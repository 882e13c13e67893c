import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../server/exporting/card.ts';
import { writeCsv } from '../../server/exporting/csv.ts';
import { writeXlsx } from '../../server/exporting/xlsx.ts';

const table = {
  name: '长表',
  columns: ['词语', '处'],
  rows: [
    ['新质生产力', 3],
    ['逗号,“引号”"', null],
    ['=1+1', 0],
  ],
};

const card: Card = {
  title: '词语走势',
  phrases: ['新质生产力'],
  rule: '逐字计数',
  filters: [],
  fingerprint: 'abc123',
  documents: 5,
  characters: 1000,
  date: '2026-01-02',
};

describe('writeCsv(table, card)', () => {
  test('begins with a byte order mark and the column heads', () => {
    expect(writeCsv(table).startsWith('\uFEFF词语,处\r\n新质生产力,3\r\n')).toBe(true);
  });

  test('quotes what needs it, and lets no cell be a formula', () => {
    expect(writeCsv(table).split('\r\n').slice(2)).toEqual(['"逗号,“引号”""",', "'=1+1,0", '']);
  });

  test('the card stands behind the rows, in lines that programs can leave out', () => {
    const lines = writeCsv(table, card).split('\r\n').slice(4, -1);
    expect(lines.every((line) => line.startsWith('# '))).toBe(true);
    expect(lines).toContain('# 文献库指纹,abc123');
    expect(lines).toContain('# 范围,全部文献');
  });
});

describe('writeXlsx(tables, card)', () => {
  test('has a sheet a table, and the card', async () => {
    const files = unzipSync(new Uint8Array(await writeXlsx([table], card)));
    const workbook = strFromU8(files['xl/workbook.xml']!);
    expect(workbook).toContain('name="长表"');
    expect(workbook).toContain('name="说明"');
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
    expect(all).toContain('新质生产力');
    expect(all).toContain('abc123');
  });
});
