/** What reference managers are told: one table of types for BibTeX, RIS and CSL-JSON. */
import type { Cited } from './cited.ts';

/** The same document in three vocabularies. */
export interface ReferenceType {
  readonly bibtex: 'article' | 'online' | 'techreport' | 'misc';
  readonly ris: 'NEWS' | 'ELEC' | 'RPRT' | 'LEGAL';
  readonly csl: 'article-newspaper' | 'webpage' | 'report' | 'legislation';
}

const newspaper: ReferenceType = { bibtex: 'article', ris: 'NEWS', csl: 'article-newspaper' };
const page: ReferenceType = { bibtex: 'online', ris: 'ELEC', csl: 'webpage' };
const report: ReferenceType = { bibtex: 'techreport', ris: 'RPRT', csl: 'report' };
const rule: ReferenceType = { bibtex: 'misc', ris: 'LEGAL', csl: 'legislation' };

/** A report stays a report wherever it is published; a notice online is a page, else it is a rule with its number. */
export function referenceType({ kind, publication }: Cited): ReferenceType {
  if (publication.kind === 'newspaper') return newspaper;
  if (kind === 'report' || kind === 'plan') return report;
  return kind === 'notice' && publication.kind === 'web' ? page : rule;
}

/** The source's address, else the paragraph's here. */
export function addressOf({ publication, link }: Cited): string | null {
  return publication.kind === 'web' ? publication.url : link;
}

/** What has no field of its own: occasion, number, place in the document, that it is an excerpt. */
export function notesOf({ occasion, docNumber, excerpt, locator, link, publication }: Cited): string[] {
  const place = [locator.full, locator.page].filter((part) => part !== '').join('，');
  return [
    occasion,
    docNumber === null ? null : `发文字号：${docNumber}`,
    excerpt === '' ? null : '节选',
    place === '' ? null : `引文位置：${place}`,
    publication.kind === 'web' && link !== null ? `段落链接：${link}` : null,
  ].filter((note) => note !== null);
}

/** Who issued it; a newspaper's publisher is not known. */
export function institutionOf({ publication, issuer }: Cited): string | null {
  if (publication.kind === 'newspaper') return null;
  return publication.kind === 'document' ? publication.publisher : issuer;
}

/** A newspaper's or page's date is its own; of a delivery only when the document itself is cited. */
export function issuedOf({ publication, occasion, date, year }: Cited): string | null {
  return publication.kind === 'newspaper' && occasion !== null ? year : (date ?? year);
}
