/** Passages and answers of a search as the interface has them. */
import type { PlacedPassage } from '../../../indexer/index/collection.ts';
import { showProblem } from '../../../indexer/show.ts';
import { citeInline } from '../../citing/inline.ts';
import { describe } from '../../query/describe.ts';
import type { NearAnswer } from '../../search/near.ts';
import type { RelaxedStep } from '../../search/presence.ts';
import type { Hit, SearchAnswer } from '../../search/search.ts';
import type { Assistance } from '../../suggest/assist.ts';

/** What is said of an answer that shows near passages behind literal ones. */
const NEAR_STEP: RelaxedStep = 'best-words';

/** Where a paragraph can always be found again. */
export const permalinkOf = (passageId: string): string => `/p/${passageId}`;

/** A passage and where it stands. */
export function placeJson(placed: PlacedPassage) {
  const { document, passage, path, text } = placed;
  return {
    passageId: passage.id,
    docId: document.id,
    title: document.displayTitle,
    year: document.year,
    region: document.region,
    sectionPath: path.map((section) => section.heading),
    kind: passage.kind,
    ordinal: passage.ordinal,
    page: passage.page,
    text,
    ...(passage.heads === undefined ? {} : { heads: passage.heads }),
    ...(passage.under === undefined ? {} : { under: passage.under }),
    permalink: permalinkOf(passage.id),
    citation: citeInline(placed),
  };
}

/** A passage that was found. */
export function hitJson(hit: Hit) {
  const { spans: matches, score, same, isCopy, explanation } = hit;
  return { ...placeJson(hit), matches, score, same, isCopy, ...(explanation === null ? {} : { explanation }) };
}

/** A passage that only comes near: nothing in it matches. */
function nearJson(hit: Hit) {
  return { ...hitJson(hit), matches: [], near: true, nearMatches: hit.spans };
}

/** The hits as the interface has them: near ones last, and then `step` says that not all of them match literally. */
function hitsJson({ step, words, hits }: SearchAnswer, near: NearAnswer | null) {
  if (near === null) return { step, words, hits: hits.map(hitJson) };
  return { step: NEAR_STEP, words: near.words, hits: [...hits.map(hitJson), ...near.hits.map(nearJson)] };
}

/** An answer as the interface has it. */
export function searchJson(text: string, answer: SearchAnswer, near: NearAnswer | null) {
  const { query, total, facets, problems, apart } = answer;
  return {
    query: text,
    description: describe(query, 'zh'),
    total,
    ...hitsJson(answer, near),
    facets,
    apart,
    problems: problems.map(showProblem),
  };
}

/** What else could be asked. `synonyms`: whether other names were looked for. */
export function assistanceJson({ synonyms, also, didYouMean }: Assistance) {
  return { synonyms, also, didYouMean };
}
