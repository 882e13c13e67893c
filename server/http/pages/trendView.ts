/** Chart, table, first and last appearances, and heat maps of a trend, as templates show them. */
import type { Collection } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import { citeInline } from '../../citing/inline.ts';
import { type Filters, noFilters, passes } from '../../search/filters.ts';
import { fragments } from '../../search/highlight.ts';
import { cover, type Coverage, type Group, type Grouping, UNKNOWN } from '../../trend/coverage.ts';
import { type Occurrence, sentenceAround } from '../../trend/occurrences.ts';
import type { MatchedSubject, Subject } from '../../trend/subject.ts';
import type { Measure } from '../../trend/trendTables.ts';
import { allowed, cross, type Measures, type Trend } from '../../trend/trend.ts';
import { yearsInWords } from '../../trend/years.ts';
import type { Strings } from '../language/language.ts';
import { writeSearch } from '../parameters.ts';
import { type TrendState, writeTrendState } from './trendState.ts';
import type { ChartPoint, HeatCell, Slot } from './chart.ts';

/** A number as people read it: at most two decimals, small ones more. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}

const shortRegion = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Filters that leave exactly the documents `members`: by year or region where that says it, else by document. */
function filtersFor(collection: Collection, filters: Filters, wanted: Filters, members: readonly number[]): Filters {
  const found = collection.documents.flatMap((document, number) => (passes(document, wanted) ? [number] : []));
  const isSame = found.length === members.length && members.every((number) => found.includes(number));
  if (isSame) return wanted;
  return { ...filters, document: members.flatMap((number) => collection.documents[number]?.id ?? []) };
}

function narrowed(filters: Filters, by: Grouping, key: string): Filters {
  if (key === UNKNOWN) return filters;
  if (by === 'year') return { ...filters, year: [{ from: Number(key), to: Number(key) }] };
  return by === 'region' ? { ...filters, region: [key] } : { ...filters, document: [key] };
}

/** The search that a count stands for; a concept, which is no query, opens its concordance. */
function hrefOf(state: TrendState, subject: Subject, filters: Filters): string {
  if (subject.kind === 'phrase')
    return `/search?${writeSearch({ text: subject.name, filters, sort: 'relevance', page: 1, size: 20 })}`;
  return `/trend?${writeTrendState({ ...state, q: [], concept: [subject.name], view: 'lines', filters, page: 1 })}`;
}

interface Place {
  readonly collection: Collection;
  readonly state: TrendState;
  readonly t: Strings;
}

function targetOf(
  { collection, state }: Place,
  subject: Subject,
  group: Pick<Group, 'key' | 'members'>,
  by: Grouping,
): string {
  const wanted = narrowed(state.filters, by, group.key);
  return hrefOf(state, subject, filtersFor(collection, state.filters, wanted, group.members));
}

const tallyOf = (t: Strings, { occurrences, passages, documents, perTenThousand }: Measures): string =>
  t.trend.tally(
    [t.count.occurrences(occurrences), t.count.passages(passages), t.count.documents(documents)].join(
      t.htmlLang === 'en' ? ', ' : '，',
    ),
    figure(perTenThousand),
  );

/** Years with documents one by one; a run of years without any is one slot. */
function slotsOf({ groups, missingYears }: Coverage): (Slot & { readonly key: string | null })[] {
  const dated = groups.filter(({ key }) => key !== UNKNOWN);
  const runs = new Map<number, number>();
  for (const year of missingYears) {
    const start = [...runs].find(([, end]) => end === year - 1)?.[0] ?? year;
    runs.set(start, year);
  }
  const gaps = [...runs].map(([from, to]) => ({
    year: from,
    key: null,
    label: from === to ? `${from}` : '…',
    isGap: true,
    documents: 0,
  }));
  const years = dated.map(({ key, label, documents }) => ({ year: Number(key), key, label, isGap: false, documents }));
  return [...gaps, ...years].sort((a, b) => a.year - b.year);
}

const WIDE = { width: 1080, height: 380 };
const NARROW = { width: 350, height: 330 };

/** The chart for a desk and for a phone, and its legend. */
export async function chartView({ collection }: Library, state: TrendState, trend: Trend, t: Strings) {
  const { lineChart } = await import('./chart.ts');
  const place: Place = { collection, state, t };
  const slots = slotsOf(trend.coverage);
  const series = trend.series.map(({ subject, points }) => ({
    name: subject.name,
    points: slots.map(({ key }): ChartPoint | null => {
      const point = points.find((one) => one.key === key);
      const group = trend.coverage.groups.find((one) => one.key === key);
      if (point === undefined || group === undefined) return null;
      return {
        value: point[state.measure],
        href: targetOf(place, subject, group, 'year'),
        label: `${subject.name}　${point.label}　${tallyOf(t, point)}`,
      };
    }),
  }));
  return {
    title: t.trend.chart(t.trend.measures[state.measure]),
    wide: lineChart(slots, series, t.trend.coverage, WIDE),
    narrow: lineChart(slots, series, t.trend.coverage, NARROW),
    legend: series.map(({ name }, i) => ({ name, number: i + 1, shape: SHAPES[i % SHAPES.length] })),
  };
}

