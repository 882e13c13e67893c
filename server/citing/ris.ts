/** RIS, in UTF-8: what Zotero, EndNote and NoteExpress import. */
import type { Cited } from './cited.ts';
import { addressOf, institutionOf, issuedOf, notesOf, referenceType } from './reference.ts';

const slashed = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
};

/** One record, lines ended by CR LF as the format demands. */
export function writeRis(cited: Cited): string {
  const { publication, accessed, quotation } = cited;
  const issued = issuedOf(cited);
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', referenceType(cited).ris],
    ['ID', cited.id],
    ['AU', cited.author],
    ['TI', cited.title + cited.excerpt],
    ['T2', publication.kind === 'newspaper' ? publication.name : publication.kind === 'web' ? publication.site : null],
    ['PB', institutionOf(cited)],
    ['CY', publication.kind === 'document' ? publication.place : null],
    ['PY', issued?.slice(0, 4) ?? null],
    ['DA', issued === null ? null : slashed(issued)],
    ['M1', cited.docNumber],
    ['UR', addressOf(cited)],
    ['Y2', accessed === null ? null : slashed(accessed)],
    ...notesOf(cited).map((note) => ['N1', note] as const),
    ['N2', quotation],
    ['LA', 'zh-CN'],
  ];
  const known = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value.replace(/\s+/gu, ' ')}`]));
  return [...known, 'ER  - ', ''].join('\r\n');
}
