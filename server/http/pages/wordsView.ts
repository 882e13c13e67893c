/** New and gone phrases between two years, as the trend page shows them. */
import type { Library } from '../../../indexer/library.ts';
import { cover, UNKNOWN } from '../../trend/coverage.ts';
import { type Distinctive, findNovelty, type Novelty } from '../../trend/novelty.ts';
import { allowed } from '../../trend/trend.ts';
import type { Strings } from '../language/language.ts';
import { type TrendState, writeTrendState } from './trendState.ts';

const LIMIT = 40;

/** The new and the gone phrases of a pair, each list under the name of the side that has them. */
export function wordLists({ fresh, gone }: Novelty, names: { before: string; after: string }, t: Strings) {
  const viewOf = ({ text, before, after }: Distinctive) => ({
    text,
    count: t.trend.occurrences(Math.max(before, after)),
    href: `/trend?${new URLSearchParams({ q: text }).toString()}`,
  });
  return [
    { title: t.trend.fresh(names.after), phrases: fresh.map(viewOf) },
    { title: t.trend.fresh(names.before), phrases: gone.map(viewOf) },
  ];
}

/** The two latest years are compared unless others are chosen. */
export function wordsView({ collection }: Library, state: TrendState, t: Strings) {
  const { groups } = cover(collection, allowed(collection, state.filters), 'year');
  const years = groups.filter(({ key }) => key !== UNKNOWN);
  const chosen = (name: string, fallback: number) => years.find(({ key }) => key === name) ?? years.at(fallback);
  const [before, after] = [chosen(state.before, -2), chosen(state.after, -1)];
  const isPair = before !== undefined && after !== undefined && before !== after;
  const found = isPair ? findNovelty(collection, before.members, after.members, LIMIT) : null;
  const hidden = new URLSearchParams(writeTrendState({ ...state, before: '', after: '', page: 1 }));
  return {
    hidden: [...hidden].map(([name, value]) => ({ name, value })),
    befores: years.map(({ key, documents }) => ({ key, documents, isChosen: key === before?.key })),
    afters: years.map(({ key, documents }) => ({ key, documents, isChosen: key === after?.key })),
    isPair,
    exports: ['csv', 'xlsx', 'json'].map((format) => ({
      label: format.toUpperCase(),
      href: `/api/novelty?${writeTrendState({ ...state, before: before?.key ?? '', after: after?.key ?? '', page: 1 })}&format=${format}&limit=500`,
    })),
    lists: isPair && found !== null ? wordLists(found, { before: before.label, after: after.label }, t) : [],
  };
}
