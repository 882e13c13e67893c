/**
 * The lenient parser: it never throws and never fails. What it cannot use goes to `problems`; everything else works.
 *
 *   or    = and { OR and }          and  = joined { [AND] joined }
 *   joined = term { (~10 | /s | /p) term }          term = [-] (word | "phrase" | field:value | "(" or ")")
 *
 * It keeps a stack of open groups instead of calling itself, so that no depth of parentheses is too deep.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import { readYears } from './fields.ts';
import { hasPairedParentheses, lex } from './lexer.ts';
import type { Operator, Token } from './lexer.ts';
import * as problems from './problems.ts';
import { quotable } from './quotation.ts';
import type { And, Field, Or, ParsedQuery, Phrase, Query, QueryProblem } from './syntax.ts';

/** Characters of a query that are read. */
export const MAX_INPUT = 10_000;
/** Characters of all terms together, without operators and white space. */
export const MAX_TEXT = 2_000;
export const MAX_TERMS = 100;

const NOTHING: Query = { kind: 'nothing' };
const WHITE_SPACE = /[\p{White_Space}\uFEFF]+/gu;
const EDGE_SPACE = /^[\p{White_Space}\uFEFF]+|[\p{White_Space}\uFEFF]+$/gu;
const LINE_BREAK = /\s*\n\s*/gu;
const WILD = /[?*？＊]/u;

type Join = Extract<Operator, { kind: 'near' | 'same' }>;

/** An open group: finished alternatives of OR, the terms of the current one, and what waits for the next term. */
interface Group {
  readonly field: Field | null;
  readonly alternatives: Query[];
  terms: Query[];
  join: Join | null;
  isNegated: boolean;
  /** The operator that was read last and still lacks its right side. */
  pending: string | null;
}

function newGroup(field: Field | null): Group {
  return { field, alternatives: [], terms: [], join: null, isNegated: false, pending: null };
}

/** And/or in normal form: flat, no `nothing`, never a single child. */
function combine(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : part.kind === 'nothing' ? [] : [part]));
  const [only] = of;
  if (only === undefined) return NOTHING;
  if (of.length === 1) return only;
  const combined: And | Or = { kind, of };
  return combined;
}

