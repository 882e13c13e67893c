/** Addresses that other programs know to ask for: OpenSearch description, Atom feed of a query, OpenAPI. */
import { type Request, type Response, Router } from 'express';
import type { Library } from '../../indexer/library.ts';
import { searchAssisted } from '../suggest/assist.ts';
import { atomFeed } from './atom.ts';
import { originOf } from './api/citingParameters.ts';
import { accept } from './errors.ts';
import { openApi } from './api/openApi.ts';
import { openSearchDescription } from './opensearch.ts';
import { readSearch } from './parameters.ts';

const ENTRIES = 50;

async function answerFeed(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readSearch(request.query), response);
  if (wanted === undefined) return;
  const asked = { ...wanted, sort: 'newest' as const, page: 1, size: ENTRIES };
  const feed = atomFeed(asked, await searchAssisted(library, { ...asked, near: false }), originOf(request));
  response.type('application/atom+xml; charset=utf-8').send(feed);
}

/** `/opensearch.xml`, `/search.atom`, `/openapi.json`. */
export function conventions(library: Library): Router {
  const router = Router();
  const described = openApi();
  router.get('/opensearch.xml', (request, response) => {
    response
      .type('application/opensearchdescription+xml; charset=utf-8')
      .send(openSearchDescription(originOf(request)));
  });
  router.get('/search.atom', (request, response) => answerFeed(library, request, response));
  router.get('/openapi.json', (_request, response) => {
    response.json(described);
  });
  return router;
}
