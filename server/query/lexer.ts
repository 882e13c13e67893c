/**
 * Cuts a query into tokens. A run is what stands between white space (or `|`); most decisions look at one run only, so
 * that a word reads the same wherever it stands.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Problem } from '../../indexer/model.ts';
import { fieldNamed } from './fields.ts';
import { strayDash, unclosedQuotation } from './problems.ts';
import { isMark, readQuotation } from './quotation.ts';
import type { Field } from './syntax.ts';

export type Operator =
  | { readonly kind: 'or' | 'and' | 'not' }
  | { readonly kind: 'near'; readonly distance: number }
  | { readonly kind: 'same'; readonly unit: 'sentence' | 'paragraph' };

export type Token =
  | (Operator & { readonly raw: string })
  | { readonly kind: 'close' }
  /** `地区:(甲 OR 乙)`: the field holds for every term in the group. */
  | { readonly kind: 'open'; readonly field: Field | null }
  | { readonly kind: 'word'; readonly text: string }
  /** `within`: the distance of `"A B"~10`. */
  | { readonly kind: 'quotation'; readonly text: string; readonly within: number | null }
  | { readonly kind: 'field'; readonly field: Field; readonly value: string; readonly raw: string };

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}

const SPACE = /[\p{White_Space}\uFEFF]/u;
const RUN_ENDS = /[\p{White_Space}\uFEFF|｜]/u;
const BAR = /[|｜]/u;
const OPEN = /[(（]/u;
const CLOSE = /[)）]/u;
const DASH = /[-－]/u;
const DIGIT = /[0-9０-９]/u;
/** `-5.54`, `-2%`: a value, wherever it stands. `-2021` excludes, unless the query begins with it. */
const NEGATIVE_VALUE = /^[-－][0-9０-９]+(?:[.．][0-9０-９]|[%％‰])/u;
const FIELD = /^([^:：﹕]{1,10})[:：﹕]/u;
const NEAR = /^~(\d{1,4})$/u;
const NEAR_SUFFIX = /^[~～]([0-9０-９]{1,4})(?![^\p{White_Space}\uFEFF|｜)）])/u;

/** Operators that stand alone between white space, after NFKC. Only upper case: `or` may be a word. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['OR', { kind: 'or' }],
  ['或', { kind: 'or' }],
  ['AND', { kind: 'and' }],
  ['且', { kind: 'and' }],
  ['&', { kind: 'and' }],
  ['&&', { kind: 'and' }],
  ['NOT', { kind: 'not' }],
  ['非', { kind: 'not' }],
  ['/s', { kind: 'same', unit: 'sentence' }],
  ['/S', { kind: 'same', unit: 'sentence' }],
  ['同句', { kind: 'same', unit: 'sentence' }],
  ['/p', { kind: 'same', unit: 'paragraph' }],
  ['/P', { kind: 'same', unit: 'paragraph' }],
  ['同段', { kind: 'same', unit: 'paragraph' }],
]);

/** The operator that the word is when it stands alone. */
export function operatorNamed(raw: string): Operator | undefined {
  const distance = NEAR.exec(foldText(raw))?.[1];
  return distance === undefined ? OPERATORS.get(raw.normalize('NFKC')) : { kind: 'near', distance: Number(distance) };
}

/** For each parenthesis, where its partner in the same run stands; -1 without one. */
function pairParentheses(text: string): Int32Array {
  const partner = new Int32Array(text.length).fill(-1);
  if (!CLOSE.test(text)) return partner;
  let open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (RUN_ENDS.test(char)) open = [];
    else if (OPEN.test(char)) open.push(at);
    else if (CLOSE.test(char)) {
      const start = open.pop();
      if (start === undefined) continue;
      partner[at] = start;
      partner[start] = at;
    }
  }
  return partner;
}

/** True when every parenthesis of the word has its partner in it. */
export function hasPairedParentheses(word: string): boolean {
  const partner = pairParentheses(word);
  return partner.every((other, at) => other >= 0 || !/[()（）]/u.test(word.charAt(at)));
}

class Lexer {
  readonly tokens: Token[] = [];
  readonly problems: Problem[] = [];
  private at = 0;
  private depth = 0;
  private run = { start: 0, end: -1 };
  private readonly text: string;
  private readonly partner: Int32Array;
  /** The query is one run: nothing in it joins or groups, so stray parentheses are text. */
  private readonly isOneRun: boolean;

  constructor(text: string) {
    this.text = text;
    this.partner = pairParentheses(text);
    this.isOneRun = !RUN_ENDS.test(text);
  }

  readAll(): Lexed {
    while (this.at < this.text.length) this.readToken();
    return { tokens: this.tokens, problems: this.problems };
  }

  private readToken(): void {
    const char = this.text.charAt(this.at);
    if (SPACE.test(char)) this.at++;
    else if (BAR.test(char)) this.push({ kind: 'or', raw: char }, 1);
    else if (this.opensGroup(this.at)) this.open(null);
    else if (CLOSE.test(char) && !(this.isOneRun && this.depth === 0)) this.close();
    else if (DASH.test(char) && this.readDash()) return;
    else if (!isMark(char) || !this.readQuoted()) this.readWord();
  }

