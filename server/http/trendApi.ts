/** Routes of trends under `/api`. */
import { type Request, type Response, Router } from 'express';
import type { Library } from '../../indexer/library.ts';
import { writeCsv } from '../exporting/csv.ts';
import { writeXlsx } from '../exporting/xlsx.ts';
import { findConcepts } from '../trend/conceptFiles.ts';
import { matchConceptSubject, matchPhrase, type MatchedSubject } from '../trend/subject.ts';
import { trendCard } from '../trend/trendCard.ts';
import { longTable, panelTable, wideTable } from '../trend/trendTables.ts';
import { computeTrend } from '../trend/trend.ts';
import { type Problem, sendProblem } from './errors.ts';
import { trendJson } from './trendJson.ts';
import { readFiltered, type TrendParameters, trendParameters } from './trendParameters.ts';

/** Today, as exports print it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

interface Wanted {
  readonly q: readonly string[];
  readonly concept: readonly string[];
}

/** The phrases and concepts that a request names, found; names of concepts that no folder has, in `unknown`. */
export async function findSubjects(library: Library, { q, concept }: Wanted) {
  const known = concept.length === 0 ? [] : (await findConcepts(library.folders)).concepts;
  const chosen = concept.map((name) => ({ name, found: known.find((one) => one.name === name) }));
  const subjects: MatchedSubject[] = [
    ...q.map((text) => matchPhrase(library.collection, text)),
    ...chosen.flatMap(({ found }) => (found === undefined ? [] : matchConceptSubject(library.collection, found))),
  ];
  return { subjects, unknown: chosen.flatMap(({ name, found }) => (found === undefined ? [name] : [])) };
}

/** Sends a file to be saved. */
export function sendFile(response: Response, name: string, type: 'csv' | 'xlsx', body: string | Buffer): void {
  response
    .attachment(`${name}.${type}`)
    .type(type === 'csv' ? 'text/csv; charset=utf-8' : type)
    .send(body);
}

/** What stops a request that was read well: a concept that no folder has, or nothing to look for. */
function refusal(found: { subjects: readonly MatchedSubject[]; unknown: readonly string[] }): Problem | undefined {
  if (found.unknown.length > 0) return { status: 404, detail: `no concept is named ${found.unknown.join(', ')}` };
  return found.subjects.length === 0 ? { status: 400, detail: 'give a phrase as q, or a concept' } : undefined;
}

async function sendTrend(library: Library, wanted: TrendParameters, response: Response): Promise<void> {
  const found = await findSubjects(library, wanted);
  const problem = refusal(found);
  if (problem !== undefined) {
    sendProblem(response, problem);
    return;
  }
  const { collection } = library;
  const { subjects } = found;
  const trend = computeTrend(collection, subjects, wanted.filters, wanted.by);
  const card = trendCard(collection, trend, wanted.filters, today());
  const table = {
    long: () => longTable(collection, trend),
    panel: () => panelTable(collection, subjects, trend),
    wide: () => wideTable(collection, subjects, trend, wanted.measure),
  };
  if (wanted.format === 'json') response.json(trendJson(collection, subjects, trend, card));
  else if (wanted.format === 'csv') sendFile(response, 'trend', 'csv', writeCsv(table[wanted.shape](), card));
  else sendFile(response, 'trend', 'xlsx', await writeXlsx([table.long(), table.panel(), table.wide()], card));
}

async function answerTrend(library: Library, request: Request, response: Response): Promise<void> {
  const checked = readFiltered(trendParameters, request.query);
  if ('problems' in checked) sendProblem(response, { status: 400, parameters: checked.problems });
  else await sendTrend(library, checked.value, response);
}

async function answerConcepts(library: Library, response: Response): Promise<void> {
  response.json(await findConcepts(library.folders));
}

/** `/api/trend`, `/api/concepts`. */
export function trendApi(library: Library): Router {
  const router = Router();
  router.get('/trend', (request, response) => answerTrend(library, request, response));
  router.get('/concepts', (_request, response) => answerConcepts(library, response));
  return router;
}
