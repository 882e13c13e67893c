import { describe, expect, it } from 'vitest';
import type { Draft, Line } from '../../indexer/cleaning/furniture.ts';
import { dropDouble } from '../../indexer/cleaning/doubled.ts';
import { joinTorn } from '../../indexer/cleaning/joins.ts';
import { BOLD_OFF, BOLD_ON } from '../../indexer/model.ts';

const draft = (...lines: (string | Line)[]): Draft => ({
  blocks: lines.map((line) => (typeof line === 'string' ? { kind: 'paragraph', text: line } : line)),
  clues: {},
  problems: [],
});
const joined = (...lines: (string | Line)[]): string[] => joinTorn(draft(...lines)).blocks.map((block) => block.text);

describe('joinTorn', () => {
  const half = '聚焦主导产业，延长产业链条。全面推进乡村建设，培育“三';
  it.each<[string, (string | Line)[], string[]]>([
    [
      'a page break inside a word',
      [half, '品一标”农产品，总数居全省前列。'],
      [`${half}品一标”农产品，总数居全省前列。`],
    ],
    ['a line that begins with a comma', ['认真贯彻', '，依靠群众，取得实效。'], ['认真贯彻，依靠群众，取得实效。']],
    ['a line that ends with a comma', ['坚持稳中求进，', '全面深化改革。'], ['坚持稳中求进，全面深化改革。']],
    [
      'a quotation not yet closed',
      ['坚决拥护核心，切实做到“', '两个维护', '”，提高能力。'],
      ['坚决拥护核心，切实做到“两个维护”，提高能力。'],
    ],
    ['two paragraphs', ['经济平稳运行。', '民生持续改善。'], ['经济平稳运行。', '民生持续改善。']],
    [
      'a heading and its text',
      ['二、总体要求', '今年是关键一年，做好工作意义重大。'],
      ['二、总体要求', '今年是关键一年，做好工作意义重大。'],
    ],
    [
      'an unnumbered heading with a comma',
      ['坚持创新引领，增强发展动力', '把创新摆在首位，加快建设平台。'],
      ['坚持创新引领，增强发展动力', '把创新摆在首位，加快建设平台。'],
    ],
    [
      'a paragraph that lacks its full stop, then a heading',
      [`${sentence()}完成投资5亿元`, '（二）加快转型'],
      [`${sentence()}完成投资5亿元`, '（二）加快转型'],
    ],
    [
      'then a dash',
      [`${sentence()}完成投资5亿元`, '——着力扩大内需，提振消费。'],
      [`${sentence()}完成投资5亿元`, '——着力扩大内需，提振消费。'],
    ],
    [
      'a speaker line and a salutation',
      ['某市市长 张三', '各位代表：', '现在，我报告工作。'],
      ['某市市长 张三', '各位代表：', '现在，我报告工作。'],
    ],
    ['a salutation with a comma', ['各位代表，', '现在，我报告工作。'], ['各位代表，', '现在，我报告工作。']],
    [
      'list items',
      [
        { kind: 'item', text: '生产总值增长7%' },
        { kind: 'item', text: '投资增长10%' },
      ],
      ['生产总值增长7%', '投资增长10%'],
    ],
    [
      'rows of a table saved as text',
      ['城镇化率 | 88 | 预期性 |', '失业率控制在5%以内，保持稳定。'],
      ['城镇化率 | 88 | 预期性 |', '失业率控制在5%以内，保持稳定。'],
    ],
    [
      'bold print that ends a sentence',
      [`${sentence()}${BOLD_ON}扩大开放。${BOLD_OFF}`, sentence()],
      [`${sentence()}${BOLD_ON}扩大开放。${BOLD_OFF}`, sentence()],
    ],
  ])('%s', (_, lines, want) => expect(joined(...lines)).toEqual(want));

  it('joins what inline links tore, where a page shows it often enough', () => {
    const lines = [
      '某',
      '省省',
      '长 张三',
      '各位代表：',
      `${sentence()}在新起点上`,
      '全面建设',
      '道路上迈出坚实的一步。',
      `${sentence()}完善制度，`,
      '组建省',
      '工贸公司。抓住机遇，敏锐捕捉',
      '、及',
      '时把握每一个机会。',
      '全面建设',
      '和整个进程中，必须统筹兼顾，协调发展。',
      '二、今年工作',
      sentence(),
    ];
    expect(joined(...lines)).toEqual([
      '某省省长 张三',
      '各位代表：',
      `${sentence()}在新起点上全面建设道路上迈出坚实的一步。`,
      `${sentence()}完善制度，组建省工贸公司。抓住机遇，敏锐捕捉、及时把握每一个机会。`,
      '全面建设和整个进程中，必须统筹兼顾，协调发展。',
      '二、今年工作',
      sentence(),
    ]);
  });

  describe('on a page that links tore in three places', () => {
    const tears = [0, 1, 2].flatMap((place) => [`${sentence()}各地踊跃报名`, '，', `共设${place + 3}个考点。`]);
    const habit =
      '老槐江两岸的古渡口焕发生机，老槐江上的新桥今年通车，老槐江的水更清，老槐江的鱼更多，老槐江的船更稳。';
    it.each<[string, string[], string[]]>([
      [
        'inside a word that the page has elsewhere, at the beginning of a paragraph',
        ['今年动工的有老槐', '江北岸灌区和三座水库。'],
        ['今年动工的有老槐江北岸灌区和三座水库。'],
      ],
      ['in pieces without a mark', ['灌区是', '老槐', '江上游的命脉。'], ['灌区是老槐江上游的命脉。']],
      [
        'behind a word that needs another',
        ['确保粮食稳产是', '农业工作的第一要务。'],
        ['确保粮食稳产是农业工作的第一要务。'],
      ],
      [
        'a heading above its text',
        ['古渡口的新生', '江边新增步道，游人如织。'],
        ['古渡口的新生', '江边新增步道，游人如织。'],
      ],
      ['a numbered heading', ['二、建好老槐', '江上新增三座桥。'], ['二、建好老槐', '江上新增三座桥。']],
      ['no sentence follows', ['古渡口保护是', '老街更新'], ['古渡口保护是', '老街更新']],
    ])('%s', (_, lines, want) => {
      expect(joined(...tears, habit, ...lines).slice(-want.length)).toEqual(want);
      expect(joined(...tears, habit, ...lines)).toHaveLength(4 + want.length);
    });
  });

  describe('behind a paragraph that lost its full stop', () => {
    const body = '加强源头治理，完成二十个项目，新建三座污水处理厂，河湖水质持续好转。';
    const open = `${sentence()}切实守护好“一条清水河”`;
    const theme = `推进污染综合防治。${body}`;

    it('begins a paragraph with a theme, where the paragraphs of the file do', () => {
      const themes = ['加快产业转型。', '扩大有效投资。', '保障粮食安全。'];
      const lines = [sentence(), ...themes.map((words) => `${words}${body}`)];
      expect(joined(...lines, open, theme)).toEqual([...lines, open, theme]);
    });

    it('goes on with the sentence, where they do not', () => {
      expect(joined(sentence(), open, theme)).toEqual([sentence(), `${open}${theme}`]);
    });
  });

  it('puts text with hard line ends together, paragraph by paragraph', () => {
    const paragraph =
      '过去一年我们坚持稳中求进工作总基调，全面落实各项部署，扎实做好各方面工作，经济运行总体平稳，社会大局保持稳定，人民生活持续改善，改革开放不断深化，创新能力稳步增强。'.repeat(
        4,
      );
    const lines = wrapped(`　　${paragraph}`, 38).concat('　　一、工作回顾', wrapped(`　　${paragraph}`, 38));
    const blocks: Line[] = lines.map((line) =>
      line.startsWith('　')
        ? { kind: 'paragraph', text: line.trim(), indented: true }
        : { kind: 'paragraph', text: line },
    );
    expect(joined(...blocks)).toEqual([paragraph, '一、工作回顾', paragraph]);
  });

  it('stays linear: 200,000 torn lines in a second', () => {
    const blocks = Array.from({ length: 200_000 }, (): Line => ({
      kind: 'paragraph',
      text: '坚持稳中求进，全面深化改革，',
    }));
    const start = process.cpuUsage().user;
    expect(joinTorn({ blocks, clues: {}, problems: [] }).blocks).toHaveLength(1);
    expect(process.cpuUsage().user - start).toBeLessThan(3e6);
  });
});

