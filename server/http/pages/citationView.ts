/** How to cite a passage, in every style. */
import type { PlacedPassage } from '../../../indexer/index/collection.ts';
import { gather } from '../../citing/cited.ts';
import { citeInline } from '../../citing/inline.ts';
import { quote } from '../../citing/quotation.ts';
import { cite, STYLE_NAMES, STYLES } from '../../citing/styles.ts';
import { inQuotationMarks } from '../../citing/wording.ts';
import type { Language } from '../language/language.ts';

/** The passage's words in quotation marks, with its source: ready for a memo. */
export function quotationOf(placed: PlacedPassage): string {
  return `${inQuotationMarks(quote(placed.text))}${citeInline(placed)}`;
}

/** What the address bar and the calendar say. */
export interface Occasion {
  /** The server as the reader addresses it: `http://localhost:3000`. */
  readonly origin: string;
  /** ISO date. */
  readonly today: string;
}

/** Every style with its name and what it makes of this passage. */
export function citationViews(placed: PlacedPassage, { origin, today }: Occasion, language: Language) {
  const { document, passage, text } = placed;
  const link = `${origin}/p/${passage.id}`;
  const cited = gather({ document, placed, quotation: quote(text), link, accessed: today });
  const words = inQuotationMarks(quote(text));
  return STYLE_NAMES.map((style) => ({
    style,
    name: STYLES[style][language],
    text: cite(cited, style),
    // A citation that can stand as a note is also offered under the words that it belongs to.
    words: STYLES[style].isNote && style !== 'memo' ? words : null,
  }));
}
