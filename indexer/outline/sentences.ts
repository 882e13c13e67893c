/** Sentences of a paragraph. */

export interface Sentence {
  /** Where the dash or bullet before it stands; `start` when there is none. */
  readonly lead: number;
  /** UTF-16 units of the paragraph; a leading dash and white space are left out, the stop is not in `start`–`end`. */
  readonly start: number;
  readonly end: number;
  readonly stop: string;
  /** Where the next sentence begins: after the stop, closing quotes and white space. */
  readonly next: number;
}

/** What a character does to a sentence. Half-width and full-width colons end one only where the caller or a lead-in says so. */
const [OPENS, CLOSES, STOPS, COLON, QUOTES] = [1, 2, 3, 4, 5];
const signs = new Uint8Array(0x10000);
for (const [role, characters] of [
  [OPENS, '（(《【'],
  [QUOTES, '“「『'],
  [CLOSES, '）)》】”」』'],
  [STOPS, '。！？'],
  [COLON, '：:'],
] as const)
  for (const character of characters) signs[character.charCodeAt(0)] = role;
/** What still belongs to a sentence that ended, and what is a mark of the list in which one begins. */
const behindStop = unitsOf('”’」』。');
const beforeText = unitsOf('—–―─-－●•◆■▲★※○·');
const partners: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };
/** A bracket that is never closed must not swallow the rest. */
const longestBracket = 400;

/**
 * The sentences of `text` from `from` to `to`, ended by 。！？ outside brackets and quotation marks; in a box
 * (`colonStops`) a colon ends one, too.
 */
export function splitSentences(text: string, from: number, to: number, colonStops = false): Sentence[] {
  const sentences: Sentence[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sign = signs[text.charCodeAt(at)];
    if (sign === 0) continue;
    if (sign === OPENS || (sign === QUOTES && isClosed(text, at))) depth++;
    else if (sign === QUOTES) continue;
    else if (sign === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth > 0 && at - start <= longestBracket) continue;
    else if (sign === STOPS || colonStops || endsLeadIn(text, at)) {
      const next = skip(text, at + 1, to);
      sentences.push({ lead: start, start: skipLead(text, start, at), end: at, stop: text.charAt(at), next });
      start = next;
      depth = 0;
      at = next - 1;
    }
  }
  if (start < to) sentences.push({ lead: start, start: skipLead(text, start, to), end: to, stop: '', next: to });
  return sentences;
}

/** “双高建设。 … “三区”: a quotation mark whose partner was lost opens nothing; the same mark opens again before it. */
function isClosed(text: string, mark: number): boolean {
  const opening = text.charAt(mark);
  const closing = partners[opening];
  for (let at = mark + 1; at < text.length && at - mark <= longestBracket; at++) {
    const character = text.charAt(at);
    if (character === closing) return true;
    if (character === opening) return false;
  }
  return false;
}

/** 把握五个方面：要…。 主要做法：一是…。 奋斗目标是：——经济再上新台阶。 The colon ends what leads in; the first theme is behind it. */
function endsLeadIn(text: string, colon: number): boolean {
  if (/^一[是要]/.test(text.slice(colon + 1, colon + 3))) return true;
  if (/^(?:\s*[—–―─]{1,2}|[^，、；：。\d]{5,16}。)/u.test(text.slice(colon + 1, colon + 18))) return true;
  return /(?:方面|如下|以下|几点|工作|任务|要求|原则|经验|体会|启示)$/u.test(text.slice(Math.max(0, colon - 2), colon));
}

/** By UTF-16 unit, 1 for those of `characters` and for white space. */
function unitsOf(characters: string): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const character of ` \t\n\u00A0\u3000${characters}`) units[character.charCodeAt(0)] = 1;
  return units;
}

function skip(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && behindStop[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** ——经济发展态势更稳: the dash is a mark of the list, not of the sentence. */
function skipLead(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && beforeText[text.charCodeAt(at)] === 1) at++;
  return at;
}
