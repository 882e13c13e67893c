/** Routes of trends under `/api`: counts, concordances, indicators, new and gone phrases, comparisons. */
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { findDocument } from '../../../indexer/index/collection.ts';
import type { Library } from '../../../indexer/library.ts';
import { citeInline } from '../../citing/inline.ts';
import type { Card } from '../../exporting/card.ts';
import { writeCsv } from '../../exporting/csv.ts';
import type { Table } from '../../exporting/table.ts';
import { writeXlsx } from '../../exporting/xlsx.ts';
import { noFilters } from '../../search/filters.ts';
import { compareDocuments } from '../../trend/compare.ts';
import { findConcepts } from '../../trend/conceptFiles.ts';
import { concord } from '../../trend/concordance.ts';
import { readIndicator } from '../../trend/indicators.ts';
import { comparisonTable, noveltyTable } from '../../trend/pairTables.ts';
import { concordanceTable, indicatorTable, joinTables } from '../../trend/lineTables.ts';
import { findNovelty } from '../../trend/novelty.ts';
import { matchConceptSubject, type MatchedSubject, matchPhrase } from '../../trend/subject.ts';
import { coverCard, COMPARISON_RULE, INDICATOR_RULE, NOVELTY_RULE, RULE, trendCard } from '../../trend/trendCard.ts';
import { longTable, panelTable, wideTable } from '../../trend/trendTables.ts';
import { allowed, computeTrend } from '../../trend/trend.ts';
import { today } from '../clock.ts';
import { accept, type Problem, sendProblem } from '../errors.ts';
import { check } from '../parameters.ts';
import { concordanceJson, readingJson, trendJson } from './trendJson.ts';
import {
  concordanceParameters,
  indicatorParameters,
  pairParameters,
  readFiltered,
  trendParameters,
} from './trendParameters.ts';

interface Wanted {
  readonly q: readonly string[];
  readonly concept: readonly string[];
}

type FoundSubjects = { readonly subjects: readonly MatchedSubject[] } | { readonly problem: Problem };

/** The phrases and concepts that a request names, found in the collection; or why there is nothing to answer. */
async function findSubjects(library: Library, { q, concept }: Wanted): Promise<FoundSubjects> {
  const known = concept.length === 0 ? [] : (await findConcepts(library.folders)).concepts;
  const missing = concept.filter((name) => !known.some((one) => one.name === name));
  if (missing.length > 0) return { problem: { status: 404, detail: `no concept is named ${missing.join(', ')}` } };
  const chosen = known.filter(({ name }) => concept.includes(name));
  if (q.length + chosen.length === 0) return { problem: { status: 400, detail: 'give a phrase as q, or a concept' } };
  const { collection } = library;
  return {
    subjects: [
      ...q.map((text) => matchPhrase(collection, text)),
      ...chosen.flatMap((one) => matchConceptSubject(collection, one)),
    ],
  };
}

interface Export {
  readonly name: string;
  readonly format: 'json' | 'csv' | 'xlsx';
  readonly json: () => unknown;
  /** The tables of a workbook; the first is the one of a CSV file. */
  readonly tables: readonly Table[];
  readonly card: Card;
}

/** Answers in the format that was asked for. */
async function send(response: Response, { name, format, json, tables, card }: Export): Promise<void> {
  const [first] = tables;
  if (format === 'json' || first === undefined) {
    response.json(json());
    return;
  }
  const body = format === 'csv' ? writeCsv(first, card) : await writeXlsx(tables, card);
  response
    .attachment(`${name}.${format}`)
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : format)
    .send(body);
}

async function subjectsOr(library: Library, wanted: Wanted, response: Response) {
  const found = await findSubjects(library, wanted);
  if ('subjects' in found) return found.subjects;
  sendProblem(response, found.problem);
  return undefined;
}

async function answerTrend(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readFiltered(trendParameters, request.query), response);
  const subjects = wanted && (await subjectsOr(library, wanted, response));
  if (wanted === undefined || subjects === undefined) return;
  const { collection } = library;
  const trend = computeTrend(collection, subjects, wanted.filters, wanted.by);
  const card = trendCard(collection, trend, wanted.filters, today());
  const tables = {
    long: longTable(collection, trend),
    panel: panelTable(collection, subjects, trend),
    wide: wideTable(collection, subjects, trend, wanted.measure),
  };
  await send(response, {
    name: 'trend',
    format: wanted.format,
    json: () => trendJson(collection, subjects, trend, card),
    tables: [tables[wanted.shape], ...Object.values(tables).filter((table) => table !== tables[wanted.shape])],
    card,
  });
}

