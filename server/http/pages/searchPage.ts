/** The page of results: what was understood, how much was found, and the hits. */
import type { Response } from 'express';
import type { Library } from '../../../indexer/library.ts';
import { describe } from '../../query/describe.ts';
import { DIMENSIONS, type Filters, noFilters } from '../../search/filters.ts';
import { SORTS } from '../../search/order.ts';
import type { NearAnswer } from '../../search/near.ts';
import { search, type SearchAnswer } from '../../search/search.ts';
import { type AssistedRequest, searchAssisted } from '../../suggest/assist.ts';
import { type Language, languageOf, type Strings, strings } from '../language/language.ts';
import { type ParameterProblem, readSearch, writeSearch } from '../parameters.ts';
import { assistanceView, takeAlongView } from './assistanceView.ts';
import { chipViews, facetViews, searchHref, unfilteredHref } from './facetView.ts';
import { hitGroups, type HitSetting } from './hitView.ts';

/** What an address asks for, and which of its parameters were left out. */
export interface ReadRequest {
  readonly request: AssistedRequest;
  readonly problems: readonly ParameterProblem[];
}

const emptyRequest: AssistedRequest = { text: '', filters: noFilters, sort: 'relevance', page: 1, size: 20 };

/** Reads an address; parameters that cannot be understood are left out and named. */
export function readLeniently(query: Readonly<Record<string, unknown>>): ReadRequest {
  const checked = readSearch(query);
  if ('value' in checked) return { request: checked.value, problems: [] };
  const wrong = new Set(checked.problems.map(({ parameter }) => parameter.split('.')[0]));
  const again = readSearch(Object.fromEntries(Object.entries(query).filter(([name]) => !wrong.has(name))));
  return { request: 'value' in again ? again.value : emptyRequest, problems: checked.problems };
}

export const hasFilters = (filters: Filters): boolean => DIMENSIONS.some((dimension) => filters[dimension].length > 0);

/** Filters as hidden fields of the form, so that the next query keeps them. */
function hiddenFields(request: AssistedRequest): { name: string; value: string }[] {
  const parameters = new URLSearchParams(writeSearch({ ...request, text: '', page: 1 }));
  return [...parameters].map(([name, value]) => ({ name, value }));
}

/** What the search form shows; other pages give it an empty request. */
export function formView(request: AssistedRequest = emptyRequest) {
  return { query: request.text, hidden: hiddenFields(request), clearHref: unfilteredHref(request) };
}

function pagerView(request: AssistedRequest, passages: number) {
  const last = Math.max(1, Math.ceil(passages / request.size));
  const { page } = request;
  const to = (number: number): string => searchHref(request, { page: number });
  return {
    page,
    last,
    isNeeded: last > 1,
    isBeyond: page > last && passages > 0,
    lastHref: to(last),
    previous: page > 1 && page <= last ? to(page - 1) : null,
    next: page < last ? to(page + 1) : null,
  };
}

function sortViews(request: AssistedRequest, t: Strings) {
  return SORTS.map((sort) => ({
    label: t.sorts[sort],
    href: searchHref(request, { sort }),
    isCurrent: sort === request.sort,
  }));
}

function apartView(answer: SearchAnswer, request: AssistedRequest, t: Strings) {
  if (answer.apart === null || answer.apart.passages <= answer.total.passages) return null;
  return { label: t.search.apart(answer.apart.passages), href: searchHref(request, { text: answer.apart.text }) };
}

/** Ways out of an empty answer. */
async function zeroView(library: Library, request: AssistedRequest, t: Strings) {
  const isFiltered = hasFilters(request.filters);
  const free = isFiltered ? await search(library, { ...request, filters: noFilters, page: 1, size: 1 }) : null;
  const passages = free?.total.passages ?? 0;
  return {
    reason: passages > 0 ? t.zero.filtered : /["“”]/.test(request.text) ? t.zero.strict : t.zero.honest,
    without: passages > 0 ? { label: t.zero.without(passages), href: unfilteredHref(request) } : null,
    advice: [t.zero.shorter, ...(/["“”:：]/.test(request.text) ? [t.zero.unquoted] : [])],
  };
}

function notices(answer: SearchAnswer, read: ReadRequest, language: Language): string[] {
  const t = strings[language];
  return [
    ...read.problems.map(({ parameter }) => t.search.parameters(parameter)),
    ...answer.problems.map(({ message }) => message[language]),
  ];
}

function countsView({ total }: SearchAnswer, t: Strings) {
  return [
    ...(total.occurrences > 0 ? [t.count.occurrences(total.occurrences)] : []),
    t.count.passages(total.passages),
    t.count.documents(total.documents),
  ];
}

function stepView({ step, words }: SearchAnswer, t: Strings) {
  return step === 'exact' ? null : { text: t.steps[step], words };
}

/** What comes near, or how much of it is hidden; `setting` is that of the literal hits. */
function nearView(near: NearAnswer | null, request: AssistedRequest, setting: HitSetting) {
  if (near === null) return null;
  const { t } = setting;
  const isShown = request.near !== false;
  return {
    words: near.words,
    isShown,
    switchLabel: isShown ? t.near.hide : t.near.show(near.hits.length),
    switchHref: searchHref(request, { near: !isShown, page: request.page }),
    groups: isShown ? hitGroups(near.hits, { ...setting, text: '', isNear: true }) : [],
  };
}

/** Everything that `search.hbs` shows. */
export async function searchView(library: Library, read: ReadRequest, language: Language) {
  const t = strings[language];
  const { request } = read;
  const { collection } = library;
  // Near ones are looked for in any case: where they are hidden, the page says how many there are.
  const answer = await searchAssisted(library, { ...request, near: true });
  const { assistance } = answer;
  const { page, explain = false } = request;
  const whyHref = searchHref(request, { explain: !explain, page });
  const setting: HitSetting = { collection, text: assistance.text, whyHref, isNear: false, t };
  return {
    title: t.search.title(request.text.trim()),
    form: formView(request),
    description: describe(answer.query, language),
    notices: notices(answer, read, language),
    step: stepView(answer, t),
    assistance: assistanceView(assistance, request, t),
    takeAlong: takeAlongView(request, answer.total.passages, t),
    apart: apartView(answer, request, t),
    trendHref: `/trend?${new URLSearchParams({ q: request.text.trim() }).toString()}`,
    counts: countsView(answer, t),
    isFound: answer.total.passages > 0,
    zero: answer.total.passages > 0 ? null : await zeroView(library, { ...request, text: assistance.text }, t),
    sorts: sortViews(request, t),
    chips: chipViews(collection, request, t),
    facets: facetViews(collection, answer.facets, request, t),
    groups: hitGroups(answer.hits, setting),
    near: nearView(answer.near, request, setting),
    pager: pagerView(request, answer.total.passages),
  };
}

/** Answers `/search?q=…`. */
export async function showResults(library: Library, read: ReadRequest, response: Response): Promise<void> {
  response.render('search', await searchView(library, read, languageOf(response)));
}