/** The chart's marks once more, for its legend. */
const SHAPES = ['●', '■', '▲', '◆', '○', '□', '△', '◇'];

/** All counts; each cell leads to the search that it stands for. */
export function trendTable({ collection }: Library, state: TrendState, { by, series, coverage }: Trend, t: Strings) {
  const place: Place = { collection, state, t };
  const measure: Measure = state.measure;
  const rows = coverage.groups.map((group, i) => ({
    key: group.key,
    label: by === 'region' ? group.label : group.label,
    documents: group.documents,
    characters: group.characters.toLocaleString('en'),
    isGap: false,
    cells: series.map(({ subject, points }) => {
      const point = points[i];
      return {
        value: point === undefined ? '' : figure(point[measure]),
        detail: point === undefined ? '' : tallyOf(t, point),
        isNothing: (point?.passages ?? 0) === 0,
        href: point === undefined || point.passages === 0 ? null : targetOf(place, subject, group, by),
      };
    }),
  }));
  return {
    by: t.trend.groupings[by],
    isByDocument: by === 'document',
    measure: t.trend.measures[measure],
    names: series.map(({ subject }) => subject.name),
    rows: by === 'year' ? withGaps(rows, coverage) : rows,
    total: {
      documents: coverage.documents,
      characters: coverage.characters.toLocaleString('en'),
      cells: series.map(({ total }) => ({ value: figure(total[measure]), detail: tallyOf(t, total) })),
    },
  };
}

interface TableRow {
  readonly key: string;
  readonly label: string;
  readonly documents: number;
  readonly characters: string;
  readonly isGap: boolean;
  readonly cells: readonly object[];
}

/** A row for every run of years without a document. */
function withGaps(rows: readonly TableRow[], { missingYears }: Coverage): TableRow[] {
  const all: TableRow[] = [];
  for (const row of rows) {
    const before = Number(all.findLast(({ isGap }) => !isGap)?.key);
    const missing = missingYears.filter((year) => year > before && year < Number(row.key));
    if (missing.length > 0)
      all.push({
        key: `${missing[0] ?? ''}`,
        label: yearsInWords(missing),
        documents: 0,
        characters: '',
        isGap: true,
        cells: [],
      });
    all.push(row);
  }
  return all;
}

function appearanceView(occurrence: Occurrence | null) {
  if (occurrence === null) return null;
  const { placed, span } = occurrence;
  const { document, passage } = placed;
  const sentence = sentenceAround(occurrence);
  const match = { start: span.start - sentence.start, end: span.end - sentence.start };
  return {
    year: document.year,
    title: document.displayTitle,
    sentence: fragments(document.text.slice(sentence.start, sentence.end), [match]),
    citation: citeInline(placed),
    href: `/p/${passage.id}`,
  };
}

/** First and last appearance of each subject, with sentence and citation, and the years between that are silent. */
export function appearanceViews({ series }: Trend, t: Strings) {
  return series.map(({ subject, first, last, silentYears, total }, i) => ({
    name: subject.name,
    number: i + 1,
    tally: tallyOf(t, total),
    first: appearanceView(first),
    last: appearanceView(last),
    gaps: yearsInWords(silentYears),
  }));
}

/** Region × year for every subject, for a desk and for a phone. */
export async function mapViews(
  { collection }: Library,
  state: TrendState,
  subjects: readonly MatchedSubject[],
  t: Strings,
) {
  const { heatMap } = await import('./chart.ts');
  const members = allowed(collection, { ...noFilters, ...state.filters });
  const [regions, years] = [cover(collection, members, 'region'), cover(collection, members, 'year')];
  const place: Place = { collection, state, t };
  return subjects.map((matched) => {
    const cells = cross(collection, matched, regions, years).flatMap(({ cells: row }, y): HeatCell[] =>
      row.flatMap((cell, x): HeatCell[] => {
        const [region, year] = [regions.groups[y], years.groups[x]];
        if (cell === null || region === undefined || year === undefined) return [];
        const inside = region.members.filter((number) => year.members.includes(number));
        const wanted = narrowed(narrowed(state.filters, 'region', region.key), 'year', year.key);
        const filters = filtersFor(place.collection, state.filters, wanted, inside);
        const label = `${shortRegion(region.key)}　${year.label}　${tallyOf(t, cell)}`;
        return [
          { row: y, column: x, value: cell.perTenThousand, href: hrefOf(state, matched.subject, filters), label },
        ];
      }),
    );
    const rows = regions.groups.map(({ key, label }) => (key === UNKNOWN ? label : shortRegion(key)));
    const columns = years.groups.map(({ label }) => label);
    return {
      title: t.trend.map(matched.subject.name),
      most: t.trend.most(figure(Math.max(0, ...cells.map(({ value }) => value)))),
      wide: heatMap(rows, columns, cells, 1080),
      narrow: heatMap(
        rows,
        columns.map((year) => year.slice(-2)),
        cells,
        350,
      ),
    };
  });
}
