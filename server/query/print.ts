/** Writes a query back as a person would type it; `parse` reads the same tree from it. */
import { printedName } from './fields.ts';
import type { Query, YearFilter } from './syntax.ts';

/** How tightly each kind binds; a looser child stands in parentheses. */
const TIGHTNESS: Readonly<Record<Query['kind'], number>> = {
  or: 1,
  and: 2,
  near: 3,
  same: 3,
  not: 4,
  phrase: 5,
  wildcard: 5,
  year: 5,
  field: 5,
  nothing: 5,
};

const SIMPLE_VALUE = /^[\p{L}\p{N}]+$/u;
const SIMPLE_EXCLUSION = /^(?:"|\p{L})/u;

function child(query: Query, tightness: number): string {
  const printed = print(query);
  if (TIGHTNESS[query.kind] >= tightness) return printed;
  // White space keeps a parenthesis of the text apart from those of the group.
  return /[()（）]/u.test(printed) ? `( ${printed} )` : `(${printed})`;
}

function printYears({ from, to }: YearFilter): string {
  const years = from === to ? `${from ?? ''}` : `${from ?? ''}..${to ?? ''}`;
  return `${printedName('year')}:${years}`;
}

function printExclusion(of: Query): string {
  const printed = child(of, TIGHTNESS.not);
  return SIMPLE_EXCLUSION.test(printed) ? `-${printed}` : `NOT ${printed}`;
}

/** Prints a tree in normal form, as `parse` makes it. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'nothing':
      return '';
    case 'phrase':
      return query.quoted ? `"${query.text}"` : query.text;
    case 'wildcard':
      return query.pattern;
    case 'year':
      return printYears(query);
    case 'field':
      return `${printedName(query.field)}:${SIMPLE_VALUE.test(query.text) ? query.text : `"${query.text}"`}`;
    case 'not':
      return printExclusion(query.of);
    case 'and':
      return query.of.map((part) => child(part, TIGHTNESS.near)).join(' ');
    case 'or':
      return query.of.map((part) => child(part, TIGHTNESS.and)).join(' OR ');
    case 'near':
      return `${child(query.left, TIGHTNESS.near)} ~${query.distance} ${child(query.right, TIGHTNESS.not)}`;
    case 'same':
      return `${child(query.left, TIGHTNESS.near)} /${query.unit === 'sentence' ? 's' : 'p'} ${child(query.right, TIGHTNESS.not)}`;
  }
}
