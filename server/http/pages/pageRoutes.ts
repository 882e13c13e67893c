/** The pages for people, over one library. */
import { Router } from 'express';
import type { Library } from '../../../indexer/library.ts';
import { useLanguage } from '../language/language.ts';
import { checkRoutes } from './checkPage.ts';
import { showCollection } from './collectionPage.ts';
import { showDocument, showPassage } from './documentPage.ts';
import { showComparison } from './comparePage.ts';
import { showDocuments } from './documentsPage.ts';
import { showFailure, showNotFound } from './errorPage.ts';
import { showHelp } from './helpPage.ts';
import { homePage } from './homePage.ts';
import { memoRoutes } from './memoPage.ts';
import { readLeniently, showResults } from './searchPage.ts';
import { showTrend } from './trendPage.ts';

/** All pages; mounted at `/`, after every other route: it answers what is left with a page that says so. */
export function pageRoutes(library: Library): Router {
  const router = Router();
  const showHome = homePage(library);
  router.use(useLanguage);
  router.get(['/', '/search'], async (request, response) => {
    const read = readLeniently(request.query);
    if (read.request.text.trim() === '') showHome(request, response);
    else await showResults(library, read, response);
  });
  router.get('/documents', (request, response) => showDocuments(library, request, response));
  router.get('/documents/:id', (request, response) => showDocument(library, request, response));
  router.get('/p/:id', (request, response) => showPassage(library, request, response));
  router.get('/collection', (request, response) => showCollection(library, request, response));
  router.use(memoRoutes(library), checkRoutes(library));
  router.get('/trend', (request, response) => showTrend(library, request, response));
  router.get('/compare', (request, response) => showComparison(library, request, response));
  router.get('/help', showHelp);
  router.use(showNotFound);
  router.use(showFailure);
  return router;
}
