/** What a notice issues: 现将《岸线管护方案》印发给你们 announces a title, and the line that is this title begins what it issues. */
import type { Paragraph } from './paragraphs.ts';

/** The announcement stands within so many paragraphs. */
const opening = 12;
const issued = /印发|发布|公布|施行|批准|通过|转发|颁布|修订/u;
const inTitle = /关于(?:印发|发布|公布|批转|转发|颁布)(.{4,80}?)的?(?:通知|公告|决定|批复|函)$/u;

/** Indices of the lines that begin what is issued, each with the number of lines that its title takes. */
export function findAnnounced(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const titles = announcedTitles(paragraphs);
  const found = new Map<number, number>();
  if (titles.size === 0) return found;
  paragraphs.forEach((paragraph, index) => {
    if (
      index === 0 ||
      found.get(index - 1) === 2 ||
      paragraph.role !== null ||
      paragraph.row !== null ||
      paragraph.text.length > 90
    )
      return;
    const next = paragraphs[index + 1];
    const second = next === undefined || next.role !== null || next.row !== null ? '' : next.text;
    if (titles.has(bare(paragraph.text))) found.set(index, 1);
    else if (second !== '' && second.length < 60 && titles.has(bare(paragraph.text + second))) found.set(index, 2);
  });
  return found;
}

function announcedTitles(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const title = paragraphs.flatMap(({ role, text }) => (role === 'title' ? [text] : [])).join('');
  const named = inTitle.exec(title.replace(/\s/gu, ''))?.[1];
  const quoted = paragraphs.slice(0, opening).flatMap(({ role, text }) => {
    if (role !== null || !issued.test(text)) return [];
    return [...text.matchAll(/《([^《》]{4,80})》/gu)].map((match) => match[1] ?? '');
  });
  return new Set([...(named === undefined ? [] : [named]), ...quoted].map(bare));
}

/** Without brackets, blanks and `附件1`, so that 《甲方案》, `附件 甲方案` and `甲方案（2022年）` can be compared. */
function bare(text: string): string {
  return text
    .replace(/^附[件录]?[一二三四五六七八九十\d]{0,2}[:：.、\s]*/u, '')
    .replace(/[\s《》“”"]/gu, '')
    .replace(/[（(][^（()）]{1,14}[)）]$/u, '');
}
