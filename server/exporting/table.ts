/** A table to be exported, whatever the file format. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** Name of the sheet. */
  readonly name: string;
  /** Column heads. */
  readonly columns: readonly string[];
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
}
