/**
 * When nothing matches literally: the words of the query, in named steps from strict to loose. The answer says which step
 * it shows, so that nobody takes a near hit for an exact one.
 *
 * A passage is the better, the more of the words it has (rare ones count more), the longer the stretches of the query that
 * stand in it as they were typed, and the better its document and its headings fit the place and the years asked about.
 */
import { findAnswers } from './answering.ts';
import { foldText } from '../../indexer/analysis/fold.ts';
import { type Collection, passageAt } from '../../indexer/index/collection.ts';
import { type KeywordIndex, rankByWords } from '../../indexer/index/keywordIndex.ts';
import type { Query } from '../query/syntax.ts';
import { match, matchText } from './match.ts';
import { either, intersect, type Matches, noMatches, restrict } from './matches.ts';
import type { Ranking } from './order.ts';
import { chooseStep, findPresence, type RelaxedStep, shareOf } from './presence.ts';
import { type Question, readQuestion } from './question.ts';
import { explain, type Explanation, score, type Term } from './rank.ts';
import { findPlace, fitDocuments, fitHeadings, fitText, namesKind } from './setting.ts';
import { termsOf } from './terms.ts';
import { findRuns, findWords, termOf, type Word } from './words.ts';

export interface Relaxed {
  readonly step: RelaxedStep;
  /** The words that were looked for. */
  readonly words: readonly string[];
  /** Passages with enough of the words, and where those stand. */
  readonly matches: Matches;
  /** The same passages with their scores. */
  readonly ranking: Ranking;
  readonly explain: (passage: number) => Explanation;
}

/** A passage is shown when it has this share of what the best one has. */
const LEAST_SHARE = 0.4;
/** The keyword index's best passage gains so much of the best literal score. */
const KEYWORDS = 0.3;
/** The line that names the speaker who was asked for gains so many of the best literal score. */
const SPEAKER = 2;
/** What it is worth to have what was asked for beside a word of the question. */
const ANSWER = 1.3;
/** The keyword index is asked for so many words: it walks through all passages of each. */
const ASKED_OF_KEYWORDS = 3;
/** What it is worth to have all words, or to lie in a place that has them all. */
const ALL_WORDS = 1.1;

/** Filters in the query (年份:2024) that stay in force. */
function filterOf(query: Query): readonly Query[] {
  const parts = query.kind === 'and' ? query.of : [query];
  return parts.filter((part) => part.kind === 'year' || part.kind === 'field' || part.kind === 'not');
}

/** 谁 with the name of a document's kind asks who speaks: the line in front of the body that names the speaker. */
function findSpeakers(collection: Collection, folded: string, question: Question): Matches {
  if (question.wants !== 'person') return noMatches;
  const lines = collection.documents.map((document, number) => {
    if (document.speaker === null || !namesKind(folded, document)) return noMatches;
    const found = matchText(collection, document.speaker);
    const isFront = (passage: number): boolean =>
      collection.documentOf[passage] === number && collection.columns.section[passage] === 0;
    return restrict(collection, found, found.passages.filter(isFront));
  });
  return lines.reduce(either, noMatches);
}

/** What the parts of a relaxed score are made from. */
interface Signs {
  readonly terms: readonly Term[];
  readonly factors: (passage: number) => Explanation['factors'];
  readonly speakers: ReadonlySet<number>;
}

/** The words that tell most: those that are half as rare as the rarest, or rarer. */
function telling(words: readonly Word[]): readonly Word[] {
  const most = words[0]?.share ?? 0;
  return words.filter(({ share }) => share > 0 && share >= most / 2);
}

/** Scores by the keyword index, the best worth `best`; by the telling words only: common ones cost most and say least. */
function scoreKeywords(keywords: KeywordIndex, words: readonly Word[], passages: Uint32Array, best: number) {
  const wanted = new Set(passages);
  const texts = telling(words)
    .slice(0, ASKED_OF_KEYWORDS)
    .map(({ text }) => text);
  const ranked = rankByWords(keywords, texts, (passage) => wanted.has(passage));
  const unit = best / (ranked[0]?.score ?? 1);
  return new Map(ranked.map(({ passage, score: value }) => [passage, value * unit]));
}

function explainRelaxed(collection: Collection, signs: Signs, keywords: ReadonlyMap<number, number>, best: number) {
  return (passage: number): Explanation => {
    const literal = explain(collection, signs.terms, passage);
    const weight = multiply(literal.factors);
    const parts = [
      { name: 'keywords', term: null, value: keywords.get(passage) ?? 0 },
      { name: 'speaker', term: null, value: signs.speakers.has(passage) ? best * SPEAKER : 0 },
    ] as const;
    return {
      parts: [
        ...literal.parts.map((part) => ({ ...part, value: part.value * weight })),
        ...parts.filter(({ value }) => value > 0),
      ],
      factors: signs.factors(passage).filter(({ value }) => value !== 1),
    };
  };
}

