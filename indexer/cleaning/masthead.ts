import type { Clues } from '../model.ts';
import { addClues, reportTaken, type Draft } from './furniture.ts';

/**
 * Takes off the lines in which a newspaper says where a text was printed, and keeps what they say as clues:
 * `某某日报 2023年1月9日 星期一 02版 要闻` at the head or foot, `（原载《某某日报》2010年3月16日第2版）` anywhere.
 */
export function takeMastheads(draft: Draft): Draft {
  const taken: string[] = [];
  let clues = draft.clues;
  const blocks = draft.blocks.flatMap((block, index) => {
    const isEdge = index < edge || index >= draft.blocks.length - edge;
    const found = block.kind === 'table' ? null : readPrinted(block.text, isEdge);
    if (found === null) return [block];
    taken.push(found.words);
    clues = addClues(clues, found.clues);
    const text = block.text.slice(0, found.start).trimEnd();
    return text === '' ? [] : [{ ...block, text }];
  });
  if (taken.length === 0) return draft;
  return {
    blocks,
    clues,
    problems: [...draft.problems, ...reportTaken({ zh: '报头和出处', en: 'Masthead and origin' }, taken)],
  };
}

interface Printed {
  readonly clues: Clues;
  readonly words: string;
  /** Where it begins in the block's text. */
  readonly start: number;
}

function readPrinted(text: string, isEdge: boolean): Printed | null {
  const origin = /[载转摘刊]/.test(text.slice(-longestOrigin)) ? reprinted.exec(text) : null;
  if (origin !== null) return { clues: cluesIn(origin[0]), words: origin[0], start: origin.index };
  if (!isEdge || text.length > longest || !day.test(text) || text.replace(pieces, '') !== '') return null;
  const clues = cluesIn(text);
  return clues.source === undefined && !page.test(text) ? null : { clues, words: text, start: 0 };
}

function cluesIn(text: string): Clues {
  const plain = text.normalize('NFKC');
  const [, year = '', month = '', date = ''] = day.exec(plain) ?? [];
  const source = paper.exec(plain)?.[1];
  return {
    ...(year === '' ? {} : { date: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` }),
    ...(source === undefined ? {} : { source }),
  };
}

/** So many blocks at either end are head and foot. */
const edge = 6;
const longest = 60;
const day = /([12１２][\d０-９]{3})[-年/.]([\d０-９]{1,2})[-月/.]([\d０-９]{1,2})日?/u;
const paper = /((?!原载|转自|摘自|刊于|载于)\p{Script=Han}{2,8}报)(?![告道])/u;
const page = /第?[A-Z]?[\d０-９一二三四五六七八九十]{1,3}版/u;
const pieces = new RegExp(
  `《?${paper.source}》?|${day.source}|星期[一二三四五六日天]|农历[^\\s]{3,10}|${page.source}|总?第[\\d０-９]{1,6}期|` +
    '要闻|综合|时政|专版|特刊|文件|新闻|[\\s|｜/·:：—-]+',
  'gu',
);
/** It stands at the end, and takes no more room. */
const longestOrigin = 60;
const reprinted =
  /[（(]?(?:原载|转载?自|摘自|(?:原)?(?:刊|载)于)[:：]?《\p{Script=Han}{2,12}》[^。；（）()]{0,30}[)）]?。?$/u;
