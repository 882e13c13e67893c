/** The card that goes with every export, so that a reader of the file knows what it holds and can repeat it. */
import type { Table } from './table.ts';

export interface Card {
  /** What the export is: `词语走势`. */
  readonly title: string;
  /** What was looked for, as typed. */
  readonly phrases: readonly string[];
  /** How it was counted, in words. */
  readonly rule: string;
  /** What was found, by name: `命中段数`. */
  readonly found?: readonly (readonly [name: string, value: string | number])[];
  /** In words; empty when nothing was filtered. */
  readonly filters: readonly string[];
  /** Of the collection: equal documents, equal fingerprint. */
  readonly fingerprint: string;
  readonly documents: number;
  /** White space left out. */
  readonly characters: number;
  /** ISO date on which it was made. */
  readonly date: string;
}

/** The card as a table of names and values. */
export function cardTable(card: Card): Table {
  const rows: [string, string | number][] = [
    ['内容', card.title],
    ...card.phrases.map((phrase): [string, string] => ['检索', phrase]),
    ['规则', card.rule],
    ...(card.found ?? []).map(([name, value]): [string, string | number] => [name, value]),
    ...(card.filters.length === 0 ? ['全部文献'] : card.filters).map((filter): [string, string] => ['范围', filter]),
    ['文献篇数', card.documents],
    ['字数（不计空白）', card.characters],
    ['文献库指纹', card.fingerprint],
    ['日期', card.date],
    ['工具', '引据 Yinju'],
  ];
  return { name: '说明', columns: ['项目', '内容'], rows };
}
