import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/query/parse.ts';
import { print } from '../../server/query/print.ts';
import { makeThesaurus, otherWordings, widen } from '../../server/query/thesaurus.ts';
import { findThesaurus, readThesaurus } from '../../server/query/thesaurusFiles.ts';

const thesaurus = makeThesaurus([
  [
    ['GDP', '地区生产总值', '生产总值'],
    ['十四五', '第十四个五年规划'],
    ['十四五规划', '第十四个五年规划'],
    ['PM2.5', '细颗粒物'],
    ['AI', '人工智能'],
  ],
]);

describe('otherWordings', () => {
  const cases: readonly { trap: string; typed: string; want: readonly string[] }[] = [
    { trap: 'a name', typed: 'GDP', want: ['地区生产总值', '生产总值'] },
    { trap: 'another case and width', typed: 'ｇｄｐ', want: ['地区生产总值', '生产总值'] },
    { trap: 'traditional', typed: '細顆粒物', want: ['PM2.5'] },
    { trap: 'a name inside a longer name', typed: '地区生产总值', want: ['GDP', '生产总值'] },
    { trap: 'what contains it is found anyway', typed: '生产总值', want: ['GDP'] },
    { trap: 'a name in a phrase', typed: 'GDP增速', want: ['地区生产总值增速', '生产总值增速'] },
    { trap: 'the longest name', typed: '十四五规划', want: ['第十四个五年规划'] },
    { trap: 'a name in two groups', typed: '第十四个五年规划', want: ['十四五', '十四五规划'] },
    { trap: 'among other words', typed: '细颗粒物 下降', want: ['PM2.5 下降'] },
    { trap: 'Latin letters inside a word', typed: 'trail', want: [] },
    { trap: 'in quotation marks it means itself', typed: '"GDP"', want: [] },
    { trap: 'excluded', typed: '增长 -GDP', want: [] },
    { trap: 'no name', typed: '粮食', want: [] },
  ];
  test.each(cases)('$trap: $typed', ({ typed, want }) => {
    const wordings = otherWordings(parse(typed).query, thesaurus).map(print);
    expect(wordings.sort()).toEqual([...want].sort());
  });
});

describe('widen', () => {
  const all = () => true;
  const cases: readonly { trap: string; typed: string; want: string }[] = [
    { trap: 'a name', typed: 'PM2.5', want: 'PM2.5 OR 细颗粒物' },
    { trap: 'among other words', typed: 'PM2.5 下降', want: '(PM2.5 OR 细颗粒物) 下降' },
    { trap: 'in an or', typed: 'PM2.5 OR 臭氧', want: 'PM2.5 OR 细颗粒物 OR 臭氧' },
    { trap: 'near', typed: 'PM2.5 ~10 下降', want: '(PM2.5 OR 细颗粒物) ~10 下降' },
    { trap: 'what is excluded stays', typed: '下降 -PM2.5', want: '下降 -PM2.5' },
    { trap: 'filters stay', typed: 'PM2.5 年份:2024', want: '(PM2.5 OR 细颗粒物) 年份:2024' },
  ];
  test.each(cases)('$trap: $typed', ({ typed, want }) => {
    const widened = widen(parse(typed).query, thesaurus, all);
    expect(print(widened)).toBe(want);
    expect(parse(print(widened)).query).toEqual(widened);
  });

  test('leaves out names that nobody uses', () => {
    const { query } = parse('GDP');
    expect(print(widen(query, thesaurus, ({ text }) => text === '生产总值'))).toBe('GDP OR 生产总值');
  });
});

describe('files', () => {
  test('a later file wins for the names that stand in it', () => {
    const both = makeThesaurus([
      [
        ['GDP', '地区生产总值', '国内生产总值'],
        ['低保', '最低生活保障'],
      ],
      [['GDP', '生产总值'], ['低保']],
    ]);
    const others = (typed: string) => otherWordings(parse(typed).query, both).map(print);
    expect(others('GDP')).toEqual(['生产总值']);
    expect(others('地区生产总值')).toEqual(['国内生产总值']);
    expect(others('低保')).toEqual([]);
    expect(others('最低生活保障')).toEqual([]);
  });

  test('what is shipped can be read, and a folder may have its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yinju-thesaurus-'));
    writeFileSync(join(folder, 'thesaurus.yaml'), '- [甲办, 甲城市人民政府办公室]\n');
    const found = await findThesaurus([folder, '/nowhere']);
    expect(found.problems).toEqual([]);
    expect(found.thesaurus.get('pm2.5')).toEqual(['PM2.5', '细颗粒物']);
    expect(found.thesaurus.get('甲办')).toEqual(['甲办', '甲城市人民政府办公室']);
  });

  test.each(['- GDP', '- [GDP, [地区]]', 'GDP: 生产总值', '- [1, ', '- []'])('says what is wrong with %j', (text) => {
    expect(readThesaurus(text)).toHaveProperty('problem');
  });

  test('an empty file is no mistake', () => {
    expect(readThesaurus('# nothing yet\n')).toEqual({ groups: [] });
  });
});
