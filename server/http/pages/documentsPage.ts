/** The list of documents: narrowed by title, year, region and type; sorted by any column. */
import { countCharacters } from '../../../indexer/analysis/characters.ts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { foldText } from '../../../indexer/analysis/fold.ts';
import type { Library } from '../../../indexer/library.ts';
import type { PolicyDocument } from '../../../indexer/model.ts';
import { type Filters, noFilters, passes } from '../../search/filters.ts';
import { type Language, languageOf, type Strings, strings } from '../language/language.ts';
import { formView, readLeniently } from './searchPage.ts';

const COLUMNS = ['title', 'year', 'region', 'type', 'issuer', 'date', 'passages', 'characters', 'path'] as const;
type Column = (typeof COLUMNS)[number];
type Direction = 'asc' | 'desc';

/** Columns that begin with the greatest when they are first chosen. */
const GREATEST_FIRST: ReadonlySet<Column> = new Set(['year', 'date', 'passages', 'characters']);

const orderParameters = z.object({
  title: z.string().catch(''),
  by: z.enum(COLUMNS).catch('year'),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});

interface Listing {
  readonly title: string;
  readonly filters: Filters;
  readonly by: Column;
  readonly direction: Direction;
}

const firstDirection = (column: Column): Direction => (GREATEST_FIRST.has(column) ? 'desc' : 'asc');

function readListing(query: Readonly<Record<string, unknown>>): Listing {
  const { title, by, direction } = orderParameters.parse(query);
  const { year, region, type } = query;
  const { filters } = readLeniently({ year, region, type }).request;
  return { title: title.trim(), filters: { ...noFilters, ...filters }, by, direction: direction ?? firstDirection(by) };
}

function rowOf(document: PolicyDocument) {
  const { id, displayTitle: title, year, region, docType: type, issuer, date, provenance } = document;
  return {
    id,
    title,
    year,
    region: region.join(' '),
    type,
    issuer,
    date,
    passages: document.passages.length,
    characters: countCharacters(document.text),
    path: provenance.path,
  };
}

type Row = ReturnType<typeof rowOf>;

/** Orders rows by a column; what is not known comes last either way. */
export function sortRows(rows: readonly Row[], by: Column, direction: Direction): Row[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[by] ?? '', b[by] ?? ''];
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh');
    return order * sign;
  });
}

const yearText = ({ filters }: Listing): string =>
  filters.year.map(({ from, to }) => (from === to ? String(from) : `${from ?? ''}..${to ?? ''}`)).join(',');

function listHref(listing: Listing): string {
  const parameters = new URLSearchParams();
  const { title, filters, by, direction } = listing;
  if (title !== '') parameters.set('title', title);
  if (filters.year.length > 0) parameters.set('year', yearText(listing));
  for (const region of filters.region) parameters.append('region', region);
  for (const type of filters.type) parameters.append('type', type);
  parameters.set('by', by);
  if (direction !== firstDirection(by)) parameters.set('direction', direction);
  return `/documents?${parameters.toString()}`;
}

function columnViews(listing: Listing, t: Strings) {
  return COLUMNS.map((name) => {
    const isCurrent = name === listing.by;
    const turned: Direction = listing.direction === 'asc' ? 'desc' : 'asc';
    const direction = isCurrent ? turned : firstDirection(name);
    return {
      name,
      label: t.documents.columns[name],
      hint: t.documents.sortBy(t.documents.columns[name]),
      href: listHref({ ...listing, by: name, direction }),
      ariaSort: isCurrent ? (listing.direction === 'asc' ? 'ascending' : 'descending') : null,
    };
  });
}

/** The values of a <select>; `chosen` is kept even when no document has it. */
function options(values: readonly string[], chosen: string | undefined) {
  const all = new Set(chosen === undefined ? values : [...values, chosen]);
  return [...all].map((value) => ({
    value,
    label: value.replaceAll('/', ' '),
    isChosen: value === chosen,
  }));
}

const regionsOf = ({ region }: PolicyDocument): string[] =>
  region.map((_, depth) => region.slice(0, depth + 1).join('/'));

/** Everything that `documents.hbs` shows. */
export function documentsView(library: Library, query: Readonly<Record<string, unknown>>, language: Language) {
  const t = strings[language];
  const { documents } = library.collection;
  const listing = readListing(query);
  const wanted = foldText(listing.title);
  const shown = documents.filter(
    (document) =>
      passes(document, listing.filters) && foldText(document.displayTitle + document.title).includes(wanted),
  );
  const types = documents.flatMap(({ docType }) => (docType === null ? [] : [docType]));
  const { filters } = listing;
  return {
    title: t.documents.title,
    isDocuments: true,
    form: formView(),
    listing: { title: listing.title, year: yearText(listing), by: listing.by, direction: listing.direction },
    regions: options(documents.flatMap(regionsOf).toSorted(), filters.region[0]),
    types: options(types, filters.type[0]),
    isNarrowed: wanted !== '' || filters.year.length + filters.region.length + filters.type.length > 0,
    shown: t.documents.shown(shown.length, documents.length),
    columns: columnViews(listing, t),
    rows: sortRows(shown.map(rowOf), listing.by, listing.direction).map((row) => ({
      ...row,
      characters: row.characters.toLocaleString('en'),
    })),
  };
}

/** Answers `/documents`. */
export function showDocuments(library: Library, request: Request, response: Response): void {
  response.render('documents', documentsView(library, request.query, languageOf(response)));
}