function multiply(factors: Explanation['factors']): number {
  return factors.reduce((product, { value }) => product * value, 1);
}

/** The fit of the headings above a passage, found once a section. */
function rememberHeadings(collection: Collection, question: Question): (passage: number) => number {
  const known = new Map<number, number>();
  return (passage) => {
    const section = collection.columns.section[passage] ?? 0;
    const headings = (): string =>
      passageAt(collection, passage)
        ?.path.map(({ heading }) => heading)
        .join('\n') ?? '';
    const fit = known.get(section) ?? fitHeadings(section === 0 ? '' : headings(), question);
    known.set(section, fit);
    return fit;
  };
}

/** What a query that is taken apart looks for. */
interface Plan {
  readonly folded: string;
  readonly question: Question;
  readonly words: readonly Word[];
  readonly speakers: Matches;
}

function planOf(collection: Collection, query: Query): Plan {
  const texts = termsOf(query).flatMap((term) => (term.kind === 'phrase' ? [term.text] : []));
  const text = texts.join(' ');
  const folded = foldText(text);
  const question = readQuestion(text);
  const place = findPlace(collection, folded);
  const context = [...question.years.map((years) => years.text), ...(place === undefined ? [] : [place.text])];
  const words = findWords(collection, question.pieces, context);
  return { folded, question, words, speakers: findSpeakers(collection, folded, question) };
}

/** What the document, the headings and the text of a passage, and the words that it has, are worth. */
function factorsOf(
  collection: Collection,
  { folded, question, words }: Plan,
  shareIn: (passage: number) => number,
  hasAll: (passage: number) => boolean,
): Signs['factors'] {
  const documents = fitDocuments(collection, folded, question);
  const answers = findAnswers(collection, question, telling(words));
  const headings = rememberHeadings(collection, question);
  const { foldedStart, phrases } = collection;
  return (passage) => [
    { name: 'share', value: shareIn(passage) },
    { name: 'allWords', value: hasAll(passage) ? ALL_WORDS : 1 },
    { name: 'document', value: documents[collection.documentOf[passage] ?? 0] ?? 1 },
    { name: 'headings', value: headings(passage) },
    { name: 'answer', value: answers.has(passage) ? ANSWER : 1 },
    { name: 'text', value: fitText(phrases.text.slice(foldedStart[passage], foldedStart[passage + 1]), question) },
  ];
}

/** Finds what comes nearest to `query`; undefined when not even one of its words occurs. */
export function relax(
  collection: Collection,
  keywords: KeywordIndex,
  query: Query,
  isWanted: (passage: number) => boolean,
): Relaxed | undefined {
  const plan = planOf(collection, query);
  const { question, words, speakers } = plan;
  if (words.length === 0) return undefined;
  const presence = findPresence(collection, words);
  const speakerLines = new Set(speakers.passages);
  const share = shareOf(collection, words, presence);
  const all = words.map(({ matches }) => matches).reduce(either, speakers);
  const filters = filterOf(query).map((filter) => match(collection, filter).passages);
  const any = filters.reduce(intersect, all.passages).filter(isWanted);
  const least = LEAST_SHARE * any.reduce((most, passage) => Math.max(most, share(passage)), 0);
  const passages = any.filter((passage) => speakerLines.has(passage) || share(passage) >= least);
  if (passages.length === 0) return undefined;

  const { step, hasAll } = chooseStep(collection, words, presence, passages);
  const terms = [...words.map(termOf), ...findRuns(collection, question.pieces)];
  const shareIn = (passage: number): number => (speakerLines.has(passage) ? 1 : share(passage));
  const factors = factorsOf(collection, plan, shareIn, hasAll);
  const literal = score(collection, terms, passages);
  const best = literal.reduce((most, value) => Math.max(most, value), 0);
  const byKeywords = scoreKeywords(keywords, words, passages, best * KEYWORDS);
  const scores = literal.map((value, i) => {
    const passage = passages[i] ?? 0;
    const speaker = speakerLines.has(passage) ? best * SPEAKER : 0;
    return (value + (byKeywords.get(passage) ?? 0) + speaker) * multiply(factors(passage));
  });
  return {
    step,
    words: words.map(({ text }) => text),
    matches: restrict(collection, all, passages),
    ranking: { passages, scores },
    explain: explainRelaxed(collection, { terms, factors, speakers: speakerLines }, byKeywords, best),
  };
}
