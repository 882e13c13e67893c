import { beforeAll, describe, expect, test } from 'vitest';
import type { Collection } from '../../indexer/index/collection.ts';
import { checkFigures } from '../../server/citing/draftFigures.ts';
import { libraryOf, SAMPLES } from '../support/library.ts';

let collection: Collection;
beforeAll(async () => {
  ({ collection } = await libraryOf(SAMPLES));
});

const say = (draft: string) =>
  checkFigures(collection, draft, []).map(
    ({ indicator, year, said, verdict }) => `${indicator} ${year} ${said} ${verdict}`,
  );

describe('checkFigures(collection, draft, skipped)', () => {
  const cases: readonly { trap: string; draft: string; want: readonly string[] }[] = [
    {
      trap: 'as the report of the next year has it',
      draft: '2023年，云渚市一般公共预算收入132.6亿元。',
      want: ['一般公共预算收入 2023 132.6亿元 agrees'],
    },
    {
      trap: 'a digit wrong',
      draft: '2023年，云渚市一般公共预算收入136.2亿元。',
      want: ['一般公共预算收入 2023 136.2亿元 differs'],
    },
    { trap: 'no place: nothing to hold it to', draft: '2023年，一般公共预算收入136.2亿元。', want: [] },
    { trap: 'no year', draft: '云渚市一般公共预算收入136.2亿元。', want: [] },
    { trap: 'a place of which there is no report', draft: '2023年，漱石市一般公共预算收入136.2亿元。', want: [] },
    { trap: 'an indicator that nobody reports', draft: '2023年，云渚市新建凉亭13座。', want: [] },
  ];
  test.for(cases)('$trap', ({ draft, want }) => expect(say(draft)).toEqual(want));

  test('what was checked as a quotation is not checked again', () => {
    const draft = '2023年，云渚市“一般公共预算收入136.2亿元”。';
    expect(checkFigures(collection, draft, [{ start: 0, end: draft.length }])).toEqual([]);
  });
});
