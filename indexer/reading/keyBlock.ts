import type { Clues } from '../model.ts';
import { isUnknown, type Key, keyOf } from './clueLabels.ts';

/** What a downloader's script wrote at the head of a text file. */
export interface KeyBlock {
  readonly clues: Clues;
  /** The text behind the key block. */
  readonly body: string;
}

/** `【标题】：…`, `来源URL: …` */
const keyLine = /^[\s\uFEFF]*[【[]?([\p{L}][\p{L}\s]{0,14}[\p{L}])[】\]]?\s*[：:]\s*(.*?)\s*$/u;

/** The rule or the word under the keys: `======`, `正文：`. */
const endLine = /^\s*(?:[=＝\-—_*]{4,}\s*$|(?:正文|内容|全文)\s*[：:]\s*)/;

/** How far a key block may reach. */
const mostLines = 20;

/**
 * Takes a key block off the head of a text file: at least two lines `标题：…`, `发文单位：…`, ended by a blank line, a
 * rule or `正文：`. Null where the text does not begin with one: `来源：` alone is a web page's furniture.
 */
export function takeKeyBlock(text: string): KeyBlock | null {
  const found = new Map<Key, string>();
  let offset = 0;
  let keyLines = 0;
  for (let i = 0; i < mostLines && offset < text.length; i += 1) {
    const { line, next } = lineAt(text, offset);
    const [, word = '', value = ''] = keyLine.exec(line) ?? [];
    const key = keyOf(word.replace(/\s/gu, ''));
    if (key === undefined) {
      if (line.trim() !== '') break;
    } else {
      keyLines += 1;
      if (!found.has(key)) found.set(key, value);
    }
    offset = next;
  }
  if (keyLines < 2) return null;
  return { clues: cluesOf(found), body: text.slice(pastEndLine(text, offset)) };
}

function lineAt(text: string, offset: number): { line: string; next: number } {
  const end = text.indexOf('\n', offset);
  return end < 0 ? { line: text.slice(offset), next: text.length } : { line: text.slice(offset, end), next: end + 1 };
}

function pastEndLine(text: string, offset: number): number {
  const { line } = lineAt(text, offset);
  return offset + (endLine.exec(line)?.[0].length ?? 0);
}

function cluesOf(found: ReadonlyMap<Key, string>): Clues {
  const clues: Record<string, string | number> = {};
  for (const [key, value] of found) {
    if (isUnknown(value) || key === 'other') continue;
    if (key !== 'year') clues[key] = value;
    else if (/^(?:19|20)\d\d年?$/.test(value)) clues[key] = Number.parseInt(value, 10);
  }
  return clues;
}
