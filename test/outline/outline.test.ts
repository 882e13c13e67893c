import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOLD_OFF, BOLD_ON } from '../../indexer/model.ts';
import type { Block, FrontMatter, Outline } from '../../indexer/model.ts';
import { outline } from '../../indexer/outline/outline.ts';

const lines = (text: string): Block[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));

function outlineOf(blocks: readonly Block[], front: readonly FrontMatter[] = []): Outline {
  return outline({ blocks, clues: {}, problems: [] }, front, 'doc');
}

/** The outline as a reader sees it: two spaces a level, `~` before a run-in. */
function tree({ sections }: Outline): string[] {
  return sections.map(
    ({ level, kind, heading }) => `${'  '.repeat(level - 1)}${kind === 'run-in' ? '~' : ''}${heading}`,
  );
}

/** `kind ordinal(.segment) text`, each under its section's heading. */
function pieces({ text, sections, passages }: Outline): string[] {
  const headings = new Map(sections.map(({ id, heading }) => [id, heading]));
  return passages.map(
    ({ kind, ordinal, segment, section, start, end }) =>
      `${headings.get(section ?? '') ?? '–'} › ${kind} ${ordinal}${segment === null ? '' : `.${segment}`} ${text.slice(start, end)}`,
  );
}

const long = '坚持以人为本，深入推进各项工作，全年新建道路三十二公里，改造老旧小区十八个，群众满意度不断提高。';

