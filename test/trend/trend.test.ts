import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../indexer/analysis/fold.ts';
import { cutsNumber } from '../../indexer/index/phraseIndex.ts';
import type { Library } from '../../indexer/library.ts';
import { noFilters } from '../../server/search/filters.ts';
import { GROUPINGS, type Grouping } from '../../server/trend/coverage.ts';
import { matchConceptSubject, matchPhrase, splitPhrases } from '../../server/trend/subject.ts';
import { computeTrend } from '../../server/trend/trend.ts';
import { panelTable, wideTable } from '../../server/trend/trendTables.ts';
import { sentenceAround } from '../../server/trend/occurrences.ts';
import { hasShared, libraryOf, libraryOfTexts, SAMPLES, SHARED_CORPUS, SHARED_GOLD } from '../support/library.ts';

/** A plain scan: how often `phrase` stands in folded `text`, not overlapping, numbers whole. */
function scan(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at)) {
    const isWhole = !cutsNumber(text, at, at + phrase.length);
    if (isWhole) count++;
    at += isWhole ? phrase.length : 1;
  }
  return count;
}

const trendOf = ({ collection }: Library, phrases: readonly string[], by: Grouping, filters = noFilters) =>
  computeTrend(
    collection,
    phrases.map((phrase) => matchPhrase(collection, phrase)),
    filters,
    by,
  );

/** Phrases of the judged queries, so that they are those which people ask for. */
function goldPhrases(): string[] {
  const file = join(SHARED_GOLD, 'queries.jsonl');
  if (!existsSync(file)) return [];
  const queries = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return queries.map((line) => (JSON.parse(line) as { query: string }).query);
}

/** `count` strings of the texts, of 1–12 characters, the same ones every time. */
function drawPhrases({ collection }: Library, count: number): string[] {
  let state = 42;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, () => {
    const { text } = collection.documents[next(collection.documents.length)]!;
    const start = next(text.length);
    return text.slice(start, start + 1 + next(12)).split('\n')[0]!;
  });
}

const corpora = [
  { name: 'the sample corpus', folder: SAMPLES, isThere: true },
  { name: 'the shared corpus (needs ../shared)', folder: SHARED_CORPUS, isThere: hasShared },
];

