import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { isSpelled, soundsOf, spell } from '../../server/suggest/spelling.ts';

describe('isSpelled', () => {
  const cases: readonly { trap: string; typed: string; text: string; want: boolean }[] = [
    { trap: 'characters', typed: '专精', text: '专精特新', want: true },
    { trap: 'initials', typed: 'zjtx', text: '专精特新', want: true },
    { trap: 'initials of two letters', typed: 'zhjtx', text: '专精特新', want: true },
    { trap: 'whole pinyin', typed: 'zhuanjingtexin', text: '专精特新', want: true },
    { trap: 'pinyin that stops inside a syllable', typed: 'zhuanji', text: '专精特新', want: true },
    { trap: 'a syllable, then an initial', typed: 'zhuanj', text: '专精特新', want: true },
    { trap: 'characters, then initials', typed: '专jtx', text: '专精特新', want: true },
    { trap: 'initials around a character', typed: 'z精tx', text: '专精特新', want: true },
    { trap: 'letters of the text itself', typed: 'gdpz', text: 'gdp增速', want: true },
    { trap: 'ü is typed v', typed: 'lvse', text: '绿色发展', want: true },
    { trap: 'the reading that the word has', typed: 'yinhang', text: '银行', want: true },
    { trap: 'digits', typed: '2024n', text: '2024年', want: true },
    { trap: 'an initial too many', typed: 'zjtxx', text: '专精特新', want: false },
    { trap: 'another order', typed: 'jztx', text: '专精特新', want: false },
    { trap: 'from the middle', typed: 'tx', text: '专精特新', want: false },
    { trap: 'h alone is no initial of 专', typed: 'hjtx', text: '专精特新', want: false },
  ];
  test.each(cases)('$trap: $typed, $text', ({ typed, text, want }) => {
    expect(isSpelled(typed, spell(foldText(text)))).toBe(want);
  });

  test('finds every beginning of a text, of its pinyin and of its initials', () => {
    const han = fc.stringMatching(/^[专精特新企业发展改革粮食产量]{1,8}$/u);
    fc.assert(
      fc.property(han, fc.nat(30), (text, length) => {
        const spelled = spell(text);
        const spellings = [text, spelled.syllables.join(''), spelled.syllables.map((s) => s.charAt(0)).join('')];
        for (const whole of spellings)
          expect(isSpelled(whole.slice(0, 1 + (length % whole.length)), spelled)).toBe(true);
      }),
    );
  });

  test('takes time that grows with the letters, not with their readings', () => {
    const spelled = spell('阿'.repeat(200));
    const before = performance.now();
    isSpelled('a'.repeat(199) + 'b', spelled);
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('any text has one syllable a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { characters, syllables } = spell(foldText(text));
        expect(syllables).toHaveLength(characters.length);
      }),
    );
  });
});

test('homophones sound the same, and near ones do', () => {
  const sound = (text: string) => soundsOf(spell(text));
  expect(sound('专精特心')).toBe(sound('专精特新'));
  expect(sound('基层治里')).toBe(sound('基层治理'));
  expect(sound('增长')).not.toBe(sound('减少'));
});
