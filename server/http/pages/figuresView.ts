/** What was promised and what came of it, as the trend page shows it: by place, then by the year that a figure is about. */
import type { Library } from '../../../indexer/library.ts';
import { citeInline } from '../../citing/inline.ts';
import { type Reading, readIndicator } from '../../trend/indicators.ts';
import { yearsOf } from '../../trend/lineTables.ts';
import { allowed } from '../../trend/trend.ts';
import type { Strings } from '../language/language.ts';
import { type TrendState, writeTrendState } from './trendState.ts';

function readingView({ placed, sentence, ...reading }: Reading, t: Strings) {
  return {
    years: yearsOf(reading),
    outcome: t.trend.outcome[reading.outcome],
    isTarget: reading.outcome === 'target',
    // 55.2 in a cell has its unit in the head; 4.5%以内 has it in itself.
    text:
      placed.passage.kind === 'table' && !reading.text.endsWith(reading.unit)
        ? `${reading.text} ${reading.unit}`
        : reading.text,
    attribute: reading.attribute,
    isUnsure: !reading.sure,
    sentence: placed.document.text.slice(sentence.start, sentence.end),
    title: placed.document.displayTitle,
    citation: citeInline(placed),
    href: `/p/${placed.passage.id}`,
  };
}

const order = (a: Reading, b: Reading): number =>
  (a.years?.to ?? 0) - (b.years?.to ?? 0) ||
  (a.years?.from ?? 0) - (b.years?.from ?? 0) ||
  Number(a.outcome === 'result') - Number(b.outcome === 'result');

/** Readings of every phrase of the state. */
export function figuresView({ collection }: Library, state: TrendState, t: Strings) {
  const members = allowed(collection, state.filters);
  return {
    series: state.q.map((name) => {
      const readings = readIndicator(collection, name, members);
      const places = [...new Set(readings.map(({ placed }) => placed.document.region.join(' ')))].sort();
      return {
        title: t.trend.figures(name),
        isEmpty: readings.length === 0,
        places: places.map((place) => ({
          place,
          readings: readings
            .filter(({ placed }) => placed.document.region.join(' ') === place)
            .sort(order)
            .map((reading) => readingView(reading, t)),
        })),
      };
    }),
    exports: ['csv', 'xlsx', 'json'].map((format) => ({
      label: format.toUpperCase(),
      href: `/api/indicators?${writeTrendState({ ...state, view: 'trend' })}&format=${format}`,
    })),
  };
}
