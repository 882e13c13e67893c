/** The check of a draft, for people. The draft comes by POST, goes into the answer, and stays nowhere. */
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Library } from '../../../indexer/library.ts';
import { type Check, checkDraft, type CheckedQuotation, LONGEST_DRAFT, type Verdict } from '../../citing/check.ts';
import type { CheckedFigure } from '../../citing/draftFigures.ts';
import { citeInline } from '../../citing/inline.ts';
import type { Standing } from '../../citing/standing.ts';
import { draftText } from '../api/citingParameters.ts';
import { statusOf } from '../errors.ts';
import { type Language, languageOf } from '../language/language.ts';
import { memoWords } from '../language/memoWords.ts';
import { check } from '../parameters.ts';
import { quotationOf } from './citationView.ts';
import { formView } from './searchPage.ts';

/** Three bytes a character, and as many again for the form's escapes. */
const MOST = '2mb';
/** What needs a look comes first. */
const VERDICTS: readonly Verdict[] = ['altered', 'nowhere', 'confirmed'];

function sourceView({ placed }: Standing) {
  const permalink = `/p/${placed.passage.id}`;
  return { permalink, citation: citeInline(placed), quotation: quotationOf(placed) };
}

function quotationView({ said, kind, sources, count, difference, verdict }: CheckedQuotation, language: Language) {
  const words = memoWords[language].check;
  return {
    said: difference?.said ?? [{ text: said, differs: false }],
    printed: difference?.printed ?? null,
    isApart: verdict === 'altered' && difference === null,
    note: kind === 'unmarked' ? words.unmarked : null,
    sources: sources.map(sourceView),
    places: count > sources.length ? words.places(count) : null,
  };
}

function groupViews(checked: readonly CheckedQuotation[], language: Language) {
  const words = memoWords[language].check;
  return VERDICTS.flatMap((verdict) => {
    const quotations = checked.filter((one) => one.verdict === verdict);
    if (quotations.length === 0) return [];
    const views = quotations.map((one) => quotationView(one, language));
    return [
      {
        verdict,
        name: words.verdicts[verdict],
        explain: words.explain[verdict],
        count: views.length,
        quotations: views,
      },
    ];
  });
}

function figureView({ indicator, year, said, verdict, isUnsure, readings }: CheckedFigure, language: Language) {
  const words = memoWords[language].check;
  return {
    indicator,
    year,
    said,
    verdict,
    name: words.figureVerdicts[verdict],
    unsure: isUnsure ? words.unsure : null,
    readings: readings.map(({ text, placed }) => ({
      text,
      citation: citeInline(placed),
      permalink: `/p/${placed.passage.id}`,
    })),
  };
}

/** Everything that `check.hbs` shows; `text` is null before anything was sent. */
export function checkView(library: Library, text: string | null, language: Language) {
  const words = memoWords[language];
  const nothing: Check = { quotations: [], figures: [] };
  const { quotations: checked, figures } = text === null ? nothing : checkDraft(library.collection, text);
  const isDoubted = ({ isTerm, verdict }: CheckedQuotation) => !isTerm && verdict !== 'confirmed';
  const terms = checked.filter((one) => one.isTerm);
  const quotations = checked.filter((one) => !one.isTerm);
  return {
    title: words.check.title,
    isCheck: true,
    form: formView(),
    words,
    text: text ?? '',
    isAsked: text !== null,
    total: words.check.total(quotations.length),
    isSound: quotations.length > 0 && !quotations.some(isDoubted),
    isEmpty: checked.length + figures.length === 0,
    figures: figures.map((figure) => figureView(figure, language)),
    figuresTotal:
      figures.length === 0
        ? null
        : words.check.figuresTotal(figures.length, figures.filter(({ verdict }) => verdict === 'differs').length),
    cut: text !== null && text.length > LONGEST_DRAFT ? words.check.isCut(LONGEST_DRAFT) : null,
    groups: groupViews(quotations, language),
    terms: terms.map(({ said, verdict, count }) => ({ said, verdict, name: words.check.verdicts[verdict], count })),
  };
}

function answer(library: Library, request: Request, response: Response): void {
  const checked = check(draftText, request.body);
  const text = 'value' in checked ? checked.value.text.replace(/\r\n?/gu, '\n') : null;
  response.set('Cache-Control', 'no-store').render('check', checkView(library, text, languageOf(response)));
}

/** A body that could not be read carries the draft in its error: it is answered here and never logged. */
function answerBadBody(library: Library): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = statusOf(error);
    if (response.headersSent || status >= 500) {
      next(new Error('a draft could not be checked'));
      return;
    }
    const view = checkView(library, null, languageOf(response));
    response.status(status).render('check', { ...view, problem: view.words.check.tooLong });
  };
}

/** `/check`: the form, and what it answers. */
export function checkRoutes(library: Library): Router {
  const router = Router();
  router.get('/check', (_request, response) =>
    response.render('check', checkView(library, null, languageOf(response))),
  );
  router.post('/check', express.urlencoded({ extended: false, limit: MOST }), (request: Request, response: Response) =>
    answer(library, request, response),
  );
  router.use('/check', answerBadBody(library));
  return router;
}
