/** What a permalink's page says when its paragraph is not as it was, and what every page of a document tells programs. */
import type { PlacedPassage } from '../../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../../indexer/model.ts';
import { citedOf } from '../../citing/citable.ts';
import { citationMeta, coins, jsonLd } from '../../citing/embedded.ts';
import type { Permalink } from '../../citing/permalink.ts';
import type { Language } from '../language/language.ts';
import { memoWords } from '../language/memoWords.ts';
import type { Occasion } from './citationView.ts';

/** The notice over a document in which the paragraph moved or changed; null when it is as it was. */
export function becameView(permalink: Permalink | null, language: Language) {
  const words = memoWords[language].permalink;
  if (permalink?.state === 'moved') return { notice: words.moved };
  if (permalink?.state !== 'changed') return null;
  return { notice: words.changed, words, difference: permalink.difference };
}

/** The page for a paragraph that is no more: what it said, where, and what is left of its document. */
export function goneView({ former, document }: Extract<Permalink, { state: 'gone' }>, language: Language) {
  const words = memoWords[language].permalink;
  return {
    title: words.gone,
    what: words.goneWhat(former.title),
    path: former.sectionPath,
    quote: former.quote,
    link:
      document === null ? null : { label: words.toDocument(document.displayTitle), href: `/documents/${document.id}` },
  };
}

/** Meta, COinS and JSON-LD of a document, or of a paragraph of it; and its files for reference managers. */
export function embeddedView(document: PolicyDocument, placed: PlacedPassage | null, { origin, today }: Occasion) {
  const cited = citedOf({ document, placed }, { spans: [], origin, accessed: today });
  const id = placed === null ? document.id : placed.passage.id;
  const files = [
    { label: 'BibTeX', href: `/cite/${id}.bib` },
    { label: 'RIS', href: `/cite/${id}.ris` },
    { label: 'CSL-JSON', href: `/cite/${id}.json` },
  ];
  return { meta: citationMeta(cited), coins: coins(cited), jsonLd: jsonLd(cited), files };
}
