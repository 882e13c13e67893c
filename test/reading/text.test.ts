import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../indexer/reading/text.ts';

describe('readText', () => {
  const cases = [
    { trap: 'line ends of three systems', in: '一\r\n二\r三\n四', want: ['一', '二', '三', '四'] },
    { trap: 'blank lines, also of full-width spaces', in: '一\n\n \u3000\n二\n', want: ['一', '二'] },
    {
      trap: 'the indent shows a paragraph and stays',
      in: '\u3000\u3000一、总体要求 \n',
      want: ['\u3000\u3000一、总体要求'],
    },
    { trap: 'hard line breaks are not joined here', in: '推动高质\n量发展', want: ['推动高质', '量发展'] },
    { trap: 'a page break ends a line', in: '一\f二', want: ['一', '二'] },
  ];
  for (const { trap, in: text, want } of cases) {
    it(trap, () => expect(readText(text).map((block) => block.text)).toEqual(want));
  }

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const got = readText(text).map((block) => block.text);
        expect(got.join('').replace(/[\s\u0085]/g, '')).toBe(text.replace(/[\s\u0085]/g, ''));
      }),
    );
  });

  it('is no bottleneck: far more than five million characters a second, on a busy machine', () => {
    const text = `${'推动高质量发展，'.repeat(40)}\n`.repeat(15_000);
    const start = performance.now();
    readText(text);
    expect(text.length / (performance.now() - start)).toBeGreaterThan(5_000);
  });
});
