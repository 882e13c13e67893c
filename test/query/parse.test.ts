import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_INPUT, parse } from '../../server/query/parse.ts';
import { print } from '../../server/query/print.ts';
import type { Query } from '../../server/query/syntax.ts';
import { MAX_TERMS, MAX_TEXT } from '../../server/query/terms.ts';

interface Row {
  readonly trap: string;
  readonly in: string;
  /** The tree, printed. */
  readonly want: string;
  readonly problems?: readonly string[];
}

const rows: readonly Row[] = [
  // Words
  { trap: 'white space joins', in: '专精特新 企业', want: '专精特新 企业' },
  { trap: 'full-width and non-breaking white space', in: '　专精特新　企业\u00a0数量\n', want: '专精特新 企业 数量' },
  { trap: 'punctuation alone is text', in: '，。！', want: '，。！' },
  { trap: 'an invisible character is nothing', in: '\u200b', want: '' },
  { trap: 'nothing typed', in: ' ', want: '' },

  // Phrases
  { trap: 'ASCII marks', in: '"一带一路"', want: '"一带一路"' },
  { trap: 'curly marks', in: '“一带一路” 建设', want: '"一带一路" 建设' },
  { trap: 'corner marks', in: '「一带一路」 『建设』', want: '"一带一路" "建设"' },
  { trap: 'full-width marks, spaces inside', in: '＂ 新能源 汽车 ＂', want: '"新能源 汽车"' },
  { trap: 'marks the wrong way round', in: '”专精特新“', want: '"专精特新"' },
  { trap: 'two opening marks', in: '“甲“ “乙“', want: '"甲" "乙"' },
  { trap: 'marks of two kinds', in: '“专精特新" OR "企业”', want: '"专精特新" OR "企业"' },
  { trap: 'a copied term with its marks is text', in: '“放管服”改革', want: '“放管服”改革' },
  {
    trap: 'copied terms side by side, as the punctuation standard sets them',
    in: '“放管服”“双减”',
    want: '“放管服”“双减”',
  },
  { trap: 'a mark cut off by copying', in: '”改革，', want: '"”改革，"' },
  { trap: 'straight marks side by side', in: '"甲""乙"', want: '"甲" "乙"' },
  { trap: 'marks inside a word are text', in: '推进“五好”园区', want: '推进“五好”园区' },
  { trap: 'marks inside a phrase', in: '"推进 “一带一路” 建设"', want: '"推进 “一带一路” 建设"' },
  { trap: 'a question about a phrase', in: '“一带一路”？', want: '"一带一路"' },
  { trap: 'an operator in marks is text', in: '"OR" "年份:2021"', want: '"OR" "年份:2021"' },
  { trap: 'a line break copied from a page', in: '"高质量\n发展"', want: '"高质量 发展"' },
  { trap: 'no closing mark', in: '企业 “专精 特新', want: '企业 "专精 特新"', problems: ['unclosed-quotation'] },
  { trap: 'nothing in the marks', in: '企业 "　"', want: '企业', problems: ['empty-quotation'] },

  // OR, AND, NOT
  { trap: 'AND binds tighter than OR', in: '甲 OR 乙 丙', want: '甲 OR 乙 丙' },
  { trap: 'a bar needs no white space', in: '甲|乙｜丙', want: '甲 OR 乙 OR 丙' },
  { trap: '或 alone is an operator', in: '甲 或 乙', want: '甲 OR 乙' },
  { trap: '或 in a word is text', in: '或者 甲或乙', want: '或者 甲或乙' },
  { trap: 'full-width OR', in: '甲 ＯＲ 乙', want: '甲 OR 乙' },
  { trap: 'lower-case or is a word', in: 'to or not', want: 'to or not' },
  { trap: 'AND, 且 and & say what white space says', in: '甲 AND 乙 且 丙 & 丁', want: '甲 乙 丙 丁' },
  { trap: '& in a word is text', in: 'R&D', want: 'R&D' },
  { trap: 'an operator is all that was typed', in: '或', want: '"或"' },
  { trap: 'a bar is all that was typed', in: '|', want: '"|"' },
  { trap: 'nothing on the right', in: '甲 OR', want: '甲', problems: ['lone-operator'] },
  { trap: 'nothing on the left', in: '且 甲', want: '甲', problems: ['lone-operator'] },
  { trap: 'exclusion', in: '新能源 -汽车', want: '新能源 -汽车' },
  { trap: 'exclusion, full-width', in: '新能源 －“新能源 汽车”', want: '新能源 -"新能源 汽车"' },
  { trap: 'NOT and 非', in: '甲 NOT 乙 非 丙', want: '甲 -乙 -丙' },
  { trap: 'exclusion only', in: '-汽车', want: '-汽车' },
  { trap: 'twice excluded is wanted', in: 'NOT NOT 甲', want: '甲' },
  { trap: '- in a word is text', in: '十四五-2035 PM-2.5', want: '十四五-2035 PM-2.5' },
  { trap: '- with white space on both sides excludes nothing', in: '甲 - 乙', want: '甲 乙', problems: ['stray-dash'] },
  { trap: 'a dash is text', in: '——消费', want: '——消费' },
  { trap: 'a negative number', in: '-5.54', want: '-5.54' },
  { trap: 'a negative whole number', in: '-5', want: '"-5"' },
  { trap: 'a negative value beside a word', in: 'GDP -2% -0.3个百分点', want: 'GDP -2% -0.3个百分点' },
  { trap: 'a year excluded', in: '规划 -2021年', want: '规划 NOT 2021年' },

  // Parentheses
  { trap: 'a group', in: '(甲 OR 乙) 丙', want: '(甲 OR 乙) 丙' },
  { trap: 'a group, full-width, mixed, no white space', in: '（甲|乙)丙', want: '(甲 OR 乙) 丙' },
  { trap: 'a group excluded', in: '甲 -(乙 丙)', want: '甲 NOT (乙 丙)' },
  { trap: 'groups of the same kind are one', in: '甲 (乙 (丙 丁))', want: '甲 乙 丙 丁' },
  { trap: 'a number in parentheses is text', in: '（一）加快 (二)', want: '（一）加快 (二)' },
  { trap: 'a word in parentheses is text', in: '工厂(车间)', want: '工厂(车间)' },
  { trap: 'both', in: '(工厂(车间) OR （一）) 丙', want: '( 工厂(车间) OR （一） ) 丙' },
  { trap: 'a parenthesis cut off by copying', in: '一）加快', want: '"一）加快"' },
  { trap: 'parentheses around a phrase', in: '("甲" OR “乙”)', want: '"甲" OR "乙"' },
  { trap: 'not closed', in: '((甲 乙', want: '甲 乙', problems: ['unclosed-parenthesis'] },
  { trap: 'not opened', in: '甲 OR 乙)', want: '甲 OR 乙', problems: ['extra-parenthesis'] },

  // Wildcards
  { trap: 'one character', in: '专精？新', want: '专精?新' },
  { trap: 'several', in: '专精＊＊企业', want: '专精*企业' },
  { trap: 'a question ends with ？', in: '2024年洛阳粮食产量目标是多少？', want: '2024年洛阳粮食产量目标是多少' },
  { trap: '？ alone is text', in: '？', want: '？' },
  { trap: '* at the edge', in: '企业*', want: '企业', problems: ['edge-star'] },
  { trap: '* alone', in: '*', want: '', problems: ['edge-star'] },
  { trap: 'an operator that a wildcard hid', in: 'OR?', want: '"OR"' },

  // Near, same
  { trap: 'near in marks', in: '"专精特新 企业"~10', want: '"专精特新" ~10 "企业"' },
  { trap: 'near, full-width', in: '“甲 乙 丙”～５', want: '"甲" ~5 "乙" ~5 "丙"' },
  { trap: 'near as an operator binds tighter than AND', in: '甲 ~10 乙 丙', want: '甲 ~10 乙 丙' },
  { trap: 'near without a second text', in: '"甲"~3', want: '"甲"', problems: ['near-needs-two'] },
  { trap: 'left to right', in: '甲 /s 乙 ／P 丙', want: '甲 /s 乙 /p 丙' },
  { trap: 'in words', in: '甲 同句 (乙 或 丙) 同段 丁', want: '甲 /s (乙 OR 丙) /p 丁' },
  { trap: 'a filter has no place', in: '年份:2021 ~3 甲', want: '年份:2021 甲', problems: ['not-positional'] },

  // Fields
  { trap: 'a year', in: '年份:2021', want: '年份:2021' },
  { trap: 'full-width, white space after the colon', in: '年： ２０２１年', want: '年份:2021' },
  { trap: 'Chinese digits', in: '年份:二〇二一至二零二四年', want: '年份:2021..2024' },
  { trap: 'ranges', in: 'year:2021-2024|年份:2021～2024', want: '年份:2021..2024 OR 年份:2021..2024' },
  {
    trap: 'open ranges',
    in: '年份:2021.. OR YEAR:..2024 OR 年份:2022至今',
    want: '年份:2021.. OR 年份:..2024 OR 年份:2022..',
  },
  { trap: 'the wrong way round', in: '年份:2024..2021', want: '年份:2021..2024' },
  { trap: 'several years', in: '年份:2021、2023', want: '年份:2021 OR 年份:2023' },
  { trap: 'no year', in: '年份:甲', want: '"年份:甲"', problems: ['unusable-value'] },
  { trap: 'no value', in: '甲 地区:', want: '甲 "地区:"', problems: ['unusable-value'] },
  {
    trap: '繁體 names',
    in: '地區:洛阳 類型：通知 標題:规划 章節:工业 機關:国务院',
    want: '地区:洛阳 类型:通知 标题:规划 章节:工业 机关:国务院',
  },
  {
    trap: 'English names',
    in: 'Region:洛阳 section:工业 number:"国发 3号"',
    want: '地区:洛阳 章节:工业 文号:"国发 3号"',
  },
  { trap: 'a field excluded', in: '失业率 -地区:伊川', want: '失业率 -地区:伊川' },
  { trap: 'a field of a group', in: '地区:(洛阳 OR 郑州) 养老', want: '(地区:洛阳 OR 地区:郑州) 养老' },
  { trap: 'no field', in: '比例:30% http://a.cn/b', want: '比例:30% http://a.cn/b' },
];

