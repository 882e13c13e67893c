/** The facts of one citation, ready to be set in any style: written as citations write them, absent where not known. */
import type { PlacedPassage } from '../../indexer/index/collection.ts';
import type { DocumentType, PolicyDocument } from '../../indexer/model.ts';
import { locate, type Locator, nowhere } from './locator.ts';
import { inTitleMarks, write, writeDate } from './wording.ts';

/** What to cite: a document, or one passage of it, and what only the asker knows. */
export interface CitationRequest {
  readonly document: PolicyDocument;
  readonly placed?: PlacedPassage;
  /** The words to quote, verbatim; see `quote`. */
  readonly quotation?: string;
  /** Where the paragraph can always be found again, absolute where the server's address is known. */
  readonly link?: string;
  /** 引用日期, ISO. The engine has no clock. */
  readonly accessed?: string;
}

/** Where the document was made public. */
export type Publication =
  | { readonly kind: 'newspaper'; readonly name: string | null }
  | { readonly kind: 'web'; readonly site: string | null; readonly url: string }
  | { readonly kind: 'document'; readonly place: string | null; readonly publisher: string | null };

export type CitedKind = 'report' | 'plan' | 'notice' | 'regulation';

/** One citation's facts. Null and empty mean that nothing certain is known: a style leaves it out, and never guesses. */
export interface Cited {
  /** The document's id, and the passage's where one is cited. */
  readonly id: string;
  readonly kind: CitedKind;
  /** Speaker, else issuing body. */
  readonly author: string | null;
  readonly isPerson: boolean;
  readonly issuer: string | null;
  /** As printed, in 简体. */
  readonly title: string;
  /** `《洛阳市2021年政府工作报告》`: the title by which the document is known from others. */
  readonly shownTitle: string;
  /** `（节选）` when the text that was cited is incomplete and the title does not say so. */
  readonly excerpt: string;
  /** `2021年2月7日在洛阳市第十五届人民代表大会第四次会议上`. */
  readonly occasion: string | null;
  /** ISO; of delivery when there is an occasion, else of publication or adoption. */
  readonly date: string | null;
  /** Of publication, as far as certain. */
  readonly year: string | null;
  readonly docNumber: string | null;
  readonly region: readonly string[];
  readonly source: string | null;
  readonly publication: Publication;
  readonly locator: Locator;
  readonly quotation: string | null;
  readonly link: string | null;
  readonly accessed: string | null;
}

const NEWSPAPER = /(?:[日晚早晨时周商都]报|快报|信使报|导报)$/u;
const SAYS_EXCERPT = /摘登|节选|摘要|摘编/u;

const REPORTS: ReadonlySet<string> = new Set<DocumentType>(['政府工作报告', '党代会报告', '计划报告', '预算报告']);

function kindOf({ docType, docNumber }: PolicyDocument): CitedKind {
  if (docType === '行政法规' || docType === '地方性法规' || docType === '办法') return 'regulation';
  if (docType === '规划纲要') return 'plan';
  if (docType !== null && REPORTS.has(docType)) return 'report';
  return docNumber !== null || docType !== '其他' ? 'notice' : 'report';
}

/** A report's year is the year in which it was given; a plan's is its first, and no year of publication. */
function yearOf({ year }: PolicyDocument, kind: CitedKind, date: string | null): string | null {
  if (date !== null) return date.slice(0, 4);
  return kind === 'report' && year !== null ? String(year) : null;
}

/** The date, unless it is only the day on which an older report was put on the web, and no web address is cited. */
function dateOf({ date, meeting, year }: PolicyDocument, kind: CitedKind, publication: Publication): string | null {
  const isOwn = kind !== 'report' || meeting !== null || publication.kind !== 'document';
  return isOwn || year === null || date?.startsWith(String(year)) === true ? date : null;
}

/** `2021年2月7日在…会议上`; a report is given in its year, so the year stands where the day is not known. */
function occasionOf({ meeting, date, year }: PolicyDocument, kind: CitedKind): string | null {
  if (meeting === null) return null;
  const known = date ?? (kind === 'report' && year !== null ? String(year) : null);
  return `${(known === null ? null : writeDate(known)) ?? ''}在${write(meeting)}上`;
}

/** The printed title without the occasion that some print behind it: `政府工作报告——2021年2月7日在…会议上`. */
function titleOf({ title, meeting }: PolicyDocument): string {
  const written = write(title);
  return meeting === null ? written : written.replace(/[（—-]+[^—]*?在[^—]*[会上]）?$/u, '') || written;
}

/** The seat of a city's or county's government bears its name; a province's does not, and is not guessed. */
function placeOf({ region }: PolicyDocument): string | null {
  const innermost = region.at(-1) ?? '';
  if (innermost === '全国') return '北京';
  const bare = /^(.{2,}?)[市县]$/u.exec(write(innermost))?.[1];
  return bare ?? null;
}

/**
 * Newspapers cut reports up (上接01版): such a part is a newspaper's, named or not. A whole report that a newspaper printed
 * is cited as the report, for the date we have is the one of its delivery.
 */
function publicationOf(document: PolicyDocument): Publication {
  const { url, source, completeness, meeting, issuer } = document;
  const paper = source !== null && NEWSPAPER.test(source) ? write(source).replace(/^《|》$/gu, '') : null;
  const isCut = completeness === 'part' || completeness === 'excerpt';
  if (completeness === 'part' || (paper !== null && (isCut || meeting === null)))
    return { kind: 'newspaper', name: paper };
  if (url !== null) return { kind: 'web', url, site: source === null ? null : write(source) };
  if (issuer === null) return { kind: 'document', place: null, publisher: null };
  return { kind: 'document', place: placeOf(document), publisher: write(issuer) };
}

/** `（节选）` for an incomplete document whose title does not say so itself. */
export function excerptMark({ completeness, displayTitle }: PolicyDocument): string {
  return completeness === 'complete' || SAYS_EXCERPT.test(displayTitle) ? '' : '（节选）';
}

/** The author, unless the title names it already, or is known without: `《国务院关于…的通知》`, `《…条例》`. */
export function authorBeside({ author, kind, title, isPerson }: Cited): string | null {
  if (isPerson || author === null) return author;
  return kind === 'regulation' || (kind === 'notice' && title.startsWith(author)) ? null : author;
}

/** Brings together what is known. */
export function gather({ document, placed, quotation, link, accessed }: CitationRequest): Cited {
  const kind = kindOf(document);
  const { speaker, issuer, displayTitle } = document;
  const author = speaker ?? issuer;
  const publication = publicationOf(document);
  const date = dateOf(document, kind, publication);
  return {
    id: placed?.passage.id ?? document.id,
    kind,
    author: author === null ? null : write(author),
    isPerson: speaker !== null,
    issuer: issuer === null ? null : write(issuer),
    title: titleOf(document),
    shownTitle: inTitleMarks(write(displayTitle)),
    excerpt: excerptMark(document),
    occasion: occasionOf(document, kind),
    date,
    year: yearOf(document, kind, date),
    docNumber: document.docNumber,
    region: document.region,
    source: document.source === null ? null : write(document.source),
    publication,
    locator: placed === undefined ? nowhere : locate(placed),
    quotation: quotation ?? null,
    link: link ?? null,
    accessed: accessed ?? null,
  };
}
