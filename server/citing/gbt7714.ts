/**
 * GB/T 7714, editions of 2015 (half-width punctuation) and 2025 (full-width `，：（）`; in force since 2026-07-01).
 *
 *     刘宛康. 政府工作报告: 2021年2月7日在…会议上[R]. 洛阳: 洛阳市人民政府, 2021: 三、（七）….
 *     洛阳市人民政府. 洛阳市政府工作报告摘登[N]. 洛阳晚报, 2022-02-15: 三、….
 *     国务院. 国务院关于…的通知：国发〔2021〕29号[EB/OL]. （2021-12-28）[2026-09-20]. https://….
 */
import type { Cited, Publication } from './cited.ts';

/** What differs between the editions. */
export interface Edition {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
  /** 2025 gives the date of a report online without brackets. */
  readonly bareReportDate: boolean;
}

export const edition2015: Edition = { comma: ', ', colon: ': ', open: '(', close: ')', bareReportDate: false };
export const edition2025: Edition = { comma: '，', colon: '：', open: '（', close: '）', bareReportDate: true };

/** 文献类型标识: N newspaper, R report, EB web page, Z other; `/OL` online. */
function typeMark({ kind, publication }: Cited): string {
  if (publication.kind === 'newspaper') return 'N';
  const isReport = kind === 'report';
  if (publication.kind === 'web') return isReport ? 'R/OL' : 'EB/OL';
  return isReport ? 'R' : 'Z';
}

/** Title, what completes it, and the type: `政府工作报告: 2021年…会议上[R]`. */
function titlePart(cited: Cited, { colon }: Edition): string {
  const completed = [cited.title + cited.excerpt, cited.occasion, cited.docNumber].filter((part) => part !== null);
  return `${completed.join(colon)}[${typeMark(cited)}]`;
}

/** A delivery's date is not the newspaper's: then only the year is sure, and stands in brackets as supplied by us. */
function newspaperPart(name: string | null, { date, year, occasion }: Cited, { comma }: Edition): string {
  const isPrinted = date !== null && occasion === null;
  const day = isPrinted ? date : year === null ? '[日期不详]' : `[${year}]`;
  return `${name ?? '[报纸名不详]'}${comma}${day}`;
}

function webDates({ kind, date, year, accessed }: Cited, { open, close, bareReportDate }: Edition): string {
  const known = date ?? year;
  const isBare = bareReportDate && kind === 'report';
  const day = known === null ? '[日期不详]' : isBare ? known : `${open}${known}${close}`;
  return `${day}${accessed === null ? '' : `[${accessed}]`}`;
}

function documentPart(cited: Cited, place: string | null, publisher: string | null, edition: Edition): string {
  const { comma, colon } = edition;
  if (cited.kind !== 'report') return cited.date ?? '[日期不详]';
  const issued = [place, publisher].filter((part) => part !== null).join(colon);
  const when = publisher === null ? (cited.date ?? cited.year) : cited.year;
  return `${issued}${issued === '' ? '' : comma}${when ?? '[日期不详]'}`;
}

function publicationPart(cited: Cited, publication: Publication, edition: Edition): string {
  switch (publication.kind) {
    case 'newspaper':
      return newspaperPart(publication.name, cited, edition);
    case 'web':
      return webDates(cited, edition);
    case 'document':
      return documentPart(cited, publication.place, publication.publisher, edition);
  }
}

/** The reference, ended by `.`. */
export function writeGbt7714(cited: Cited, edition: Edition): string {
  const { author, publication, locator } = cited;
  const place = [locator.full, locator.page].filter((part) => part !== '').join('，');
  const published = publicationPart(cited, publication, edition) + (place === '' ? '' : `${edition.colon}${place}`);
  const parts = [author, titlePart(cited, edition), published, publication.kind === 'web' ? publication.url : null];
  return `${parts.filter((part) => part !== null).join('. ')}.`;
}
