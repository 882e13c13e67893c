/** Passages and answers of a search as the interface has them. */
import type { PlacedPassage } from '../../../indexer/index/collection.ts';
import { citeInline } from '../../citing/inline.ts';
import { describe } from '../../query/describe.ts';
import type { Hit, SearchAnswer } from '../../search/search.ts';
import type { Assistance } from '../../suggest/assist.ts';

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
    permalink: permalinkOf(passage.id),
    citation: citeInline(placed),
  };
}

/** A passage that was found. */
export function hitJson(hit: Hit) {
  const { spans: matches, score, same, isCopy, explanation } = hit;
  return { ...placeJson(hit), matches, score, same, isCopy, ...(explanation === null ? {} : { explanation }) };
}

/** An answer as the interface has it. */
export function searchJson(text: string, answer: SearchAnswer) {
  const { query, step, words, total, hits, facets, problems, apart } = answer;
  return {
    query: text,
    description: describe(query, 'zh'),
    step,
    words,
    total,
    hits: hits.map(hitJson),
    facets,
    apart,
    problems: problems.map(({ code, message }) => ({ code, message: message.zh })),
  };
}

/** What else could be asked. `synonyms`: whether other names were looked for. */
export function assistanceJson({ synonyms, also, didYouMean }: Assistance) {
  return { synonyms, also, didYouMean };
}
