/**
 * The lenient parser: it never throws and never fails. What it cannot use goes to `problems`; everything else works.
 *
 *   or    = and { OR and }          and  = joined { [AND] joined }
 *   joined = term { (~10 | /s | /p) term }          term = [-] (word | "phrase" | field:value | "(" or ")")
 *
 * Signs are operators only where no policy text has them; elsewhere they are text, as Ctrl+F would take them:
 *
 *   - marks and parentheses inside a word: `“放管服”改革`, `（一）加快`, `工厂(车间)`; a parenthesis groups when it is not
 *     closed before the next white space, or stands beside a quotation;
 *   - `-` inside a word, before a value (`GDP -2%`, `-5.54`) and before any number that begins the query;
 *     `规划 -2021` excludes;
 *   - 或, 且, 非, 同句, 同段, OR, AND, NOT that are not alone between white space, or are the whole query;
 *   - `？` at the end of a question. `5*5` is a wildcard; in quotation marks it is text.
 *
 * It keeps a stack of open groups instead of calling itself, so that no depth of parentheses is too deep.
 */
import type { Problem } from '../../indexer/model.ts';
import { lex } from './lexer.ts';
import type { Operator, Token } from './lexer.ts';
import { combine, hasPlaces, negate } from './normalForm.ts';
import * as problems from './problems.ts';
import type { Field, ParsedQuery, Query } from './syntax.ts';
import { cut, Terms } from './terms.ts';

/** Characters of a query that are read. A printed query is shorter: its terms are limited (see `Terms`). */
export const MAX_INPUT = 10_000;

type Term = Extract<Token, { kind: 'word' | 'quotation' | 'field' }>;
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

class Parser {
  readonly problems: Problem[] = [];
  private readonly groups: Group[] = [];
  private group = newGroup(null);
  private readonly terms = new Terms((problem) => this.report(problem));

  parse(tokens: readonly Token[]): Query {
    for (const token of tokens) this.take(token);
    if (this.groups.length > 0) this.report(problems.unclosedGroup);
    while (this.groups.length > 0) this.closeGroup();
    return this.finish();
  }

  report(problem: Problem): void {
    const isKnown = this.problems.some(({ message }) => message.zh === problem.message.zh);
    if (!isKnown) this.problems.push(problem);
  }

  private take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.groups.push(this.group);
        this.group = newGroup(token.field ?? this.group.field);
        return;
      case 'close':
        this.closeGroup();
        return;
      case 'not':
        this.group.isNegated = !this.group.isNegated;
        this.group.pending = token.raw;
        return;
      case 'or':
      case 'and':
      case 'near':
      case 'same':
        this.takeOperator(token, token.raw);
        return;
      case 'word':
      case 'quotation':
      case 'field':
        this.add(this.term(token));
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
    const outer = this.groups.pop();
    if (outer === undefined) {
      this.report(problems.extraParenthesis);
      return;
    }
    const query = this.finish();
    this.group = outer;
    this.add(query);
  }

  private finish(): Query {
    if (this.group.pending !== null) this.report(problems.loneOperator(this.group.pending));
    this.endAlternative();
    return combine('or', this.group.alternatives);
  }

  private term(token: Term): Query {
    if (token.kind === 'field') return this.terms.field(token.field, token.value, token.raw);
    if (this.group.field !== null) return this.terms.field(this.group.field, token.text, token.text);
    if (token.kind === 'word') return this.terms.word(token.text);
    return token.within === null ? this.terms.quotation(token.text) : this.terms.near(token.text, token.within);
  }
}

/**
 * Parses what a person typed. The tree is in normal form: and/or are flat and have two children at least, `nothing`
 * stands only alone. `parse(print(query)).query` equals `query`.
 */
export function parse(text: string): ParsedQuery {
  const typed = cut(text, MAX_INPUT).trim();
  const { tokens, problems: found } = lex(typed);
  const parser = new Parser();
  if (text.length > MAX_INPUT) parser.report(problems.tooLong);
  found.forEach((problem) => parser.report(problem));
  const hasTerm = tokens.some(({ kind }) => kind === 'word' || kind === 'quotation' || kind === 'field');
  // Operators with nothing to join are what the person looks for: a 或 alone, a |.
  const query = parser.parse(hasTerm || typed === '' ? tokens : [{ kind: 'quotation', text: typed, within: null }]);
  return { query, problems: hasTerm ? parser.problems : [] };
}
