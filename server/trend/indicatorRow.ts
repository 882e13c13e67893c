/** Figures in a row of a plan's table: 指标 | 2020年基数 | 2025年目标 | 年均增长 | 属性. */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import { readFigures } from './figures.ts';
import { findMentions, type IndicatorName } from './indicatorName.ts';
import type { Outcome, Years } from './period.ts';

export interface RowFigure {
  /** Cell as printed, folded. */
  readonly text: string;
  readonly number: string;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly outcome: Outcome;
  readonly years: Years | null;
  readonly perYear: boolean;
  /** 预期性 or 约束性, where the row has it. */
  readonly attribute: string | null;
  readonly sure: boolean;
}

const CELL =
  /^(?<qualifier>[<>≤≥〈〉]|不低于|不高于|不超过|大于|小于|约|超过|达到)?(?<number>-?\d[\d.,]*)(?<rest>.{0,8})$/u;
const NAME_HEAD = /指标|名称|项目/u;
const ATTRIBUTE = /^(?:预期性|约束性)$/u;

const withoutParentheses = (cell: string): string => cell.replace(/\([^()]*\)/gu, '');

/** Heads over their cells: a column of numbers or of categories before the name may lack its head. */
function headsOver(cells: readonly string[], heads: readonly string[], nameCell: number): string[] {
  const nameHead = heads.findIndex((head) => NAME_HEAD.test(head));
  const shift = nameHead < 0 ? 0 : nameCell - nameHead;
  return cells.map((_, i) => heads[i - shift] ?? '');
}

/** A cell that holds a figure, taken apart. */
interface FigureCell {
  readonly cell: string;
  /** Its place in the row, from 0. */
  readonly column: number;
  readonly number: string;
  readonly qualifier: string | null;
  /** Printed behind the number; may be empty. */
  readonly unit: string;
}

/** The figures behind the name's cell. */
function figureCells(cells: readonly string[], nameCell: number): FigureCell[] {
  return cells.flatMap((cell, column) => {
    const groups = column <= nameCell ? undefined : CELL.exec(cell.replace(/^[([]|[)\]]$/gu, ''))?.groups;
    if (groups === undefined) return [];
    const { number = '', qualifier = null, rest = '' } = groups;
    return [{ cell, column, number, qualifier, unit: /^[%‰\p{L}]/u.test(rest) ? rest : '' }];
  });
}

/** A figure's unit: printed behind it, in its column's head, in a column of units, or behind the name. */
function unitOf(
  { unit: printed, column }: FigureCell,
  name: string,
  cells: readonly string[],
  heads: readonly string[],
): string {
  if (printed !== '') return printed;
  const inHead = /\(([^()]*)\)/u.exec(heads[column] ?? '')?.[1];
  const unitColumn = heads.findIndex((head) => head === '单位');
  const inName = /\(([^(),]*)(?:,[^()]*)?\)$/u.exec(name)?.[1];
  return inHead ?? cells[unitColumn] ?? inName ?? '';
}

/** What a column's head says: the year, and whether it holds what was or what shall be. */
function columnOf(
  head: string,
  document: PolicyDocument,
): { outcome: Outcome; years: Years | null; perYear: boolean } | null {
  const first = document.year;
  const named = /((?:19|20)\d\d)/u.exec(head)?.[1];
  if (/年均|累计/u.test(head))
    return {
      outcome: 'target',
      years: first === null ? null : { from: first, to: first + 4 },
      perYear: head.includes('年均'),
    };
  const isTarget =
    /目标|规划|预期|预计/u.test(head) || (named !== undefined && first !== null && Number(named) >= first);
  const isResult = /基数|基期|实际|完成|现状/u.test(head) || (named !== undefined && !isTarget);
  if (!isTarget && !isResult) return null;
  return {
    outcome: isTarget ? 'target' : 'result',
    years: named === undefined ? null : { from: Number(named), to: Number(named) },
    perYear: false,
  };
}

/** What a figure column without a head must be: in a plan the base comes before the target. */
function guessColumn(order: number, of: number, document: PolicyDocument) {
  const first = document.year;
  const year = first === null ? null : of > 1 && order === 0 ? first - 1 : first + 4;
  const outcome: Outcome = of > 1 && order === 0 ? 'result' : 'target';
  return { outcome, years: year === null ? null : { from: year, to: year }, perYear: false };
}

/** What the row (cells joined by ` | `) says of the indicator; nothing when it is about another. */
export function readRow(
  text: string,
  heads: readonly string[],
  name: IndicatorName,
  document: PolicyDocument,
): RowFigure[] {
  const cells = text.split('|').map((cell) => foldText(cell));
  const nameCell = cells.findIndex((cell) => /\p{L}/u.test(cell) && findMentions(cell, name).length > 0);
  const nameText = cells[nameCell];
  if (nameText === undefined || readFigures(withoutParentheses(nameText)).length > 0) return [];
  const above = headsOver(cells, heads.map(foldText), nameCell);
  const isName = withoutParentheses(nameText).length <= name.words.join('').length + 4;
  const attribute = cells.find((cell) => ATTRIBUTE.test(cell)) ?? null;
  const figures = figureCells(cells, nameCell);
  return figures.flatMap((figure, order) => {
    const said = columnOf(above[figure.column] ?? '', document);
    const unit = unitOf(figure, nameText, cells, above);
    const isGrowth = said?.perYear === true;
    if (name.isGrowth && !isGrowth && !unit.includes('%')) return [];
    return [
      {
        text: figure.cell,
        number: figure.number,
        unit: isGrowth ? '%' : unit,
        qualifier: figure.qualifier,
        ...(said ?? guessColumn(order, figures.length, document)),
        attribute,
        sure: said !== null && isName,
      },
    ];
  });
}
