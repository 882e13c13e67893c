/** Sentences of a paragraph. */

export interface Sentence {
  /** UTF-16 units of the paragraph; a leading dash and white space are left out, the stop is not in `start`–`end`. */
  readonly start: number;
  readonly end: number;
  readonly stop: string;
  /** Where the next sentence begins: after the stop, closing quotes and white space. */
  readonly next: number;
}

const opening = '（(《【“「『';
const closing = '）)》】”」』';

/** The sentences of `text` from `from` to `to`, ended by 。！？ (or `alsoStop`) outside brackets and quotation marks. */
export function splitSentences(text: string, from: number, to: number, alsoStop = ''): Sentence[] {
  const stops = `。！？${alsoStop}`;
  const sentences: Sentence[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1);
    else if (stops.includes(sign) && (depth === 0 || at - start > 400)) {
      const next = skip(text, at + 1, to);
      sentences.push({ start: skipLead(text, start, at), end: at, stop: sign, next });
      start = next;
      at = next - 1;
      depth = 0;
    }
  }
  if (start < to) sentences.push({ start: skipLead(text, start, to), end: to, stop: '', next: to });
  return sentences;
}

function skip(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[”’」』\s　。]/u.test(text.charAt(at))) at++;
  return at;
}

/** ——经济发展态势更稳: the dash is a mark of the list, not of the sentence. */
function skipLead(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s　—–―─\-－●•◆■▲★※○·]/u.test(text.charAt(at))) at++;
  return at;
}
