import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../indexer/reading/docx.ts';
import { formatNumber } from '../../indexer/reading/numberFormat.ts';

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly body: string;
  readonly numbering: string;
  readonly styles?: string;
}

/** The texts of a Word file's blocks. */
async function texts({ body, numbering, styles = '' }: Parts): Promise<string[]> {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="n" Type="${relation}/numbering" Target="numbering.xml"/><Relationship Id="s" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${ns}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${ns}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${ns}>${styles}</w:styles>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
  const reading = await readDocx(bytes);
  return 'reason' in reading ? [reading.reason] : reading.blocks.map((block) => block.text);
}

const p = (text: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const at = (num: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;
const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;
const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const use = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

const official = list(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
);

describe('numbers that Word generates', () => {
  const cases = [
    {
      trap: 'three levels; the lower ones start again under a new higher one',
      numbering: official + use(1, 0),
      body: [
        p('回顾', at(1)),
        p('工业', at(1, 1)),
        p('农业', at(1, 1)),
        p('粮食', at(1, 2)),
        p('安排', at(1)),
        p('消费', at(1, 1)),
        p('夜市', at(1, 2)),
      ],
      want: ['一、回顾', '（一）工业', '（二）农业', '1.粮食', '二、安排', '（一）消费', '1.夜市'],
    },
    {
      trap: 'numbers of a style, and of the style that it is based on',
      numbering: list(0, level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="zhang"/>')) + use(4, 0),
      styles:
        '<w:style w:type="paragraph" w:styleId="zhang"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="zhang"/></w:style>',
      body: [
        p('总则', styled('zhang')),
        p('本条例。'),
        p('规划', styled('own')),
        p('附则', `${styled('zhang')}${at(0)}`),
      ],
      want: ['第一章 总则', '本条例。', '第二章 规划', '附则'],
    },
    {
      trap: 'a level that the style leaves to the list',
      numbering:
        list(
          0,
          level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="a"/>'),
          level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="b"/>'),
        ) + use(1, 0),
      styles: ['a', 'b']
        .map(
          (id) =>
            `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
        )
        .join(''),
      body: [p('回顾', styled('a')), p('工业', styled('b')), p('农业', styled('b'))],
      want: ['一、回顾', '（一）工业', '（二）农业'],
    },
    {
      trap: 'articles count on over chapters, when told never to start again',
      numbering:
        list(
          0,
          level(0, 'chineseCounting', '第%1章'),
          level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
        ) + use(1, 0),
      body: [p('总则', at(1)), p('为了。', at(1, 1)), p('罚则', at(1)), p('违反。', at(1, 1))],
      want: ['第一章 总则', '第一条 为了。', '第二章 罚则', '第二条 违反。'],
    },
    {
      trap: 'two uses of one list count together, unless one has a start of its own',
      numbering:
        list(0, level(0, 'decimal', '%1．')) +
        use(1, 0) +
        use(2, 0) +
        use(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
      body: [p('甲', at(1)), p('乙', at(2)), p('丙', at(3)), p('丁', at(3))],
      want: ['1．甲', '2．乙', '7．丙', '8．丁'],
    },
    {
      trap: 'a number of several levels, legal numbering in decimals',
      numbering: list(0, level(0, 'chineseCounting', '第%1篇'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + use(1, 0),
      body: [p('总论', at(1)), p('背景', at(1, 1)), p('形势', at(1, 1))],
      want: ['第一篇 总论', '1.1 背景', '1.2 形势'],
    },
    {
      trap: 'bullets show no number',
      numbering: list(0, level(0, 'bullet', '')) + use(1, 0),
      body: [p('甲', at(1))],
      want: ['甲'],
    },
    { trap: 'a list that is defined nowhere', numbering: '', body: [p('甲', at(9))], want: ['甲'] },
    {
      trap: 'numbered paragraphs of a table',
      numbering: official + use(1, 0),
      body: [`<w:tbl><w:tr><w:tc>${p('甲', at(1))}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`, p('丙', at(1))],
      want: ['一、甲', '乙', '二、丙'],
    },
  ];
  for (const { trap, body, want, ...parts } of cases) {
    it(trap, async () => expect(await texts({ body: body.join(''), ...parts })).toEqual(want));
  }
});

describe('formatNumber', () => {
  const cases: readonly (readonly [format: string, value: number, want: string | null])[] = [
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 3, '03'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['ideographTraditional', 2, '乙'],
    ['bullet', 1, null],
    ['none', 1, null],
    ['decimal', 0, '0'],
    ['somethingNew', 4, '4'],
  ];
  for (const [format, value, want] of cases) {
    it(`${format} ${value} → ${want ?? 'nothing'}`, () => expect(formatNumber(value, format)).toBe(want));
  }
});
