/** The Express application over one library. */
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Library } from '../../indexer/library.ts';
import { apiRoutes } from './api/api.ts';
import { citationFiles } from './api/citingApi.ts';
import { conventions } from './conventions.ts';
import { sendProblem } from './errors.ts';
import { pageRoutes } from './pages/pageRoutes.ts';
import { useViews } from './viewEngine.ts';
import { securityHeaders } from './security.ts';

/** Whatever a handler threw: the log has it, the reader learns only that it happened. */
const answerApiError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  console.error(error);
  sendProblem(response, { status: 500, detail: 'the server made a mistake; its log says which' });
};

/** An application that answers from `library`; it listens nowhere yet. */
export function createApp(library: Library): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders());
  useViews(app);
  app.get('/healthz', (_request, response) => {
    const { documents, documentOf, fingerprint } = library.collection;
    response.json({ status: 'ok', documents: documents.length, passages: documentOf.length, fingerprint });
  });
  app.use('/api', apiRoutes(library), answerApiError);
  app.use('/cite', citationFiles(library));
  app.use(conventions(library));
  app.use(pageRoutes(library));
  return app;
}
