import { foldText } from '../analysis/fold.ts';
import { reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off a title that is printed twice, one line straight below the other: a page that was printed or saved has its own
 * title above the article's. Only at the head, where no text stands yet.
 */
export function dropRepeatedTitle(draft: Draft): Draft {
  const folded = draft.blocks.slice(0, head).map((block) => (block.text.length > longest ? '' : foldText(block.text)));
  const body = folded.findIndex((text) => /[。；]/u.test(text));
  const at = folded.findIndex((text, index) => text.length >= shortest && text === folded[index + 1]);
  const repeated = draft.blocks[at + 1];
  if (at < 0 || (body >= 0 && body <= at) || repeated === undefined || repeated.rows !== undefined) return draft;
  const taken = reportTaken({ zh: '重复的标题', en: 'A title printed twice' }, [repeated.text]);
  return {
    ...draft,
    blocks: draft.blocks.filter((block) => block !== repeated),
    problems: [...draft.problems, ...taken],
  };
}

/** So many blocks may stand before the text. */
const head = 12;
const shortest = 4;
const longest = 60;
