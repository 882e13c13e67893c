/** Headings without a number: short lines of their own between paragraphs, and lines that the file claims or prints as headings. */
import { isBold } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Numbered } from './series.ts';

const longestLine = 30;
const longestClaimed = 60;

/** Indices of the paragraphs that are headings without a number. */
export function findUnnumberedHeadings(
  paragraphs: readonly Paragraph[],
  numbered: ReadonlyMap<number, Numbered>,
  isOpen: (index: number) => boolean,
): ReadonlySet<number> {
  const from = bodyStart(paragraphs, numbered);
  const headings = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    if (index < from || !isOpen(index) || numbered.has(index) || !isTitleLike(paragraph)) return;
    const next = paragraphs[index + 1];
    if (next === undefined || next.role !== null) return;
    const before = index - 1;
    const afterHeading = headings.has(before) || numbered.get(before)?.title.form === 'own';
    if (isClaimed(paragraph) || stands(paragraph, paragraphs[before], next, afterHeading)) headings.add(index);
  });
  return headings;
}

/** Before the salutation, the first numbered heading or the first long paragraph stands what is in front of the body. */
function bodyStart(paragraphs: readonly Paragraph[], numbered: ReadonlyMap<number, Numbered>): number {
  const at = paragraphs.findIndex(
    ({ text, role, row }, index) =>
      role === null && (numbered.has(index) || row !== null || text.length > longestClaimed || isSalutation(text)),
  );
  return at < 0 ? paragraphs.length : at;
}

/** 各位代表： 同志们！ */
export function isSalutation(text: string): boolean {
  return text.length <= 24 && /^(?:各位|同志|尊敬|主席|女士)[^。]*[：:！!，,]?$/u.test(text);
}

/** Short, with no punctuation that ends or divides a sentence, and no sign of furniture, a signature or a caption. */
function isTitleLike({ text, row, role, level, block }: Paragraph): boolean {
  if (row !== null || role !== null || block === 'item' || block === 'note') return false;
  const claimed = level !== null || block === 'heading';
  if (text.length < 2 || text.length > longestClaimed || isSalutation(text)) return false;
  if (/[。；;！!？?，,、…：:|]$/u.test(text) && !(claimed && /[。：:]$/.test(text))) return false;
  if (/[。；;]./u.test(text) || !/\p{Script=Han}{2}/u.test(text)) return false;
  return !/^(?:来源|來源|责任编辑|编辑|記者|记者|作者|摄影|图[0-9一二]|附件|附：|注[：:]|表[0-9一二]|（|\(|——)|(?:记者|摄|讯|电)[）)]?$|^\D{0,12}\d{4}年\d{1,2}月\d{1,2}日/u.test(
    text,
  );
}

function isClaimed(paragraph: Paragraph): boolean {
  const { text, level, block, centred } = paragraph;
  return level !== null || block === 'heading' || centred || isBold(paragraph, 0, text.length);
}

/** A short line after a finished sentence and before a paragraph, that states no figure. */
function stands(line: Paragraph, before: Paragraph | undefined, next: Paragraph, afterHeading: boolean): boolean {
  if (line.text.length > longestLine || next.row !== null || statesFigure(line.text)) return false;
  const ended = before === undefined || afterHeading || /[。！？：；…”）)!?:;]$/u.test(before.text);
  return ended && (next.text.length > longestLine || /[。；：]$/u.test(next.text) || statesFigure(next.text));
}

function statesFigure(text: string): boolean {
  return /[\d０-９](?:[\d０-９.．]*)\s*(?:[%％万萬亿億个個家项項人元名户戶公吨噸平千米亩畝所条條座])/u.test(text);
}
