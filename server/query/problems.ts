/** What could not be used of a query, in words. */
import type { Problem } from '../../indexer/model.ts';

function problem(code: string, zh: string, en: string): Problem {
  return { code, message: { zh, en } };
}

export const tooLong = problem(
  'too-long',
  '检索式太长，后面的部分没有使用。',
  'The query is too long; the rest of it was not used.',
);
export const unclosedQuotation = problem(
  'unclosed-quotation',
  '引号没有成对，已在末尾补上。',
  'A quotation mark was missing; it was closed at the end.',
);
export const emptyQuotation = problem(
  'empty-quotation',
  '引号里没有文字，已忽略。',
  'There was no text between the quotation marks.',
);
export const unclosedGroup = problem(
  'unclosed-parenthesis',
  '括号没有成对，已在末尾补上。',
  'A parenthesis was missing; it was closed at the end.',
);
export const extraParenthesis = problem(
  'extra-parenthesis',
  '多余的右括号已忽略。',
  'A closing parenthesis too many was ignored.',
);
export const edgeStar = problem(
  'edge-star',
  '“*”只能用在两段文字之间，首尾的已忽略。',
  'A * works only between two pieces of text; others were ignored.',
);
export const unusableWildcard = problem(
  'unusable-wildcard',
  '这里的通配符不能使用，已按原文检索。',
  'The wildcard cannot be used here; it was searched as text.',
);
export const strayDash = problem(
  'stray-dash',
  '单独的“-”已忽略；要排除一个词，请写成“-词”。',
  'A lone - was ignored; to exclude a word write -word.',
);
export const nearNeedsTwo = problem(
  'near-needs-two',
  '“~”要求引号里有用空格隔开的两段文字。',
  '~ needs two pieces of text, separated by a space, between the quotation marks.',
);
export const notPositional = problem(
  'not-positional',
  '相邻、同句、同段只能连接文字；其余条件已按“并且”处理。',
  'Near, same sentence and same paragraph join text only; the other conditions were joined by AND.',
);

export function loneOperator(operator: string): Problem {
  return problem(
    'lone-operator',
    `“${operator}”缺少要连接的词，已忽略。`,
    `${operator} has nothing to join and was ignored.`,
  );
}

export function unusableValue(term: string): Problem {
  return problem(
    'unusable-value',
    `“${term}”不是可用的条件，已按文字检索。`,
    `${term} is no usable condition; it was searched as text.`,
  );
}
