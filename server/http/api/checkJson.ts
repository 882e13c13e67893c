/** What a check found, as JSON. */
import { type Check, type CheckedQuotation, LONGEST_DRAFT, type Verdict } from '../../citing/check.ts';
import type { CheckedFigure } from '../../citing/draftFigures.ts';
import { citeInline } from '../../citing/inline.ts';
import type { Standing } from '../../citing/standing.ts';

function sourceJson({ placed, span, printed }: Standing) {
  const { document, passage, path } = placed;
  return {
    passageId: passage.id,
    docId: document.id,
    title: document.displayTitle,
    year: document.year,
    sectionPath: path.map((section) => section.heading),
    text: placed.text,
    span,
    printed,
    permalink: `/p/${passage.id}`,
    citation: citeInline(placed),
  };
}

function figureJson({ readings, ...figure }: CheckedFigure) {
  const shown = readings.map(({ placed, ...reading }) => ({
    ...reading,
    passageId: placed.passage.id,
    permalink: `/p/${placed.passage.id}`,
    citation: citeInline(placed),
  }));
  return { ...figure, readings: shown };
}

const count = (checked: readonly CheckedQuotation[], verdict: Verdict): number =>
  checked.filter((one) => one.verdict === verdict).length;

/** The whole check; `text` is the draft, of which the spans are. */
export function checkJson(text: string, { quotations: checked, figures }: Check) {
  return {
    total: {
      quotations: checked.length,
      confirmed: count(checked, 'confirmed'),
      altered: count(checked, 'altered'),
      nowhere: count(checked, 'nowhere'),
    },
    isCut: text.length > LONGEST_DRAFT,
    quotations: checked.map((one) => ({ ...one, sources: one.sources.map(sourceJson) })),
    figures: figures.map(figureJson),
  };
}
