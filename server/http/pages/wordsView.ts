/** New and gone phrases between two years, as the trend page shows them. */
import type { Library } from '../../../indexer/library.ts';
import { cover, UNKNOWN } from '../../trend/coverage.ts';
import { type Distinctive, findNovelty } from '../../trend/novelty.ts';
import { allowed } from '../../trend/trend.ts';
import type { Strings } from '../language/language.ts';
import { type TrendState, writeTrendState } from './trendState.ts';

const LIMIT = 40;

/** The two latest years are compared unless others are chosen. */
export function wordsView({ collection }: Library, state: TrendState, t: Strings) {
  const { groups } = cover(collection, allowed(collection, state.filters), 'year');
  const years = groups.filter(({ key }) => key !== UNKNOWN);
  const chosen = (name: string, fallback: number) => years.find(({ key }) => key === name) ?? years.at(fallback);
  const [before, after] = [chosen(state.before, -2), chosen(state.after, -1)];
  const isPair = before !== undefined && after !== undefined && before !== after;
  const found = isPair ? findNovelty(collection, before.members, after.members, LIMIT) : null;
  const hidden = new URLSearchParams(writeTrendState({ ...state, before: '', after: '', page: 1 }));
  const viewOf = ({ text, before: b, after: a }: Distinctive) => ({
    text,
    count: t.trend.occurrences(Math.max(a, b)),
    href: `/trend?${new URLSearchParams({ q: text }).toString()}`,
  });
  return {
    hidden: [...hidden].map(([name, value]) => ({ name, value })),
    befores: years.map(({ key, documents }) => ({ key, documents, isChosen: key === before?.key })),
    afters: years.map(({ key, documents }) => ({ key, documents, isChosen: key === after?.key })),
    isPair,
    lists:
      found === null
        ? []
        : [
            { title: t.trend.fresh(after?.label ?? ''), phrases: found.fresh.map(viewOf) },
            { title: t.trend.fresh(before?.label ?? ''), phrases: found.gone.map(viewOf) },
          ],
  };
}
