import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOverrides, takeFrontMatter } from '../../indexer/reading/overrides.ts';

describe('parseOverrides', () => {
  const cases = [
    { trap: 'region as a path', in: 'region: 河南省/洛阳市', want: { region: ['河南省', '洛阳市'] } },
    { trap: 'region as a list', in: 'region: [河南省, 洛阳市]', want: { region: ['河南省', '洛阳市'] } },
    { trap: 'a date stays text', in: 'date: 2021-02-07', want: { date: '2021-02-07' } },
    { trap: 'a year is a number', in: 'year: 2021', want: { year: 2021 } },
    { trap: 'a key left empty says nothing', in: 'title:\nyear: 2021', want: { year: 2021 } },
    { trap: 'an empty file', in: '', want: {} },
  ];
  for (const { trap, in: yaml, want } of cases) {
    it(trap, () => expect(parseOverrides(yaml)).toEqual({ overrides: want, problems: [] }));
  }

  it('names the wrong key and what was expected, and uses the right ones', () => {
    const { overrides, problems } = parseOverrides('titel: 甲\ndate: 2021年\nyear: soon\nissuer: 某市人民政府');
    expect(overrides).toEqual({ issuer: '某市人民政府' });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key', 'wrong-value', 'wrong-value']);
    expect(problems.map(({ message }) => message.en.split(':')[0])).toEqual(['titel', 'date', 'year']);
    expect(problems[1]?.message).toEqual({
      zh: 'date：值不对，应如 2021-02-07',
      en: 'date: expected a value such as 2021-02-07',
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (yaml) => void parseOverrides(yaml)));
    expect(parseOverrides('a: [').problems[0]?.code).toBe('broken-yaml');
    expect(parseOverrides('- 1').problems[0]?.code).toBe('broken-yaml');
    expect(parseOverrides('__proto__: 1\nconstructor: 2').problems).toHaveLength(2);
  });
});

describe('takeFrontMatter', () => {
  it('takes keys between two rules', () => {
    expect(takeFrontMatter('---\ntitle: 甲\n---\n正文')).toMatchObject({ overrides: { title: '甲' }, body: '正文' });
  });
  it('leaves two rules with text between them alone', () => {
    expect(takeFrontMatter('---\n政府工作报告\n---\n正文')).toBeNull();
  });
});
