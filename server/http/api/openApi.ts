/** The interface described for programs: OpenAPI 3.1, made of the schemas that check requests and answers. */
import { z } from 'zod';
import { citeParameters, draftText } from './citingParameters.ts';
import { listParameters, searchParameters, suggestParameters } from '../parameters.ts';
import * as answers from './schema.ts';
import { concordanceParameters, indicatorParameters, pairParameters, trendParameters } from './trendParameters.ts';

interface Operation {
  /** As Express has it: `/api/documents/:id`. */
  readonly path: string;
  readonly method?: 'get' | 'post';
  readonly summary: string;
  readonly parameters?: readonly z.ZodObject[];
  readonly body?: z.ZodType;
  /** A schema for JSON; media types for anything else. */
  readonly answer: z.ZodType | readonly string[];
}

const { year, region, type, issuer, document } = searchParameters.shape;
const filters = z.object({ year, region, type, issuer, document });
const wholeList = searchParameters.omit({ page: true, size: true, explain: true, near: true });
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every route for programs. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/search',
    summary: 'Passages that match a query, with exact totals and facets',
    parameters: [searchParameters],
    answer: answers.searchAnswer,
  },
  { path: '/api/search.csv', summary: 'The result list as CSV', parameters: [wholeList], answer: [CSV] },
  { path: '/api/search.xlsx', summary: 'The result list as a workbook', parameters: [wholeList], answer: [XLSX] },
  {
    path: '/api/search.json',
    summary: 'The result list as JSON',
    parameters: [wholeList],
    answer: answers.searchExport,
  },
  {
    path: '/api/suggest',
    summary: 'Terms, titles and headings that begin so, in characters, pinyin or initials',
    parameters: [suggestParameters],
    answer: answers.suggestAnswer,
  },
  {
    path: '/api/documents',
    summary: 'All documents',
    parameters: [listParameters],
    answer: answers.documentList,
  },
  { path: '/api/documents/:id', summary: 'One document with all its passages', answer: answers.shownDocument },
  { path: '/api/passages/:id', summary: 'One passage and its neighbours', answer: answers.passage },
  {
    path: '/api/trend',
    summary: 'How often phrases or concepts occur, by year, document or region',
    parameters: [trendParameters, filters],
    answer: answers.trendAnswer,
  },
  {
    path: '/api/concordance',
    summary: 'Occurrences line by line, with their neighbours',
    parameters: [concordanceParameters, filters],
    answer: answers.concordanceAnswer,
  },
  {
    path: '/api/indicators',
    summary: 'Figures of an indicator: what was promised and what came of it',
    parameters: [indicatorParameters, filters],
    answer: answers.indicatorAnswer,
  },
  {
    path: '/api/novelty',
    summary: 'Phrases that are new, and those that are gone, between two years or documents',
    parameters: [pairParameters, filters],
    answer: answers.noveltyAnswer,
  },
  {
    path: '/api/compare',
    summary: 'Two documents, paragraph by paragraph',
    parameters: [pairParameters],
    answer: answers.comparisonAnswer,
  },
  { path: '/api/concepts', summary: 'Concepts that lie beside the documents', answer: answers.conceptList },
  {
    path: '/api/cite/:id',
    summary: 'A passage quoted and cited, in one style or in all',
    parameters: [citeParameters],
    answer: answers.citeAnswer,
  },
  {
    path: '/api/check',
    method: 'post',
    summary: "A draft's quotations, checked against the collection",
    body: draftText,
    answer: answers.checkAnswer,
  },
  {
    path: '/api/check/text',
    method: 'post',
    summary: "A draft's text",
    body: draftText,
    answer: draftText,
  },
  {
    path: '/search.atom',
    summary: 'The newest hits of a query as a feed',
    parameters: [wholeList],
    answer: ['application/atom+xml'],
  },
  { path: '/healthz', summary: 'Whether the server answers, and from which collection', answer: answers.health },
];

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return $schema === undefined ? {} : rest;
};

/** Each property of a schema as a parameter. */
function queryParameters(schema: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
}

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const isTypes = (answer: Operation['answer']): answer is readonly string[] => Array.isArray(answer);

function contentOf(answer: Operation['answer']) {
  if (isTypes(answer)) return Object.fromEntries(answer.map((type) => [type, { schema: { type: 'string' } }]));
  return { 'application/json': { schema: jsonSchema(answer, 'output') } };
}

function describeOperation({ path, method = 'get', summary, parameters = [], body, answer }: Operation) {
  const inPath = pathParameters(path);
  const isChecked = parameters.length > 0 || body !== undefined;
  return {
    summary,
    operationId: `${method}${path.replace(/[^a-z]+(\w)/giu, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...inPath, ...parameters.flatMap(queryParameters)],
    ...(body === undefined
      ? {}
      : { requestBody: { content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }),
    responses: {
      200: { description: summary, content: contentOf(answer) },
      ...(isChecked ? { 400: problemAnswer('A parameter could not be used') } : {}),
      ...(inPath.length > 0 ? { 404: problemAnswer('Nothing has this id') } : {}),
    },
  };
}

/** `/api/documents/:id` → `/api/documents/{id}`. */
const inBraces = (path: string): string => path.replace(/:(\w+)/gu, '{$1}');

/** The whole description. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: '引据 Yinju',
      version: '0.1.0',
      description: 'Full-text search over Chinese policy documents. Offsets are UTF-16 units, end exclusive.',
    },
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [
        inBraces(operation.path),
        { [operation.method ?? 'get']: describeOperation(operation) },
      ]),
    ),
    components: { schemas: { Problem: jsonSchema(answers.problemDocument, 'output') } },
  };
}
