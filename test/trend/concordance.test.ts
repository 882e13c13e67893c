import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Library } from '../../indexer/library.ts';
import { concord, type ConcordanceRequest } from '../../server/trend/concordance.ts';
import { matchPhrase } from '../../server/trend/subject.ts';
import { libraryOf, libraryOfTexts, SAMPLES } from '../support/library.ts';

const usual: ConcordanceRequest = { sort: 'year', reach: 1, width: 10, page: 1, size: 100 };

function linesOf({ collection }: Library, phrase: string, request: Partial<ConcordanceRequest> = {}) {
  const members = collection.documents.map((_, number) => number);
  return concord(collection, matchPhrase(collection, phrase).matches, members, { ...usual, ...request });
}

describe('concord', () => {
  let library: Library;
  beforeAll(async () => {
    library = await libraryOfTexts({
      'a.txt': '青石市2021年政府工作报告\n\n做强制造业。促进“消费”、稳消费。\n\n扩大消费规模，推动消费升级。\n',
      'b.txt': '青石市2019年政府工作报告\n\n消费平稳。\n',
    });
  });

  test('the earliest document comes first', () => {
    expect(linesOf(library, '消费').lines.map(({ placed }) => placed.document.year)).toEqual([
      2019, 2021, 2021, 2021, 2021,
    ]);
  });

  test('a context ends with the paragraph', () => {
    const { lines } = linesOf(library, '消费', { width: 100 });
    expect(lines.at(-1)).toMatchObject({ left: '扩大消费规模，推动', match: '消费', right: '升级。' });
  });

  test('sorts by the character to the left, by sound, punctuation skipped', () => {
    // 动 dòng, 大 dà, 进 jìn, 稳 wěn; what has nothing to its left comes first.
    const lefts = linesOf(library, '消费', { sort: 'left' }).lines.map(({ left }) =>
      left.replace(/\P{L}/gu, '').slice(-1),
    );
    expect(lefts).toEqual(['', '大', '动', '进', '稳']);
  });

  test('sorts by the character to the right', () => {
    const rights = linesOf(library, '消费', { sort: 'right' }).lines.map(
      ({ right }) => right.replace(/\P{L}/gu, '')[0] ?? '',
    );
    expect(rights).toEqual(['', '规', '平', '升', '稳']);
  });

  test('counts neighbours', () => {
    const { left } = linesOf(library, '消费', { reach: 2 });
    expect(left.map(({ text }) => text)).toEqual(expect.arrayContaining(['扩大', '推动', '促进']));
  });

  test('pages hold each line once', () => {
    const pages = [1, 2, 3].flatMap((page) => linesOf(library, '消费', { sort: 'right', page, size: 2 }).lines);
    expect(pages).toEqual(linesOf(library, '消费', { sort: 'right' }).lines);
  });
});

test('every line over the sample corpus is a piece of its paragraph with the phrase in it', async () => {
  const library = await libraryOf(SAMPLES);
  for (const phrase of ['发展', '2023年', '产业 链']) {
    const { lines, total } = linesOf(library, phrase, { size: 10_000, width: 30, sort: 'left', reach: 5 });
    expect(lines.length).toBe(total);
    for (const { placed, left, match, right } of lines) {
      expect(placed.document.text).toContain(left + match + right);
      expect(`${left}${match}${right}`).not.toContain('\n');
      expect(foldText(match)).toBe(foldText(phrase));
    }
  }
}, 60_000);
