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

export const OUTCOME_NAMES: Readonly<Record<Reading['outcome'], string>> = { target: '目标', result: '完成' };

/** One row a figure. */
export function indicatorTable(indicator: string, readings: readonly Reading[], cite: Cite): Table {
  return {
    name: '目标与完成',
    columns: [
      '指标',
      '地区',
      '所指年份',
      '目标或完成',
      '数值',
      '数',
      '单位',
      '限定',
      '变动',
      '年均',
      '属性',
      '确定',
      '文献',
      '文献年份',
      '原句',
      '链接',
      '引文',
    ],
    rows: readings.map((reading): Cell[] => [
      indicator,
      region(reading.placed),
      yearsOf(reading),
      OUTCOME_NAMES[reading.outcome],
      reading.text,
      reading.value,
      reading.unit,
      reading.qualifier,
      reading.change,
      reading.perYear,
      reading.attribute,
      reading.sure,
      reading.placed.document.displayTitle,
      reading.placed.document.year,
      reading.placed.document.text.slice(reading.sentence.start, reading.sentence.end),
      `/p/${reading.placed.passage.id}`,
      cite(reading.placed),
    ]),
  };
}

/** Tables of the same columns, one under the other. */
export function joinTables(tables: readonly Table[]): Table | undefined {
  const [first] = tables;
  return first === undefined ? undefined : { ...first, rows: tables.flatMap(({ rows }) => rows) };
}
