import { load } from 'cheerio/slim';
import type { Block, Clues } from '../model.ts';
import { findArticle } from './article.ts';
import { blocksOf } from './htmlBlocks.ts';
import { findClues } from './htmlClues.ts';

/** A page's article and what the page says of it. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly clues: Clues;
}

/** HTML (a page, or a piece of one such as a bare `<tbody>`) → the blocks of its article, without menus and footers. */
export function readHtml(html: string): Page {
  const page = load(html).root()[0];
  if (page === undefined) return { blocks: [], clues: {} };
  const { root, isFurniture } = findArticle(page);
  return { blocks: blocksOf(root, isFurniture), clues: findClues(page, root) };
}