function codes(text: string): string[] {
  return parse(text).problems.map(({ code }) => code);
}

/** Every query below `query`, itself included. */
function nodes(query: Query): readonly Query[] {
  if (query.kind === 'and' || query.kind === 'or') return [query, ...query.of.flatMap(nodes)];
  if (query.kind === 'not') return [query, ...nodes(query.of)];
  if (query.kind === 'near' || query.kind === 'same') return [query, ...nodes(query.left), ...nodes(query.right)];
  return [query];
}

const PIECES = [
  ...'()（）"“”「」『』＂|｜-－*?？＊~～:： 　\n&/甲乙5、',
  ...[' OR ', ' 或 ', ' AND ', ' NOT ', ' 非 ', ' ~10 ', '~5', ' /s ', ' /p ', '年份:', '标题:', '2021..2024', '-5.5'],
  ...['\u200b', '，', '〞', 'OR', '或', '\ud83d', '😀'],
];
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 }),
);

describe('parse(text)', () => {
  test.each(rows)('$trap: $in', ({ in: text, want, problems }) => {
    expect(print(parse(text).query)).toBe(want);
    expect(codes(text)).toEqual(problems ?? []);
  });

  test('tells phrases in quotation marks from words', () => {
    expect(parse('甲 "乙"').query).toEqual({
      kind: 'and',
      of: [
        { kind: 'phrase', text: '甲', quoted: false },
        { kind: 'phrase', text: '乙', quoted: true },
      ],
    });
  });

  test('finds any text without white space as it stands when it holds no operator', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'甲乙。，、；：（）《》〔〕5%.-·'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (copied) => {
        fc.pre(!/^[-]/u.test(copied));
        expect(parse(copied).query).toMatchObject({ kind: 'phrase', text: copied });
      }),
    );
  });

  test('reads back what print writes', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text);
        expect(parse(print(query)).query).toEqual(query);
      }),
      { numRuns: 3000 },
    );
  });

  test('makes a tree in normal form', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text);
        for (const node of nodes(query)) {
          if (node.kind === 'nothing') expect(node).toBe(query);
          if (node.kind !== 'and' && node.kind !== 'or') continue;
          expect(node.of.length).toBeGreaterThan(1);
          expect(node.of.map(({ kind }) => kind)).not.toContain(node.kind);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const pathological: readonly { trap: string; in: string }[] = [
    { trap: 'parentheses', in: '('.repeat(20_000) },
    { trap: 'groups', in: '(甲|'.repeat(5_000) },
    { trap: 'excluded groups', in: '-( 甲 OR '.repeat(2_000) },
    { trap: 'quotation marks', in: '“'.repeat(20_000) },
    { trap: 'mixed quotation marks', in: '“a" '.repeat(5_000) },
    { trap: 'a page without white space', in: '😀'.repeat(10_000) },
    { trap: 'wildcards', in: '甲*'.repeat(10_000) },
    { trap: 'white space in marks', in: `"甲${' '.repeat(20_000)}乙"` },
    { trap: 'one run of many groups', in: `${'( '.repeat(2_500)}${'a)'.repeat(5_000)}` },
    { trap: 'near', in: '甲 ~1 '.repeat(5_000) },
    { trap: 'unusable years', in: '年份:甲 '.repeat(5_000) },
    { trap: 'years that print longer than they were typed', in: '年:2021-|'.repeat(1_000) },
  ];
  test.each(pathological)('keeps what fits and says so: $trap', ({ in: text }) => {
    const { query } = parse(text);
    const terms = nodes(query).filter((node) => node.kind === 'phrase' || node.kind === 'year');
    expect(codes(text)).toContain('too-long');
    expect(terms.length).toBeLessThanOrEqual(MAX_TERMS);
    expect(terms.reduce((sum, term) => sum + (term.kind === 'phrase' ? term.text.length : 0), 0)).toBeLessThanOrEqual(
      MAX_TEXT,
    );
    expect(print(query).length).toBeLessThan(MAX_INPUT);
    expect(parse(print(query)).query).toEqual(query);
  });
});
