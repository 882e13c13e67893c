/** The JSON interface, as README describes it in section API. */
import { type Request, type Response, Router } from 'express';
import { countCharacters } from '../../../indexer/analysis/characters.ts';
import { findDocument, findPassage, passageAt } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import type { PolicyDocument } from '../../../indexer/model.ts';
import { show } from '../../../indexer/show.ts';
import { searchAssisted } from '../../suggest/assist.ts';
import { accept, sendProblem } from '../errors.ts';
import { check, listParameters, readSearch } from '../parameters.ts';
import { citingApi } from './citingApi.ts';
import { assistanceJson, placeJson, searchJson } from './searchJson.ts';
import { searchExports } from './searchExport.ts';
import { suggestApi } from './suggestApi.ts';
import { trendApi } from './trendApi.ts';

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
    characters: countCharacters(document.text),
  };
}

async function answerSearch(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readSearch(request.query), response);
  if (wanted === undefined) return;
  const answer = await searchAssisted(library, wanted);
  response.json({ ...searchJson(wanted.text, answer, answer.near), ...assistanceJson(answer.assistance) });
}

function answerDocuments(library: Library, request: Request, response: Response): void {
  const wanted = accept(check(listParameters, request.query), response);
  if (wanted === undefined) return;
  const { page, size } = wanted;
  const { documents } = library.collection;
  response.json({
    documents: documents.slice((page - 1) * size, page * size).map(documentJson),
    total: documents.length,
  });
}

function answerDocument(library: Library, id: string, response: Response): void {
  const document = findDocument(library.collection, id);
  if (document === undefined) {
    sendProblem(response, { status: 404, detail: `no document has the id ${id}` });
    return;
  }
  response.json(show(document));
}

function answerPassage(library: Library, id: string, response: Response): void {
  const { collection } = library;
  const placed = findPassage(collection, id);
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
  router.use(searchExports(library));
  router.use(suggestApi(library));
  router.use(trendApi(library));
  router.use(citingApi(library));
  router.use((request, response) =>
    sendProblem(response, { status: 404, detail: `nothing answers at ${request.originalUrl}` }),
  );
  return router;
}
