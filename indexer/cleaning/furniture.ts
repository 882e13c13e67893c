import type { Block, Clues, Problem, Words } from '../model.ts';

/** A block while it is cleaned. */
export interface Line extends Block {
  /** Set in at its beginning in the file: a paragraph begins here. */
  readonly indented?: boolean;
}

/** What a block filter works on: blocks, clues, and the problems so far. */
export interface Draft {
  readonly blocks: readonly Line[];
  readonly clues: Clues;
  readonly problems: readonly Problem[];
}

/** A block filter: takes furniture off, joins what is torn, and says what it did. */
export type BlockFilter = (draft: Draft) => Draft;

/**
 * The problem that says what was taken off, so that nothing vanishes silently:
 * `网页部件，已去掉 5 处：“当前位置：首页>>要闻”“【字体：大中小】”…`. None when nothing was.
 */
export function reportTaken(what: Words, taken: readonly string[], code = 'furniture'): Problem[] {
  if (taken.length === 0) return [];
  const samples = taken.slice(0, shown).map((text) => `“${shorten(text)}”`);
  const isCut = taken.length > shown;
  const zh = `${what.zh}，已去掉${taken.length}处：${samples.join('')}${isCut ? '等' : ''}`;
  const en = `${what.en}, taken off (${taken.length}): ${samples.join(' ')}${isCut ? ' …' : ''}`;
  return [{ code, message: { zh, en } }];
}

/** Clues found in furniture never overrule those that the file states. */
export function addClues(clues: Clues, found: Clues): Clues {
  return { ...found, ...clues };
}

const shown = 6;
const longest = 24;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
