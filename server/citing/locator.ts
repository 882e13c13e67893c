/** Where in its document a passage stands, as text: CSL engines drop section and paragraph, so we print them ourselves. */
import { readNumeral } from '../../indexer/analysis/numerals.ts';
import type { PlacedPassage } from '../../indexer/index/collection.ts';
import type { PolicyDocument, Section } from '../../indexer/model.ts';
import { findLostNumber } from './lostNumber.ts';
import { inQuotationMarks, write } from './wording.ts';

/** One place, said three ways; each is empty where nothing can be said. */
export interface Locator {
  /** Headings in full, for references: `三、2024年重点工作（三）重特色强带动，“全力推进…”`. */
  readonly full: string;
  /** Numbers, for footnotes: `第三部分（三）第2段`, `第12条第2款`. */
  readonly brief: string;
  /** Section numbers as printed, for the running text of a memo: `三、（三）`. No paragraph. */
  readonly inline: string;
  /** `第5页`; of the file, where the format has pages. */
  readonly page: string;
}

export const nowhere: Locator = { full: '', brief: '', inline: '', page: '' };

const LONGEST_CELL = 24;
const ARTICLE = /^第(.+)条/u;

/** A section's name in three lengths. */
interface Name {
  readonly full: string;
  readonly brief: string;
  readonly inline: string;
}

/** `第十二条` → `第12条`; `一、` → `第一部分`; `12.` → `第12项`; other numbers as printed. */
function briefNumber(section: Section, number: string): string {
  const article = readNumeral(ARTICLE.exec(number)?.[1] ?? '');
  if (article !== null && section.kind === 'article') return `第${article}条`;
  const item = /^(\d{1,3})[.．、]$/u.exec(number)?.[1];
  if (item !== undefined) return `第${item}项`;
  const chapter = /^([一二三四五六七八九十]+)、$/u.exec(number)?.[1];
  return chapter === undefined || section.level > 1 ? number : `第${chapter}部分`;
}

function nameOf(document: PolicyDocument, section: Section): Name {
  const heading = write(section.heading);
  const lost = findLostNumber(document, section);
  if (lost !== null) {
    const shown = `〔${write(lost)}〕`;
    return { full: `${shown}${heading}`, brief: shown, inline: `${shown}${inQuotationMarks(heading)}` };
  }
  if (section.number === null) {
    const quoted = inQuotationMarks(heading);
    return { full: quoted, brief: quoted, inline: quoted };
  }
  const number = write(section.number);
  const full = heading.startsWith(number) ? heading : `${number}${heading}`;
  return { full, brief: briefNumber(section, number), inline: number };
}

/** A box is named after a comma, `第二章` after a space, the other sections one right after another. */
function joinNames(path: readonly Section[], names: readonly string[]): string {
  return names.reduce((text, name, at) => {
    if (text === '') return name;
    const isSpaced = name.startsWith('第') && /\p{Script=Han}$/u.test(text) && !/^第[^\s]*[编篇章节]$/u.test(text);
    return `${text}${path[at]?.kind === 'box' ? '，' : isSpaced ? ' ' : ''}${name}`;
  }, '');
}

/** In a regulation the articles are numbered from first to last: parts and chapters above them say nothing. */
function fromArticle(path: readonly Section[]): readonly Section[] {
  const article = path.findIndex((section) => section.kind === 'article');
  return article < 0 ? path : path.slice(article);
}

/** Passages of text that count their ordinals in the same printed section. */
function countParagraphs({ document, passage }: PlacedPassage, home: Section | undefined): number {
  const inside = new Set(document.sections.filter((one) => one.kind === 'run-in' && one.parent === home?.id));
  const ids = new Set([home?.id ?? null, ...[...inside].map((one) => one.id)]);
  if (home === undefined && passage.section !== null) return 0;
  return document.passages.reduce((most, one) => (ids.has(one.section) ? Math.max(most, one.ordinal) : most), 0);
}

/** `第2款`, `第2款第（三）项` inside an article: items of a list belong to the paragraph before them. */
function clauseOf({ document, passage, text }: PlacedPassage): string {
  const own = document.passages.filter((one) => one.section === passage.section && one.ordinal > 0);
  const paragraphs = own.filter((one) => one.kind !== 'list');
  const number = paragraphs.filter((one) => one.ordinal <= passage.ordinal).length;
  const item = passage.kind === 'list' ? /^[（(]([一二三四五六七八九十]+)[）)]/u.exec(text)?.[1] : undefined;
  const clause = paragraphs.length > 1 && number > 0 ? `第${number}款` : '';
  return item === undefined ? clause : `${clause}第（${item}）项`;
}

/** A table's row by its printed serial number, else by its first cell. */
function rowOf(text: string): string {
  const first = write(text.split('|').find((cell) => cell.trim() !== '') ?? '');
  if (/^\d{1,3}$/u.test(first)) return `第${first}项`;
  return first === '' || first.length > LONGEST_CELL ? '' : `${inQuotationMarks(first)}行`;
}

/** Which paragraph of its section; empty when it is the only one, or no paragraph. */
function paragraphOf(placed: PlacedPassage, home: Section | undefined): string {
  const { passage, text } = placed;
  if (passage.ordinal === 0) return '';
  if (passage.kind === 'table') return rowOf(text);
  if (home?.kind === 'article') return clauseOf(placed);
  return countParagraphs(placed, home) > 1 ? `第${passage.ordinal}段` : '';
}

const joinParts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('，');

/** Printed sections from the highest that is needed to the innermost. */
const printedPath = (path: readonly Section[]): readonly Section[] =>
  fromArticle(path.filter((section) => section.kind !== 'run-in'));

/** The place by section numbers alone: all that a memo's running text needs. */
export function locateInline({ document, path }: Pick<PlacedPassage, 'document' | 'path'>): string {
  const printed = printedPath(path);
  return joinNames(
    printed,
    printed.map((section) => nameOf(document, section).inline),
  );
}

/** The passage's place in words. */
export function locate(placed: PlacedPassage): Locator {
  const { document, passage } = placed;
  const printed = printedPath(placed.path);
  const runIns = placed.path.filter((section) => section.kind === 'run-in');
  const names = printed.map((section) => nameOf(document, section));
  const paragraph = paragraphOf(placed, printed.at(-1));
  const isArticle = printed.at(-1)?.kind === 'article';
  const full = joinNames(
    printed,
    names.map((name) => name.full),
  );
  const brief = joinNames(
    printed,
    names.map((name) => name.brief),
  );
  const topics = runIns.map((section) => inQuotationMarks(write(section.heading)));
  const isRow = passage.kind === 'table' || (printed.at(-1)?.kind === 'box' && paragraph !== '');
  return {
    full: joinParts(isArticle ? [`${full}${paragraph}`] : [full, paragraph, ...topics]),
    brief: `${brief}${isRow && brief !== '' ? '，' : ''}${paragraph}`,
    inline: joinNames(
      printed,
      names.map((name) => name.inline),
    ),
    page: passage.page === null ? '' : `第${passage.page}页`,
  };
}
