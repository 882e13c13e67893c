/** What the interface answers, as schemas: OpenAPI is made of them, and tests hold every answer to them. */
import { z } from 'zod';
import { SUGGESTION_KINDS } from '../../suggest/suggest.ts';

const count = z.int().min(0);
const text = z.string();
const nullable = { text: text.nullable(), int: z.int().nullable() };
const year = nullable.int.describe("the report's year, or a plan's first");
const region = z.array(text).describe('from province down: ["河南省", "洛阳市"]');
const sectionPath = z.array(text).describe('headings from the highest down');

export const span = z.strictObject({ start: count, end: count }).describe('UTF-16 offsets, end exclusive');

const kind = z.enum(['text', 'heading', 'list', 'table', 'box', 'note']);

const place = {
  passageId: text,
  docId: text,
  title: text,
  year,
  region,
  sectionPath,
  kind,
  ordinal: count.describe('1-based number in its section; 0 for a heading'),
  page: nullable.int,
  text,
  heads: z.array(text).optional().describe("a table row's column heads"),
  under: z.array(text).optional().describe('what the cells say that reach over a table row from rows above'),
  permalink: text,
  citation: text,
};

export const passage = z.strictObject({ ...place, previous: nullable.text, next: nullable.text });

const explanation = z.strictObject({
  parts: z.array(z.strictObject({ name: text, term: nullable.text, value: z.number() })),
  factors: z.array(z.strictObject({ name: text, value: z.number() })),
});

const hit = z.strictObject({
  ...place,
  matches: z.array(span).describe('of `text`'),
  score: z.number(),
  same: count.describe(
    'how many others found say the same, word for word, or, in another file of the same report, but for a few characters; 0 where `isCopy`',
  ),
  isCopy: z.boolean().describe('one that says the same stands before it'),
  explanation: explanation.optional(),
  near: z.literal(true).optional().describe('it does not match, it only comes near, and counts in no total'),
  nearMatches: z.array(span).optional().describe('where its words stand in `text`'),
});

const facet = z.array(z.strictObject({ value: text, passages: count, documents: count }));
const problem = z.strictObject({ code: text, message: text });
const total = z.strictObject({ passages: count, occurrences: count, documents: count });

const step = z
  .enum(['exact', 'same-passage', 'same-section', 'same-document', 'best-words'])
  .describe(
    '`exact`: every hit matches literally; else the relaxed step (`best-words` with near hits behind literal ones)',
  );

const otherQuery = z.strictObject({ text, passages: count });

export const searchAnswer = z.strictObject({
  query: text,
  description: text.describe('what was understood, in Chinese'),
  step,
  words: z.array(text).describe('the words of a relaxed step'),
  total,
  hits: z.array(hit),
  facets: z.strictObject({ year: facet, region: facet, type: facet, issuer: facet, document: facet }),
  apart: otherQuery.nullable().describe('the words apart from one another, where they were taken as one string'),
  problems: z.array(problem).describe('what could not be used of the query'),
  synonyms: z.boolean().describe('whether other names were looked for, too'),
  also: z.array(otherQuery).describe('other names of what was asked for; not counted in `total`'),
  didYouMean: z.array(otherQuery).describe('when a phrase occurs nowhere'),
});

export const card = z
  .looseObject({
    title: text,
    phrases: z.array(text),
    rule: text,
    filters: z.array(text),
    fingerprint: text.describe('of the collection'),
    documents: count,
    characters: count,
    date: z.iso.date(),
  })
  .describe('what an export holds and how to get it again');

export const searchExport = z.strictObject({
  card,
  query: text,
  description: text,
  step,
  total,
  hits: z.array(hit.extend({ docType: nullable.text, path: text })),
});

export const suggestAnswer = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      text,
      kind: z.enum(SUGGESTION_KINDS),
      href: text,
      passages: count.describe('that one finds at `href`'),
    }),
  ),
});

const listed = z.strictObject({
  id: text,
  title: text,
  displayTitle: text,
  docType: nullable.text,
  region,
  issuer: nullable.text,
  year,
  date: nullable.text,
  docNumber: nullable.text,
  path: text.describe('relative to the folder that was given'),
  passages: count,
  characters: count.describe('white space left out'),
});

export const documentList = z.strictObject({ documents: z.array(listed), total: count });

const shownSection = z.strictObject({
  id: text,
  parent: nullable.text,
  level: count,
  kind: text,
  number: nullable.text,
  heading: text,
  folded: text,
});

const shownPassage = z.strictObject({
  id: text,
  kind,
  ordinal: count,
  segment: nullable.int,
  page: nullable.int,
  sectionPath,
  foldedSectionPath: sectionPath,
  text,
  folded: text,
  heads: z.array(text).optional(),
  under: z.array(text).optional(),
});

export const shownDocument = z.strictObject({
  document: z.looseObject({ id: text, title: text, displayTitle: text, docType: nullable.text, region, year }),
  sections: z.array(shownSection),
  passages: z.array(shownPassage),
  problems: z.array(problem),
});

const counts = { occurrences: count, passages: count, documents: count };
const subject = { query: text, kind: z.enum(['phrase', 'concept', 'term']) };

export const trendAnswer = z.looseObject({
  by: text,
  series: z.array(
    z.looseObject({
      ...subject,
      points: z.array(
        z.looseObject({ key: text, ...counts, characters: count, perTenThousand: z.number().nullable() }),
      ),
    }),
  ),
  coverage: z.looseObject({ documents: count, characters: count }),
  card,
});

export const concordanceAnswer = z.looseObject({
  series: z.array(
    z.looseObject({
      ...subject,
      total: count,
      lines: z.array(
        z.looseObject({ passageId: text, left: text, match: text, right: text, permalink: text, citation: text }),
      ),
    }),
  ),
  card,
});

export const indicatorAnswer = z.looseObject({
  series: z.array(
    z.looseObject({
      query: text,
      readings: z.array(z.looseObject({ docId: text, text, sentence: text, permalink: text, citation: text })),
    }),
  ),
  card,
});

const distinctive = z.array(
  z.looseObject({ text, before: count.describe('occurrences'), after: count, score: z.number() }),
);

export const noveltyAnswer = z.looseObject({ fresh: distinctive, gone: distinctive });

const paragraph = z.looseObject({ passageId: text, text }).nullable();

export const comparisonAnswer = z.looseObject({
  sections: z.array(
    z.looseObject({
      rows: z.array(z.looseObject({ kind: text, moved: z.boolean(), before: paragraph, after: paragraph })),
    }),
  ),
  counts: z.record(text, count),
});

export const conceptList = z.strictObject({
  concepts: z.array(z.looseObject({ version: text, name: text, terms: z.array(text), exclude: z.array(text) })),
  problems: z.array(z.strictObject({ path: text, problems: z.array(text) })),
});

export const citeAnswer = z.looseObject({
  id: text,
  docId: text,
  permalink: text,
  quotation: text,
  accessed: nullable.text,
  citations: z.array(z.strictObject({ style: text, name: text, citation: text })).optional(),
  style: text.optional(),
  citation: text.optional(),
});

export const checkAnswer = z.looseObject({
  total: z.strictObject({ quotations: count, confirmed: count, altered: count, nowhere: count }),
  quotations: z.array(z.looseObject({ span, said: text, verdict: z.enum(['confirmed', 'altered', 'nowhere']) })),
});

export const health = z.strictObject({ status: z.literal('ok'), documents: count, passages: count, fingerprint: text });

/** RFC 9457. */
export const problemDocument = z.looseObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text.optional(),
  parameters: z.array(z.strictObject({ parameter: text, message: text })).optional(),
});
