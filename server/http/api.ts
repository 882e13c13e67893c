/** The JSON interface, as README describes it in section API. */
import { type Request, type Response, Router } from 'express';
import { passageAt, type PlacedPassage } from '../../indexer/index/collection.ts';
import type { Library } from '../../indexer/library.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { show } from '../../indexer/show.ts';
import { citeInline } from '../citing/inline.ts';
import { describe } from '../query/describe.ts';
import { type Hit, search, type SearchAnswer } from '../search/search.ts';
import { sendProblem } from './errors.ts';
import { check, listParameters, readSearch } from './parameters.ts';
import { citingApi } from './citingApi.ts';
import { trendApi } from './trendApi.ts';

/** Where a paragraph can always be found again. */
export const permalinkOf = (passageId: string): string => `/p/${passageId}`;

function placeJson(placed: PlacedPassage) {
  const { document, passage, path, text } = placed;
  return {
    passageId: passage.id,
    docId: document.id,
    title: document.displayTitle,
    year: document.year,
    region: document.region,
    sectionPath: path.map((section) => section.heading),
    kind: passage.kind,
    ordinal: passage.ordinal,
    page: passage.page,
    text,
    ...(passage.heads === undefined ? {} : { heads: passage.heads }),
    permalink: permalinkOf(passage.id),
    citation: citeInline(placed),
  };
}

function hitJson(hit: Hit) {
  const { spans: matches, score, same, isCopy, explanation } = hit;
  return { ...placeJson(hit), matches, score, same, isCopy, ...(explanation === null ? {} : { explanation }) };
}

/** An answer as the interface has it. */
export function searchJson(text: string, answer: SearchAnswer) {
  const { query, step, words, total, hits, facets, problems, apart } = answer;
  return {
    query: text,
    description: describe(query, 'zh'),
    step,
    words,
    total,
    hits: hits.map(hitJson),
    facets,
    apart,
    problems: problems.map(({ code, message }) => ({ code, message: message.zh })),
  };
}

function documentJson(document: PolicyDocument) {
  const { id, title, displayTitle, docType, region, issuer, year, date, docNumber, provenance } = document;
  return {
    id,
    title,
    displayTitle,
    docType,
    region,
    issuer,
    year,
    date,
    docNumber,
    path: provenance.path,
    passages: document.passages.length,
    characters: document.text.replace(/\s/g, '').length,
  };
}

async function answerSearch(library: Library, request: Request, response: Response): Promise<void> {
  const checked = readSearch(request.query);
  if ('problems' in checked) {
    sendProblem(response, { status: 400, parameters: checked.problems });
    return;
  }
  response.json(searchJson(checked.value.text, await search(library, checked.value)));
}

function answerDocuments(library: Library, request: Request, response: Response): void {
  const checked = check(listParameters, request.query);
  if ('problems' in checked) {
    sendProblem(response, { status: 400, parameters: checked.problems });
    return;
  }
  const { page, size } = checked.value;
  const { documents } = library.collection;
  response.json({
    documents: documents.slice((page - 1) * size, page * size).map(documentJson),
    total: documents.length,
  });
}

function answerDocument(library: Library, id: string, response: Response): void {
  const { documents, documentNumber } = library.collection;
  const document = documents[documentNumber.get(id) ?? -1];
  if (document === undefined) {
    sendProblem(response, { status: 404, detail: `no document has the id ${id}` });
    return;
  }
  response.json(show(document));
}

function answerPassage(library: Library, id: string, response: Response): void {
  const { collection } = library;
  const number = collection.passageNumber.get(id);
  const placed = number === undefined ? undefined : passageAt(collection, number);
  if (placed === undefined) {
    sendProblem(response, { status: 404, detail: `no passage has the id ${id}` });
    return;
  }
  const neighbour = (step: number) => {
    const beside = passageAt(collection, placed.number + step);
    return beside?.document.id === placed.document.id ? beside.passage.id : null;
  };
  response.json({ ...placeJson(placed), previous: neighbour(-1), next: neighbour(1) });
}

/** Routes under `/api`. */
export function apiRoutes(library: Library): Router {
  const router = Router();
  router.get('/search', (request, response) => answerSearch(library, request, response));
  router.get('/documents', (request, response) => answerDocuments(library, request, response));
  router.get('/documents/:id', (request, response) => answerDocument(library, request.params.id, response));
  router.get('/passages/:id', (request, response) => answerPassage(library, request.params.id, response));
  router.use(trendApi(library));
  router.use(citingApi(library));
  router.use((request, response) =>
    sendProblem(response, { status: 404, detail: `nothing answers at ${request.originalUrl}` }),
  );
  return router;
}
