/** A trend as tables: long (a row a count), panel (phrase × place × year), wide (a row a phrase and place, a column a year). */
import { type Collection, findDocument } from '../../indexer/index/collection.ts';
import type { Cell, Table } from '../exporting/table.ts';
import { cover, type Coverage, type Grouping } from './coverage.ts';
import type { MatchedSubject, Subject } from './subject.ts';
import { cross, type Measures, type Trend } from './trend.ts';

export const SHAPES = ['long', 'panel', 'wide'] as const;
export type Shape = (typeof SHAPES)[number];

export const MEASURES = ['perTenThousand', 'occurrences', 'passages', 'documents'] as const;
export type Measure = (typeof MEASURES)[number];

/** Chinese names of the measures. */
const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  perTenThousand: '每万字处数',
  occurrences: '处',
  passages: '段',
  documents: '篇',
};

const MEASURE_COLUMNS = ['处', '段', '篇', '字数', '每万字处数'];
const GROUP_COLUMNS: Readonly<Record<Grouping, readonly string[]>> = {
  year: ['年份'],
  region: ['地区'],
  document: ['文献', '标题', '地区', '年份'],
};

const measureCells = ({ occurrences, passages, documents, characters, perTenThousand }: Measures): Cell[] => [
  occurrences,
  passages,
  documents,
  characters,
  perTenThousand,
];

/** `词语` and `概念`: a concept's total has no term. */
function subjectCells(subject: Subject): Cell[] {
  switch (subject.kind) {
    case 'phrase':
      return [subject.name, ''];
    case 'concept':
      return ['', subject.name];
    case 'term':
      return [subject.name, subject.concept.name];
  }
}

const SUBJECT_COLUMNS = ['词语', '概念'];
const yearCell = (key: string): Cell => (/^\d+$/u.test(key) ? Number(key) : key);

function groupCells(collection: Collection, by: Grouping, key: string): Cell[] {
  if (by === 'year') return [yearCell(key)];
  if (by === 'region') return [key];
  const document = findDocument(collection, key);
  return [key, document?.displayTitle ?? '', document?.region.join('/') ?? '', document?.year ?? null];
}

/** One row a subject and group of the trend. */
export function longTable(collection: Collection, { by, series }: Trend): Table {
  return {
    name: '长表',
    columns: [...SUBJECT_COLUMNS, ...GROUP_COLUMNS[by], ...MEASURE_COLUMNS],
    rows: series.flatMap(({ subject, points }) =>
      points.map((point) => [
        ...subjectCells(subject),
        ...groupCells(collection, by, point.key),
        ...measureCells(point),
      ]),
    ),
  };
}

interface Places {
  readonly regions: Coverage;
  readonly years: Coverage;
}

function placesOf(collection: Collection, trend: Trend): Places {
  const members = trend.coverage.groups.flatMap((group) => group.members);
  return { regions: cover(collection, members, 'region'), years: cover(collection, members, 'year') };
}

/** One row a subject, place and year that has a document. */
export function panelTable(collection: Collection, subjects: readonly MatchedSubject[], trend: Trend): Table {
  const { regions, years } = placesOf(collection, trend);
  return {
    name: '面板',
    columns: [...SUBJECT_COLUMNS, '地区', '年份', ...MEASURE_COLUMNS],
    rows: subjects.flatMap((matched) =>
      cross(collection, matched, regions, years).flatMap(({ key, cells }) =>
        cells.flatMap((cell, i) =>
          cell === null
            ? []
            : [[...subjectCells(matched.subject), key, yearCell(years.groups[i]?.key ?? ''), ...measureCells(cell)]],
        ),
      ),
    ),
  };
}

/** One row a subject and place, one column a year; a cell is empty where there is no document. */
export function wideTable(
  collection: Collection,
  subjects: readonly MatchedSubject[],
  trend: Trend,
  measure: Measure,
): Table {
  const { regions, years } = placesOf(collection, trend);
  return {
    name: `宽表（${MEASURE_NAMES[measure]}）`,
    columns: [...SUBJECT_COLUMNS, '地区', ...years.groups.map(({ key }) => key)],
    rows: subjects.flatMap((matched) =>
      cross(collection, matched, regions, years).map(({ key, cells }) => [
        ...subjectCells(matched.subject),
        key,
        ...cells.map((cell) => cell?.[measure] ?? null),
      ]),
    ),
  };
}