  private push(token: Token, length: number): void {
    this.tokens.push(token);
    this.at += length;
  }

  private open(field: Field | null): void {
    this.depth++;
    this.push({ kind: 'open', field }, 1);
  }

  private close(): void {
    this.depth = Math.max(0, this.depth - 1);
    this.push({ kind: 'close' }, 1);
  }

  /** Where the run ends that holds `from`; remembered, so that a run of many tokens is read through once. */
  private runEnd(from: number): number {
    if (from >= this.run.start && from <= this.run.end) return this.run.end;
    let end = from;
    while (end < this.text.length && !RUN_ENDS.test(this.text.charAt(end))) end++;
    this.run = { start: from, end };
    return end;
  }

  /** `(甲 OR 乙)`, `("甲")`; not `（一）加快`, whose parenthesis closes in the same run. */
  private opensGroup(at: number): boolean {
    if (!OPEN.test(this.text.charAt(at))) return false;
    const next = at + 1;
    if (isMark(this.text[next]) && readQuotation(this.text, next, this.runEnd(next)) !== null) return true;
    return (this.partner[at] ?? -1) < 0 && !this.isOneRun;
  }

  /** Reads a `-` that excludes or stands alone; false when it is text: `-5.54`, `--`. */
  private readDash(): boolean {
    const next = this.text.charAt(this.at + 1);
    if (DASH.test(next)) return false;
    if (next === '' || RUN_ENDS.test(next) || CLOSE.test(next)) {
      this.problems.push(strayDash);
      this.at++;
      return true;
    }
    const isFirst = this.tokens.length === 0;
    if (DIGIT.test(next) && (isFirst || NEGATIVE_VALUE.test(this.text.slice(this.at, this.at + 20)))) return false;
    this.push({ kind: 'not', raw: '-' }, 1);
    return true;
  }

  private readQuoted(): boolean {
    const quotation = readQuotation(this.text, this.at, this.runEnd(this.at));
    if (quotation === null) return false;
    if (!quotation.closed) this.problems.push(unclosedQuotation);
    const suffix = NEAR_SUFFIX.exec(this.text.slice(quotation.next, quotation.next + 6));
    const within = suffix === null ? null : Number(suffix[1]?.normalize('NFKC'));
    this.tokens.push({ kind: 'quotation', text: this.text.slice(quotation.start, quotation.end), within });
    this.at = quotation.next + (suffix?.[0].length ?? 0);
    while (/[?？]/u.test(this.text.charAt(this.at))) this.at++;
    return true;
  }

  private readWord(): void {
    const end = this.wordEnd(this.at);
    const raw = this.text.slice(this.at, end);
    const name = FIELD.exec(raw.slice(0, 11));
    const field = name?.[1] === undefined ? undefined : fieldNamed(name[1]);
    if (field !== undefined) {
      this.readField(field, this.at + (name?.[0].length ?? 0), end);
      return;
    }
    const operator = operatorNamed(raw);
    this.push(operator === undefined ? { kind: 'word', text: raw } : { ...operator, raw }, raw.length);
  }

  /** Where the word ends that begins at `start`: before white space, or before a parenthesis that closes a group. */
  private wordEnd(start: number): number {
    const runEnd = this.runEnd(start);
    let tail = runEnd;
    while (tail > start && this.closesBefore(tail - 1, start)) tail--;
    if (this.depth === 0) return this.isOneRun || tail === start ? runEnd : tail;
    for (let at = start + 1; at < tail; at++) if (this.closesBefore(at, start)) return at;
    return tail === start ? runEnd : tail;
  }

  /** True when a parenthesis at `at` closes what was opened before `start`. */
  private closesBefore(at: number, start: number): boolean {
    return CLOSE.test(this.text.charAt(at)) && (this.partner[at] ?? -1) < start;
  }

  /** Reads the value of a field; white space may stand before it. */
  private readField(field: Field, valueStart: number, wordEnd: number): void {
    const start = this.at;
    let from = valueStart;
    while (from < this.text.length && SPACE.test(this.text.charAt(from))) from++;
    if (this.opensGroup(from)) {
      this.at = from;
      this.open(field);
      return;
    }
    const quotation = isMark(this.text[from]) ? readQuotation(this.text, from, this.runEnd(from)) : null;
    if (quotation?.closed === false) this.problems.push(unclosedQuotation);
    const end = quotation?.next ?? (from === valueStart ? wordEnd : this.wordEnd(from));
    const value = quotation === null ? this.text.slice(from, end) : this.text.slice(quotation.start, quotation.end);
    this.at = end;
    this.tokens.push({ kind: 'field', field, value, raw: this.text.slice(start, end) });
  }
}

/** Cuts `text` into tokens; whatever is no operator is a word. */
export function lex(text: string): Lexed {
  return new Lexer(text).readAll();
}
