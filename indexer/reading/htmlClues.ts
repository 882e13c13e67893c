import type { Element, ParentNode } from 'domhandler';
import { isComment, isTag } from 'domhandler';
import type { Clues } from '../model.ts';
import { textOf } from './htmlBlocks.ts';
import { clueKey, isUnknown } from './clueLabels.ts';
import { traverse } from './traverse.ts';

type Found = { -readonly [K in keyof Clues]: Clues[K] | undefined };

/** Meta names of Chinese government sites (国办发〔2019〕… 政府网站发展指引, annex 2), lower case. */
const metaKeys: Readonly<Record<string, 'title' | 'date' | 'source'>> = {
  articletitle: 'title',
  'og:title': 'title',
  pubdate: 'date',
  publishdate: 'date',
  contentsource: 'source',
};

/** The address in a comment that a downloader or a browser put first: `<!-- http://… -->`, `saved from url=(0023)http://…`. */
const address = /^\s*(?:saved from url=\(\d+\))?(https?:\/\/\S+?)\s*$/;

/**
 * What a page says of its document outside the text: meta elements, the information table of government sites
 * (索引号, 发文机关, 成文日期, 发文字号, 标题), its address. The table goes before meta: 成文日期 is the document's date,
 * PubDate the page's.
 */
export function findClues(page: ParentNode, article: ParentNode): Clues {
  const clues: Found = {};
  const table: Found = {};
  const cells: Element[] = [];
  const titles: string[] = [];
  for (const { node, entering } of traverse(page, (child) => child === article)) {
    if (!entering) continue;
    if (isComment(node)) clues.url ??= address.exec(node.data)?.[1];
    else if (isTag(node)) {
      readElement(node, clues, cells);
      titles.push(...titleOf(node));
    }
  }
  for (const cell of cells) readCell(cell, table);
  return definite({ title: titles.at(-1), ...clues, ...table });
}

/** What the window's title or a heading above the article says; the site's name behind `_`, `|` or ` - ` is left off. */
function titleOf(element: Element): string[] {
  if (!/^(?:title|h1|h2)$/.test(element.name)) return [];
  const [title = ''] = textOf(element).split(/[_|｜]| [-–—] /);
  return title.trim() !== '' && title.length <= 120 ? [title.trim()] : [];
}

function definite(found: Found): Clues {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function readElement(element: Element, clues: Found, cells: Element[]): void {
  const { name, attribs } = element;
  if (name === 'meta') {
    const key = metaKeys[(attribs['name'] ?? attribs['property'] ?? '').toLowerCase()];
    const value = attribs['content']?.trim() ?? '';
    if (key !== undefined && value !== '') clues[key] ??= value;
  } else if (name === 'link' && attribs['rel'] === 'canonical') {
    if (/^https?:/.test(attribs['href'] ?? '')) clues.url ??= attribs['href'];
  } else if (/^(?:td|th|li|dt|dd)$/.test(name)) {
    cells.push(element);
  }
}

/** `<td>发文机关：</td><td>国务院</td>`, or both in one cell, other facts behind them: `来源：某某日报 阅读次数：12`. */
function readCell(cell: Element, clues: Found): void {
  const text = shortText(cell);
  const [, label = '', rest = ''] = /^([^：:]{2,12})[：:]?\s*(.*)$/.exec(text) ?? [];
  const key = clueKey(label.replace(/\s/g, ''));
  if (key === null || key === 'year' || (rest === '' && !/[：:]$/.test(text))) return;
  const value = rest !== '' ? rest.replace(nextFact, '') : shortText(nextElement(cell));
  if (value !== '' && !isUnknown(value)) clues[key] ??= value;
}

const nextFact = /\s+[^\s：:]{2,8}[：:].*$/;

function nextElement(element: Element): Element | null {
  let next = element.next;
  while (next !== null && !isTag(next)) next = next.next;
  return next;
}

/** The text of a cell; empty where it is too long for a label or a value, which keeps layout tables cheap. */
function shortText(element: Element | null): string {
  if (element === null) return '';
  let nodes = 0;
  for (const step of traverse(element)) if (step.entering && (nodes += 1) > 20) return '';
  const text = textOf(element);
  return text.length <= 200 ? text : '';
}
