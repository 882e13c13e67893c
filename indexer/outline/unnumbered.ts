/** Headings without a number: short lines of their own between paragraphs, and lines that the file claims or prints as headings. */
import { isAnnexLabel } from './annexes.ts';
import { isBold, nextInBody } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Numbered } from './titles.ts';

const longestLine = 30;
const longestClaimed = 60;

/** Indices of the paragraphs that are headings without a number. */
export function findUnnumberedHeadings(
  paragraphs: readonly Paragraph[],
  numbered: ReadonlyMap<number, Numbered>,
  isOpen: (index: number) => boolean,
): ReadonlySet<number> {
  const from = bodyStart(paragraphs, numbered);
  const bullets = findBulletHeadings(paragraphs);
  const headings = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    if (index < from || !isOpen(index) || numbered.has(index)) return;
    if (!isTitleLike(paragraph) && !bullets.has(index)) return;
    const { at, paragraph: next } = nextInBody(paragraphs, index);
    if (next === undefined || next.role !== null) return;
    const before = index - 1;
    const afterHeading = headings.has(before) || numbered.get(before)?.title.form === 'own';
    if (isClaimed(paragraph) || stands(paragraph, paragraphs[before], next, afterHeading || bullets.has(at)))
      headings.add(index);
  });
  return headings;
}

/** `■加快工业发展` over a paragraph of its own: newspapers mark headings so. One alone may be an item. */
function findBulletHeadings(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const found = paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1];
    const isAlone =
      paragraph.block === 'item' && paragraphs[index - 1]?.block !== 'item' && next?.block === 'paragraph';
    const isOver = isAlone && isTitleLike({ ...paragraph, block: 'paragraph' }) && /。$/u.test(next.text);
    return isOver && !statesFigure(paragraph.text) ? [index] : [];
  });
  return new Set(found.length > 1 ? found : []);
}

/** 2021年工作回顾, straight behind the title. */
const opensReport = /^.{2,24}(?:回顾|总结|成就|任务|安排|目标|工作)$/u;
const isSentence = (text: string): boolean => /^.{12,}。$/u.test(text);

/** Before the salutation, the first numbered heading or the first sentence stands what is in front of the body. */
function bodyStart(paragraphs: readonly Paragraph[], numbered: ReadonlyMap<number, Numbered>): number {
  const at = paragraphs.findIndex(
    ({ text, role, row }, index) =>
      role === null &&
      (numbered.has(index) || row !== null || text.length > longestClaimed || isSalutation(text) || isSentence(text)),
  );
  if (at < 0) return paragraphs.length;
  const before = paragraphs[at - 1];
  return before !== undefined && before.role === null && opensReport.test(before.text) ? at - 1 : at;
}

/** 各位代表： 同志们！ */
export function isSalutation(text: string): boolean {
  return text.length <= 24 && /^(?:各位|同志|尊敬|主席|女士)[^。]*[：:！!，,]?$/u.test(text);
}

/** 一年来，我们重点抓了五件事。 A file may claim it for a heading; it only leads in what follows. */
const leadsIn = /^(?:一|五|几|多|[\d]{4})年[来內内]?[，,].*(?:我们|工作|[件条]事|方面)/u;

/** Short, with no punctuation that ends or divides a sentence, and no sign of furniture, a signature or a caption. */
function isTitleLike({ text, row, role, level, block }: Paragraph): boolean {
  if (row !== null || role !== null || block === 'item' || block === 'note') return false;
  const claimed = level !== null || block === 'heading';
  if (text.length < 2 || text.length > longestClaimed || isSalutation(text) || leadsIn.test(text)) return false;
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

/** Straight behind the label of an annex; or short, after a finished sentence and before a paragraph, stating no figure. */
function stands(line: Paragraph, before: Paragraph | undefined, next: Paragraph, afterHeading: boolean): boolean {
  if (isAnnexLabel(before)) return true;
  if (line.text.length > longestLine || next.row !== null || statesFigure(line.text)) return false;
  const ended =
    before === undefined || before.role !== null || afterHeading || /[。！？：；…”）)!?:;]$/u.test(before.text);
  return (
    ended &&
    (next.block === 'item' || next.text.length > longestLine || /[。；：]$/u.test(next.text) || statesFigure(next.text))
  );
}

function statesFigure(text: string): boolean {
  return /[\d０-９](?:[\d０-９.．]*)\s*(?:[%％万萬亿億个個家项項人元名户戶公吨噸平千米亩畝所条條座])/u.test(text);
}
