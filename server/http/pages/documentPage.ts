/** One document: what is known of it, its outline, its text; words in it marked, a paragraph of it pointed at. */
import { countCharacters } from '../../../indexer/analysis/characters.ts';
import type { Request, Response } from 'express';
import { findDocument, type PlacedPassage } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import type { PolicyDocument } from '../../../indexer/model.ts';
import { type Permalink, resolvePermalink } from '../../citing/permalink.ts';
import { noFilters } from '../../search/filters.ts';
import { search, type SearchAnswer } from '../../search/search.ts';
import { today } from '../clock.ts';
import { type Language, languageOf, type Strings, strings } from '../language/language.ts';
import { citationViews, type Occasion, quotationOf } from './citationView.ts';
import { blocksOf, outlineOf } from './documentText.ts';
import { showError, stringsOf } from './errorPage.ts';
import { breadcrumb, placeLabel } from './hitView.ts';
import { becameView, embeddedView, goneView } from './permalinkView.ts';
import { formView } from './searchPage.ts';

/** Links to matches that are offered above the text. */
const MOST_LINKS = 40;

interface Fact {
  readonly name: string;
  readonly value: string;
  /** Set when the value is an address on the web. */
  readonly href?: string;
}

/** Only addresses of the web become links: a document may claim any. */
function webAddress(url: string): { href?: string } {
  return /^https?:\/\//i.test(url) ? { href: url } : {};
}

function sizeOf(document: PolicyDocument, t: Strings): string {
  const characters = countCharacters(document.text).toLocaleString('en');
  const { pages } = document.provenance;
  return t.document.size(document.passages.length, characters) + (pages === null ? '' : t.document.pages(pages));
}

function factsOf(document: PolicyDocument, t: Strings): Fact[] {
  const { fields } = t.document;
  const { title, displayTitle, region, year, url, provenance } = document;
  const facts: readonly [string, string | null][] = [
    [fields.title, title === displayTitle ? null : title],
    [fields.type, document.docType],
    [fields.docNumber, document.docNumber],
    [fields.issuer, document.issuer],
    [fields.speaker, document.speaker],
    [fields.meeting, document.meeting],
    [fields.date, document.date],
    [fields.year, year === null ? null : String(year)],
    [fields.region, region.length === 0 ? null : region.join(' ')],
    [fields.source, document.source],
    [fields.url, url],
    [fields.path, provenance.path],
    [fields.size, sizeOf(document, t)],
  ];
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [{ name, value, ...(name === fields.url ? webAddress(value) : {}) }],
  );
}

async function searchInside(library: Library, document: PolicyDocument, text: string): Promise<SearchAnswer | null> {
  if (text.trim() === '') return null;
  const filters = { ...noFilters, document: [document.id] };
  return search(library, { text, filters, sort: 'document', page: 1, size: document.passages.length });
}

function insideView(answer: SearchAnswer | null, document: PolicyDocument, text: string, t: Strings) {
  const links = answer?.hits.slice(0, MOST_LINKS).map(({ passage }, i) => ({
    number: i + 1,
    label: t.document.goTo(i + 1),
    href: `#p-${passage.id}`,
  }));
  const { total, step } = answer ?? { total: null, step: 'exact' as const };
  return {
    query: text,
    isAsked: answer !== null,
    found: total && total.passages > 0 ? t.document.found(total.occurrences, total.passages) : null,
    step: step === 'exact' ? null : t.steps[step],
    links: links ?? [],
    clearHref: `/documents/${document.id}`,
    everywhereHref: `/search?${new URLSearchParams({ q: text }).toString()}`,
  };
}

function targetView({ target: placed, occasion }: Asked, language: Language) {
  if (placed === null) return null;
  const t = strings[language];
  return {
    id: placed.passage.id,
    text: placed.text,
    path: breadcrumb(placed),
    label: placeLabel(t, placed.passage),
    quotation: quotationOf(placed),
    permalink: `/p/${placed.passage.id}`,
    citations: citationViews(placed, occasion, language),
  };
}

interface Asked {
  readonly document: PolicyDocument;
  readonly target: PlacedPassage | null;
  /** Words to mark; empty for none. */
  readonly text: string;
  readonly occasion: Occasion;
  /** What became of the paragraph that the address means; null when it is as it was, or none is meant. */
  readonly became: Permalink | null;
}

/** Everything that `document.hbs` shows. */
export async function documentView(library: Library, asked: Asked, language: Language) {
  const { document, target, text } = asked;
  const t = strings[language];
  const answer = await searchInside(library, document, text);
  const spans = new Map(answer?.hits.map((hit) => [hit.passage.id, hit.spans]));
  const outline = outlineOf(document);
  return {
    title: document.displayTitle,
    isDocuments: true,
    canonical: target === null ? `/documents/${document.id}` : `/p/${target.passage.id}`,
    id: document.id,
    displayTitle: document.displayTitle,
    textLang: document.script === 'Hant' ? 'zh-Hant' : 'zh-Hans',
    facts: factsOf(document, t),
    incomplete: t.document.completeness[document.completeness],
    problems: document.problems.map(({ message }) => message[language]),
    outline,
    inside: insideView(answer, document, text, t),
    target: targetView(asked, language),
    became: becameView(asked.became, language),
    embedded: embeddedView(document, target, asked.occasion),
    blocks: blocksOf(library.collection, document, { spans, target: target?.passage.id ?? null }),
  };
}

const readText = (request: Request): string => (typeof request.query['q'] === 'string' ? request.query['q'] : '');

const readId = (request: Request): string => String(request.params['id']);

const occasionOf = (request: Request): Occasion => ({
  origin: `${request.protocol}://${request.get('host') ?? 'localhost'}`,
  today: today(),
});

type Place = Pick<Asked, 'document' | 'target'> & Partial<Pick<Asked, 'became'>>;

async function showPlace(library: Library, place: Place, request: Request, response: Response): Promise<void> {
  const asked = { became: null, ...place, text: readText(request), occasion: occasionOf(request) };
  response.render('document', await documentView(library, asked, languageOf(response)));
}

/** Answers `/documents/ID`. */
export async function showDocument(library: Library, request: Request, response: Response): Promise<void> {
  const document = findDocument(library.collection, readId(request));
  if (document !== undefined) return showPlace(library, { document, target: null }, request, response);
  const t = stringsOf(response).errors;
  const what = t.noDocumentWhat(readId(request));
  showError(response, { status: 404, title: t.noDocument, what, advice: t.noDocumentAdvice });
}

/** Answers `/p/ID`, a paragraph's permanent address: the paragraph, what became of it, or what it said. */
export async function showPassage(library: Library, request: Request, response: Response): Promise<void> {
  const id = readId(request);
  const found = resolvePermalink(library.collection, await library.loadFormer(), id);
  switch (found.state) {
    case 'present':
    case 'moved':
    case 'changed':
      return showPlace(
        library,
        { document: found.placed.document, target: found.placed, became: found },
        request,
        response,
      );
    case 'gone':
      response.status(410).render('gone', { ...goneView(found, languageOf(response)), form: formView() });
      return;
    case 'unknown':
      showUnknown(id, found.document, response);
  }
}

/** No passage ever had this id here; its document may be known. */
function showUnknown(id: string, document: PolicyDocument | null, response: Response): void {
  const t = stringsOf(response).errors;
  const link = document && { label: t.sameDocument(document.displayTitle), href: `/documents/${document.id}` };
  showError(response, {
    status: 404,
    title: t.noPassage,
    what: t.noPassageWhat(id),
    advice: t.noPassageAdvice,
    ...(link && { link }),
  });
}
