/** What a query tree matches in a collection. Exact: nothing here knows words or relevance. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { type Collection, sectionPath } from '../../indexer/index/collection.ts';
import { findPhrase } from '../../indexer/index/phraseIndex.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import type { FieldFilter, Query, YearFilter } from '../query/syntax.ts';
import { both, either, type Matches, matchesOf, noMatches, subtract } from './matches.ts';
import { findWildcard } from './wildcard.ts';
import { together } from './within.ts';

/** Matches of `text`, as typed. */
export function matchText(collection: Collection, text: string): Matches {
  const phrase = foldText(text).replaceAll('\n', '');
  const starts = findPhrase(collection.phrases, phrase);
  return matchesOf(
    collection,
    starts,
    starts.map((start) => start + phrase.length),
  );
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

function matchAll(collection: Collection, parts: readonly Query[]): Matches {
  const wanted = parts.filter((part) => part.kind !== 'not').map((part) => match(collection, part));
  const unwanted = parts.flatMap((part) => (part.kind === 'not' ? [match(collection, part.of)] : []));
  const all =
    wanted.length === 0 ? wholeDocuments(collection, () => true) : wanted.reduce((a, b) => both(collection, a, b));
  const passages = unwanted.reduce((left, matches) => subtract(left, matches.passages), all.passages);
  return passages.length === all.passages.length ? all : both(collection, all, { ...noMatches, passages });
}

/**
 * Passages that match `query`, and the spans that make them match. A span may run over the end of its passage within a
 * paragraph: it belongs to the passage in which it begins.
 */
export function match(collection: Collection, query: Query): Matches {
  switch (query.kind) {
    case 'phrase':
      return matchText(collection, query.text);
    case 'wildcard':
      return findWildcard(collection, query.pattern);
    case 'and':
      return matchAll(collection, query.of);
    case 'or':
      return query.of.map((part) => match(collection, part)).reduce(either, noMatches);
    case 'not':
      return matchAll(collection, [query]);
    case 'near':
      return together(collection, match(collection, query.left), match(collection, query.right), {
        kind: 'distance',
        characters: query.distance,
      });
    case 'same':
      return together(collection, match(collection, query.left), match(collection, query.right), { kind: query.unit });
    case 'year':
      return wholeDocuments(collection, (document) => isInYears(document, query));
    case 'field':
      return matchField(collection, query);
    case 'nothing':
      return noMatches;
  }
}
