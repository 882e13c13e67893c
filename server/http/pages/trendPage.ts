/** The page of trends: phrases followed across years, regions and documents. */
import type { Request, Response } from 'express';
import type { Library } from '../../../indexer/library.ts';
import type { Concept } from '../../trend/concept.ts';
import { findConcepts } from '../../trend/conceptFiles.ts';
import { cover, GROUPINGS } from '../../trend/coverage.ts';
import { matchConceptSubject, matchPhrase, type MatchedSubject } from '../../trend/subject.ts';
import { MEASURES } from '../../trend/trendTables.ts';
import { allowed, computeTrend } from '../../trend/trend.ts';
import { yearsInWords } from '../../trend/years.ts';
import { languageOf, type Strings, strings } from '../language/language.ts';
import { readTrendState, trendHref, type TrendState, VIEWS, writeTrendState } from './trendState.ts';
import { figuresView } from './figuresView.ts';
import { linesView } from './linesView.ts';
import { appearanceViews, chartView, mapViews, trendTable } from './trendView.ts';
import { wordsView } from './wordsView.ts';

const choice = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>, chosen: T) =>
  values.map((value) => ({ value, label: labels[value], isChosen: value === chosen }));

/** Regions of the collection with all that they lie in, for the form. */
function regionNames({ collection }: Library): string[] {
  const paths = collection.documents.flatMap(({ region }) => region.map((_, i) => region.slice(0, i + 1).join('/')));
  return [...new Set(paths)].sort();
}

function formView(library: Library, state: TrendState, concepts: readonly Concept[], t: Strings) {
  const { by, measure, filters } = state;
  const [years] = filters.year;
  return {
    phrases: state.q.join('\n'),
    rows: Math.max(3, Math.min(state.q.length + 1, 8)),
    concepts: concepts.map(({ name, version }) => ({ name, version, isChosen: state.concept.includes(name) })),
    groupings: choice(GROUPINGS, t.trend.groupings, by),
    measures: choice(MEASURES, t.trend.measures, measure),
    year:
      years === undefined
        ? ''
        : years.from === years.to
          ? `${years.from ?? ''}`
          : `${years.from ?? ''}..${years.to ?? ''}`,
    regions: regionNames(library).map((value) => ({ value, isChosen: filters.region.includes(value) })),
    view: state.view,
  };
}

function exportViews(state: TrendState, t: Strings) {
  const query = writeTrendState({ ...state, view: 'trend' });
  const to = (rest: string): string => `/api/trend?${query}&${rest}`;
  const { long, panel, wide, xlsx, json } = t.trend.exports;
  return [
    { href: to('format=csv&shape=long'), label: long },
    { href: to('format=csv&shape=panel'), label: panel },
    { href: to('format=csv&shape=wide'), label: wide },
    { href: to('format=xlsx'), label: xlsx },
    { href: to('format=json'), label: json },
  ];
}

function scopeView(library: Library, state: TrendState, t: Strings) {
  const { documents, characters, years, missingYears } = cover(
    library.collection,
    allowed(library.collection, state.filters),
    'year',
  );
  return {
    text: t.trend.scope(documents, characters.toLocaleString('en')),
    span: years === null ? '' : t.trend.span(years.from, years.to),
    missing: missingYears.length === 0 ? '' : t.trend.missing(yearsInWords(missingYears)),
  };
}

/** What the chosen view shows; the others cost nothing. */
async function shownView(library: Library, state: TrendState, subjects: readonly MatchedSubject[], t: Strings) {
  switch (state.view) {
    case 'trend': {
      const trend = computeTrend(library.collection, subjects, state.filters, state.by);
      return {
        isTrend: true,
        chart: state.by === 'year' ? await chartView(library, state, trend, t) : null,
        table: trendTable(library, state, trend, t),
        appearances: appearanceViews(trend, t),
        exports: exportViews(state, t),
      };
    }
    case 'map':
      return { maps: await mapViews(library, state, subjects, t), exports: exportViews(state, t) };
    case 'lines':
      return { lines: linesView(library, state, subjects, t) };
    case 'figures':
      return { figures: figuresView(library, state, t) };
    case 'words':
      return { words: wordsView(library, state, t) };
  }
}

/** Answers `/trend`. */
export async function showTrend(library: Library, request: Request, response: Response): Promise<void> {
  const t = strings[languageOf(response)];
  const { state, leftOut } = readTrendState(request.query);
  const { concepts, problems } = await findConcepts(library.folders);
  const chosen = concepts.filter(({ name }) => state.concept.includes(name));
  const subjects = [
    ...state.q.map((text) => matchPhrase(library.collection, text)),
    ...chosen.flatMap((concept) => matchConceptSubject(library.collection, concept)),
  ];
  const isAsked = subjects.length > 0;
  response.render('trend', {
    title: [...subjects.map(({ subject }) => subject.name), t.trend.title].slice(0, 4).join(' · '),
    isTrends: true,
    form: formView(library, state, concepts, t),
    notices: [
      ...(leftOut > 0 ? [t.trend.tooMany(leftOut)] : []),
      ...problems.flatMap(({ path, problems: found }) =>
        found.map((problem) => `${path.split('/').at(-1) ?? path}：${problem}`),
      ),
    ],
    isAsked,
    views: VIEWS.map((view) => ({
      label: t.trend.views[view],
      href: trendHref(state, { view }),
      isCurrent: view === state.view,
    })),
    scope: isAsked ? scopeView(library, state, t) : null,
    ...(isAsked ? await shownView(library, state, subjects, t) : {}),
  });
}
