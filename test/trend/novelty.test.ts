import { describe, expect, test } from 'vitest';
import { findNovelty, logLikelihood } from '../../server/trend/novelty.ts';
import { libraryOfTexts } from '../support/library.ts';

describe('findNovelty', () => {
  test('finds phrases that only one side has, and counts them exactly', async () => {
    const { collection } = await libraryOfTexts({
      'a.txt': '青石市2019年政府工作报告\n\n推进脱贫攻坚，打赢脱贫攻坚战。发展数字经济。\n',
      'b.txt': '青石市2024年政府工作报告\n\n发展新质生产力，培育新质生产力，壮大新質生產力。发展数字经济。\n',
    });
    const { fresh, gone } = findNovelty(collection, [0], [1], 10);
    expect(fresh[0]).toMatchObject({ text: '新质生产力', before: 0, after: 3 });
    expect(gone[0]).toMatchObject({ text: '脱贫攻坚', before: 2, after: 0 });
    expect([...fresh, ...gone].map(({ text }) => text)).not.toContain('数字经济');
  });

  test('a word that stands inside another word of the other side is not new', async () => {
    const { collection } = await libraryOfTexts({
      'a.txt': '青石市2019年政府工作报告\n\n建设产业园区。\n',
      'b.txt': '青石市2024年政府工作报告\n\n产业兴旺，产业发展。\n',
    });
    expect(findNovelty(collection, [0], [1], 10).fresh.map(({ text }) => text)).not.toContain('产业');
  });
});

test('logLikelihood: equal rates are no difference, and more is more', () => {
  expect(logLikelihood(10, 1000, 20, 2000)).toBeCloseTo(0);
  expect(logLikelihood(0, 1000, 20, 1000)).toBeGreaterThan(logLikelihood(0, 1000, 5, 1000));
  // 2·20·ln 2: all of it on one of two equal sides.
  expect(logLikelihood(0, 1000, 20, 1000)).toBeCloseTo(40 * Math.LN2);
});
