/** What differs between two documents or years, as tables: compared paragraphs, new and gone words. */
import type { Cell, Table } from '../exporting/table.ts';
import type { Comparison, Row } from './compare.ts';
import type { Novelty } from './novelty.ts';

const KIND_NAMES: Readonly<Record<Row['kind'], string>> = {
  unchanged: '未变',
  changed: '改动',
  new: '新增',
  gone: '删去',
};

const linkTo = (paragraph: Row['before']): string => (paragraph === null ? '' : `/p/${paragraph.passageId}`);

/** One row a paragraph, sections in their order. */
export function comparisonTable({ sections }: Comparison): Table {
  return {
    name: '对比',
    columns: ['前一份章节', '后一份章节', '改动', '移位', '前一份原文', '后一份原文', '前一份链接', '后一份链接'],
    rows: sections.flatMap(({ before, after, rows }) =>
      rows.map((row): Cell[] => [
        before?.heading ?? '',
        after?.heading ?? '',
        KIND_NAMES[row.kind],
        row.moved ? '移位' : '',
        row.before?.text ?? '',
        row.after?.text ?? '',
        linkTo(row.before),
        linkTo(row.after),
      ]),
    ),
  };
}

/** One row a word, new ones first, the most distinctive of each first. */
export function noveltyTable({ fresh, gone }: Novelty): Table {
  const rowsOf = (kind: string, words: Novelty['fresh']) =>
    words.map(({ text, before, after, score }): Cell[] => [kind, text, before, after, Math.round(score * 100) / 100]);
  return {
    name: '新词与旧词',
    columns: ['新或旧', '词语', '前处数', '后处数', 'G²'],
    rows: [...rowsOf('新', fresh), ...rowsOf('旧', gone)],
  };
}
