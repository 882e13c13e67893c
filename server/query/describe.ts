/**
 * Says a query in words, so that a reader sees what was understood:
 * 含“专精特新”且含“企业”，不含“汽车”；年份 2021–2024.
 */
import type { Field, Query, YearFilter } from './syntax.ts';

export type Language = 'zh' | 'en';

/** How one language says the parts. `terms` are quoted texts, `clauses` whole statements. */
interface Wording {
  readonly contains: (term: string) => string;
  readonly excludes: (clause: string) => string;
  readonly lacks: (term: string) => string;
  readonly and: string;
  readonly or: string;
  readonly orTerm: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly brackets: readonly [string, string];
  readonly near: (left: string, right: string, distance: number) => string;
  readonly sentence: (left: string, right: string) => string;
  readonly paragraph: (left: string, right: string) => string;
  readonly field: (name: string, term: string) => string;
  readonly fieldLacks: (name: string, term: string) => string;
  readonly yearsNot: (years: string) => string;
  readonly names: Readonly<Record<Field, string>>;
  readonly since: (year: number) => string;
  readonly until: (year: number) => string;
  readonly wildcard: (term: string) => string;
  readonly nothing: string;
}

const ZH: Wording = {
  contains: (term) => `含${term}`,
  lacks: (term) => `不含${term}`,
  excludes: (clause) => `不符合（${clause}）`,
  and: '且',
  or: '，或',
  orTerm: '或',
  comma: '，',
  semicolon: '；',
  brackets: ['（', '）'],
  near: (left, right, distance) => `${left}与${right}相距不超过 ${distance} 字`,
  sentence: (left, right) => `${left}与${right}在同一句`,
  paragraph: (left, right) => `${left}与${right}在同一段`,
  field: (name, term) => `${name}含${term}`,
  fieldLacks: (name, term) => `${name}不含${term}`,
  yearsNot: (years) => `年份不是 ${years}`,
  names: {
    year: '年份',
    region: '地区',
    type: '类型',
    title: '标题',
    heading: '章节',
    issuer: '机关',
    number: '文号',
    document: '文件',
  },
  since: (year) => `${year} 起`,
  until: (year) => `${year} 及以前`,
  wildcard: (term) => `形如${term}的文字`,
  nothing: '没有检索词',
};

const EN: Wording = {
  contains: (term) => `contains ${term}`,
  lacks: (term) => `does not contain ${term}`,
  excludes: (clause) => `does not meet (${clause})`,
  and: ' and ',
  or: ', or ',
  orTerm: ' or ',
  comma: ', ',
  semicolon: '; ',
  brackets: ['(', ')'],
  near: (left, right, distance) => `${left} within ${distance} characters of ${right}`,
  sentence: (left, right) => `${left} and ${right} in one sentence`,
  paragraph: (left, right) => `${left} and ${right} in one paragraph`,
  field: (name, term) => `${name} contains ${term}`,
  fieldLacks: (name, term) => `${name} does not contain ${term}`,
  yearsNot: (years) => `year is not ${years}`,
  names: {
    year: 'year',
    region: 'region',
    type: 'type',
    title: 'title',
    heading: 'heading',
    issuer: 'issuer',
    number: 'document number',
    document: 'document',
  },
  since: (year) => `from ${year} on`,
  until: (year) => `up to ${year}`,
  wildcard: (term) => `text like ${term}`,
  nothing: 'no search terms',
};

/** In quotation marks; marks of the text itself become single ones: “‘放管服’改革”. */
function quote(text: string): string {
  return `“${text.replace(/[“「『]/gu, '‘').replace(/[”」』〞]/gu, '’')}”`;
}

function isFilter(query: Query): boolean {
  if (query.kind === 'not') return isFilter(query.of);
  if (query.kind === 'or') return query.of.every(isFilter);
  return query.kind === 'year' || query.kind === 'field';
}

function isTerm(query: Query): boolean {
  return query.kind === 'phrase' || query.kind === 'wildcard';
}

function bracketed(clause: string, { brackets }: Wording): string {
  return `${brackets[0]}${clause}${brackets[1]}`;
}

/** A thing that can be contained: “甲”, 形如“甲*乙”的文字, “甲”或“乙”; undefined for anything else. */
function termOf(query: Query, wording: Wording): string | undefined {
  if (query.kind === 'phrase') return quote(query.text);
  if (query.kind === 'wildcard') return wording.wildcard(quote(query.pattern));
  if (query.kind !== 'or' || !query.of.every(isTerm)) return undefined;
  return query.of.map((part) => termOf(part, wording)).join(wording.orTerm);
}

/** One side of a distance. */
function side(query: Query, wording: Wording): string {
  const term = termOf(query, wording);
  return isTerm(query) && term !== undefined ? term : bracketed(term ?? clauseOf(query, wording), wording);
}

function sayYears({ from, to }: YearFilter, wording: Wording): string {
  if (from === null) return to === null ? '' : wording.until(to);
  if (to === null) return wording.since(from);
  return from === to ? `${from}` : `${from}–${to}`;
}

function sayNot(of: Query, wording: Wording): string {
  if (of.kind === 'year') return wording.yearsNot(sayYears(of, wording));
  if (of.kind === 'field') return wording.fieldLacks(wording.names[of.field], quote(of.text));
  const term = isTerm(of) ? termOf(of, wording) : undefined;
  return term === undefined ? wording.excludes(clauseOf(of, wording)) : wording.lacks(term);
}

/** A clause as part of a longer one: in brackets when it is itself made of several. */
function part(query: Query, wording: Wording): string {
  const clause = clauseOf(query, wording);
  return query.kind === 'and' || query.kind === 'or' ? bracketed(clause, wording) : clause;
}

function sayOr(of: readonly Query[], term: string | undefined, wording: Wording): string {
  return term === undefined ? of.map((query) => part(query, wording)).join(wording.or) : wording.contains(term);
}

function clauseOf(query: Query, wording: Wording): string {
  switch (query.kind) {
    case 'nothing':
      return wording.nothing;
    case 'phrase':
    case 'wildcard':
      return wording.contains(termOf(query, wording) ?? '');
    case 'year':
      return `${wording.names.year} ${sayYears(query, wording)}`;
    case 'field':
      return wording.field(wording.names[query.field], quote(query.text));
    case 'not':
      return sayNot(query.of, wording);
    case 'and':
      return query.of.map((child) => part(child, wording)).join(wording.and);
    case 'or':
      return sayOr(query.of, termOf(query, wording), wording);
    case 'near':
      return wording.near(side(query.left, wording), side(query.right, wording), query.distance);
    case 'same': {
      const say = query.unit === 'sentence' ? wording.sentence : wording.paragraph;
      return say(side(query.left, wording), side(query.right, wording));
    }
  }
}

/** The query in words: what must be there, then what must not, then the filters. */
export function describe(query: Query, language: Language): string {
  const wording = language === 'zh' ? ZH : EN;
  if (query.kind !== 'and') return clauseOf(query, wording);
  const filters = query.of.filter(isFilter);
  const text = query.of.filter((child) => !isFilter(child));
  const wanted = text.filter(({ kind }) => kind !== 'not').map((child) => part(child, wording));
  const unwanted = text.filter(({ kind }) => kind === 'not').map((child) => part(child, wording));
  const said = [...(wanted.length > 0 ? [wanted.join(wording.and)] : []), ...unwanted].join(wording.comma);
  const limits = filters.map((child) => clauseOf(child, wording));
  return [...(said === '' ? [] : [said]), ...limits].join(wording.semicolon);
}
