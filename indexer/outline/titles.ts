/** Where the title of a numbered line ends and its text begins. */
import { foldText } from '../analysis/fold.ts';
import type { Numbering } from './numbering.ts';

/**
 * `own`: the line is the title. `whole`: the line is one short sentence, stop included. `opening`: the title is the first
 * sentence of the paragraph. `fused`: the text follows the title without a stop. `item`: a sentence of content, no title.
 */
export type TitleForm = 'own' | 'whole' | 'opening' | 'fused' | 'item';

export interface Title {
  readonly form: TitleForm;
  /** End of number and title, the stop left off; UTF-16 units of the line. */
  readonly end: number;
  /** Where the text that follows begins; the line's length when nothing follows. */
  readonly bodyStart: number;
}

/** A paragraph that begins with a number. */
export interface Numbered {
  readonly index: number;
  readonly numbering: Numbering;
  readonly title: Title;
  /** 一、 that counts from one between （三） and （四）: it stands below, not above, them. */
  readonly nested: boolean;
}

/** A longer title does not occur in official documents; sentences are longer. */
const longestTitle = 50;
const shortestTitle = 3;
const longestItemTitle = 32;
const longestChapterTitle = 36;

/** Finds the title of `line`, which begins with `numbering` and, if `boldEnd` is not null, is bold up to there. */
export function findTitle(line: string, numbering: Numbering, boldEnd: number | null = null): Title {
  if (numbering.scheme === 'article') return articleTitle(line, numbering);
  const title = findPlainTitle(line, numbering);
  const endsBefore = boldEnd !== null && boldEnd < title.end && boldEnd - numbering.end > shortestTitle;
  return (endsBefore ? fusedAt(line, boldEnd) : null) ?? title;
}

function findPlainTitle(line: string, numbering: Numbering): Title {
  const longest =
    numbering.scheme.startsWith('digit') || numbering.scheme === 'circled' ? longestItemTitle : longestTitle;
  const stop = firstStop(line, numbering.end);
  const whole = line.length;
  if (line.length === numbering.end) return { form: 'own', end: whole, bodyStart: whole };
  if (stop !== null || line.length - numbering.end > longest || /[：:]$/.test(line)) {
    const overlong = (stop?.start ?? whole) - numbering.end > longestChapterTitle;
    const fused = fusedTitle(line, numbering, overlong);
    if (fused !== null) return fused;
  }
  const end = stop?.start ?? whole;
  if (end - numbering.end > longest || /[；;]/.test(line.slice(numbering.end, end))) return item(line);
  if (stop === null) return /[，,：:、]$/.test(line) ? item(line) : { form: 'own', end: whole, bodyStart: whole };
  return { form: stop.end === whole ? 'whole' : 'opening', end, bodyStart: stop.end };
}

function item(line: string): Title {
  return { form: 'item', end: line.length, bodyStart: line.length };
}

/** The first 。！？ outside brackets, with the white space and closing quotes after it. */
function firstStop(line: string, from: number): { start: number; end: number } | null {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    const sign = line.charAt(at);
    if ('（(《'.includes(sign)) depth++;
    else if ('）)》'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '。！？!?'.includes(sign)) {
      const end = at + 1 + (/^[”’」』\s　]+/u.exec(line.slice(at + 1))?.[0].length ?? 0);
      return { start: at, end };
    }
  }
  return null;
}

/**
 * 第十二条【适用范围】本条例… and 第二条 适用范围 本条例…: the title belongs to the number.
 * Without one, the heading is the number.
 */
function articleTitle(line: string, { end }: Numbering): Title {
  const titled =
    /^\s*(?:【[^】]{1,30}】|[（(][^（()）]{1,30}[)）](?=\s*\S)|[^\s，。：；、]{2,16}(?=\s+\S{8})|[^，。：；]{2,24}$)/u.exec(
      line.slice(end),
    );
  const titleEnd = end + (titled?.[0].length ?? 0);
  const space = /^\s*/u.exec(line.slice(titleEnd))?.[0].length ?? 0;
  const bodyStart = titleEnd + space;
  return { form: bodyStart === line.length ? 'own' : 'opening', end: titleEnd, bodyStart };
}

