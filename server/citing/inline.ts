/**
 * The short form in which memos and 公文 name a source inside the text: title, 发文字号 with 〔〕 where there is one, and the
 * numbers of the sections: `（《洛阳市2022年政府工作报告》，三、（四））`.
 */
import type { PlacedPassage } from '../../indexer/index/collection.ts';
import type { Section } from '../../indexer/model.ts';

/** A section's number; where none is printed, its heading in quotation marks. */
function nameOf(section: Section): string {
  return section.number ?? `“${section.heading}”`;
}

/** The citation of one paragraph, in full-width brackets. */
export function citeInline({ document, path }: PlacedPassage): string {
  const number = document.docNumber === null ? '' : `（${document.docNumber}）`;
  const place = path
    .filter((section) => section.kind !== 'run-in')
    .map(nameOf)
    .join('');
  return `（《${document.displayTitle}》${number}${place === '' ? '' : `，${place}`}）`;
}
