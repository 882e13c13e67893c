/** Citations and the check of drafts: `/api/cite/:id`, `/api/check`, and files for reference managers under `/cite`. */
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { readDraft } from '../../../indexer/draft.ts';
import type { Library } from '../../../indexer/library.ts';
import { addressIn, citedOf, findCitable } from '../../citing/citable.ts';
import { checkDraft } from '../../citing/check.ts';
import { cite, STYLE_NAMES, type StyleName, STYLES } from '../../citing/styles.ts';
import { checkJson } from './checkJson.ts';
import { accessedOf, citeParameters, draftText, fileParameters, originOf } from './citingParameters.ts';
import { accept, sendProblem, statusOf } from '../errors.ts';
import { check } from '../parameters.ts';

function answerCite(library: Library, request: Request, response: Response): void {
  const id = String(request.params['id']);
  const wanted = accept(check(citeParameters, request.query), response);
  if (wanted === undefined) return;
  const citable = findCitable(library.collection, id);
  if (citable === undefined) {
    sendProblem(response, { status: 404, detail: `nothing has the id ${id}` });
    return;
  }
  const { style, span, accessed } = wanted;
  const asked = { spans: span, origin: originOf(request), accessed: accessedOf(accessed) };
  const cited = citedOf(citable, asked);
  const inStyle = (name: StyleName) => ({ style: name, name: STYLES[name].zh, citation: cite(cited, name) });
  response.json({
    id,
    docId: citable.document.id,
    permalink: addressIn(citable),
    quotation: cited.quotation,
    accessed: asked.accessed,
    ...(style === undefined ? { citations: STYLE_NAMES.map(inStyle) } : inStyle(style)),
  });
}

/** File endings, their styles and media types. */
const FILES = {
  bib: { style: 'bibtex', type: 'application/x-bibtex' },
  ris: { style: 'ris', type: 'application/x-research-info-systems' },
  json: { style: 'csl-json', type: 'application/vnd.citationstyles.csl+json' },
  txt: { style: 'plain', type: 'text/plain' },
} as const;

const isEnding = (text: string): text is keyof typeof FILES => text in FILES;

function sendFile(library: Library, request: Request, response: Response, next: () => void): void {
  const [, id = '', ending = ''] = /^(.+)\.([a-z]+)$/u.exec(String(request.params['file'])) ?? [];
  const citable = findCitable(library.collection, id);
  if (citable === undefined || !isEnding(ending)) {
    next();
    return;
  }
  const wanted = accept(check(fileParameters, request.query), response);
  if (wanted === undefined) return;
  const { style, type } = FILES[ending];
  const { span, accessed } = wanted;
  const cited = citedOf(citable, { spans: span, origin: originOf(request), accessed: accessedOf(accessed) });
  response.attachment(`${id}.${ending}`).type(`${type}; charset=utf-8`).send(cite(cited, style));
}

/** A draft may have this many bytes; Word files have pictures. Nothing of it is kept, in memory or in the log. */
const MOST_TEXT = '1mb';
const MOST_FILE = '20mb';

const nameOf = ({ query }: Request): string => (typeof query['name'] === 'string' ? query['name'] : 'draft.txt');

/** The draft's text: JSON `{text}`, or a file's bytes with its name in `?name=`. */
async function textOf(request: Request): Promise<{ text: string } | { problem: string }> {
  const body: unknown = request.body;
  if (body instanceof Uint8Array) return readDraft(nameOf(request), body);
  const checked = check(draftText, body);
  return 'value' in checked ? checked.value : { problem: 'send {"text": "…"} as JSON, or a file’s bytes with ?name=' };
}

async function answerCheck(library: Library, request: Request, response: Response): Promise<void> {
  const draft = await textOf(request);
  if ('problem' in draft) {
    sendProblem(response, { status: 400, detail: draft.problem });
    return;
  }
  response.set('Cache-Control', 'no-store');
  response.json(checkJson(draft.text, checkDraft(library.collection, draft.text)));
}

async function answerText(request: Request, response: Response): Promise<void> {
  const draft = await textOf(request);
  if ('problem' in draft) {
    sendProblem(response, { status: 400, detail: draft.problem });
    return;
  }
  response.set('Cache-Control', 'no-store');
  response.json(draft);
}

/** A body that could not be read. The error carries the draft, so it is answered here and never logged. */
const answerBadBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error);
  if (response.headersSent || status >= 500) next(new Error('a draft could not be checked'));
  else
    sendProblem(response, {
      status,
      detail: status === 413 ? `at most ${MOST_TEXT} of text or ${MOST_FILE} of file` : 'the body is no JSON',
    });
};

/** `/api/cite/:id`, `/api/check`, `/api/check/text` (a file’s text, for the page to check). */
export function citingApi(library: Library): Router {
  const router = Router();
  const body = [express.json({ limit: MOST_TEXT }), express.raw({ type: () => true, limit: MOST_FILE })];
  router.get('/cite/:id', (request, response) => answerCite(library, request, response));
  router.post('/check', body, (request: Request, response: Response) => answerCheck(library, request, response));
  router.post('/check/text', body, answerText);
  router.use('/check', answerBadBody);
  return router;
}

/** `/cite/ID.bib`, `.ris`, `.json`, `.txt`: for reference managers. */
export function citationFiles(library: Library): Router {
  const router = Router();
  router.get('/:file', (request, response, next) => sendFile(library, request, response, next));
  return router;
}
