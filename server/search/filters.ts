/** Filters on documents: chosen in facets or given as parameters, beside the query. */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { isInYears } from './match.ts';

export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Each list is an OR; an empty one filters nothing; the lists together are an AND. */
export interface Filters {
  readonly year: readonly YearRange[];
  /** Names from the gazetteer, whole or shortened: `洛阳市`, `洛阳`, `河南省/洛阳市`. */
  readonly region: readonly string[];
  readonly type: readonly string[];
  readonly issuer: readonly string[];
  /** Document ids. */
  readonly document: readonly string[];
}

export type Dimension = keyof Filters;

export const DIMENSIONS: readonly Dimension[] = ['year', 'region', 'type', 'issuer', 'document'];

export const noFilters: Filters = { year: [], region: [], type: [], issuer: [], document: [] };

/** True when the document lies in the region: `洛阳市` holds its counties, too. */
function liesIn(document: PolicyDocument, region: string): boolean {
  const path = document.region.map(foldText).join('/');
  const wanted = foldText(region);
  return `/${path}/`.includes(`/${wanted}/`) || `/${path}`.includes(`/${wanted}`);
}

const accepts: Readonly<Record<Dimension, (document: PolicyDocument, filters: Filters) => boolean>> = {
  year: (document, { year }) => year.some((range) => isInYears(document, range)),
  region: (document, { region }) => region.some((name) => liesIn(document, name)),
  type: ({ docType }, { type }) => type.some((name) => foldText(name) === foldText(docType ?? '')),
  issuer: ({ issuer }, filters) => filters.issuer.some((name) => foldText(name) === foldText(issuer ?? '')),
  document: ({ id }, { document }) => document.includes(id),
};

export const isFiltered = (filters: Filters): boolean => DIMENSIONS.some((dimension) => filters[dimension].length > 0);

/** Whether the document passes every filter, but for those of `except`. */
export function passes(document: PolicyDocument, filters: Filters, except?: Dimension): boolean {
  for (const dimension of DIMENSIONS) {
    if (dimension !== except && filters[dimension].length > 0 && !accepts[dimension](document, filters)) return false;
  }
  return true;
}
