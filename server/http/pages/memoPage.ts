/** The memo: a page that the browser fills, and its export. Nothing of a memo stays on the server. */
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Library } from '../../../indexer/library.ts';
import { composeMemo, type ComposedMemo, memoSchema } from '../../citing/memo.ts';
import { writeMemoMarkdown, writeMemoText } from '../../citing/memoText.ts';
import { STYLE_NAMES, STYLES } from '../../citing/styles.ts';
import { accessedOf } from '../api/citingParameters.ts';
import { accept, sendProblem, statusOf } from '../errors.ts';
import { languageOf } from '../language/language.ts';
import { memoWords } from '../language/memoWords.ts';
import { check } from '../parameters.ts';
import { formView } from './searchPage.ts';

const MOST = '4mb';

function showMemo(_request: Request, response: Response): void {
  const language = languageOf(response);
  const words = memoWords[language];
  const styles = STYLE_NAMES.filter((name) => STYLES[name].isNote).map((value) => ({
    value,
    label: STYLES[value][language],
  }));
  response.render('memo', { title: words.memo.title, isMemo: true, form: formView(), words, styles });
}

/** The writer of Word files is loaded with the first of them. */
async function writeDocx(memo: ComposedMemo): Promise<Buffer> {
  const { writeMemoDocx } = await import('../../citing/memoDocx.ts');
  return writeMemoDocx(memo);
}

const WRITERS: Readonly<Record<string, { type: string; write: (memo: ComposedMemo) => Promise<Buffer> | string }>> = {
  docx: { type: 'docx', write: writeDocx },
  md: { type: 'text/markdown; charset=utf-8', write: writeMemoMarkdown },
  txt: { type: 'text/plain; charset=utf-8', write: writeMemoText },
};

/** A memo comes as JSON, or as JSON in the field `memo` of a form. */
const body = z.union([
  memoSchema,
  z.object({ memo: z.string() }).transform(({ memo }, context) => {
    try {
      const parsed = memoSchema.safeParse(JSON.parse(memo));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: z.prettifyError(parsed.error) });
    } catch {
      context.addIssue({ code: 'custom', message: 'the memo is no JSON' });
    }
    return z.NEVER;
  }),
]);

/** `备忘.docx`; characters that file systems refuse are left out. */
function fileName(title: string, ending: string): string {
  const stem = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .slice(0, 60);
  return `${stem === '' ? '摘录' : stem}.${ending}`;
}

async function exportMemo(library: Library, request: Request, response: Response): Promise<void> {
  const memo = accept(check(body, request.body), response);
  if (memo === undefined) return;
  const ending = String(request.params['ending']);
  response.set('Cache-Control', 'no-store').attachment(fileName(memo.title, ending));
  const writer = WRITERS[ending];
  if (writer === undefined) {
    response.type('json').send(`${JSON.stringify(memo, null, 2)}\n`);
    return;
  }
  const sources = {
    collection: library.collection,
    former: await library.loadFormer(),
    accessed: accessedOf(undefined),
  };
  response.type(writer.type).send(await writer.write(composeMemo(memo, sources)));
}

/** A body that could not be read carries the memo in its error: it is answered here and never logged. */
const answerBadBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error);
  if (response.headersSent || status >= 500) next(new Error('a memo could not be exported'));
  else sendProblem(response, { status, detail: status === 413 ? `a memo has at most ${MOST}` : 'the body is no memo' });
};

/** `/memo`, and `POST /memo/export.docx`, `.md`, `.txt`, `.json`. */
export function memoRoutes(library: Library): Router {
  const router = Router();
  const readBody = [express.json({ limit: MOST }), express.urlencoded({ extended: false, limit: MOST })];
  router.get('/memo', showMemo);
  router.post('/memo/export.:ending', readBody, (request: Request, response: Response, next: () => void) => {
    const ending = String(request.params['ending']);
    if (ending !== 'json' && !(ending in WRITERS)) next();
    else return exportMemo(library, request, response);
  });
  router.use('/memo', answerBadBody);
  return router;
}
