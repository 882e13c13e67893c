/**
 * The short form in which memos and 公文 name a source inside the text: title, 发文字号 with 〔〕 where there is one, and the
 * numbers of the sections: `（《洛阳市2022年政府工作报告》，三、（四））`.
 */
import type { PlacedPassage } from '../../indexer/index/collection.ts';
import { type Cited, excerptMark } from './cited.ts';
import { locateInline } from './locator.ts';
import { inTitleMarks, write } from './wording.ts';

function join(title: string, docNumber: string | null, place: string): string {
  const number = docNumber === null ? '' : `（${docNumber}）`;
  const comma = place === '' || /^第.+条/u.test(place) ? '' : '，';
  return `（${title}${number}${comma}${place}）`;
}

/** In full-width brackets. */
export function writeInline({ shownTitle, excerpt, docNumber, locator }: Cited): string {
  return join(`${shownTitle}${excerpt}`, docNumber, locator.inline);
}

/** The same for one of many hits, without gathering what only the longer styles need. */
export function citeInline(placed: PlacedPassage): string {
  const { document } = placed;
  const title = `${inTitleMarks(write(document.displayTitle))}${excerptMark(document)}`;
  return join(title, document.docNumber, locateInline(placed));
}
