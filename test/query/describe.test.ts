import fc from 'fast-check';
import { describe as suite, expect, test } from 'vitest';
import { describe } from '../../server/query/describe.ts';
import { parse } from '../../server/query/parse.ts';

suite('describe(query, language)', () => {
  const rows: readonly { in: string; zh: string; en: string }[] = [
    {
      in: '专精特新 企业 -汽车 年份:2021..2024',
      zh: '含“专精特新”且含“企业”，不含“汽车”；年份 2021–2024',
      en: 'contains “专精特新” and contains “企业”, does not contain “汽车”; year 2021–2024',
    },
    {
      in: '(甲 OR 乙) 丙',
      zh: '（含“甲”或“乙”）且含“丙”',
      en: '(contains “甲” or “乙”) and contains “丙”',
    },
    {
      in: '甲 OR 乙 丙',
      zh: '含“甲”，或（含“乙”且含“丙”）',
      en: 'contains “甲”, or (contains “乙” and contains “丙”)',
    },
    {
      in: '甲 -(乙 OR 丙)',
      zh: '含“甲”，不符合（含“乙”或“丙”）',
      en: 'contains “甲”, does not meet (contains “乙” or “丙”)',
    },
    { in: '-汽车', zh: '不含“汽车”', en: 'does not contain “汽车”' },
    { in: '专精*企业', zh: '含形如“专精*企业”的文字', en: 'contains text like “专精*企业”' },
    {
      in: '"甲 乙"~10 丙',
      zh: '“甲”与“乙”相距不超过 10 字且含“丙”',
      en: '“甲” within 10 characters of “乙” and contains “丙”',
    },
    {
      in: '甲 /s (乙 OR 丙)',
      zh: '“甲”与（“乙”或“丙”）在同一句',
      en: '“甲” and (“乙” or “丙”) in one sentence',
    },
    {
      in: '养老 -地区:伊川 类型:报告 年份:2021..',
      zh: '含“养老”；地区不含“伊川”；类型含“报告”；年份 2021 起',
      en: 'contains “养老”; region does not contain “伊川”; type contains “报告”; year from 2021 on',
    },
    {
      in: '年份:..2020 -年份:2015',
      zh: '年份 2020 及以前；年份不是 2015',
      en: 'year up to 2020; year is not 2015',
    },
    { in: '“放管服”改革', zh: '含“‘放管服’改革”', en: 'contains “‘放管服’改革”' },
    { in: '', zh: '没有检索词', en: 'no search terms' },
  ];
  test.each(rows)('$in', ({ in: text, zh, en }) => {
    const { query } = parse(text);
    expect(describe(query, 'zh')).toBe(zh);
    expect(describe(query, 'en')).toBe(en);
  });

  test('names every term', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙丙 |-()~3'), maxLength: 30 }), (text) => {
        const { query } = parse(text);
        const said = describe(query, 'zh');
        for (const [name] of JSON.stringify(query).matchAll(/(?<="text":")[^"]+/gu))
          expect(said).toContain(`“${name}”`);
      }),
    );
  });
});
