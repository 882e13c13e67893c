/** A trend as the interface has it. */
import type { Collection } from '../../../indexer/index/collection.ts';
import { showProblem } from '../../../indexer/show.ts';
import { citeInline } from '../../citing/inline.ts';
import { describe } from '../../query/describe.ts';
import type { Card } from '../../exporting/card.ts';
import { type Occurrence, sentenceAround } from '../../trend/occurrences.ts';
import type { MatchedSubject, Subject } from '../../trend/subject.ts';
import type { Concordance, Line } from '../../trend/concordance.ts';
import type { Reading } from '../../trend/indicators.ts';
import { panelTable } from '../../trend/trendTables.ts';
import type { Series, Trend } from '../../trend/trend.ts';

/** An occurrence with its sentence, its place and its citation; `match` is a span of `sentence`. */
function occurrenceJson(occurrence: Occurrence | null) {
  if (occurrence === null) return null;
  const { placed, span } = occurrence;
  const { document, passage, path } = placed;
  const sentence = sentenceAround(occurrence);
  return {
    year: document.year,
    date: document.date,
    docId: document.id,
    title: document.displayTitle,
    region: document.region,
    passageId: passage.id,
    sectionPath: path.map((section) => section.heading),
    sentence: document.text.slice(sentence.start, sentence.end),
    match: { start: span.start - sentence.start, end: span.end - sentence.start },
    permalink: `/p/${passage.id}`,
    citation: citeInline(placed),
  };
}

function subjectJson(subject: Subject) {
  if (subject.kind !== 'phrase') return { query: subject.name, kind: subject.kind, concept: subject.concept };
  const { name, query, problems } = subject;
  return {
    query: name,
    kind: subject.kind,
    description: describe(query, 'zh'),
    problems: problems.map(showProblem),
  };
}

function seriesJson({ subject, points, total, first, last, silentYears }: Series) {
  return {
    ...subjectJson(subject),
    points,
    total,
    first: occurrenceJson(first),
    last: occurrenceJson(last),
    missingYears: silentYears,
  };
}

/** Counts, first and last appearances, and what they were counted in. */
export function trendJson(collection: Collection, subjects: readonly MatchedSubject[], trend: Trend, card: Card) {
  const { groups, documents, characters, years, missingYears } = trend.coverage;
  const panel = panelTable(collection, subjects, trend);
  return {
    by: trend.by,
    series: trend.series.map(seriesJson),
    coverage: {
      points: groups.map(({ key, label, documents, characters }) => ({ key, label, documents, characters })),
      documents,
      characters,
      years,
      missingYears,
    },
    panel: { columns: panel.columns, rows: panel.rows },
    card,
  };
}

function lineJson({ placed, left, match, right }: Line) {
  const { document, passage } = placed;
  return {
    year: document.year,
    docId: document.id,
    title: document.displayTitle,
    region: document.region,
    passageId: passage.id,
    left,
    match,
    right,
    permalink: `/p/${passage.id}`,
    citation: citeInline(placed),
  };
}

/** Lines of one subject, and its neighbours. */
export function concordanceJson({ subject }: MatchedSubject, { total, lines, left, right }: Concordance) {
  return { ...subjectJson(subject), total, lines: lines.map(lineJson), neighbours: { left, right } };
}

/** One figure that is said of an indicator. */
export function readingJson({ placed, sentence, ...reading }: Reading) {
  const { document, passage, path } = placed;
  return {
    docId: document.id,
    title: document.displayTitle,
    region: document.region,
    documentYear: document.year,
    path: document.provenance.path,
    years: reading.years,
    outcome: reading.outcome,
    text: reading.text,
    value: reading.value,
    unit: reading.unit,
    qualifier: reading.qualifier,
    change: reading.change,
    perYear: reading.perYear,
    attribute: reading.attribute,
    sure: reading.sure,
    sentence: document.text.slice(sentence.start, sentence.end),
    sectionPath: path.map((section) => section.heading),
    passageId: passage.id,
    permalink: `/p/${passage.id}`,
    citation: citeInline(placed),
  };
}
