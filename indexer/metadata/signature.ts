/**
 * The signature of an official document: the issuing body and, on the next line or the same, the date of signing; and the
 * lines around it, as GB/T 9704 sets them: what is attached above, who may read it and the record of printing below.
 */
import { findDates } from './date.ts';
import { isAtMost, type Line, partOf } from './line.ts';
import { readSpeaker } from './speaker.ts';
import { printedTitle } from './title.ts';

export interface Signature {
  readonly issuer: string | null;
  readonly date: string | null;
  /** Of the signature and of the lines around it. */
  readonly blocks: readonly number[];
}

const BODY = /^(?:.{1,20}(?:政府|办公厅|办公室|委员会|委|部|厅|局|院|会)|国务院)$/u;

/** The first signature among body lines: a notice's own stands before its attachments. Else a date on a line of its own. */
export function findSignature(lines: readonly Line[]): Signature | null {
  const signature = findSigned(lines) ?? findDated(lines);
  return signature === null ? null : { ...signature, blocks: blocksAround(lines, signature.blocks) };
}

/** `附件：1.任务分工表`, and `2.…` in the lines below it. */
const ATTACHED = /^附件?:/u;
const NUMBERED = /^\d{1,2}[.、].{2,60}$/u;
/** `（此件公开发布）`, `（联系人：…）` */
const REMARK = /^\((?:此件[^)]{2,12}|联系(?:人|电话|方式):.{2,60})\)$/u;
const COPIED = /^(?:抄送|分送|主题词):/u;
/** `某市人民政府办公室 2031年5月6日印发` */
const PRINTED = /^[^,;。]{0,40}日印发$/u;
/** The record of printing takes no more lines. */
const LONGEST_RECORD = 6;

/** The blocks of a signature and of the lines around it. */
function blocksAround(lines: readonly Line[], blocks: readonly number[]): number[] {
  const first = lines.findIndex(({ block }) => block === blocks[0]);
  let end = first + blocks.length;
  while (REMARK.test(lines[end]?.plain ?? '')) end++;
  return lines.slice(attachedFrom(lines, first), recordEnd(lines, end)).map(({ block }) => block);
}

/** Where the list of what is attached begins that ends before `end`; `end` when there is none. */
function attachedFrom(lines: readonly Line[], end: number): number {
  let at = end - 1;
  while (NUMBERED.test(lines[at]?.plain ?? '')) at--;
  const label = ATTACHED.exec(lines[at]?.plain ?? '')?.[0] ?? null;
  // `附件：` with nothing behind it is the label of an annex.
  return label === null || (lines[at]?.plain === label && at === end - 1) ? end : at;
}

/** Where the record of printing ends that begins at `at`; `at` when there is none. */
function recordEnd(lines: readonly Line[], at: number): number {
  const printedAt = lines.slice(at, at + LONGEST_RECORD).findIndex(({ plain }) => PRINTED.test(plain));
  const isCopied = COPIED.test(lines[at]?.plain ?? '');
  if (printedAt >= 0 && (isCopied || printedAt === 0)) return at + printedAt + 1;
  return isCopied ? at + 1 : at;
}

/** The record of printing at the end of a document, behind what is attached: its blocks. */
export function findRecord(lines: readonly Line[]): number[] {
  const tail = lines.slice(-LONGEST_RECORD);
  const at = tail.findIndex((_, index) => recordEnd(tail, index) === tail.length);
  return at < 0 ? [] : tail.slice(at).map(({ block }) => block);
}

/** Fewer lines before a date are no body that it could close. */
const SHORTEST_BODY = 2;

function findDated(lines: readonly Line[]): Signature | null {
  for (const line of lines.slice(SHORTEST_BODY)) {
    const date = isAtMost(line, 16) ? findDates(line.plain)[0] : undefined;
    if (date?.start === 0 && date.end === line.plain.length)
      return { issuer: null, date: date.iso, blocks: [line.block] };
  }
  return null;
}

function findSigned(lines: readonly Line[]): Signature | null {
  for (const [at, line] of lines.entries()) {
    const date = isAtMost(line, 60) ? findDates(line.plain)[0] : undefined;
    if (date === undefined || !/^(?:\(.{2,12}\))?$/u.test(line.plain.slice(date.end))) continue;
    const issuer = bodyIn(line, date.start);
    if (issuer !== null) return { issuer, date: date.iso, blocks: [line.block] };
    const above = date.start === 0 ? lines[at - 1] : undefined;
    const signer = above === undefined ? null : bodyIn(above, above.plain.length);
    if (above !== undefined && signer !== null)
      return { issuer: signer, date: date.iso, blocks: [above.block, line.block] };
  }
  return null;
}

/** A line under the sentence of a decree: `省长 某某`, `某市人民代表大会常务委员会`, `2022年6月10日`; null when it is none. */
export function readSigning(line: Line): Omit<Signature, 'blocks'> | null {
  const date = isAtMost(line, 60) ? findDates(line.plain)[0] : undefined;
  if (date !== undefined && date.end < line.plain.length) return null;
  const end = date?.start ?? line.plain.length;
  const issuer = bodyIn(line, end);
  const isSigned = issuer !== null || (readSpeaker(partOf(line, end))?.name ?? null) !== null;
  return isSigned || (date !== undefined && end === 0) ? { issuer, date: date?.iso ?? null } : null;
}

function bodyIn(line: Line, end: number): string | null {
  return BODY.test(line.plain.slice(0, end)) ? printedTitle(partOf(line, end)) : null;
}
