/**
 * Other names of the same thing: GDP and 地区生产总值, 十四五 and 第十四个五年规划. A query is widened by them only when a
 * reader says so, and then the widened query is what is described, counted and shown.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import { combine } from './normalForm.ts';
import { parse } from './parse.ts';
import { mapPhrases } from './phrases.ts';
import type { Phrase, Query } from './syntax.ts';

/** Folded name → all names of the thing, as written, itself included. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

type Groups = readonly (readonly string[])[];

/** Each name with all names of the groups in which it stands. */
function namesIn(groups: Groups): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const group of groups)
    for (const name of group) {
      const known = names.get(foldText(name)) ?? [];
      names.set(foldText(name), [...known, ...group.filter((other) => !known.includes(other))]);
    }
  return names;
}

/**
 * One thesaurus of several files, each a list of groups of names. A later file wins: a name that stands in it has the names
 * that this file gives it, and no others; a group of one name says that it has none.
 */
export function makeThesaurus(files: readonly Groups[]): Thesaurus {
  const thesaurus = new Map<string, readonly string[]>();
  for (const names of files.map(namesIn)) {
    for (const [name, others] of thesaurus)
      thesaurus.set(
        name,
        others.filter((other) => !names.has(foldText(other))),
      );
    for (const [name, others] of names) thesaurus.set(name, others);
  }
  return thesaurus;
}

const LATIN = /[a-z0-9]/u;

/** A name in Latin letters is a word of its own: `ai` is not in `trail`. */
function cutsWord(folded: string, at: number, name: string): boolean {
  const end = at + name.length;
  const isInside = (a: string, b: string): boolean => LATIN.test(a) && LATIN.test(b);
  return isInside(folded.charAt(at - 1), name.charAt(0)) || isInside(name.charAt(name.length - 1), folded.charAt(end));
}

/** The longest name that the folded text has in it, and where. */
function longestName(thesaurus: Thesaurus, folded: string): { at: number; name: string } | undefined {
  let best: { at: number; name: string } | undefined;
  for (const name of thesaurus.keys()) {
    const at = folded.indexOf(name);
    if (at < 0 || name.length <= (best?.name.length ?? 0) || cutsWord(folded, at, name)) continue;
    best = { at, name };
  }
  return best;
}

/** A text as a phrase of a query; none when it would be read as something else. */
function phraseOf(text: string): Phrase | undefined {
  const { query } = parse(text);
  return query.kind === 'phrase' ? query : undefined;
}

/**
 * The same phrase with other names in it: GDP增长 → 地区生产总值增长. A name that contains the typed one is left out: it is
 * found anyway. A phrase in quotation marks means itself.
 */
function otherNames(phrase: Phrase, thesaurus: Thesaurus): Phrase[] {
  const folded = foldText(phrase.text);
  const found = phrase.quoted ? undefined : longestName(thesaurus, folded);
  if (found === undefined) return [];
  const { at, name } = found;
  return (thesaurus.get(name) ?? []).flatMap((other) => {
    if (foldText(other).includes(name)) return [];
    return phraseOf(folded.slice(0, at) + other + folded.slice(at + name.length)) ?? [];
  });
}

/** Other wordings of the whole query, in each of them one name exchanged. */
export function otherWordings(query: Query, thesaurus: Thesaurus): Query[] {
  const wordings: Query[] = [];
  mapPhrases(query, (phrase) => {
    for (const other of otherNames(phrase, thesaurus))
      wordings.push(mapPhrases(query, (one) => (one === phrase ? other : one)));
    return phrase;
  });
  return wordings;
}

/** The query that also finds the other names, those that `occurs` says are worth looking for. */
export function widen(query: Query, thesaurus: Thesaurus, occurs: (name: Phrase) => boolean): Query {
  return mapPhrases(query, (phrase) => combine('or', [phrase, ...otherNames(phrase, thesaurus).filter(occurs)]));
}
