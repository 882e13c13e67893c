/** Facets and active filters as links: each knows the address that it leads to. */
import { type Collection, findDocument } from '../../../indexer/index/collection.ts';
import type { Facets, FacetValue } from '../../search/facets.ts';
import { type Dimension, DIMENSIONS, type Filters, noFilters, type YearRange } from '../../search/filters.ts';
import type { AssistedRequest } from '../../suggest/assist.ts';
import type { Strings } from '../language/language.ts';
import { writeSearch } from '../parameters.ts';

/** Values of a facet that are shown at once; the rest unfolds. */
const SHOWN: Readonly<Record<Dimension, number>> = { year: 12, region: 12, type: 8, issuer: 6, document: 6 };
const SHOWN_FACETS = ['year', 'region', 'type', 'document'] as const;

/** The address of `request` with some things changed, on its first page. */
export function searchHref(request: AssistedRequest, change: Partial<AssistedRequest>): string {
  const query = writeSearch({ ...request, page: 1, ...change });
  return query === '' ? '/search' : `/search?${query}`;
}

const isYear = (range: YearRange, year: number): boolean => range.from === year && range.to === year;

const holdsYear = ({ from, to }: YearRange, year: number): boolean =>
  year >= (from ?? -Infinity) && year <= (to ?? Infinity);

/** True when one region lies in the other: only one of them makes sense as a filter. */
const isNested = (a: string, b: string): boolean => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

type ListDimension = Exclude<Dimension, 'year'>;

function toggleIn(chosen: readonly string[], value: string, dimension: ListDimension): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  const kept = dimension === 'region' ? chosen.filter((other) => !isNested(other, value)) : chosen;
  return [...kept, value];
}

function toggleYear(chosen: readonly YearRange[], year: number): readonly YearRange[] {
  const others = chosen.filter((range) => !isYear(range, year));
  if (others.length < chosen.length) return others;
  // A year inside a range narrows it; one outside is added.
  return [...others.filter((range) => !holdsYear(range, year)), { from: year, to: year }];
}

function toggle(filters: Filters, dimension: Dimension, value: string): Filters {
  if (dimension === 'year') return { ...filters, year: toggleYear(filters.year, Number(value)) };
  return { ...filters, [dimension]: toggleIn(filters[dimension], value, dimension) };
}

function isActive(filters: Filters, dimension: Dimension, value: string): boolean {
  if (dimension === 'year') return filters.year.some((range) => holdsYear(range, Number(value)));
  return filters[dimension].includes(value);
}

function labelOf(collection: Collection, dimension: Dimension, value: string): string {
  if (dimension === 'region') return value.slice(value.lastIndexOf('/') + 1);
  if (dimension !== 'document') return value;
  return findDocument(collection, value)?.displayTitle ?? value;
}

function valueView(collection: Collection, request: AssistedRequest, dimension: Dimension, most: number) {
  return ({ value, passages }: FacetValue) => ({
    label: labelOf(collection, dimension, value),
    href: searchHref(request, { filters: toggle(request.filters, dimension, value) }),
    passages,
    isActive: isActive(request.filters, dimension, value),
    /** Of 100. */
    bar: dimension === 'year' ? Math.max(1, Math.round((passages / most) * 100)) : null,
    depth: dimension === 'region' ? value.split('/').length : 1,
  });
}

/** A tree's branches in the order of their weight, each followed by its own: 河南省, 洛阳市, 驻马店市, 河北省 … */
export function orderRegions(values: readonly FacetValue[], under = ''): FacetValue[] {
  const branches = values.filter(({ value }) => value.startsWith(under) && !value.slice(under.length).includes('/'));
  return branches
    .toSorted((a, b) => b.passages - a.passages)
    .flatMap((branch) => [branch, ...orderRegions(values, `${branch.value}/`)]);
}

/** The facets that leave a choice, in their order. */
export function facetViews(collection: Collection, facets: Facets, request: AssistedRequest, t: Strings) {
  return SHOWN_FACETS.map((dimension) => {
    const most = Math.max(...facets[dimension].map(({ passages }) => passages), 1);
    const ordered = dimension === 'region' ? orderRegions(facets.region) : facets[dimension];
    const values = ordered.map(valueView(collection, request, dimension, most));
    const shown = SHOWN[dimension];
    // One value more is not worth unfolding; a chosen one is never hidden.
    const cut = values.length <= shown + 2 ? values.length : shown;
    const first = values.filter((value, i) => i < cut || value.isActive);
    const rest = values.filter((value, i) => i >= cut && !value.isActive);
    return { name: dimension, label: t.facets[dimension], isYear: dimension === 'year', first, rest };
  }).filter(({ first }) => first.length > 0);
}

function yearsLabel({ from, to }: YearRange): string {
  return from === to ? String(from) : `${from ?? ''}—${to ?? ''}`;
}

/** The filters in force, each with the address without it. */
export function chipViews(collection: Collection, request: AssistedRequest, t: Strings) {
  const { filters } = request;
  return DIMENSIONS.flatMap((dimension) => {
    const name = t.facets[dimension];
    if (dimension === 'year')
      return filters.year.map((range) => ({
        name,
        label: yearsLabel(range),
        href: searchHref(request, { filters: { ...filters, year: filters.year.filter((other) => other !== range) } }),
      }));
    return filters[dimension].map((value) => ({
      name,
      label: labelOf(collection, dimension, value),
      href: searchHref(request, {
        filters: { ...filters, [dimension]: filters[dimension].filter((other) => other !== value) },
      }),
    }));
  });
}

/** The address without any filter. */
export const unfilteredHref = (request: AssistedRequest): string => searchHref(request, { filters: noFilters });