async function answerConcordance(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readFiltered(concordanceParameters, request.query), response);
  const subjects = wanted && (await subjectsOr(library, wanted, response));
  if (wanted === undefined || subjects === undefined) return;
  const { collection } = library;
  const members = allowed(collection, wanted.filters);
  // A file holds all lines, a page of JSON those that it was asked for.
  const whole = wanted.format === 'json' ? wanted : { ...wanted, page: 1, size: Infinity };
  const found = subjects.map((one) => ({ one, lines: concord(collection, one.matches, members, whole) }));
  const card = coverCard(collection, { title: '索引行', phrases: wanted.q, rule: RULE, date: today() }, wanted.filters);
  const table = joinTables(found.map(({ one, lines }) => concordanceTable(one.subject.name, lines.lines, citeInline)));
  await send(response, {
    name: 'concordance',
    format: wanted.format,
    json: () => ({ series: found.map(({ one, lines }) => concordanceJson(one, lines)), card }),
    tables: table === undefined ? [] : [table],
    card,
  });
}

async function answerIndicators(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readFiltered(indicatorParameters, request.query), response);
  if (wanted === undefined) return;
  if (wanted.q.length === 0) {
    sendProblem(response, { status: 400, detail: 'give the name of an indicator as q' });
    return;
  }
  const { collection } = library;
  const members = allowed(collection, wanted.filters);
  const found = wanted.q.map((query) => ({ query, readings: readIndicator(collection, query, members) }));
  const about = { title: '目标与完成', phrases: wanted.q, rule: INDICATOR_RULE, date: today() };
  const card = coverCard(collection, about, wanted.filters);
  const table = joinTables(found.map(({ query, readings }) => indicatorTable(query, readings, citeInline)));
  await send(response, {
    name: 'indicators',
    format: wanted.format,
    json: () => ({
      series: found.map(({ query, readings }) => ({ query, readings: readings.map(readingJson) })),
      card,
    }),
    tables: table === undefined ? [] : [table],
    card,
  });
}

/** The numbers of the documents of a year that are among `members`, or of the one document with an id. */
function documentsNamed(library: Library, name: string, members: readonly number[]): readonly number[] {
  const { documents, documentNumber } = library.collection;
  const number = documentNumber.get(name);
  if (number !== undefined) return [number];
  return members.filter((one) => String(documents[one]?.year) === name);
}

async function answerNovelty(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept(readFiltered(pairParameters, request.query), response);
  if (wanted === undefined) return;
  const { collection } = library;
  const members = allowed(collection, wanted.filters);
  const [before, after] = [wanted.before, wanted.after].map((name) => documentsNamed(library, name, members));
  if (before === undefined || after === undefined || before.length === 0 || after.length === 0) {
    const detail = 'before and after must each be a year or a document of the collection';
    sendProblem(response, { status: 404, detail });
    return;
  }
  const novelty = findNovelty(collection, before, after, wanted.limit);
  const about = { title: '新词与旧词', phrases: [wanted.before, wanted.after], rule: NOVELTY_RULE, date: today() };
  await send(response, {
    name: 'novelty',
    format: wanted.format,
    json: () => novelty,
    tables: [noveltyTable(novelty)],
    card: coverCard(collection, about, wanted.filters),
  });
}

async function answerComparison(library: Library, request: Request, response: Response): Promise<void> {
  const wanted = accept<z.infer<typeof pairParameters>>(check(pairParameters, request.query), response);
  if (wanted === undefined) return;
  const { collection } = library;
  const [before, after] = [wanted.before, wanted.after].map((id) => findDocument(collection, id));
  if (before === undefined || after === undefined) {
    sendProblem(response, { status: 404, detail: 'before and after must be ids of documents' });
    return;
  }
  const comparison = compareDocuments(before, after);
  const phrases = [before.displayTitle, after.displayTitle];
  const about = { title: '对比两份文件', phrases, rule: COMPARISON_RULE, date: today() };
  await send(response, {
    name: 'comparison',
    format: wanted.format,
    json: () => comparison,
    tables: [comparisonTable(comparison)],
    card: coverCard(collection, about, { ...noFilters, document: [before.id, after.id] }),
  });
}

/** `/api/trend`, `/api/concordance`, `/api/indicators`, `/api/novelty`, `/api/compare`, `/api/concepts`. */
export function trendApi(library: Library): Router {
  const router = Router();
  router.get('/trend', (request, response) => answerTrend(library, request, response));
  router.get('/concordance', (request, response) => answerConcordance(library, request, response));
  router.get('/indicators', (request, response) => answerIndicators(library, request, response));
  router.get('/novelty', (request, response) => answerNovelty(library, request, response));
  router.get('/compare', (request, response) => answerComparison(library, request, response));
  router.get('/concepts', async (_request, response) => {
    response.json(await findConcepts(library.folders));
  });
  return router;
}
