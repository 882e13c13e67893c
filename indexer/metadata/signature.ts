/** The signature of an official document: the issuing body and, on the next line or the same, the date of signing. */
import { findDates } from './date.ts';
import { type Line, partOf } from './line.ts';
import { readSpeaker } from './speaker.ts';
import { printedTitle } from './title.ts';

export interface Signature {
  readonly issuer: string | null;
  readonly date: string | null;
  readonly blocks: readonly number[];
}

const BODY = /^(?:.{1,20}(?:政府|办公厅|办公室|委员会|委|部|厅|局|院|会)|国务院)$/u;

/** The first signature among body lines: a notice's own stands before its attachments. Else a date on a line of its own. */
export function findSignature(lines: readonly Line[]): Signature | null {
  return findSigned(lines) ?? findDated(lines);
}

/** Fewer lines before a date are no body that it could close. */
const SHORTEST_BODY = 2;

function findDated(lines: readonly Line[]): Signature | null {
  for (const line of lines.slice(SHORTEST_BODY)) {
    const date = line.plain.length > 16 ? undefined : findDates(line.plain)[0];
    if (date?.start === 0 && date.end === line.plain.length)
      return { issuer: null, date: date.iso, blocks: [line.block] };
  }
  return null;
}

function findSigned(lines: readonly Line[]): Signature | null {
  for (const [at, line] of lines.entries()) {
    const date = line.plain.length > 60 ? undefined : findDates(line.plain)[0];
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
  const date = line.plain.length > 60 ? undefined : findDates(line.plain)[0];
  if (date !== undefined && date.end < line.plain.length) return null;
  const end = date?.start ?? line.plain.length;
  const issuer = bodyIn(line, end);
  const isSigned = issuer !== null || (readSpeaker(partOf(line, end))?.name ?? null) !== null;
  return isSigned || (date !== undefined && end === 0) ? { issuer, date: date?.iso ?? null } : null;
}

function bodyIn(line: Line, end: number): string | null {
  return BODY.test(line.plain.slice(0, end)) ? printedTitle(partOf(line, end)) : null;
}
