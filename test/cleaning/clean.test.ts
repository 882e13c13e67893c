import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/cleaning/clean.ts';
import type { Block, Cleaned, Reading } from '../../indexer/model.ts';

const reading = (blocks: readonly Block[]): Reading => ({
  format: 'txt',
  encoding: 'utf-8',
  pages: null,
  blocks,
  clues: {},
  overrides: {},
  problems: [],
});
const lines = (...texts: string[]): Reading => all(texts);
const all = (texts: readonly string[]): Reading => reading(texts.map((text) => ({ kind: 'paragraph', text })));
const texts = ({ blocks }: Cleaned): string[] => blocks.map((block) => block.text);

describe('clean', () => {
  it('reads marks, takes furniture off and joins what is torn', () => {
    const cleaned = clean(
      lines(
        '当前位置：首页>>要闻',
        '# 政 府 工 作 报 告',
        '\u00A0',
        '　　各位代表：',
        '　　现在，我报告工作。全年谋划了 148 个项目，带动“三',
        '品一标”农产品 7 个，增长&nbsp;7%。',
        '● 生产总值增长7%',
        '为实现目标而努力奋斗！扫一扫在手机打开当前页',
        '来源:某某晚报',
      ),
    );
    expect(cleaned.blocks).toEqual([
      { kind: 'heading', level: 1, text: '政府工作报告' },
      { kind: 'paragraph', text: '各位代表：' },
      { kind: 'paragraph', text: '现在，我报告工作。全年谋划了148个项目，带动“三品一标”农产品7个，增长7%。' },
      { kind: 'item', text: '生产总值增长7%' },
      { kind: 'paragraph', text: '为实现目标而努力奋斗！' },
    ]);
    expect(cleaned.clues).toEqual({ source: '某某晚报' });
    expect(cleaned.problems.map((problem) => problem.code)).toEqual(['furniture', 'furniture', 'furniture']);
  });

  it('cleans cells and keeps a table’s shape', () => {
    const rows = [
      ['指 标', '2025 年'],
      ['&nbsp;', '経済(GDP)'],
    ];
    expect(clean(reading([{ kind: 'table', text: '', rows, headRows: 1 }])).blocks).toEqual([
      {
        kind: 'table',
        text: '',
        rows: [
          ['指标', '2025年'],
          ['', '経済(GDP)'],
        ],
        headRows: 1,
      },
    ]);
  });

  it('puts back the 〇 that a year lost, and says so', () => {
    const cleaned = clean(lines('五年规划和二\uFFFD\uFFFD三五年目标，二\uFFFD年生产。'));
    expect(cleaned.blocks.map(({ text }) => text)).toEqual(['五年规划和二〇三五年目标，二\uFFFD年生产。']);
    expect(cleaned.problems.map(({ code }) => code)).toEqual(['repaired-year', 'lost-characters']);
  });

  it('says where characters were lost', () => {
    const cleaned = clean(lines('五年规划和城\uFFFD\uFFFD建设的目标。'));
    expect(cleaned.problems).toEqual([
      {
        code: 'lost-characters',
        message: {
          zh: '有1处文字在来源文件中已丢失：“五年规划和城\uFFFD\uFFFD建设的目标。”',
          en: 'Characters lost in the file (1): “五年规划和城\uFFFD\uFFFD建设的目标。”',
        },
      },
    ]);
  });

  it('repairs shifted text by what the rest of the document says', () => {
    const cleaned = clean(
      lines('縣鄉村三級聯動。縣級財力增強。縣域經濟發展。', '土地收入達到500元??h鄉(xiāng)村三級體系更加成熟。'),
    );
    expect(texts(cleaned)[1]).toBe('土地收入達到500元。縣鄉村三級體系更加成熟。');
    expect(cleaned.problems.map((problem) => problem.code)).toEqual(['repaired-encoding']);
  });

  it('has nothing to say of an empty reading', () => {
    expect(clean(lines())).toEqual({ blocks: [], clues: {}, problems: [] });
  });
});

describe('clean, of any input', () => {
  const piece = fc.constantFrom(
    ...[
      '一、工作回顾',
      '各位代表：',
      '# 标题',
      '● ',
      '**',
      '首页',
      '|',
      '当前位置：',
      '来源：某报',
      '经济平稳运行。',
      '增长7%',
      '，',
      '“',
      '”',
    ],
    ...[
      '(上接01版)',
      '- 3 -',
      '&nbsp;',
      '<br>',
      '?;A',
      '經(jīng)',
      '2024年1月5日',
      '打印',
      '　　',
      ' ',
      '\uFFFD',
      '\uE000',
      '深化改革开放',
      '【',
    ],
  );
  const block: fc.Arbitrary<Block> = fc.record({
    kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'item' as const, 'note' as const),
    text: fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    ),
  });
  const anyReading = fc.array(block, { maxLength: 40 }).map(reading);

  it('never throws and leaves no empty block', () => {
    fc.assert(fc.property(anyReading, (input) => clean(input).blocks.every(({ text }) => text !== '')));
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(anyReading, (input) => {
        expect(clean(input)).toEqual(clean(structuredClone(input)));
      }),
    );
  });

  it('has nothing left to do on its own output', () => {
    fc.assert(
      fc.property(anyReading, (input) => {
        const once = clean(input).blocks;
        expect(clean(reading(once)).blocks).toEqual(once);
      }),
    );
  });
});

describe('clean, in time', () => {
  const sentence = '全市上下坚持稳中求进，谋划了 148 个项目，增长 7.2%，各项工作取得新的成绩。';
  /** Of the processor, so that a busy machine does not matter. */
  const seconds = (input: Reading): number => {
    const start = process.cpuUsage();
    clean(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };

  it('reads a million characters of ordinary text a second on any machine (3 million on a quiet one)', () => {
    const input = lines(...Array.from({ length: 8000 }, () => sentence.repeat(6)));
    const characters = input.blocks.reduce((sum, block) => sum + block.text.length, 0);
    expect(characters / seconds(input)).toBeGreaterThan(1_000_000);
  });

  it.each([
    ['one long line', [sentence.repeat(100_000)]],
    ['opening brackets', ['('.repeat(1_000_000)]],
    ['blanks', [`${'改 '.repeat(500_000)}革`]],
    ['angle brackets', ['<span '.repeat(200_000)]],
    ['asterisks', ['**改'.repeat(300_000)]],
    ['question marks', ['?;改革'.repeat(2_000)]],
    ['menu words', ['首页政务公开'.repeat(150_000)]],
    ['short lines', Array.from({ length: 300_000 }, () => '首页')],
    ['lines that never end a sentence', Array.from({ length: 300_000 }, () => '深化改革，')],
  ])(
    'stays linear: %s',
    (_, input) => {
      expect(seconds(all(input))).toBeLessThan(10);
    },
    30_000,
  );
});
