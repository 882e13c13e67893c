/** A search with what helps to ask: other names, widened when the reader says so, and what a slip may have meant. */
import { parse } from '../query/parse.ts';
import { print } from '../query/print.ts';
import type { Query } from '../query/syntax.ts';
import { otherWordings, type Thesaurus, widen } from '../query/thesaurus.ts';
import { findThesaurus, type ThesaurusFolder } from '../query/thesaurusFiles.ts';
import { passes } from '../search/filters.ts';
import { matchText } from '../search/match.ts';
import { findNear, type NearAnswer, type OtherNames } from '../search/near.ts';
import { type Engine, search, type SearchAnswer, type SearchRequest } from '../search/search.ts';
import { countPassages, type IsWanted } from './counting.ts';
import { type Correction, findSlips, hasMissingPhrase } from './slips.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface AssistedRequest extends SearchRequest {
  /** Look for other names, too. */
  readonly synonyms?: boolean;
  /** Show passages that come near, where few have what was typed. */
  readonly near?: boolean;
}

/** What the engine needs, and the folders in which a thesaurus may lie. */
export interface AssistedEngine extends Engine {
  readonly folders: readonly string[];
}

export interface Assistance {
  /** What was looked for, as one would type it: the text as typed unless other names were added. */
  readonly text: string;
  /** True when other names were asked for. */
  readonly synonyms: boolean;
  /** Other wordings of the same query, each with what it finds by itself; none once they are looked for. */
  readonly also: readonly Correction[];
  /** When a phrase occurs nowhere. */
  readonly didYouMean: readonly Correction[];
}

export interface AssistedAnswer extends SearchAnswer {
  readonly assistance: Assistance;
  /** What comes near; null when there is none, or when it was not asked for. */
  readonly near: NearAnswer | null;
}

const MOST_WORDINGS = 6;

const read = new WeakMap<readonly string[], Promise<ThesaurusFolder>>();

/** The thesaurus for a collection's folders, read at the first use. */
export function thesaurusOf(folders: readonly string[]): Promise<ThesaurusFolder> {
  const known = read.get(folders) ?? findThesaurus(folders);
  read.set(folders, known);
  return known;
}

function wordingsOf(engine: Engine, query: Query, thesaurus: Thesaurus, isWanted: IsWanted): Correction[] {
  return otherWordings(query, thesaurus)
    .slice(0, MOST_WORDINGS)
    .map((wording) => ({ text: print(wording), passages: countPassages(engine.collection, wording, isWanted) }))
    .filter(({ passages }) => passages > 0);
}

async function slipsOf(engine: Engine, query: Query, isWanted: IsWanted): Promise<Correction[]> {
  const { collection } = engine;
  if (!hasMissingPhrase(collection, query)) return [];
  return findSlips(collection, await vocabularyOf(collection), query, isWanted);
}

/** Answers a request, and says what else could be asked. Nothing is widened or corrected unless it was asked for. */
export async function searchAssisted(engine: AssistedEngine, request: AssistedRequest): Promise<AssistedAnswer> {
  const { collection } = engine;
  const { query, problems } = parse(request.text);
  const { thesaurus } = await thesaurusOf(engine.folders);
  const synonyms = request.synonyms ?? false;
  const occurs = ({ text }: { text: string }): boolean => matchText(collection, text).starts.length > 0;
  const widened = synonyms ? print(widen(query, thesaurus, occurs)) : '';
  const text = synonyms && widened !== print(query) ? widened : request.text;
  const answer = await search(engine, { ...request, text });
  const allowed = collection.documents.map((document) => passes(document, request.filters));
  const isWanted: IsWanted = (passage) => allowed[collection.documentOf[passage] ?? 0] ?? false;
  const isFound = answer.step === 'exact' && answer.total.passages > 0;
  const also = synonyms ? [] : wordingsOf(engine, query, thesaurus, isWanted);
  const didYouMean = isFound ? [] : await slipsOf(engine, query, isWanted);
  const namesOf: OtherNames = (word) => thesaurus.get(word) ?? [];
  const near = request.near === true ? findNear(collection, request, answer, namesOf) : null;
  return { ...answer, problems, assistance: { text, synonyms, also, didYouMean }, near };
}
