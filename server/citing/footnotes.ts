/**
 * Footnotes of two houses.
 *
 * 《法学引注手册》: `刘宛康：《政府工作报告》，2021年2月7日在…会议上，第三部分（七）第3段。`
 * 《中国社会科学》: `刘宛康：《政府工作报告——2021年2月7日在…会议上》（洛阳市人民政府），三、…。`
 */
import { authorBeside, type Cited } from './cited.ts';
import { inTitleMarks, writeDate } from './wording.ts';

const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('，');
const day = (iso: string | null): string | null => (iso === null ? null : writeDate(iso));

function authorBefore(cited: Cited): string {
  const author = authorBeside(cited);
  return author === null ? '' : `${author}：`;
}

/** `《洛阳晚报》2022年2月15日`; a delivery's date is not the newspaper's. */
function newspaper({ publication, occasion, date, year }: Cited, before: string): string | null {
  if (publication.kind !== 'newspaper') return null;
  const when = occasion === null ? (day(date) ?? day(year)) : null;
  const name = publication.name === null ? null : `${before}${inTitleMarks(publication.name)}`;
  return name === null ? (when ?? '') : `${name}${when ?? ''}`;
}

/** Where a report's date stands when nothing else says it. */
function ownDate({ publication, occasion, date, year }: Cited): string | null {
  return publication.kind === 'newspaper' || occasion !== null ? null : (day(date) ?? day(year));
}

/** 《法学引注手册》. */
export function writeLegalFootnote(cited: Cited): string {
  const { title, excerpt, docNumber, kind, occasion, publication, accessed, locator } = cited;
  const named = `${authorBefore(cited)}${inTitleMarks(title)}${excerpt}`;
  if (kind === 'regulation' && docNumber === null) {
    const when = day(cited.date);
    return `${join([`${named}${when === null ? '' : `（${when}）`}${locator.brief}`, locator.page])}。`;
  }
  const online =
    publication.kind === 'web'
      ? [
          publication.site === null ? null : `载${publication.site}`,
          publication.url,
          accessed === null ? null : `${day(accessed) ?? accessed}访问`,
        ]
      : [];
  const parts = [
    named,
    docNumber,
    occasion,
    newspaper(cited, '载'),
    ownDate(cited),
    ...online,
    locator.brief,
    locator.page,
  ];
  return `${join(parts)}。`;
}

/** `（国发〔2019〕3号）`, `（洛阳市人民政府）`, `（发布日期不详）`: what a reader needs beside the title. */
function besideTitle({ docNumber, isPerson, issuer, publication, date, year }: Cited): string {
  const body = isPerson && publication.kind === 'document' ? issuer : null;
  const unknown = date === null && year === null ? '发布日期不详' : null;
  return [docNumber, body, unknown].map((part) => (part === null ? '' : `（${part}）`)).join('');
}

/** 《中国社会科学》. */
export function writeSocialScienceFootnote(cited: Cited): string {
  const { title, excerpt, occasion, publication, accessed, locator } = cited;
  const whole = occasion === null ? title : `${title}——${occasion}`;
  const named = `${authorBefore(cited)}${inTitleMarks(whole)}${excerpt}${besideTitle(cited)}`;
  const isOnline = publication.kind === 'web';
  const parts = [
    named,
    newspaper(cited, ''),
    isOnline ? publication.site : null,
    ownDate(cited),
    isOnline ? publication.url : null,
    isOnline ? day(accessed) : null,
    locator.full,
    locator.page,
  ];
  return `${join(parts)}。`;
}
