import type { Block, Problem } from '../model.ts';
import type { Line } from './furniture.ts';

/** Puts back the one character that a year can have lost in its second place: `二��三五年` is 二〇三五年. */
export function restoreYears(blocks: readonly Line[]): { blocks: readonly Line[]; problems: readonly Problem[] } {
  if (!blocks.some(({ text }) => text.includes('\uFFFD'))) return { blocks, problems: [] };
  const years: string[] = [];
  const restored = blocks.map((block) => {
    const text = block.text.replace(lostZero, (_, rest: string) => {
      years.push(`二〇${rest}`);
      return `二〇${rest}`;
    });
    return text === block.text ? block : { ...block, text };
  });
  if (years.length === 0) return { blocks, problems: [] };
  const list = years.join('，');
  const message = { zh: `年份中丢失的“〇”，已补回：${list}`, en: `〇 that years had lost, put back: ${list}` };
  return { blocks: restored, problems: [{ code: 'repaired-year', message }] };
}

const lostZero = /二\uFFFD{1,3}([〇一二三四五六七八九]{2}年)/gu;

/** Says where characters were lost for good: U+FFFD, the decoder's mark for bytes that mean nothing (`城��建设`). */
export function reportLost(blocks: readonly Block[]): Problem[] {
  const damaged = blocks.filter(({ text }) => text.includes('\uFFFD'));
  const places = damaged.flatMap(({ text }) => Array.from(text.matchAll(lost), (match) => around(text, match.index)));
  if (places.length === 0) return [];
  const samples = places.slice(0, 5).map((place) => `“${place}”`);
  const message = {
    zh: `有${places.length}处文字在来源文件中已丢失：${samples.join('')}`,
    en: `Characters lost in the file (${places.length}): ${samples.join(' ')}`,
  };
  return [{ code: 'lost-characters', message }];
}

const lost = /\uFFFD+/g;

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 8), at + 10);
}
