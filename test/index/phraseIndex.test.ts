import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPhraseIndex, cutsNumber, findPhrase } from '../../indexer/index/phraseIndex.ts';

/** What Ctrl+F finds, but for cut numbers: the simplest exact way. */
function scan(text: string, phrase: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at)) {
    if (cutsNumber(text, at, at + phrase.length)) at += 1;
    else {
      found.push(at);
      at += phrase.length;
    }
  }
  return found;
}

describe('findPhrase(index, phrase)', () => {
  const cases: readonly { trap: string; text: string; phrase: string; want: readonly number[] }[] = [
    { trap: 'a word that no dictionary has', text: '万人助万企，万人助万企', phrase: '万人助万企', want: [0, 6] },
    { trap: 'one character', text: '人人为我', phrase: '人', want: [0, 1] },
    { trap: 'the last character of all', text: '为我', phrase: '我', want: [1] },
    { trap: 'the last pair of all', text: '人为我', phrase: '为我', want: [1] },
    { trap: 'does not overlap itself', text: '人人人', phrase: '人人', want: [0] },
    { trap: 'nothing is nowhere', text: '人', phrase: '', want: [] },
    { trap: 'longer than the text', text: '人', phrase: '人人', want: [] },
    { trap: '10万 is not in 110万', text: '110万户、10万户', phrase: '10万', want: [6] },
    { trap: '88.06 is not in 188.06', text: '188.06;88.06', phrase: '88.06', want: [7] },
    { trap: '88 is not in 88.06, nor 06', text: '88.06', phrase: '88', want: [] },
    { trap: '06 is not in 88.06', text: '88.06', phrase: '06', want: [] },
    { trap: '200 is not in 1,200', text: '1,200元', phrase: '200', want: [] },
    { trap: 'a comma between years does not make a number', text: '2020,2021年', phrase: '2021', want: [5] },
    { trap: 'a date is no decimal number', text: '2021.2.7', phrase: '2021', want: [0] },
    { trap: 'a full stop after a year', text: '到2025.下', phrase: '2025', want: [1] },
    { trap: 'a number inside a phrase is free', text: '第110万户', phrase: '第110万', want: [0] },
    { trap: 'after a cut number the next may overlap it', text: '1111,11', phrase: '11', want: [5] },
  ];
  test.each(cases)('$trap', ({ text, phrase, want }) => {
    expect([...findPhrase(buildPhraseIndex(text), phrase)]).toEqual(want);
  });

  test('finds what a plain scan finds, in texts of few and of many characters', () => {
    const few = fc.string({ unit: fc.constantFrom('发', '展', '1', '2', '.', ',', '\n'), maxLength: 60 });
    const many = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(few, many), fc.nat(), fc.nat({ max: 6 }), (text, from, length) => {
        const start = from % (text.length + 1);
        const phrase = text.slice(start, start + length + 1);
        expect([...findPhrase(buildPhraseIndex(text), phrase)]).toEqual(phrase === '' ? [] : scan(text, phrase));
      }),
      { numRuns: 500 },
    );
  });
});
