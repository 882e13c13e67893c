import { describe, expect, test } from 'vitest';
import { strings } from '../../server/http/language/language.ts';

/** Every string of a dictionary with its path: `nav.search` → `检索`. Functions are called, so that they count as strings. */
function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(7, 9))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no string`);
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}

const zh = new Map(flatten(strings.zh, ''));
const en = new Map(flatten(strings.en, ''));

/** Complete documents need no remark. */
const mayBeEmpty = new Set(['document.completeness.complete']);

describe('the dictionary', () => {
  test('has the same keys in both languages', () => {
    expect([...en.keys()]).toEqual([...zh.keys()]);
  });

  test('leaves nothing empty, and no value unset', () => {
    const wanting = [...zh, ...en].filter(([key, text]) => !mayBeEmpty.has(key) && /^$|undefined|null|NaN/.test(text));
    expect(wanting).toEqual([]);
  });

  test('speaks Chinese in Chinese', () => {
    const foreign = [...zh].filter(
      ([key, text]) => text !== '' && !/\p{Script=Han}/u.test(text) && !key.endsWith('.0'),
    );
    expect(foreign.map(([key]) => key)).toEqual(
      ['htmlLang', 'nav.other', 'help.keyRows.1.0'].filter((k) => foreign.some(([f]) => f === k)),
    );
  });

  test.each([
    [1, '1 paragraph'],
    [2, '2 paragraphs'],
    [0, '0 paragraphs'],
  ])('counts %i in English as %s', (count, want) => {
    expect(strings.en.count.passages(count)).toBe(want);
  });
});
