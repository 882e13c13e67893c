/** `/api/suggest`: what the reader may be about to type. */
import { type Request, type Response, Router } from 'express';
import type { Library } from '../../../indexer/library.ts';
import { suggest } from '../../suggest/suggest.ts';
import { vocabularyOf } from '../../suggest/vocabulary.ts';
import { accept } from '../errors.ts';
import { check, suggestParameters } from '../parameters.ts';

async function answerSuggest({ collection }: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(check(suggestParameters, request.query), response);
  if (wanted === undefined) return;
  const { q, limit, format } = wanted;
  const suggestions = suggest(collection, await vocabularyOf(collection), q, limit);
  if (format === 'json') response.json({ suggestions });
  else {
    // OpenSearch Suggestions 1.1: the text, the completions, their descriptions, their addresses.
    const terms = suggestions.filter(({ kind }) => kind === 'term');
    response
      .type('application/x-suggestions+json')
      .send(JSON.stringify([q, terms.map(({ text }) => text), terms.map(({ passages }) => `${passages} 段`), []]));
  }
}

export function suggestApi(library: Library): Router {
  const router = Router();
  router.get('/suggest', (request, response) => answerSuggest(library, request, response));
  return router;
}
