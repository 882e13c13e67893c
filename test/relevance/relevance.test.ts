/** What the ranking must not fall below; `npm run eval` writes the whole picture. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasShared, libraryOf, SAMPLES, SHARED_CORPUS, SHARED_GOLD } from '../support/library.ts';
import { evaluate, type Outcome, summarize, type Summary } from './evaluate.ts';
import { readJudged } from './judged.ts';

const EXACT = ['phrase', 'number', 'variant', 'filter', 'zero-hit'];

function of(outcomes: readonly Outcome[], kind: string): Summary {
  const summary = summarize(outcomes).find((one) => one.kind === kind);
  if (summary === undefined) throw new Error(`no query of kind ${kind}`);
  return summary;
}

const collections = [
  { name: 'the sample corpus', folder: SAMPLES, judged: import.meta.dirname, skip: false },
  {
    name: 'the shared collection (needs ../shared)',
    folder: join(SHARED_CORPUS, 'luoyang'),
    judged: SHARED_GOLD,
    skip: !hasShared,
  },
];

for (const { name, folder, judged, skip } of collections) {
  describe.skipIf(skip)(`relevance on ${name}`, () => {
    let outcomes: Outcome[] = [];
    beforeAll(async () => {
      outcomes = await evaluate(await libraryOf(folder), readJudged(judged));
    });

    it.each(EXACT)('counts every %s query right and claims nothing that is not there', (kind) => {
      const faults = outcomes.filter(
        (outcome) => outcome.query.kind === kind && outcome.kind === 'exact' && outcome.fault,
      );
      expect(faults).toEqual([]);
      expect(of(outcomes, kind).queries).toBeGreaterThan(0);
    });

    it.each(['keyword', 'entity'])('puts what is about a %s first', (kind) => {
      const { ndcg, attainable, reciprocalRank } = of(outcomes, kind);
      expect(reciprocalRank).toBeGreaterThan(0.98);
      // What is called by another name is not found literally: the order can only be as good as the hits.
      expect((ndcg ?? 0) / (attainable ?? 1)).toBeGreaterThan(0.95);
    });

    it('answers questions among the first', () => {
      const { ndcg, reciprocalRank } = of(outcomes, 'question');
      expect(reciprocalRank).toBeGreaterThan(0.85);
      expect(ndcg).toBeGreaterThan(0.85);
    });
  });
}