// What the titles of a report's chapters end with, and what its first sentences begin with (folded text).
const chapterEnds =
  '回顾|工作(?!回顾|总结|安排|部署|思路|任务|目标|重点|要求|报告|建议|打算|情况|举措)|成就|成绩|成效|情况|安排|部署|要求|目标(?!任务)|任务|举措|措施|重点(?!工作|任务)|建设|打算|思路|意见|建议|' +
  '形势|问题|原则|方针|政策|变化|变革|发展|水平|能力|局面';
const sentenceStarts =
  '(?:19|20)\\d{2}年|[〇零一二三四五六七八九]{4}年|[一二三四五六七八九十]+年来|过去(?:的)?[一五]年|刚刚过去|去年|今年|今后|未来|本届|各位代表|面对|' +
  '当前|我们|根据|按照|围绕|回顾|综合|全面贯彻|坚持以|做好|实现|要实现|认真|进一步|为(?:确保|全面|了)|新的一年|这一年|以(?!来)|\\(一\\)|1[.、](?!\\d)';
const connectives = '[和与及、,;:。的之\\s())"》]|以及';
const beforeSentence = new RegExp(`^.{2,40}?(?:${chapterEnds})(?=\\s*(?:${sentenceStarts}))`, 'u');
const beforeAnything = new RegExp(`^.{3,40}?(?:${chapterEnds})(?!${connectives}|${chapterEnds})(?=.)`, 'u');
const surely = '工作回顾|重点工作|工作安排|自身建设|总体要求|主要目标|目标任务|主要任务';
const afterSureEnd = new RegExp(`^.{3,24}?(?:${surely})(?!${connectives}|${chapterEnds})(?=.)`, 'u');
const chapterSchemes = new Set(['book', 'part', 'chapter', 'division', 'chinese']);
const beforeItem = /^.{6,40}?(?=\s*(?:1[.、](?!\d)|\(1\)))/u;

/**
 * 一、2007年政府的工作2007年，在…: a chapter's usual end, then a sentence's usual beginning; where the line is too long
 * for a title, whatever follows the usual end. （一）…效益1.调整…: the next lower number.
 */
function fusedTitle(line: string, { scheme, end }: Numbering, overlong: boolean): Title | null {
  const rest = line.slice(end, end + 80);
  const folded = foldText(rest);
  const chapter = chapterSchemes.has(scheme);
  const match = chapter
    ? (beforeSentence.exec(folded) ?? afterSureEnd.exec(folded) ?? (overlong ? beforeAnything.exec(folded) : null))
    : scheme === 'chinese-bracketed'
      ? beforeItem.exec(folded)
      : null;
  if (match === null || /[。;]/.test(match[0])) return null;
  const length = unfoldedLength(rest, match[0].length);
  return isBalanced(rest.slice(0, length)) ? fusedAt(line, end + length) : null;
}

/** No title ends inside a quotation or brackets: …那种“先建设” is not …那种“先建设. */
function isBalanced(text: string): boolean {
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0;
  return count(/[“‘「『《（(【]/gu) === count(/[”’」』》）)】]/gu);
}

function fusedAt(line: string, titleEnd: number): Title | null {
  const bodyStart = titleEnd + (/^\s*/u.exec(line.slice(titleEnd))?.[0].length ?? 0);
  return line.length - bodyStart < 12 ? null : { form: 'fused', end: titleEnd, bodyStart };
}

/** How many units of `text` fold to the first `length` units. */
function unfoldedLength(text: string, length: number): number {
  let end = 0;
  while (end < text.length && foldText(text.slice(0, end)).length < length) end++;
  return end;
}
