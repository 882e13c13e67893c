/** Errors that people see: what happened, to what, and what to do. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { languageOf, type Strings, strings } from '../language/language.ts';
import { formView } from './searchPage.ts';

export interface Explanation {
  readonly status: number;
  readonly title: string;
  readonly what: string;
  readonly advice: string;
  /** A further way out. */
  readonly link?: { readonly label: string; readonly href: string };
}

/** Answers with an error page. */
export function showError(response: Response, explanation: Explanation): void {
  response.status(explanation.status).render('error', { ...explanation, form: formView() });
}

export const stringsOf = (response: Response): Strings => strings[languageOf(response)];

/** The last route: no page has this address. */
export const showNotFound: RequestHandler = (request, response) => {
  const t = stringsOf(response).errors;
  const what = t.notFoundWhat(request.path);
  showError(response, { status: 404, title: t.notFound, what, advice: t.notFoundAdvice });
};

/** True for addresses that Express itself could not read: `/documents/%E0%A4%A`. */
const isBadAddress = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);

/** Whatever a page threw: the log has it, the reader learns what to do. */
export const showFailure: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const t = stringsOf(response).errors;
  if (isBadAddress(error)) {
    const what = t.badRequestWhat(request.path);
    showError(response, { status: 400, title: t.badRequest, what, advice: t.notFoundAdvice });
    return;
  }
  console.error(error);
  showError(response, { status: 500, title: t.failed, what: t.failedWhat(request.path), advice: t.failedAdvice });
};
