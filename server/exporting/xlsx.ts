/** Tables as an Excel workbook. */
import { type Card, cardTable } from './card.ts';
import type { Cell, Table } from './table.ts';

/** Longest text that a cell can hold (a limit of the format). */
const LONGEST_CELL = 32_767;
const WIDEST_COLUMN = 60;

function cellOf(value: Cell) {
  return typeof value === 'string' ? value.slice(0, LONGEST_CELL) : value;
}

/** Han characters take about two columns. */
const widthOf = (cell: Cell): number => String(cell ?? '').replace(/[^\x20-\x7e]/gu, '  ').length;

function sheetOf({ name, columns, rows }: Table) {
  const widths = columns.map((head, i) =>
    rows.slice(0, 200).reduce((widest, row) => Math.max(widest, widthOf(row[i] ?? null)), widthOf(head)),
  );
  return {
    sheet: name,
    data: [
      columns.map((head) => ({ value: head, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: widths.map((width) => ({ width: Math.min(width + 2, WIDEST_COLUMN) })),
    stickyRowsCount: 1,
  };
}

/** A workbook with one sheet a table, and the card on the last. */
export async function writeXlsx(tables: readonly Table[], card: Card): Promise<Buffer> {
  // Loaded at the first workbook: the server starts sooner without it.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return writeWorkbook([...tables, cardTable(card)].map(sheetOf)).toBuffer();
}
