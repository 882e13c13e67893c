import type { Block, Clues, Skip } from '../model.ts';
import { findArticle } from './article.ts';
import { blocksOf } from './htmlBlocks.ts';
import { findClues } from './htmlClues.ts';
import { longestParse, parseHtml } from './parseHtml.ts';

/** A page's article and what the page says of it. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly clues: Clues;
}

/** HTML (a page, or a piece of one such as a bare `<tbody>`) → the blocks of its article, without menus and footers. */
export function readHtml(html: string): Page | Skip {
  const page = parseHtml(html);
  if (page === null) return { reason: 'too-slow', detail: `more than ${longestParse / 1000} s` };
  const { root, isFurniture } = findArticle(page);
  return { blocks: blocksOf(root, isFurniture), clues: findClues(page, root) };
}
