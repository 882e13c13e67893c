import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowOf } from '../../server/http/pages/window.ts';

const join = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');

/** A paragraph of `count` clauses, each naming its number. */
const clauses = (count: number): string =>
  Array.from({ length: count }, (_, i) => `第${i + 1}项任务按时间表推进`).join('，') + '。';

function spansOf(text: string, word: string) {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ start: index, end: index + word.length }));
}

describe('windowOf', () => {
  test('shows a short paragraph whole', () => {
    const text = '推动制造业高质量发展。';
    expect(windowOf(text, [{ start: 2, end: 5 }])).toEqual({
      fragments: [
        { text: '推动', isMatch: false },
        { text: '制造业', isMatch: true },
        { text: '高质量发展。', isMatch: false },
      ],
      isPart: false,
      hidden: 0,
    });
  });

  test('begins and ends a window with a clause, and says that there is more', () => {
    const text = clauses(60);
    const { fragments, isPart } = windowOf(text, spansOf(text, '第30项'));
    expect(join(fragments)).toMatch(/^ …… 第\d+项.*[，。] …… $/u);
    expect(isPart).toBe(true);
  });

  test('shows the first of every wording rather than the same word again and again', () => {
    const text = `${'就业优先。'.repeat(120)}${clauses(30)}社会保障更加有力。`;
    const spans = [...spansOf(text, '就业'), ...spansOf(text, '社会保障')];
    const marked = windowOf(text, spans).fragments.filter(({ isMatch }) => isMatch);
    expect(marked.map(({ text: words }) => words)).toContain('社会保障');
  });

  test('counts the matches that it does not show', () => {
    const text = clauses(120);
    const spans = spansOf(text, '任务');
    const { fragments, hidden } = windowOf(text, spans);
    expect(fragments.filter(({ isMatch }) => isMatch).length + hidden).toBe(spans.length);
    expect(hidden).toBeGreaterThan(0);
  });

  test('marks whole matches only, each as it stands in the text, whatever the paragraph', () => {
    const paragraph = fc.array(fc.constantFrom('发展', '，', '。', '经济', '稳中求进', 'GDP 5%'), { maxLength: 400 });
    fc.assert(
      fc.property(paragraph, fc.constantFrom('发展', '经济', '稳中求进'), (words, word) => {
        const text = words.join('');
        const spans = spansOf(text, word);
        const { fragments, hidden } = windowOf(text, spans);
        const marked = fragments.filter(({ isMatch }) => isMatch);
        expect(marked.every((fragment) => fragment.text === word)).toBe(true);
        expect(marked.length + hidden).toBe(spans.length);
        for (const stretch of join(fragments).split(' …… ')) expect(text).toContain(stretch);
      }),
    );
  });
});
