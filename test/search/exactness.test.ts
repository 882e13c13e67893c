import { Converter } from 'opencc-js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { cutsNumber } from '../../indexer/index/phraseIndex.ts';
import type { Library } from '../../indexer/library.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { noFilters } from '../../server/search/filters.ts';
import { search, type SearchAnswer } from '../../server/search/search.ts';
import { hasShared, libraryOf, SAMPLES, SHARED_CORPUS } from '../support/library.ts';

/** How often `phrase` stands in the folded text, as Ctrl+F counts, numbers whole. */
function countIn(folded: string, phrase: string): number {
  let count = 0;
  for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at)) {
    const isWhole = !cutsNumber(folded, at, at + phrase.length);
    if (isWhole) count++;
    at += isWhole ? phrase.length : 1;
  }
  return count;
}

/** A reader's ways of typing the same string. */
const toTraditional = Converter({ from: 'cn', to: 't' });
const typings: readonly ((text: string) => string)[] = [
  (text) => text,
  toTraditional,
  (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (text) => text.toUpperCase(),
  (text) => [...text].join('\u00a0'),
  (text) => [...text].join('　'),
];

const stringsOf = (documents: readonly PolicyDocument[]) =>
  fc
    .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 24 }), fc.constantFrom(...typings))
    .map(([document, start, length, type]) => {
      const { text } = documents[document % documents.length]!;
      const from = start % text.length;
      return type(text.slice(from, from + length).replaceAll('\n', ''));
    })
    // A string with quotation marks cannot stand inside quotation marks.
    .filter((string) => foldText(string) !== '' && !foldText(string).includes('"'));

function expectRealMarks(answer: SearchAnswer, phrase: string): void {
  for (const hit of answer.hits) {
    expect(hit.spans.length).toBeGreaterThan(0);
    for (const { start, end } of hit.spans) {
      const marked = foldText(hit.text.slice(start, end));
      const runsOn = foldText(hit.text.slice(end)) === '';
      expect(runsOn ? phrase.startsWith(marked) || marked.includes(phrase) : marked.includes(phrase)).toBe(true);
      expect(hit.document.text.slice(hit.passage.start + start, hit.passage.start + end)).toBe(
        hit.text.slice(start, end),
      );
    }
  }
}

const folders = [
  { name: 'the sample corpus', folder: SAMPLES, isThere: true },
  { name: 'the shared corpus (needs ../shared)', folder: SHARED_CORPUS, isThere: hasShared },
];

describe.each(folders)('search over $name', ({ folder, isThere }) => {
  let library: Library;
  let folded: readonly string[];
  beforeAll(async () => {
    if (!isThere) return;
    library = await libraryOf(folder);
    folded = library.collection.documents.map((document) => foldText(document.text));
  }, 120_000);

  test.skipIf(!isThere)('finds what a plain scan finds, and marks what it found', async () => {
    await fc.assert(
      fc.asyncProperty(stringsOf(library.collection.documents), async (string) => {
        const request = { filters: noFilters, sort: 'document', page: 1, size: 200 } as const;
        const answer = await search(library, { ...request, text: `"${string}"` });
        const phrase = foldText(string);
        const counts = folded.map((text) => countIn(text, phrase));
        expect(answer.step).toBe('exact');
        expect(answer.total.occurrences).toBe(counts.reduce((sum, count) => sum + count, 0));
        expect(answer.total.documents).toBe(counts.filter((count) => count > 0).length);
        expectRealMarks(answer, phrase);
      }),
      { numRuns: 400 },
    );
  });
});
