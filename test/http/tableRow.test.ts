import { describe, expect, test } from 'vitest';
import { passageAt } from '../../indexer/index/collection.ts';
import { breadcrumb } from '../../server/http/pages/hitView.ts';
import { cellsOf } from '../../server/http/pages/tableRow.ts';
import { libraryOfTexts } from '../support/library.ts';

/** Cells as the page shows them, `[…]` around what is marked. */
function shown(text: string, marked: string): string[] {
  const start = text.indexOf(marked);
  const spans = marked === '' ? [] : [{ start, end: start + marked.length }];
  return cellsOf(text, spans, {}).map(({ fragments }) =>
    fragments.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join(''),
  );
}

describe('cellsOf', () => {
  test.each([
    { trap: 'plain', in: '产值 | 46.2 | 51', mark: '46.2', want: ['产值', '[46.2]', '51'] },
    { trap: 'an empty cell in the middle', in: '产值 |  | 51', mark: '51', want: ['产值', '', '[51]'] },
    { trap: 'an empty cell first', in: '| 产值 | 51', mark: '产值', want: ['', '[产值]', '51'] },
    { trap: 'two empty cells first', in: '|  | 产值 | 51', mark: '51', want: ['', '', '产值', '[51]'] },
    { trap: 'a match over several cells', in: '| 产值 | 51', mark: '值 | 5', want: ['', '产[值]', '[5]1'] },
    { trap: 'a bar alone', in: '|', mark: '', want: ['|'] },
    { trap: 'no bar', in: '一、经济发展', mark: '经济', want: ['一、[经济]发展'] },
  ])('$trap', ({ in: text, mark, want }) => expect(shown(text, mark)).toEqual(want));

  test('says which cells one above reaches over: those before the first of its own', () => {
    const cells = cellsOf('|  | 产值 |  | 51', [], { under: ['一、经济', '（一）总量'], heads: ['类', '项', '指标'] });
    expect(cells.map(({ isCovered }) => isCovered)).toEqual([true, true, false, false, false]);
    expect(cells.map(({ head }) => head)).toEqual(['类', '项', '指标', '', '']);
    expect(cellsOf('| 产值', [], {}).some(({ isCovered }) => isCovered)).toBe(false);
  });
});

test('the way to a row leads through the cells that reach over it', async () => {
  const rows =
    '<tr><td>类别</td><td>指标</td><td>数值</td></tr>' +
    '<tr><td rowspan=2>二、民生</td><td>新增就业</td><td>51</td></tr><tr><td>新建学校</td><td>12</td></tr>';
  const text = `<html><title>青石市任务清单</title><body><h1>青石市任务清单</h1><p>一、任务</p><table>${rows}</table>`;
  const { collection } = await libraryOfTexts({ '清单.html': text });
  const way = Object.fromEntries(
    [...collection.passageNumber.values()].map((number) => {
      const placed = passageAt(collection, number);
      return placed === undefined ? ['', []] : [placed.text, breadcrumb(placed)];
    }),
  );
  expect(way).toMatchObject({
    '二、民生 | 新增就业 | 51': ['一、任务'],
    '| 新建学校 | 12': ['一、任务', '二、民生'],
  });
});