describe('outline', () => {
  test('nests chapters, sections and items by their numbers, whatever level the file claims', () => {
    const found = outlineOf([
      { kind: 'heading', level: 4, text: '一、去年工作' },
      { kind: 'paragraph', text: long },
      { kind: 'heading', level: 2, text: '（一）工业' },
      { kind: 'paragraph', text: long },
      { kind: 'heading', level: 1, text: '1. 装备制造' },
      { kind: 'paragraph', text: long },
      { kind: 'paragraph', text: `(二)农业。${long}` },
      { kind: 'paragraph', text: '二 、今年任务' },
      { kind: 'paragraph', text: long },
    ]);
    expect(tree(found)).toEqual(['一、去年工作', '  （一）工业', '    1. 装备制造', '  (二)农业', '二 、今年任务']);
  });

  test('puts the lines of a report without numbers under its years', () => {
    const found = outlineOf(
      lines(
        `现在，我向大会报告工作。\n2031年工作回顾\n${long}\n产业结构持续优化\n${long}\n城市面貌显著改善\n${long}\n2032年重点工作\n${long}\n狠抓项目建设\n${long}\n增进民生福祉\n${long}`,
      ),
    );
    expect(tree(found)).toEqual([
      '2031年工作回顾',
      '  产业结构持续优化',
      '  城市面貌显著改善',
      '2032年重点工作',
      '  狠抓项目建设',
      '  增进民生福祉',
    ]);
  });

  test('cuts a heading off the paragraph that it opens; both touch, and the heading is no paragraph', () => {
    const found = outlineOf(lines(`一、去年工作\n（一）坚持绿色发展，环境持续向好。${long}`));
    expect(pieces(found)).toEqual([
      '一、去年工作 › heading 0 一、去年工作',
      '（一）坚持绿色发展，环境持续向好 › heading 0 （一）坚持绿色发展，环境持续向好。',
      `（一）坚持绿色发展，环境持续向好 › text 1 ${long}`,
    ]);
    expect(found.passages[1]?.end).toBe(found.passages[2]?.start);
  });

  test.each([
    { trap: 'a year follows without a stop', line: `一、上年工作回顾2031年，${long}`, want: '一、上年工作回顾' },
    {
      trap: 'two nouns that could end it',
      line: `二、今年工作安排今年工作总体要求是：${long}`,
      want: '二、今年工作安排',
    },
    { trap: 'a title of its own with a year in it', line: '三、2031年工作安排', want: '三、2031年工作安排' },
    {
      trap: 'no title ends inside a quotation',
      line: `二、必须改变那种认为“重生产、轻建设无妨”的做法，从机制上下功夫，${long}`,
      want: undefined,
    },
    { trap: 'a connective goes on', line: `一、发展目标和主要任务。${long}`, want: '一、发展目标和主要任务' },
  ])('finds the end of a chapter heading: $trap', ({ line, want }) => {
    expect(tree(outlineOf(lines(`${line}\n${long}`)))[0]).toBe(want);
  });

  test.each([
    {
      trap: '1. straight behind the title of （一）, and a number in the next paragraph',
      in: [
        `（一）调整结构，增强县域实力1.提升传统产业，壮大骨干企业加快设备更新。${long}2.培育新兴产业，拓展发展空间着力引进项目。${long}`,
        `${long}3.发展现代农业，增加农民收入全力推进示范区建设。${long}`,
      ],
      want: [
        '（一）调整结构，增强县域实力',
        '  1.提升传统产业，壮大骨干企业',
        '  2.培育新兴产业，拓展发展空间',
        '  3.发展现代农业，增加农民收入',
      ],
    },
    {
      trap: 'a purpose is unfinished before it says what is done',
      in: [
        `一、扩大需求。${long}1.扩大投资，为群众就业创造机会大力推进园区建设。${long}2.扩大消费，为商贸企业提供便利全面落实补贴。${long}3.扩大出口，为加工企业营造环境积极开拓市场。${long}`,
      ],
      want: [
        '一、扩大需求',
        '  1.扩大投资，为群众就业创造机会',
        '  2.扩大消费，为商贸企业提供便利',
        '  3.扩大出口，为加工企业营造环境',
      ],
    },
    {
      trap: 'figures and a 2. without its 1. cut nothing',
      in: ['一、经济', `${long}2.5万人就业。2.提高补贴标准，惠及全部农户。${long}`],
      want: ['一、经济'],
    },
  ])('finds 1. 2. inside a paragraph: $trap', (row) => {
    const found = outlineOf(lines(row.in.join('\n')));
    expect(tree(found).filter((line) => !line.includes('~'))).toEqual(row.want);
    expect(found.text).toBe(`${row.in.join('\n')}\n`);
  });

  test('splits titles that lost the break before their text only where the whole series shows it', () => {
    const found = outlineOf(
      lines(`三、今年任务
        （一）聚焦产业升级，做大做强实体经济加快建设产业新城。${long}
        （二）聚焦创新驱动，培育发展新兴产业大力引进高端人才。${long}
        （三）聚焦城乡融合，全面推进乡村振兴持续改善人居环境。${long}`),
    );
    expect(tree(found).filter((line) => line.startsWith('  （'))).toEqual([
      '  （一）聚焦产业升级，做大做强实体经济',
      '  （二）聚焦创新驱动，培育发展新兴产业',
      '  （三）聚焦城乡融合，全面推进乡村振兴',
    ]);
  });

  test('takes a numbered list, prose with 一是 and 二、三产业 for no headings', () => {
    const found = outlineOf(
      lines(`一、总体目标
        ${long}
        1. 生产总值增长百分之六
        2. 粮食总产稳定在十万吨
        3. 新增就业一万人
        一是抓投入；二是抓管理；三是抓落实，${long}
        二、三产业占比进一步提高，${long}
        第一，要坚持稳中求进，${long}`),
    );
    expect(tree(found)).toEqual(['一、总体目标']);
    expect(found.passages.filter(({ kind }) => kind === 'list')).toHaveLength(3);
  });

  test('puts a line in the place of a number that was lost, and above a series that begins anew', () => {
    const lost = outlineOf(
      lines(`一、任务\n（一）工业先行\n${long}\n坚持创新引领 增强第一动力\n${long}\n（三）农业稳固\n${long}`),
    );
    expect(tree(lost)).toEqual(['一、任务', '  （一）工业先行', '  坚持创新引领 增强第一动力', '  （三）农业稳固']);
    const above = outlineOf(
      lines(
        `各位代表：\n去年工作回顾\n${long}\n（一）工业\n${long}\n（二）农业\n${long}\n今年工作安排\n${long}\n（一）工业\n${long}`,
      ),
    );
    expect(tree(above)).toEqual(['去年工作回顾', '  （一）工业', '  （二）农业', '今年工作安排', '  （一）工业']);
  });

  test('keeps the salutation, a signature-like line and front matter out of the outline', () => {
    const found = outlineOf(lines(`政府工作报告\n某市市长 张三\n各位代表：\n${long}\n一、回顾\n${long}`), [
      { block: 0, role: 'title' },
      { block: 1, role: 'speaker' },
    ]);
    expect(tree(found)).toEqual(['一、回顾']);
    expect(pieces(found).slice(0, 4)).toEqual([
      '– › heading 0 政府工作报告',
      '– › text 0 某市市长 张三',
      '– › text 1 各位代表：',
      `– › text 2 ${long}`,
    ]);
  });

  test('gives what sums up a chapter to the chapter, not to its last section', () => {
    const found = outlineOf(
      lines(
        `一、回顾\n（一）工业。${long}\n（二）农业。${long}\n各位代表！成绩来之不易，${long}\n二、任务\n（一）工业。${long}\n（二）农业。${long}\n（三）教育。${long}\n展望来年，信心百倍，${long}`,
      ),
    );
    const homes = pieces(found).filter((line) => /text \d (?:各位|展望)/.test(line));
    expect(homes.map((line) => line.split(' › ')[0])).toEqual(['一、回顾', '二、任务']);
  });

  test('makes articles sections of their chapters, and their items a list', () => {
    const found = outlineOf(
      lines(`第一章　总则
        第一条　为了加强管理，根据有关法律，制定本条例。
        第二条 【适用范围】本条例适用于本市。
        本条例没有规定的，适用有关法律。
        第三条 有下列情形之一的，予以表彰：
        （一）举报有功的；
        （二）保护有功的。
        第二章　附则
        第四条 本条例自公布之日起施行。`),
    );
    expect(tree(found)).toEqual([
      '第一章　总则',
      '  第一条',
      '  第二条 【适用范围】',
      '  第三条',
      '第二章　附则',
      '  第四条',
    ]);
    expect(found.sections[1]).toMatchObject({ kind: 'article', number: '第一条' });
    expect(pieces(found)).toContain('第二条 【适用范围】 › text 2 本条例没有规定的，适用有关法律。');
    expect(pieces(found)).toContain('第三条 › list 2 （一）举报有功的；');
  });

  test.each([
    { trap: 'behind ；', before: '（二）易碎的物品；', last: '其他影响安全的物品。', want: 'list' },
    { trap: 'what the law says', before: '（二）易碎的物品；', last: '法律、法规规定的其他物品。', want: 'list' },
    {
      trap: 'the list has ended',
      before: '（二）易碎的物品。',
      last: '其他影响安全的物品由市人民政府公布。',
      want: 'text',
    },
    { trap: 'no list', before: '下列物品禁止携带；', last: '其他影响安全的物品。', want: 'text' },
    { trap: 'a clause torn off', before: '（二）易碎的物品；', last: '但包装完好的除外。', want: 'text' },
    {
      trap: 'more than one sentence',
      before: '（二）易碎的物品；',
      last: '其他物品可以携带。违者处罚。',
      want: 'text',
    },
  ])('takes the last item of a list that lost its number for one: $trap', ({ before, last, want }) => {
    const found = outlineOf(
      lines(`第一章 总则\n第一条 禁止下列物品：\n（一）有毒的物品；\n${before}\n${last}\n第二条 ${long}`),
    );
    expect(pieces(found).find((piece) => piece.endsWith(last))).toMatch(new RegExp(` ${want} \\d `, 'u'));
  });

  test('reads a box with a table that was flattened into lines', () => {
    const found = outlineOf(
      lines(`一、主要目标
        ${long}
        专栏1-1 主要指标 | |||
        指标 | 2030年 | 2035年 |
        一、经济发展 | |||
        1 | 生产总值（亿元） | 100 |
        ${long}`),
    );
    expect(tree(found)).toEqual(['一、主要目标', '  专栏1-1 主要指标']);
    expect(pieces(found).slice(2)).toEqual([
      '专栏1-1 主要指标 › heading 0 专栏1-1 主要指标',
      '专栏1-1 主要指标 › table 1 指标 | 2030年 | 2035年',
      '专栏1-1 主要指标 › table 2 一、经济发展',
      '专栏1-1 主要指标 › table 3 1 | 生产总值（亿元） | 100',
      `一、主要目标 › text 2 ${long}`,
    ]);
    // The column of serial numbers lost its head: 指标 heads the names.
    expect(found.passages[5]?.heads).toEqual(['', '指标', '2030年']);
  });

  test('makes every entry of a glossary a note of a section of its own', () => {
    const found = outlineOf(
      lines(`一、回顾\n${long}\n名词解释\n1．双千亿工程：指两个千亿级产业。\n2．一网通办：指网上统一办理。`),
    );
    expect(tree(found)).toEqual(['一、回顾', '名词解释']);
    expect(found.passages.filter(({ kind }) => kind === 'note')).toHaveLength(2);
  });

  test('items of a list that share a line are passages of their own; a reference to an item is none', () => {
    const text =
      '第二十条 禁止下列行为：\n（一）在堤上取土；\n（二）在河中设障；（三）在桥下停泊；\n（四）违反第（一）项的其他行为。';
    const found = outlineOf(lines(text));
    const passages = found.passages.map(({ start, end }) => found.text.slice(start, end));
    expect(passages.slice(2)).toEqual([
      '（一）在堤上取土；',
      '（二）在河中设障；',
      '（三）在桥下停泊；',
      '（四）违反第（一）项的其他行为。',
    ]);
  });

  test('finds a numbered heading that a lost line break left inside a paragraph; the parts touch', () => {
    const found = outlineOf(
      lines(`三、任务\n重点抓好以下工作。（一）稳住工业基本盘\n${long}\n（二）抓好粮食生产\n${long}`),
    );
    expect(tree(found)).toEqual(['三、任务', '  （一）稳住工业基本盘', '  （二）抓好粮食生产']);
    expect(found.text).toContain('重点抓好以下工作。（一）稳住工业基本盘\n');
  });

  test('joins a title that was torn over two lines', () => {
    const found = outlineOf(
      lines(`第一章\n总则\n${long}\n第二章\n规划\n${long}\n（一）推进绿色转型，加快\n建设美丽城市\n${long}`),
    );
    expect(tree(found)).toEqual(['第一章 总则', '第二章 规划', '  （一）推进绿色转型，加快建设美丽城市']);
    expect(pieces(found).filter((piece) => / heading 0 /.test(piece))).toHaveLength(6);
  });

  test('ends a title where its bold print ends', () => {
    const text = `${BOLD_ON}（一）稳住增长，提高质量${BOLD_OFF}项目为先扩大投资。${long}`;
    const found = outlineOf([...lines('一、任务'), { kind: 'paragraph', text }]);
    expect(tree(found).slice(0, 2)).toEqual(['一、任务', '  （一）稳住增长，提高质量']);
  });

  test('never loses text and never throws on nothing', () => {
    expect(outlineOf([])).toMatchObject({ text: '', sections: [], passages: [] });
  });
});

