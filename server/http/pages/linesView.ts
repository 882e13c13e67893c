/** Concordances as the trend page shows them. */
import type { Library } from '../../../indexer/library.ts';
import { concord, SORTS } from '../../trend/concordance.ts';
import type { MatchedSubject } from '../../trend/subject.ts';
import { allowed } from '../../trend/trend.ts';
import type { Strings } from '../language/language.ts';
import { trendHref, type TrendState, writeTrendState } from './trendState.ts';

/** Lines on a page, and characters on either side. */
const SIZE = 50;
const WIDTH = 30;

/** A concordance of every subject; all have the same order and stand at the same page. */
export function linesView({ collection }: Library, state: TrendState, subjects: readonly MatchedSubject[], t: Strings) {
  const members = allowed(collection, state.filters);
  const { sort, reach, page } = state;
  const found = subjects.map((one) => ({
    name: one.subject.name,
    ...concord(collection, one.matches, members, { sort, reach, page, width: WIDTH, size: SIZE }),
  }));
  const last = Math.max(1, ...found.map(({ total }) => Math.ceil(total / SIZE)));
  return {
    sorts: SORTS.map((value) => ({
      label: t.trend.sorts[value],
      href: trendHref(state, { sort: value }),
      isCurrent: value === sort,
    })),
    reaches: [1, 2, 3, 4, 6, 8, 10].map((value) => ({
      value,
      href: trendHref(state, { reach: value }),
      isCurrent: value === reach,
    })),
    exports: ['csv', 'xlsx', 'json'].map((format) => ({
      label: format.toUpperCase(),
      href: `/api/concordance?${writeTrendState({ ...state, view: 'trend', page: 1 })}&format=${format}`,
    })),
    series: found.map(({ name, total, lines, left, right }) => ({
      name,
      total: t.trend.lines(total),
      left,
      right,
      lines: lines.map(({ placed, left: before, match, right: behind }) => ({
        left: before,
        match,
        right: behind,
        year: placed.document.year,
        title: placed.document.displayTitle,
        href: `/p/${placed.passage.id}?${new URLSearchParams({ q: name }).toString()}`,
      })),
    })),
    pager: {
      page,
      last,
      isNeeded: last > 1,
      previous: page > 1 ? trendHref(state, { page: page - 1 }) : null,
      next: page < last ? trendHref(state, { page: page + 1 }) : null,
    },
  };
}