describe.each(corpora)('computeTrend over $name', ({ folder, isThere }) => {
  let library: Library;
  beforeAll(async () => {
    if (isThere) library = await libraryOf(folder);
  }, 240_000);

  test.skipIf(!isThere)('counts what a plain scan counts, for every phrase, year, region and document', () => {
    const { documents } = library.collection;
    const folded = documents.map(({ text }) => foldText(text));
    // Quoted, so that nothing in them is an operator.
    const phrases = [...drawPhrases(library, 400), ...goldPhrases()].filter(
      (p) => /^[^"“”?？*＊\\]+$/u.test(p) && foldText(p),
    );
    const keyOf = {
      year: (n: number) => String(documents[n]!.year ?? 'unknown'),
      document: (n: number) => documents[n]!.id,
      region: (n: number) => documents[n]!.region.join('/') || 'unknown',
    };
    for (const by of GROUPINGS) {
      const { series } = trendOf(
        library,
        phrases.map((phrase) => `"${phrase}"`),
        by,
      );
      phrases.forEach((phrase, i) => {
        const want: Record<string, number> = {};
        folded.forEach((text, n) => (want[keyOf[by](n)] = (want[keyOf[by](n)] ?? 0) + scan(text, foldText(phrase))));
        const got = Object.fromEntries(series[i]!.points.map(({ key, occurrences }) => [key, occurrences]));
        expect(got, phrase).toEqual(want);
      });
    }
  });

  test.skipIf(!isThere)('a group is as long as its documents', () => {
    const { documents } = library.collection;
    const { coverage } = trendOf(library, ['发展'], 'year');
    for (const { key, characters } of coverage.groups) {
      const texts = documents.filter(({ year }) => String(year ?? 'unknown') === key).map(({ text }) => text);
      expect(characters).toBe(texts.join('').replace(/\s/gu, '').length);
    }
  });

  test.skipIf(!isThere)('the sentence of a first appearance has the phrase', () => {
    const [series] = trendOf(library, ['发展'], 'year').series;
    for (const found of [series!.first!, series!.last!]) {
      const sentence = sentenceAround(found);
      const { text } = found.placed.document;
      expect(foldText(text.slice(sentence.start, sentence.end))).toContain('发展');
      expect(foldText(text.slice(found.span.start, found.span.end))).toBe('发展');
    }
  });

  test.skipIf(!isThere)('the panel and the wide table add up to the total', () => {
    const { collection } = library;
    const subjects = ['发展', '创新'].map((phrase) => matchPhrase(collection, phrase));
    const trend = computeTrend(collection, subjects, noFilters, 'year');
    const total = trend.series.reduce((sum, series) => sum + series.total.occurrences, 0);
    const sum = (cells: readonly unknown[]) => cells.reduce<number>((all, cell) => all + Number(cell ?? 0), 0);
    const panel = panelTable(collection, subjects, trend);
    const wide = wideTable(collection, subjects, trend, 'occurrences');
    expect(sum(panel.rows.map((row) => row[panel.columns.indexOf('处')]))).toBe(total);
    expect(sum(wide.rows.flatMap((row) => row.slice(3)))).toBe(total);
  });
});

/** Reports of an invented town. */
const report = (year: number, body: string): string =>
  `青石市政府工作报告\n——${year}年1月10日在青石市第五届人民代表大会第一次会议上\n青石市市长　王某某\n各位代表：\n${body}\n`;

describe('computeTrend', () => {
  let library: Library;
  beforeAll(async () => {
    library = await libraryOfTexts({
      'a.txt': report(2018, '一、工作\n发展数字经济。数字经济很重要。'),
      'b.txt': report(2019, '一、工作\n抓好粮食生产，修建水库两座。'),
      'c.txt': report(2022, '一、工作\n數字經濟 再上台阶。'),
    });
  });

  test('a silent year is a point of nought, a year without a document is none', () => {
    const trend = trendOf(library, ['数字经济'], 'year');
    expect(trend.series[0]!.points.map(({ key, occurrences }) => [key, occurrences])).toEqual([
      ['2018', 2],
      ['2019', 0],
      ['2022', 1],
    ]);
    expect(trend.coverage.missingYears).toEqual([2020, 2021]);
    expect(trend.series[0]!.silentYears).toEqual([2019]);
  });

  test('counts passages and documents, and says out of how much', () => {
    const { total, first } = trendOf(library, ['数字经济'], 'year').series[0]!;
    expect([total.occurrences, total.passages, total.documents]).toEqual([3, 2, 2]);
    expect(total.perTenThousand).toBeCloseTo((3 / total.characters) * 10_000, 3);
    expect(first?.placed.document.year).toBe(2018);
  });

  test('a filter limits what is counted, and out of how much', () => {
    const filters = { ...noFilters, year: [{ from: 2019, to: 2022 }] };
    const trend = trendOf(library, ['数字经济'], 'year', filters);
    expect(trend.series[0]!.total.occurrences).toBe(1);
    expect(trend.coverage.documents).toBe(2);
  });

  test('a phrase that is nowhere has no first appearance', () => {
    const [series] = trendOf(library, ['量子计算'], 'document').series;
    expect([series!.first, series!.last, series!.total.occurrences]).toEqual([null, null, 0]);
  });

  test('a query counts all its terms', () => {
    expect(trendOf(library, ['数字经济 OR 水库'], 'year').series[0]!.total.occurrences).toBe(4);
  });

  test('phrases come one a line or one a parameter, each once', () => {
    expect(splitPhrases(['粮食\n 水库 \r\n', '粮食', ''])).toEqual(['粮食', '水库']);
  });
});

describe('matchConcept', () => {
  const concept = (terms: string[], exclude: string[] = []) => ({ version: '1', name: '例', terms, exclude });
  const cases = [
    {
      trap: 'overlaps count once, longest first',
      text: '生态文明建设与生态',
      terms: ['生态', '生态文明'],
      exclude: [],
      want: [1, 1],
    },
    {
      trap: 'an exclusion takes its characters out',
      text: '生态环境部说生态',
      terms: ['生态'],
      exclude: ['生态环境部'],
      want: [1],
    },
    {
      trap: 'a term that an exclusion cuts is no term',
      text: '抓生态环境部署',
      terms: ['环境部署'],
      exclude: ['生态环境'],
      want: [0],
    },
    {
      trap: 'the longer wins though it begins later',
      text: '绿色低碳发展',
      terms: ['绿色低', '低碳发展'],
      exclude: [],
      want: [0, 1],
    },
    {
      trap: 'one term in two scripts is one term',
      text: '发展與發展',
      terms: ['发展', '發展'],
      exclude: [],
      want: [2, 0],
    },
  ];
  test.each(cases)('$trap', async ({ text, terms, exclude, want }) => {
    const { collection } = await libraryOfTexts({ 'a.txt': `${text}。\n` });
    const [whole, ...each] = matchConceptSubject(collection, concept(terms, exclude), true);
    expect(each.map(({ matches }) => matches.starts.length)).toEqual(want);
    expect(whole!.matches.starts.length).toBe(want.reduce((sum, n) => sum + n, 0));
  });
});