const line = fc.oneof(
  fc.constantFrom(
    '一、回顾',
    '（一）工业。',
    '二、任务',
    '（二）',
    '1. 做实',
    '第一条 总则',
    '第三章',
    '专栏1 工程',
    '名词解释',
    '各位代表：',
    '加快发展。',
    '——推进改革。',
    '甲 | 乙 | 丙 |',
    '｜',
    long,
  ),
  fc.stringMatching(/^[一二三（）()、。：；，0-9.年工作发展|\s]{0,30}$/),
  fc.string({ maxLength: 40 }),
);
const text = fc
  .array(fc.oneof(line, fc.constantFrom(BOLD_ON, BOLD_OFF, '\n')), { maxLength: 4 })
  .map((parts) => parts.join(''));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph', 'heading', 'item', 'note'), text }),
  fc.record({
    kind: fc.constant('table'),
    text: fc.constant(''),
    rows: fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), { maxLength: 4 }),
  }),
);
const blocks = fc.array(block, { maxLength: 25 });

describe('outline of any blocks', () => {
  test('passages stand in order, do not overlap, and cover all but the line feeds that end paragraphs', () => {
    fc.assert(
      fc.property(blocks, (input) => {
        const { text: canonical, passages } = outlineOf(input);
        let at = 0;
        for (const { start, end } of passages) {
          expect(canonical.slice(at, start)).toMatch(/^\n?$/);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(canonical.slice(at)).toBe(passages.length === 0 ? '' : '\n');
      }),
    );
  });

  test('ids are unique and parents stand before their children, one level above', () => {
    fc.assert(
      fc.property(blocks, (input) => {
        const { sections, passages } = outlineOf(input);
        const levels = new Map<string, number>();
        for (const { id, parent, level } of sections) {
          expect(levels.has(id)).toBe(false);
          expect(parent === null ? 0 : levels.get(parent)).toBe(level - 1);
          levels.set(id, level);
        }
        for (const { section } of passages) expect(section === null || levels.has(section)).toBe(true);
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      }),
    );
  });

  test('every Han character stays, in order, bold marks go, and the same input gives the same outline', () => {
    const han = (whole: string) => [...whole].filter((sign) => /\p{Script=Han}/u.test(sign)).join('');
    fc.assert(
      fc.property(blocks, (input) => {
        const found = outlineOf(input);
        const given = input.map((one) => one.text + (one.rows ?? []).flat().join('')).join('');
        expect(han(found.text)).toBe(han(given));
        expect(found.text).not.toMatch(/[\uE000\uE001]/);
        expect(outlineOf(input)).toEqual(found);
      }),
    );
  });

  test('a paragraph put in elsewhere leaves the ids of the others as they were', () => {
    const report = lines(
      `一、回顾\n${long}\n（一）工业。${long}\n（二）农业。${long}\n二、任务\n${long}\n（一）教育。${long}\n（二）医疗。${long}`,
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: report.length - 1 }),
        fc.constantFrom('本段是后来加上的一段话，与别处没有关系，', '另有一段补充说明，'),
        (at, start) => {
          const before = outlineOf(report).passages.map(({ id }) => id);
          const edited = [
            ...report.slice(0, at),
            { kind: 'paragraph' as const, text: start + long.slice(9) },
            ...report.slice(at),
          ];
          const after = new Set(outlineOf(edited).passages.map(({ id }) => id));
          expect(before.filter((id) => !after.has(id))).toEqual([]);
        },
      ),
    );
  });

  test.each([
    ['numbers that never count on', Array.from({ length: 20_000 }, () => '1. 抓落实')],
    ['headings without a number', Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? '今年工作安排' : long))],
    ['one paragraph of topic sentences', [`一、任务`, '加快发展。'.repeat(40_000)]],
    ['brackets that never close', ['（'.repeat(100_000)]],
  ])('takes time in proportion to the text: %s', (_, input) => {
    const started = performance.now();
    outlineOf(input.map((one) => ({ kind: 'paragraph', text: one })));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test.each([
    {
      trap: 'the count at the top begins anew: the chapters above were lost',
      in: ['一、形势', '二、目标', '一、产业', '二、园区', '三、项目', '一、路网', '二、水利'],
      want: ['lost-headings'],
    },
    {
      trap: 'a chapter stands above each count',
      in: ['第一章 总则', '一、形势', '二、目标', '第二章 产业', '一、园区'],
      want: [],
    },
    {
      trap: 'a line stands above the second count',
      in: ['一、形势', '二、目标', '2031年工作安排', '一、产业', '二、园区'],
      want: [],
    },
    { trap: 'a count that goes on', in: ['一、形势', '二、目标', '四、产业'], want: [] },
    {
      trap: 'lines without a number fill a gap of the chapters',
      in: ['第一章 总则', '第一条', '规划与建设', '第二条', '保护管理', '第三条', '第四章 附则', '第四条'],
      want: ['lost-headings'],
    },
    {
      trap: 'more numbers are missing',
      in: ['第一章 总则', '第一条', '规划与建设', '第二条', '第四章 附则', '第三条'],
      want: [],
    },
    {
      trap: 'a line where no number is missing',
      in: ['第一章 总则', '第一条', '规划与建设', '第二条', '第二章 附则', '第三条'],
      want: [],
    },
  ])('says when headings were lost: $trap', (row) => {
    const blocks = lines(row.in.map((heading) => `${heading}\n${long}`).join('\n'));
    const { problems } = outline({ blocks, clues: {}, problems: [] }, [], 'doc');
    expect(problems.map(({ code }) => code)).toEqual(row.want);
  });

  test.each([
    {
      trap: 'every other section is one paragraph: a second one is not its own',
      counts: [1, 1, 1, 2],
      want: '一、工作',
    },
    { trap: 'another section has two', counts: [1, 1, 1, 2, 2], want: '（五）工作' },
  ])('raises what sums up a chapter: $trap', ({ counts, want }) => {
    const sections = counts.flatMap((count, at) => [
      `（${'一二三四五'.charAt(at)}）工作`,
      ...Array.from({ length: count }, (_, index) => `第${at}组第${index}件，${long}`),
    ]);
    const found = outlineOf(lines(['一、工作', ...sections, '二、任务', long].join('\n')));
    const last = counts.length - 1;
    const path = pieces(found).find((piece) => piece.includes(`第${last}组第1件`));
    expect(path?.startsWith(`${want} › `)).toBe(true);
  });

  test('raises a look back at the year by its figure', () => {
    const found = outlineOf(
      lines(`一、工作
        （一）工业
        ${long}
        （二）农业
        ${long}
        ${long}
        刚刚过去的2031年，全县上下团结奋斗，来之不易。
        二、任务
        ${long}`),
    );
    expect(pieces(found).find((piece) => piece.includes('刚刚过去'))).toMatch(/^一、工作 › /);
  });
});
