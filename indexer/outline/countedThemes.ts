/** 一是稳住投资。… 二是扩大消费。… or 第一，稳住投资。… inside a paragraph: themes when each has text of its own. */
import { valueOf } from './numbering.ts';
import type { Sentence } from './sentences.ts';

const count = /^(?:([一二三四五六七八九十]{1,3})[是要]|第([一二三四五六七八九十]{1,3})，)/u;
const longestTheme = 24;
const shortestText = 20;

/** The sentences, of those of `text` up to `end`, that are themes of a series counting on from 一是. */
export function findCountedThemes(text: string, sentences: readonly Sentence[], end: number): ReadonlySet<Sentence> {
  const found = new Set<Sentence>();
  if (!/一[是要]|第一，/u.test(text)) return found;
  const valueAt = ({ start }: Sentence): number => countOf(text.slice(start, start + 5));
  for (const series of countedSeries(sentences, valueAt)) {
    const themes = series.filter((member, at) => isTheme(text, member, series[at + 1]?.start ?? end));
    if (themes.length > 1 && themes.length * 3 >= series.length * 2) for (const theme of themes) found.add(theme);
  }
  return found;
}

/** The number that a sentence bears (`三是…` → 3, `第三，…` → 3); 0 for one that bears none. */
export function countOf(sentence: string): number {
  const [, counted, ordered] = count.exec(sentence) ?? [];
  return valueOf(counted ?? ordered ?? '');
}

/** Runs of those of `items` that count on from 1: 一是…, 二是…, 三是…. Others may stand between them. */
export function countedSeries<T>(items: readonly T[], valueAt: (item: T) => number): T[][] {
  const series: T[][] = [];
  for (const item of items) {
    const value = valueAt(item);
    const last = series.at(-1);
    if (value === 1) series.push([item]);
    else if (last !== undefined && value === last.length + 1) last.push(item);
  }
  return series;
}

/** A short plain sentence, with text below it before the count goes on. */
function isTheme(text: string, { start, end, stop, next }: Sentence, below: number): boolean {
  const isShort = stop === '。' && end - start <= longestTheme && below - next >= shortestText;
  return isShort && !/[，,；;：:\d]/.test(text.slice(start, end).replace(count, ''));
}
