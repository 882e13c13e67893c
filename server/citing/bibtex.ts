/** BibTeX, for biblatex with UTF-8: Chinese as it is, names and titles braced so that no style takes them apart. */
import type { Cited } from './cited.ts';
import { addressOf, institutionOf, issuedOf, notesOf, referenceType } from './reference.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escape(text: string): string {
  return text.replace(/[\\{}~^]|[%&#$_]/gu, (mark) => ESCAPED[mark] ?? `\\${mark}`).replace(/\s+/gu, ' ');
}

/** An address is read verbatim; only braces would end the field. */
const verbatim = (url: string): string => url.replace(/[{}\\\s]/gu, encodeURIComponent);

const braced = (text: string | null): string | null => (text === null ? null : `{${escape(text)}}`);
const plain = (text: string | null): string | null => (text === null || text === '' ? null : escape(text));

/** One entry; its key is the id. */
export function writeBibtex(cited: Cited): string {
  const { publication, docNumber } = cited;
  const issued = issuedOf(cited);
  const address = addressOf(cited);
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', braced(cited.author)],
    ['title', braced(cited.title + cited.excerpt)],
    ['journaltitle', publication.kind === 'newspaper' ? plain(publication.name) : null],
    ['institution', braced(institutionOf(cited))],
    ['location', publication.kind === 'document' ? plain(publication.place) : null],
    ['organization', publication.kind === 'web' ? plain(publication.site) : null],
    ['number', plain(docNumber)],
    ['date', issued],
    ['year', issued?.slice(0, 4) ?? null],
    ['url', address === null ? null : verbatim(address)],
    ['urldate', cited.accessed],
    ['note', plain(notesOf(cited).join('；'))],
    ['annotation', plain(cited.quotation)],
    ['langid', 'chinese'],
  ];
  const known = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return [`@${referenceType(cited).bibtex}{${cited.id},`, ...known, '}', ''].join('\n');
}
