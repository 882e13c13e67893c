/** A printed table of contents: the line 目录 and the entries under it, up to where the first entry comes again. */
import { isAtMost, type Line } from './line.ts';

/** It begins no later. */
const BEGINS_BEFORE = 30;
const ENTRIES = 300;
const LONGEST_ENTRY = 80;
/** A sentence or a salutation is no entry. */
const ENDS = /[。:]$|^(?:各位|同志们)/u;

/** The blocks of the table of contents; empty when there is none. */
export function findContents(lines: readonly Line[]): number[] {
  const head = lines.slice(0, BEGINS_BEFORE).findIndex((line) => isAtMost(line, 2) && /^目[录次]$/u.test(line.plain));
  const first = head < 0 ? undefined : lines[head + 1];
  if (first === undefined) return [];
  const end = findEnd(lines, head + 1);
  return lines.slice(head, end).map((line) => line.block);
}

/** Where the entries end: at the repetition of an early entry, else at the first line that cannot be one. */
function findEnd(lines: readonly Line[], start: number): number {
  const entries = lines.slice(start, start + 3).map((line) => entryOf(line));
  for (let at = start + 1; at < Math.min(lines.length, start + ENTRIES); at++) {
    const line = lines[at];
    if (line === undefined || line.plain.length > LONGEST_ENTRY || ENDS.test(line.plain)) return at;
    if (entries.slice(0, at - start).includes(entryOf(line))) return at;
  }
  return start;
}

/** An entry without dot leaders and page: `一、回顾……3` → `一、回顾`. */
function entryOf(line: Line): string {
  return line.plain.replace(/[.·\-_()]*\d*[()]?$/u, '');
}
