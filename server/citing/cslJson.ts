/** CSL-JSON, for Zotero, pandoc and citation processors. */
import type { Cited } from './cited.ts';
import { addressOf, institutionOf, issuedOf, notesOf, referenceType } from './reference.ts';

const dateParts = (iso: string | null) => (iso === null ? undefined : { 'date-parts': [iso.split('-').map(Number)] });

/** The item as an object; what is not known is left out. A Chinese name is one literal: where it divides is not ours to guess. */
function toCsl(cited: Cited) {
  const { publication } = cited;
  const notes = notesOf(cited);
  const item = {
    id: cited.id,
    type: referenceType(cited).csl,
    title: cited.title + cited.excerpt,
    author: cited.author === null ? undefined : [{ literal: cited.author }],
    'container-title':
      publication.kind === 'newspaper' ? publication.name : publication.kind === 'web' ? publication.site : undefined,
    publisher: institutionOf(cited),
    'publisher-place': publication.kind === 'document' ? publication.place : undefined,
    number: cited.docNumber,
    'event-title': cited.occasion,
    issued: dateParts(issuedOf(cited)),
    accessed: dateParts(cited.accessed),
    URL: addressOf(cited),
    abstract: cited.quotation,
    note: notes.length === 0 ? undefined : notes.join('；'),
    language: 'zh-CN',
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined));
}

/** A list of one item, as files of CSL-JSON are. */
export function writeCslJson(cited: Cited): string {
  return `${JSON.stringify([toCsl(cited)], null, 2)}\n`;
}