describe('dropDouble', () => {
  const body = Array.from({ length: 8 }, (_, index) => `第${index}段。${sentence().repeat(2)}`);

  it('keeps one copy of a report that stands twice in a page, and says so', () => {
    const result = dropDouble(
      draft('政府工作报告', '各位代表：', ...body, '政府工作报告', '2024年01月26日', '各位代表：', ...body),
    );
    expect(result.blocks.map((block) => block.text)).toEqual(['政府工作报告', '各位代表：', ...body]);
    expect(result.problems.map((problem) => problem.code)).toEqual(['doubled']);
  });

  it('keeps a sentence that only the other copy has', () => {
    const extra = `补充：${sentence()}`;
    const result = dropDouble(draft(...body, ...body.slice(0, 6), extra, ...body.slice(6)));
    expect(result.blocks.map((block) => block.text)).toEqual(expect.arrayContaining([extra, ...body]));
    expect(result.blocks).toHaveLength(9);
  });

  it('leaves a document that repeats a few sentences', () => {
    const lines = [body[0]!, ...body, body[0]!];
    expect(dropDouble(draft(...lines)).blocks).toHaveLength(lines.length);
  });
});

function sentence(): string {
  return '全市上下坚定信心，攻坚克难，各项工作取得新的成绩。';
}

function wrapped(text: string, width: number): string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );
}
