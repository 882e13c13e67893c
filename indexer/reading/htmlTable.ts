import type { Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { COVERED } from '../model.ts';
import { collapse } from './blockBuilder.ts';
import { traverse } from './traverse.ts';

/** A table's cells as a grid; a cell that spans several places stands in the first, those below it are COVERED. */
export interface TableGrid {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
  /** How many rows, from the first, consist of `<th>` or stand in `<thead>`. */
  readonly headRows: number;
}

/** A cell longer than this (UTF-16 units) holds an article: the table is there for the page's layout. */
const longestCell = 3000;

/** Spans fill no more than so many columns and rows: beyond, they are a slip or an attack. */
const mostColumns = 60;
const mostRows = 2000;

/** Answers are kept: the question is asked several times in a walk. */
const known = new WeakMap<Element, boolean>();

/** True for a table of at least two rows and columns without another inside, whose cells are short. */
export function isDataTable(element: Element): boolean {
  if (element.name !== 'table') return false;
  const answer = known.get(element) ?? decide(element);
  known.set(element, answer);
  return answer;
}

function decide(table: Element): boolean {
  let rows = 0;
  let cells = 0;
  let wideRows = 0;
  let length = 0;
  for (const { node, entering } of traverse(table)) {
    if (isText(node) && entering) length += node.data.trim().length;
    if (!isTag(node)) continue;
    if (entering && node.name === 'table') return false;
    if (entering && node.name === 'tr') {
      rows += 1;
      cells = 0;
    }
    if (node.name !== 'td' && node.name !== 'th') continue;
    if (entering) length = 0;
    else if (length > longestCell) return false;
    else if ((cells += 1) === 2) wideRows += 1;
  }
  return rows >= 2 && wideRows >= 1;
}

/** A data table → its grid. */
export function readTable(table: Element): TableGrid {
  const grid: string[][] = [];
  const heads: boolean[] = [];
  let caption = '';
  let row: string[] = [];
  let spans: number[] = [];
  let pieces: string[] | null = null;
  let onlyHeads = true;
  for (const { node, entering } of traverse(table)) {
    if (isText(node)) {
      if (entering) pieces?.push(node.data);
      continue;
    }
    if (!isTag(node)) continue;
    if (node.name === 'tr' && entering) {
      row = [];
      onlyHeads = true;
      spans = spans.map((rowsLeft) => Math.max(0, rowsLeft - 1));
    } else if (node.name === 'tr') {
      grid.push(row);
      heads.push(row.length > 0 && (onlyHeads || inHead(node)));
    } else if (/^(?:td|th|caption)$/.test(node.name)) {
      if (entering) pieces = [];
      else {
        const text = collapse((pieces ?? []).join('')).trim();
        pieces = null;
        if (node.name === 'caption') caption = text;
        else place(node, text, row, spans);
        if (node.name === 'td') onlyHeads = false;
      }
    } else if (/^(?:p|div|br|li|h\d)$/.test(node.name)) {
      pieces?.push(' ');
    }
  }
  return { caption, ...tidy(grid, heads) };
}

/** Puts a cell into the first free place of its row and notes the places that it spans. */
function place(cell: Element, text: string, row: string[], spans: number[]): void {
  while (row.length < mostColumns && (spans[row.length] ?? 0) > 0) row.push(COVERED);
  const last = Math.min(mostColumns, row.length + span(cell, 'colspan'));
  const rows = Math.min(mostRows, span(cell, 'rowspan'));
  spans[row.length] = rows;
  row.push(text);
  while (row.length < last) {
    spans[row.length] = rows;
    row.push('');
  }
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return value >= 1 ? value : 1;
}

function inHead(row: Element): boolean {
  return row.parent !== null && isTag(row.parent) && row.parent.name === 'thead';
}

/** Leaves out empty rows; counts the head rows at the top. */
function tidy(grid: readonly string[][], heads: readonly boolean[]): Pick<TableGrid, 'rows' | 'headRows'> {
  const kept = grid.map((cells, index) => ({ cells, head: heads[index] ?? false }));
  const full = kept.filter(({ cells }) => cells.some((cell) => cell !== '' && cell !== COVERED));
  const body = full.findIndex(({ head }) => !head);
  return { rows: full.map(({ cells }) => cells), headRows: body < 0 ? 0 : body };
}
