/** How to write a query, what the numbers mean, the keys. */
import type { Request, Response } from 'express';
import { formView } from './searchPage.ts';
import { stringsOf } from './errorPage.ts';

/** Answers `/help`. */
export function showHelp(_request: Request, response: Response): void {
  response.render('help', { title: stringsOf(response).help.title, isHelp: true, form: formView() });
}
