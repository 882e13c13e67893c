/** What a draft quotes: text in quotation marks, and block quotes. Offsets are UTF-16 units of the draft's text. */
import type { Span } from '../../indexer/model.ts';

export interface DraftQuotation extends Span {
  readonly kind: 'quoted' | 'block';
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’' };

/** The end of what `open` opens at `at`, the mark itself not counted; marks of the same kind inside are skipped. */
function findEnd(text: string, at: number, open: string, stop: number): number | null {
  const close = CLOSING[open] ?? '';
  let depth = 0;
  for (let i = at + 1; i < stop; i++) {
    const char = text.charAt(i);
    if (char === open) depth++;
    else if (char === close && depth-- === 0) return i;
  }
  return null;
}

/** Pairs of straight marks, which open and close by turns: `"…"`. */
function straightIn(text: string, from: number, to: number): DraftQuotation[] {
  const found = [...text.slice(from, to).matchAll(/["＂]([^"＂]+)["＂]/gu)];
  return found.map((match) => ({
    kind: 'quoted',
    start: from + match.index + 1,
    end: from + match.index + 1 + (match[1] ?? '').length,
  }));
}

/** Outermost quotations of one line: what they quote may itself have marks. */
function quotedIn(text: string, from: number, to: number): DraftQuotation[] {
  const found: DraftQuotation[] = [];
  let at = from;
  let plain = from;
  while (at < to) {
    const char = text.charAt(at);
    const end = char in CLOSING ? findEnd(text, at, char, to) : null;
    if (end !== null) {
      found.push(...straightIn(text, plain, at), { kind: 'quoted', start: at + 1, end });
      plain = end + 1;
    }
    at = end === null ? at + 1 : end + 1;
  }
  return [...found, ...straightIn(text, plain, to)];
}

/** `> …` of Markdown; the line that only names the source (`> ——《…》`) is no quotation. */
function blockIn(text: string, from: number, to: number): DraftQuotation[] | null {
  const mark = /^\s{0,3}(?:>\s?)+/u.exec(text.slice(from, to));
  if (mark === null) return null;
  const words = text.slice(from + mark[0].length, to);
  if (/^\s*(?:[—―─-]{1,2}|$)/u.test(words)) return [];
  return [{ kind: 'block', start: from + mark[0].length, end: to }];
}

/** Lines as spans, without their line feeds. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}

/** All quotations of a draft, in order. A mark that nothing closes on its line opens nothing. */
export function quotationsIn(text: string): DraftQuotation[] {
  return linesOf(text)
    .flatMap(({ start, end }) => blockIn(text, start, end) ?? quotedIn(text, start, end))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .sort((a, b) => a.start - b.start);
}
