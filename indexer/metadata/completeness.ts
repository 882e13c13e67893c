/** Whether a document is whole, and if not, why. */
import type { Block, Completeness, Problem } from '../model.ts';
import { readLine } from './line.ts';

const EXCERPT = /摘登|节选|摘要|摘编/u;
const CONTINUED = /\((?:(?:上接|下转|紧接)[^()]{0,12}|[转接]第?[\da-z一二三四五六七八九十]{1,4})版[^()]{0,6}\)/u;
/** Codes under which cleaning reports the marks of a newspaper that it took out. */
const PART_CODES: ReadonlySet<string> = new Set(['newspaper-mark', 'newspaper-marks', 'part']);
const CUT_CODES: ReadonlySet<string> = new Set(['cut-off', 'truncated']);
const CLOSED = /[。!?…;.)\]"'》〉]$/u;
/** A shorter last line may be a heading, a signature or a table's note. */
const PARAGRAPH = 30;

/** A report from its salutation to its closing appeal is whole, though a newspaper printed it on two pages. */
const SALUTATION = /^(?:各位|同志们)/u;
const APPEAL = /(?:!|奋斗[!。]|贡献[!。]|谢谢.{0,4})$/u;

/** `title` is printed; `blocks` are the body's, in order. */
export function readCompleteness(title: string, blocks: readonly Block[], problems: readonly Problem[]): Completeness {
  if (EXCERPT.test(title)) return 'excerpt';
  const codes = problems.map((problem) => problem.code);
  const continued = codes.some((code) => PART_CODES.has(code)) || blocks.some(isContinued);
  if (continued && !isWhole(blocks)) return 'part';
  return codes.some((code) => CUT_CODES.has(code)) || endsOpen(blocks) ? 'truncated' : 'complete';
}

function isContinued(block: Block): boolean {
  return block.text.includes('版') && /[上下紧转接]/u.test(block.text) && CONTINUED.test(readLine(block, 0).plain);
}

function isWhole(blocks: readonly Block[]): boolean {
  const [first] = blocks;
  const last = lastParagraph(blocks);
  return first !== undefined && SALUTATION.test(readLine(first, 0).plain) && APPEAL.test(last);
}

/** The last paragraph stops without a mark that ends a sentence. */
function endsOpen(blocks: readonly Block[]): boolean {
  const plain = lastParagraph(blocks);
  return plain.length >= PARAGRAPH && !CLOSED.test(plain);
}

/** Folded; empty when there is none. */
function lastParagraph(blocks: readonly Block[]): string {
  const last = blocks.findLast((block) => block.kind !== 'table' && block.kind !== 'note' && block.text.trim() !== '');
  return last === undefined ? '' : readLine(last, 0).plain;
}
