/** Concordances and indicators as tables. */
import type { PlacedPassage } from '../../indexer/index/collection.ts';
import type { Cell, Table } from '../exporting/table.ts';
import type { Line } from './concordance.ts';
import type { Reading } from './indicators.ts';

/** How a paragraph is cited; given from outside, so that counting knows no citation styles. */
export type Cite = (placed: PlacedPassage) => string;

const region = ({ document }: PlacedPassage): string => document.region.join('/');

/** One row an occurrence. */
export function concordanceTable(phrase: string, lines: readonly Line[], cite: Cite): Table {
  return {
    name: '索引行',
    columns: ['词语', '年份', '地区', '标题', '左', '词', '右', '链接', '引文'],
    rows: lines.map(({ placed, left, match, right }): Cell[] => [
      phrase,
      placed.document.year,
      region(placed),
      placed.document.displayTitle,
      left,
      match,
      right,
      `/p/${placed.passage.id}`,
      cite(placed),
    ]),
  };
}

/** `2021` or `2016—2020`; empty when the years are not known. */
export function yearsOf({ years }: Pick<Reading, 'years'>): string {
  if (years === null) return '';
  return years.from === years.to ? `${years.from}` : `${years.from}—${years.to}`;
}

const OUTCOME_NAMES: Readonly<Record<Reading['outcome'], string>> = { target: '目标', result: '完成' };

/** What the table of an indicator has of each reading: a column's head, and its cell. */
const READING_COLUMNS: readonly (readonly [head: string, cellOf: (reading: Reading) => Cell])[] = [
  ['地区', ({ placed }) => region(placed)],
  ['所指年份', yearsOf],
  ['目标或完成', ({ outcome }) => OUTCOME_NAMES[outcome]],
  ['数值', ({ text }) => text],
  ['数', ({ value }) => value],
  ['单位', ({ unit }) => unit],
  ['限定', ({ qualifier }) => qualifier],
  ['变动', ({ change }) => change],
  ['年均', ({ perYear }) => perYear],
  ['属性', ({ attribute }) => attribute],
  ['确定', ({ sure }) => sure],
  ['文献', ({ placed }) => placed.document.displayTitle],
  ['文献年份', ({ placed }) => placed.document.year],
  ['原句', ({ placed, sentence }) => placed.document.text.slice(sentence.start, sentence.end)],
  ['链接', ({ placed }) => `/p/${placed.passage.id}`],
];

/** One row a figure. */
export function indicatorTable(indicator: string, readings: readonly Reading[], cite: Cite): Table {
  return {
    name: '目标与完成',
    columns: ['指标', ...READING_COLUMNS.map(([head]) => head), '引文'],
    rows: readings.map((reading) => [
      indicator,
      ...READING_COLUMNS.map(([, cellOf]) => cellOf(reading)),
      cite(reading.placed),
    ]),
  };
}

/** Tables of the same columns, one under the other. */
export function joinTables(tables: readonly Table[]): Table | undefined {
  const [first] = tables;
  return first === undefined ? undefined : { ...first, rows: tables.flatMap(({ rows }) => rows) };
}
