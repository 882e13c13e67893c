import type { Block, Problem } from '../model.ts';

/** Says where characters were lost for good: U+FFFD, the decoder's mark for bytes that mean nothing (`二��三五年`). */
export function reportLost(blocks: readonly Block[]): Problem[] {
  const places = blocks.flatMap(({ text }) => Array.from(text.matchAll(lost), (match) => around(text, match.index)));
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
