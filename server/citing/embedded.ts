/**
 * What a page says about itself to programs: `citation_*` meta (Zotero, Google Scholar), COinS, and JSON-LD. The same facts
 * as a citation; what is not known is left out.
 */
import type { Cited } from './cited.ts';
import { addressOf, institutionOf, issuedOf, referenceType } from './reference.ts';

/** A `<meta name content>`. */
export interface Meta {
  readonly name: string;
  readonly content: string;
}

const known = <T>(pairs: readonly (readonly [string, T | null | undefined])[]): (readonly [string, T])[] =>
  pairs.flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, value] as const],
  );

/** https://scholar.google.com/intl/en/scholar/inclusion.html */
export function citationMeta(cited: Cited): Meta[] {
  const { publication, docNumber } = cited;
  const isReport = referenceType(cited).csl === 'report';
  const pairs = known([
    ['citation_title', cited.title + cited.excerpt],
    ['citation_author', cited.author],
    ['citation_publication_date', issuedOf(cited)?.replace(/-/gu, '/')],
    [isReport ? 'citation_technical_report_institution' : 'citation_publisher', institutionOf(cited)],
    ['citation_technical_report_number', docNumber],
    ['citation_journal_title', publication.kind === 'newspaper' ? publication.name : null],
    ['citation_public_url', addressOf(cited)],
    ['citation_language', 'zh-CN'],
  ]);
  return pairs.map(([name, content]) => ({ name, content }));
}

const COINS_TYPES = {
  report: 'report',
  'article-newspaper': 'newspaperArticle',
  webpage: 'webpage',
  legislation: 'statute',
};

/** The title of a COinS span (an OpenURL 1.0 context object): `ctx_ver=Z39.88-2004&…`. */
export function coins(cited: Cited): string {
  const pairs = known([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rfr_id', 'info:sid/yinju'],
    ['rft.type', COINS_TYPES[referenceType(cited).csl]],
    ['rft.title', cited.title + cited.excerpt],
    ['rft.creator', cited.author],
    ['rft.date', issuedOf(cited)],
    ['rft.publisher', institutionOf(cited)],
    ['rft.source', cited.publication.kind === 'newspaper' ? cited.publication.name : cited.source],
    ['rft.identifier', addressOf(cited)],
    ['rft.description', cited.locator.full],
    ['rft.language', 'zh-CN'],
  ]);
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}

const SCHEMA_TYPES = {
  report: 'Report',
  'article-newspaper': 'NewsArticle',
  webpage: 'Legislation',
  legislation: 'Legislation',
};

/** https://schema.org/Report, /Legislation, /NewsArticle, as JSON that can stand in a `<script>`. */
export function jsonLd(cited: Cited): string {
  const { csl } = referenceType(cited);
  const isRule = csl === 'legislation' || csl === 'webpage';
  const organization = (name: string | null) => (name === null ? null : { '@type': 'GovernmentOrganization', name });
  const pairs = known<unknown>([
    ['@context', 'https://schema.org'],
    ['@type', SCHEMA_TYPES[csl]],
    ['name', cited.title + cited.excerpt],
    ['author', cited.isPerson ? { '@type': 'Person', name: cited.author } : organization(cited.author)],
    ['publisher', organization(institutionOf(cited))],
    [isRule ? 'legislationDate' : 'datePublished', issuedOf(cited)],
    [isRule ? 'legislationIdentifier' : 'reportNumber', cited.docNumber],
    ['spatialCoverage', cited.region.join('')],
    ['inLanguage', 'zh-CN'],
    ['url', cited.link],
    ['sameAs', cited.publication.kind === 'web' ? cited.publication.url : null],
  ]);
  return JSON.stringify(Object.fromEntries(pairs)).replace(/</gu, '\\u003c');
}
