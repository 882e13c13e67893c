/** Tables as CSV that Excel opens without garbling Chinese. */
import { stringify } from 'csv-stringify/sync';
import { type Card, cardTable } from './card.ts';
import type { Table } from './table.ts';

/** No cell may be taken for a formula by a spreadsheet: a text beginning with = + - @ gets an apostrophe before it. */
function lines(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\r\n', escape_formulas: true, cast: { boolean: (value) => (value ? 'true' : 'false') } },
  );
}

/**
 * UTF-8 with a byte order mark. The first line has the column heads; the card, if any, follows the last row in lines
 * that begin with `#`, which pandas (`comment='#'`) and R (`comment.char='#'`) leave out.
 */
export function writeCsv(table: Table, card?: Card): string {
  const notes = card === undefined ? [] : cardTable(card).rows.map(([name, value]) => [`# ${name ?? ''}`, value]);
  return `\uFEFF${lines([table.columns, ...table.rows])}${lines(notes)}`;
}