function negate(query: Query): Query {
  if (query.kind === 'nothing') return query;
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

/** True when the query has places in the text, so that a distance can be measured from it. */
function hasPlaces(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.of.every(hasPlaces);
  return query.kind === 'phrase' || query.kind === 'wildcard' || query.kind === 'near' || query.kind === 'same';
}

/** A word is plain when it reads as itself wherever it stands; another must be printed in quotation marks. */
function isPlain(word: string): boolean {
  if (!hasPairedParentheses(word)) return false;
  const { tokens } = lex(`(${word} ${word})`);
  const isWord = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === word;
  return tokens.length === 4 && tokens[0]?.kind === 'open' && isWord(tokens[1]) && isWord(tokens[2]);
}

function phraseOf(word: string): Phrase {
  return isPlain(word)
    ? { kind: 'phrase', text: word, quoted: false }
    : { kind: 'phrase', text: quotable(word), quoted: true };
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const cutText = text.slice(0, length);
  return /[\uD800-\uDBFF]$/u.test(cutText) ? cutText.slice(0, -1) : cutText;
}

class Parser {
  readonly problems: QueryProblem[] = [];
  private readonly groups: Group[] = [];
  private group = newGroup(null);
  private textLeft = MAX_TEXT;
  private termsLeft = MAX_TERMS;

  parse(tokens: readonly Token[]): Query {
    for (const token of tokens) this.take(token);
    if (this.groups.length > 0) this.report(problems.unclosedGroup);
    while (this.groups.length > 0) this.closeGroup();
    return this.finish();
  }

  report(problem: QueryProblem): void {
    const isKnown = this.problems.some(({ message }) => message.zh === problem.message.zh);
    if (!isKnown) this.problems.push(problem);
  }

  private take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.groups.push(this.group);
        this.group = newGroup(token.field ?? this.group.field);
        return;
      case 'close': {
        this.groups.length > 0 ? this.closeGroup() : this.report(problems.extraParenthesis);
        return;
      }
      case 'or':
      case 'and':
      case 'near':
      case 'same': {
        this.takeOperator(token, token.raw);
        return;
      }
      case 'not':
        this.group.isNegated = !this.group.isNegated;
        this.group.pending = token.raw;
        return;
      case 'word':
      case 'quotation': {
        this.add(this.term(token));
        return;
      }
      case 'field': {
        this.add(this.field(token.field, token.value, token.raw));
        return;
      }
    }
  }

  private takeOperator(operator: Operator, raw: string): void {
    const { group } = this;
    if (group.terms.length === 0) {
      this.report(problems.loneOperator(raw));
      return;
    }
    if (group.pending !== null) this.report(problems.loneOperator(group.pending));
    group.pending = raw;
    group.isNegated = false;
    group.join = operator.kind === 'near' || operator.kind === 'same' ? operator : null;
    if (operator.kind === 'or') this.endAlternative();
  }

  private endAlternative(): void {
    this.group.alternatives.push(combine('and', this.group.terms));
    this.group.terms = [];
  }

  private add(operand: Query): void {
    const { group } = this;
    const query = group.isNegated ? negate(operand) : operand;
    const { join } = group;
    group.isNegated = false;
    group.join = null;
    group.pending = null;
    if (query.kind === 'nothing') return;
    const left = join === null ? undefined : group.terms.pop();
    group.terms.push(...(join === null || left === undefined ? [query] : this.joined(join, left, query)));
  }

  private joined(join: Join, left: Query, right: Query): Query[] {
    if (hasPlaces(left) && hasPlaces(right)) {
      return join.kind === 'near'
        ? [{ kind: 'near', left, right, distance: join.distance }]
        : [{ kind: 'same', unit: join.unit, left, right }];
    }
    this.report(problems.notPositional);
    return [left, right];
  }

  private closeGroup(): void {
    const query = this.finish();
    this.group = this.groups.pop() ?? newGroup(null);
    this.add(query);
  }

  private finish(): Query {
    if (this.group.pending !== null) this.report(problems.loneOperator(this.group.pending));
    this.endAlternative();
    return combine('or', this.group.alternatives);
  }

  /** Lets a term in while there is room: `make` gets as much of its text as fits. */
  private admit(text: string, make: (text: string) => Query): Query {
    const fitting = this.termsLeft > 0 ? cut(text, this.textLeft) : '';
    if (fitting.length < text.length) this.report(problems.tooLong);
    if (foldText(fitting) === '') return NOTHING;
    const term = make(fitting);
    if (term.kind === 'nothing') return NOTHING;
    this.termsLeft--;
    if (fitting.length < text.length) this.termsLeft = 0;
    this.textLeft -= term.kind === 'phrase' ? term.text.length : fitting.length;
    return term;
  }

  private term(token: Extract<Token, { kind: 'word' | 'quotation' }>): Query {
    if (this.group.field !== null) return this.field(this.group.field, token.text, token.text);
    if (token.kind === 'word') return this.word(token.text);
    return token.within === null ? this.quotation(token.text) : this.near(token.text, token.within);
  }

  private word(text: string): Query {
    return this.admit(text, (fitting) => (WILD.test(fitting) ? this.wild(fitting) : phraseOf(fitting)));
  }

  /** `专精？新` is a wildcard; `是多少？` is a question, and a `？` alone is looked for. */
  private wild(word: string): Query {
    const visible = [...word].filter((char) => foldText(char) !== '').join('');
    const marked = visible.replace(/？/gu, '?').replace(/＊/gu, '*');
    const pattern = marked.replace(/^[?*]+|[?*]+$/gu, '').replace(/\?*\*[?*]*/gu, '*');
    if (/^[?*]*\*|\*[?*]*$/u.test(marked)) this.report(problems.edgeStar);
    if (pattern === '') return marked.includes('*') ? NOTHING : phraseOf(word);
    if (!WILD.test(pattern)) return phraseOf(pattern);
    if (isPlain(pattern)) return { kind: 'wildcard', pattern };
    this.report(problems.unusableWildcard);
    return phraseOf(pattern);
  }

  private quotation(typed: string): Query {
    const text = quotable(typed.replace(LINE_BREAK, ' ').replace(EDGE_SPACE, ''));
    if (foldText(text) === '') this.report(problems.emptyQuotation);
    return this.admit(text, (fitting) => ({
      kind: 'phrase',
      text: quotable(fitting.replace(EDGE_SPACE, '')),
      quoted: true,
    }));
  }

  /** `"A B"~10`: each piece is near the one before it. */
  private near(typed: string, distance: number): Query {
    const pieces = typed.split(WHITE_SPACE).filter((piece) => foldText(piece) !== '');
    if (pieces.length < 2) {
      this.report(problems.nearNeedsTwo);
      return this.quotation(typed);
    }
    const [first = NOTHING, ...rest] = pieces
      .map((piece) => this.quotation(piece))
      .filter(({ kind }) => kind !== 'nothing');
    return rest.reduce<Query>((left, right) => ({ kind: 'near', left, right, distance }), first);
  }

  private field(field: Field, value: string, raw: string): Query {
    if (foldText(value) !== '') {
      if (field !== 'year') return this.filter(field, value);
      // `年份:2021、2023`
      const years = value.split(/[、,，;；]/u).map(readYears);
      if (years.every((year) => year !== null))
        return combine(
          'or',
          years.map((year) => this.admit('0', () => year)),
        );
    }
    this.report(problems.unusableValue(raw));
    return this.quotation(raw);
  }

  private filter(field: Exclude<Field, 'year'>, value: string): Query {
    const text = value.replace(LINE_BREAK, ' ').replace(EDGE_SPACE, '');
    return this.admit(text, (fitting) => ({ kind: 'field', field, text: quotable(fitting.replace(EDGE_SPACE, '')) }));
  }
}

/**
 * Parses what a person typed. The tree is in normal form: and/or are flat and have two children at least, `nothing`
 * stands only alone. `parse(print(query)).query` equals `query`.
 */
export function parse(text: string): ParsedQuery {
  const typed = cut(text, MAX_INPUT).replace(EDGE_SPACE, '');
  const { tokens, problems: found } = lex(typed);
  const parser = new Parser();
  if (text.length > MAX_INPUT) parser.report(problems.tooLong);
  found.forEach((problem) => parser.report(problem));
  const hasTerm = tokens.some(({ kind }) => kind === 'word' || kind === 'quotation' || kind === 'field');
  // Operators with nothing to join are what the person looks for: a 或 alone, a |.
  const query = parser.parse(hasTerm || typed === '' ? tokens : [{ kind: 'quotation', text: typed, within: null }]);
  return { query, problems: hasTerm ? parser.problems : [] };
}
