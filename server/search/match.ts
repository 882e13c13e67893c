/** What a query tree matches in a collection. Exact: nothing here knows words or relevance. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { type Collection, sectionPath } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import type { FieldFilter, Query, YearFilter } from '../query/syntax.ts';
import { allOf, either, type Matches, matchesOf, noMatches, restrict, subtract } from './matches.ts';
import { findWildcard } from './wildcard.ts';
import { together } from './within.ts';

/** Matches of `text`, as typed. */
export function matchText(collection: Collection, text: string): Matches {
  const phrase = foldText(text).replaceAll('\n', '');
  const { length } = phrase;
  const starts = findPhrase(collection.phrases, phrase);
  return matchesOf(collection, { starts, endAt: (i) => (starts[i] ?? 0) + length });
}

/** All passages of the documents that `isWanted` accepts, without spans. */
function wholeDocuments(collection: Collection, isWanted: (document: PolicyDocument) => boolean): Matches {
  const passages: number[] = [];
  collection.documents.forEach((document, number) => {
    if (!isWanted(document)) return;
    const [from, to] = [collection.firstPassage[number] ?? 0, collection.firstPassage[number + 1] ?? 0];
    for (let passage = from; passage < to; passage++) passages.push(passage);
  });
  return { ...noMatches, passages: Uint32Array.from(passages) };
}

const bracketless = (text: string): string => foldText(text).replace(/[[\]()]/g, '');

/** Whether a document's field contains the folded text. */
const contains: Record<
  Exclude<FieldFilter['field'], 'heading'>,
  (document: PolicyDocument, text: string) => boolean
> = {
  region: (document, text) => foldText(document.region.join('')).includes(foldText(text)),
  type: (document, text) => foldText(document.docType ?? '').includes(foldText(text)),
  title: (document, text) => foldText(`${document.title}\n${document.displayTitle}`).includes(foldText(text)),
  issuer: (document, text) => foldText(document.issuer ?? '').includes(foldText(text)),
  number: (document, text) => bracketless(document.docNumber ?? '').includes(bracketless(text)),
  document: (document, text) => document.id === text.trim().toLowerCase(),
};

export function isInYears(document: Pick<PolicyDocument, 'year'>, years: Pick<YearFilter, 'from' | 'to'>): boolean {
  return (
    document.year !== null && document.year >= (years.from ?? -Infinity) && document.year <= (years.to ?? Infinity)
  );
}

function matchHeadings(collection: Collection, text: string): Matches {
  const folded = foldText(text);
  const passages: number[] = [];
  collection.documents.forEach((document, number) => {
    const under = new Map(
      document.sections.map((section) => {
        const path = sectionPath(collection, document.id, section.id);
        return [section.id, path.some((node) => foldText(node.heading).includes(folded))] as const;
      }),
    );
    document.passages.forEach((passage, i) => {
      if (passage.section !== null && under.get(passage.section) === true)
        passages.push((collection.firstPassage[number] ?? 0) + i);
    });
  });
  return { ...noMatches, passages: Uint32Array.from(passages) };
}

function matchField(collection: Collection, { field, text }: FieldFilter): Matches {
  if (field === 'heading') return matchHeadings(collection, text);
  return wholeDocuments(collection, (document) => contains[field](document, text));
}

function matchAll(collection: Collection, parts: readonly Query[], known: Known): Matches {
  const wanted = parts.filter((part) => part.kind !== 'not').map((part) => match(collection, part, known));
  const unwanted = parts.flatMap((part) => (part.kind === 'not' ? [match(collection, part.of, known)] : []));
  const all = wanted.length === 0 ? wholeDocuments(collection, () => true) : allOf(collection, wanted);
  const passages = unwanted.reduce((left, matches) => subtract(left, matches.passages), all.passages);
  return passages.length === all.passages.length ? all : restrict(collection, all, passages);
}

/** Parts of a query that have been matched; ranking asks for them again. */
export type Known = Map<Query, Matches>;

/**
 * Passages that match `query`, and the spans that make them match. A span may run over the end of its passage within a
 * paragraph: it belongs to the passage in which it begins. What is found for each part is added to `known`.
 */
export function match(collection: Collection, query: Query, known: Known = new Map()): Matches {
  const matches = known.get(query) ?? matchAnew(collection, query, known);
  known.set(query, matches);
  return matches;
}

function matchAnew(collection: Collection, query: Query, known: Known): Matches {
  switch (query.kind) {
    case 'phrase':
      return matchText(collection, query.text);
    case 'wildcard':
      return findWildcard(collection, query.pattern);
    case 'and':
      return matchAll(collection, query.of, known);
    case 'or':
      return query.of.map((part) => match(collection, part, known)).reduce(either, noMatches);
    case 'not':
      return matchAll(collection, [query], known);
    case 'near':
      return together(collection, match(collection, query.left, known), match(collection, query.right, known), {
        kind: 'distance',
        characters: query.distance,
      });
    case 'same':
      return together(collection, match(collection, query.left, known), match(collection, query.right, known), {
        kind: query.unit,
      });
    case 'year':
      return wholeDocuments(collection, (document) => isInYears(document, query));
    case 'field':
      return matchField(collection, query);
    case 'nothing':
      return noMatches;
  }
}
