/** Makes terms of what was typed: words, wildcards, phrases, filters; as many as a query may have. */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Problem } from '../../indexer/model.ts';
import { readYears } from './fields.ts';
import { hasPairedParentheses, lex, operatorNamed } from './lexer.ts';
import type { Token } from './lexer.ts';
import { combine, NOTHING } from './normalForm.ts';
import * as problems from './problems.ts';
import { quotable } from './quotation.ts';
import type { Field, Phrase, Query } from './syntax.ts';

/** Characters of all terms together, without operators and white space. */
export const MAX_TEXT = 2_000;
export const MAX_TERMS = 100;

const WHITE_SPACE = /[\p{White_Space}\uFEFF]+/gu;
const LETTERS = /^[\p{L}\p{N}]+$/u;
const WILD = /[?*？＊]/u;

/** A word is plain when it reads as itself wherever it stands; another must be printed in quotation marks. */
function isPlain(word: string): boolean {
  if (LETTERS.test(word)) return operatorNamed(word) === undefined;
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

/** The first `length` units of `text`, or one less where that would halve a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const cutText = text.slice(0, length);
  return /[\uD800-\uDBFF]$/u.test(cutText) ? cutText.slice(0, -1) : cutText;
}

/** Reads the terms of one query, one after another. Each answers `nothing` when there is no text or no room left. */
export class Terms {
  private textLeft = MAX_TEXT;
  private termsLeft = MAX_TERMS;
  private readonly report: (problem: Problem) => void;

  constructor(report: (problem: Problem) => void) {
    this.report = report;
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

  word(text: string): Query {
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

  quotation(typed: string): Query {
    const text = quotable(typed.replace(/\n/gu, ' ').trim());
    if (foldText(text) === '') this.report(problems.emptyQuotation);
    return this.admit(text, (fitting) => ({
      kind: 'phrase',
      text: quotable(fitting.trim()),
      quoted: true,
    }));
  }

  /** `"A B"~10`: each piece is near the one before it. */
  near(typed: string, distance: number): Query {
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

  field(field: Field, value: string, raw: string): Query {
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
    const text = value.replace(/\n/gu, ' ').trim();
    return this.admit(text, (fitting) => ({ kind: 'field', field, text: quotable(fitting.trim()) }));
  }
}
