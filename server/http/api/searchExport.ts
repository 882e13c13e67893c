/** The whole result list as a file: `/api/search.csv`, `.xlsx`, `.json`. */
import { type Request, type Response, Router } from 'express';
import { countCharacters } from '../../../indexer/analysis/characters.ts';
import type { Library } from '../../../indexer/library.ts';
import { citeInline } from '../../citing/inline.ts';
import type { Card } from '../../exporting/card.ts';
import { writeCsv } from '../../exporting/csv.ts';
import type { Table } from '../../exporting/table.ts';
import { writeXlsx } from '../../exporting/xlsx.ts';
import { describe } from '../../query/describe.ts';
import type { Hit } from '../../search/search.ts';
import { type AssistedAnswer, type AssistedRequest, searchAssisted } from '../../suggest/assist.ts';
import { filtersInWords } from '../../trend/trendCard.ts';
import { today } from '../clock.ts';
import { originOf } from './citingParameters.ts';
import { accept } from '../errors.ts';
import { strings } from '../language/language.ts';
import { readSearch } from '../parameters.ts';
import { hitJson, permalinkOf } from './searchJson.ts';

/** Passages in one file; the card says when there are more. */
export const MOST_EXPORTED = 10_000;

const EXACT_RULE = '逐字匹配（不分简繁、全半角、大小写与空白；数字须完整）。处为出现次数，段为段落数，篇为文献数。';

const { steps, sorts } = strings.zh;

/** What the file holds and how to get it again. */
function cardOf({ collection }: Library, request: AssistedRequest, answer: AssistedAnswer): Card {
  const { total, step, words, hits } = answer;
  return {
    title: '检索结果',
    phrases: [request.text],
    rule: step === 'exact' ? EXACT_RULE : `${steps[step]}。所用词语：${words.join('、')}`,
    found: [
      ['理解', describe(answer.query, 'zh')],
      ...(answer.assistance.synonyms ? [['其他叫法', '一并查找'] as const] : []),
      ['处数', total.occurrences],
      ['段数', total.passages],
      ['篇数', total.documents],
      ['排序', sorts[request.sort]],
      ['本文件段数', hits.length < total.passages ? `${hits.length}（最多 ${MOST_EXPORTED}）` : hits.length],
    ],
    filters: filtersInWords(request.filters),
    fingerprint: collection.fingerprint,
    documents: collection.documents.length,
    characters: collection.documents.reduce((sum, { text }) => sum + countCharacters(text), 0),
    date: today(),
  };
}

const COLUMNS = ['标题', '年份', '地区', '类型', '章节', '段', '原文', '匹配', '出处', '链接', 'path'];

function rowOf(hit: Hit, origin: string) {
  const { document, passage, path, text, spans } = hit;
  return [
    document.displayTitle,
    document.year,
    document.region.join('/'),
    document.docType,
    path.map(({ heading }) => heading).join(' > '),
    passage.ordinal === 0 ? null : passage.ordinal,
    text,
    spans.map(({ start, end }) => text.slice(start, end)).join(' | '),
    citeInline(hit),
    `${origin}${permalinkOf(passage.id)}`,
    document.provenance.path,
  ];
}

function tableOf(hits: readonly Hit[], origin: string): Table {
  return { name: '检索结果', columns: COLUMNS, rows: hits.map((hit) => rowOf(hit, origin)) };
}

function jsonOf(request: AssistedRequest, answer: AssistedAnswer, card: Card) {
  return {
    card,
    query: request.text,
    description: describe(answer.query, 'zh'),
    step: answer.step,
    total: answer.total,
    hits: answer.hits.map((hit) => ({
      ...hitJson(hit),
      docType: hit.document.docType,
      path: hit.document.provenance.path,
    })),
  };
}

type Format = 'csv' | 'xlsx' | 'json';

async function sendResults(library: Library, format: Format, request: Request, response: Response): Promise<void> {
  const wanted = accept(readSearch(request.query), response);
  if (wanted === undefined) return;
  const asked = { ...wanted, page: 1, size: MOST_EXPORTED, near: false };
  const answer = await searchAssisted(library, asked);
  const card = cardOf(library, asked, answer);
  const table = tableOf(answer.hits, originOf(request));
  response.attachment(`yinju-search.${format}`);
  if (format === 'json') response.json(jsonOf(asked, answer, card));
  else if (format === 'csv') response.type('text/csv; charset=utf-8').send(writeCsv(table, card));
  else response.type('xlsx').send(await writeXlsx([table], card));
}

/** `/api/search.csv`, `/api/search.xlsx`, `/api/search.json`: the parameters are those of `/api/search`. */
export function searchExports(library: Library): Router {
  const router = Router();
  for (const format of ['csv', 'xlsx', 'json'] as const)
    router.get(`/search.${format}`, (request, response) => sendResults(library, format, request, response));
  return router;
}
