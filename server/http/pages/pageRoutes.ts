/** The pages for people, over one library. */
import { Router } from 'express';
import type { Library } from '../../../indexer/library.ts';
import { useLanguage } from '../language.ts';
import { showFailure, showNotFound } from './errorPage.ts';
import { homePage } from './homePage.ts';
import { showResults } from './searchPage.ts';

/** All pages; mounted at `/`, after every other route: it answers what is left with a page that says so. */
export function pageRoutes(library: Library): Router {
  const router = Router();
  const showHome = homePage(library);
  router.use(useLanguage);
  router.get(['/', '/search'], (request, response) => {
    const { q } = request.query;
    if (String(q ?? '').trim() === '') return showHome(request, response);
    return showResults(library, request, response);
  });
  router.use(showNotFound);
  router.use(showFailure);
  return router;
}
