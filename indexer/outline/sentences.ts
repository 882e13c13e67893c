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
const signs = /[。！？：:（(《【“「『）)》】”」』]/g;
/** A bracket that is never closed must not swallow the rest. */
const longestBracket = 400;

/** The sentences of `text` from `from` to `to`, ended by 。！？ (or `alsoStop`) outside brackets and quotation marks. */
export function splitSentences(text: string, from: number, to: number, alsoStop = ''): Sentence[] {
  const stops = `。！？${alsoStop}`;
  const sentences: Sentence[] = [];
  let start = from;
  let depth = 0;
  signs.lastIndex = from;
  for (let match = signs.exec(text); match !== null && match.index < to; match = signs.exec(text)) {
    const [sign] = match;
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1);
    else if (
      (stops.includes(sign) || endsLeadIn(text, match.index, sign)) &&
      (depth === 0 || match.index - start > longestBracket)
    ) {
      const next = skip(text, match.index + 1, to);
      sentences.push({ start: skipLead(text, start, match.index), end: match.index, stop: sign, next });
      start = next;
      depth = 0;
      signs.lastIndex = next;
    }
  }
  if (start < to) sentences.push({ start: skipLead(text, start, to), end: to, stop: '', next: to });
  return sentences;
}

/** 牢牢把握五个方面：要…。 The colon ends what leads in, and the first theme begins behind it. */
function endsLeadIn(text: string, at: number, sign: string): boolean {
  return (
    /[：:]/.test(sign) &&
    /(?:方面|如下|以下|几点|工作|任务|要求|原则|经验|体会|启示)$/u.test(text.slice(Math.max(0, at - 2), at))
  );
}

function skip(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[”’」』\s。]/.test(text.charAt(at))) at++;
  return at;
}

/** ——经济发展态势更稳: the dash is a mark of the list, not of the sentence. */
function skipLead(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s—–―─\-－●•◆■▲★※○·]/.test(text.charAt(at))) at++;
  return at;
}
