/**
 * Figures that a draft says of an indicator, a place and a year, compared with what the documents say. A draft that names no
 * place or no year is not doubted: there would be nothing to hold it to.
 */
import { fold, unfold } from '../../indexer/analysis/fold.ts';
import type { Collection, PlacedPassage } from '../../indexer/index/collection.ts';
import type { PolicyDocument, Span } from '../../indexer/model.ts';
import { attributeFigures, type Attributed } from '../trend/attribution.ts';
import { readIndicatorName } from '../trend/indicatorName.ts';
import { type Reading, readIndicator } from '../trend/indicators.ts';
import { linesOf } from './draft.ts';

/** Indicators that reports name every year; the longer of two that fit is meant. */
const INDICATORS = [
  '地区生产总值',
  '生产总值',
  '人均地区生产总值',
  '规模以上工业增加值',
  '规上工业增加值',
  '固定资产投资',
  '社会消费品零售总额',
  '进出口总额',
  '一般公共预算收入',
  '一般公共预算支出',
  '城镇居民人均可支配收入',
  '农村居民人均可支配收入',
  '居民人均可支配收入',
  '城镇新增就业',
  '城镇调查失业率',
  '城镇登记失业率',
  '居民消费价格',
  '粮食产量',
  '研发经费投入强度',
  '高新技术企业',
  '常住人口城镇化率',
  '森林覆盖率',
] as const;

/** Documents of one place and two years are few; more than this, and the place was not told well enough. */
const MOST_DOCUMENTS = 12;

export interface CheckedFigure {
  readonly indicator: string;
  readonly year: number;
  /** As the draft has it, number and unit. */
  readonly said: string;
  /** In the draft. */
  readonly span: Span;
  readonly verdict: 'agrees' | 'differs';
  /** True when a reader should look: what the document says, or of what, rests on a guess. */
  readonly isUnsure: boolean;
  /** What the documents say of it. */
  readonly readings: readonly {
    readonly text: string;
    readonly outcome: 'target' | 'result';
    readonly placed: PlacedPassage;
  }[];
}

/** `洛阳市` and `洛阳` name the place. */
function names(line: string, document: PolicyDocument): boolean {
  const place = document.region.at(-1) ?? '';
  const bare = place.replace(/(?:特别行政区|自治区|自治州|自治县|[省市县区])$/u, '');
  return place === '全国' ? /全国|国务院|我国/u.test(line) : bare.length > 1 && line.includes(bare);
}

/** Numbers of the documents that could say it: of the place that the line names, of the year and the one after. */
function documentsFor({ documents }: Collection, line: string, year: number): number[] {
  const near = documents.flatMap((document, number) => {
    const isNear = document.year === year || document.year === year + 1;
    return isNear && names(line, document) ? [number] : [];
  });
  const depth = Math.max(0, ...near.map((number) => documents[number]?.region.length ?? 0));
  return near.filter((number) => documents[number]?.region.length === depth);
}

const sameNumber = (a: string | null, b: string): boolean =>
  a !== null && Number(a.replace(/,/gu, '')) === Number(b.replace(/,/gu, ''));

/** Readings that a figure can be held to: of the year, in the same unit, a change against a change. */
function comparable(readings: readonly Reading[], { figure, change }: Attributed, year: number): Reading[] {
  return readings.filter(
    (reading) =>
      reading.years !== null &&
      reading.years.from <= year &&
      year <= reading.years.to &&
      !reading.perYear &&
      reading.unit === figure.unit &&
      (reading.change === null) === (change === null),
  );
}

interface Sentence {
  readonly line: string;
  readonly text: string;
  readonly year: number;
}

function checkOne(collection: Collection, sentence: Sentence, indicator: string, said: Attributed) {
  const members = documentsFor(collection, sentence.line, sentence.year);
  if (members.length === 0 || members.length > MOST_DOCUMENTS) return null;
  const readings = comparable(readIndicator(collection, indicator, members), said, sentence.year);
  if (readings.length === 0) return null;
  const equal = readings.filter(({ value }) => sameNumber(value, said.figure.number));
  const shown = equal.length > 0 ? equal : readings;
  return {
    verdict: equal.length > 0 ? ('agrees' as const) : ('differs' as const),
    isUnsure: !said.sure || !shown.some(({ sure }) => sure),
    readings: shown.slice(0, 3).map(({ text, outcome, placed }) => ({ text, outcome, placed })),
  };
}

/** The indicators named in a folded sentence; a shorter name inside a longer one is the longer one. */
function indicatorsIn(text: string): string[] {
  const named = INDICATORS.filter((name) => text.includes(name));
  return named.filter((name) => !named.some((other) => other !== name && other.includes(name)));
}

/** Figures of a draft that the documents speak of; `skipped` are spans that were checked as quotations. */
export function checkFigures(collection: Collection, draft: string, skipped: readonly Span[]): CheckedFigure[] {
  return linesOf(draft).flatMap((lineSpan) => {
    const line = draft.slice(lineSpan.start, lineSpan.end);
    return [...line.matchAll(/[^。；！？]+[。；！？]?/gu)].flatMap(({ 0: sentence, index }) => {
      const year = Number(/((?:19|20)\d\d)年/u.exec(sentence)?.[1] ?? Number.NaN);
      const { text, map } = fold(sentence);
      if (Number.isNaN(year)) return [];
      return indicatorsIn(text).flatMap((indicator) =>
        attributeFigures(text, readIndicatorName(indicator)).said.flatMap((said): CheckedFigure[] => {
          const from = lineSpan.start + index;
          const local = unfold(map, said.figure.start, said.figure.end);
          const span = { start: from + local.start, end: from + local.end };
          if (skipped.some((one) => one.start <= span.start && span.end <= one.end)) return [];
          const checked = checkOne(collection, { line, text, year }, indicator, said);
          return checked === null
            ? []
            : [{ indicator, year, said: draft.slice(span.start, span.end), span, ...checked }];
        }),
      );
    });
  });
}
