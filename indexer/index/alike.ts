/**
 * Passages that say the same, so that a list of results can show them once.
 *
 * Everywhere: those with the same letters and digits in the same order. And in two files of the same report those that
 * differ in a few characters, as such files do: a lost character, a page mark that stayed, a corrected slip (`科技抓新`,
 * `科技创新`). A passage in which a number differs never says the same.
 */
import { foldText } from '../analysis/fold.ts';
import type { PolicyDocument } from '../model.ts';

/** Passages with fewer letters and digits say too little to be called the same. */
const LEAST_ALIKE = 20;
/** Those with fewer say too little to be called nearly the same. */
const LEAST_NEARLY = 30;
/** Two texts are nearly the same when so many characters in a hundred differ, and one more. */
const DIFFERING = 3;
/** Letters of a shingle, and how many shingles (those with the lowest hashes) a passage is known by. */
const SHINGLE = 6;
const SKETCH = 3;
/** First passages of other reports' files with the same shingle that a passage is compared with. */
const MOST_COMPARED = 8;

/** True for marks of folded text, which two copies of a report may set differently. */
function isMark(unit: number): boolean {
  return unit < 0x30 || (unit > 0x39 && unit < 0x61) || (unit >= 0x2000 && unit < 0x3040);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** What is a number, or part of one, as it is read: 12, 十二, 三成. */
const isNumeral = new Uint8Array(0x10000);
for (const char of '0123456789零〇一二三四五六七八九十百千万亿两半') isNumeral[char.charCodeAt(0)] = 1;

const DASH = '-'.charCodeAt(0);

/** Where a page mark (`-12-`) that begins at `at` ends; `at` when none does. A date's `-02-` stands between digits. */
function skipPageMark(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== DASH || isDigit(text.charCodeAt(at - 1))) return at;
  let end = at + 1;
  while (end < to && end < at + 5 && isDigit(text.charCodeAt(end))) end++;
  const isMarked = end > at + 1 && text.charCodeAt(end) === DASH && !isDigit(text.charCodeAt(end + 1));
  return isMarked ? end + 1 : at;
}

/** The first `length` of `units`. */
interface Units {
  readonly units: Uint16Array;
  readonly length: number;
}

/** The letters and digits of one passage after the other. */
class Letters implements Units {
  units = new Uint16Array(1 << 12);
  length = 0;

  read(text: string, from: number, to: number): this {
    if (to - from > this.units.length) this.units = new Uint16Array(2 * (to - from));
    this.length = 0;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (!isMark(unit)) this.units[this.length++] = unit;
      else at = Math.max(at, skipPageMark(text, at, to) - 1);
    }
    return this;
  }
}

/** A number of all letters and digits, 52 bits. */
function fingerprint({ units, length }: Letters): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < length; i++) {
    const unit = units[i] ?? 0;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995) + high;
  }
  return (high >>> 6) * 0x4000000 + (low >>> 6);
}

/** A number of the numerals alone. */
function fingerprintOfNumbers({ units, length }: Letters): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) {
    const unit = units[i] ?? 0;
    if (isNumeral[unit] === 1) hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}

/** The lowest hashes of its shingles: two texts that differ in little have most of these in common (Broder 1997). */
function sketch({ units, length }: Letters): number[] {
  const lowest: number[] = [];
  for (let i = 0; i + SHINGLE <= length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) hash = Math.imul(hash ^ (units[j] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    if (lowest.length === SKETCH && hash >= (lowest[SKETCH - 1] ?? 0)) continue;
    if (lowest.includes(hash)) continue;
    lowest.push(hash);
    lowest.sort((a, b) => a - b);
    lowest.length = Math.min(lowest.length, SKETCH);
  }
  return lowest;
}

/** How far `a` from `i` and `b` from `j` run on alike. */
function slide(a: Units, b: Units, i: number, j: number): number {
  let length = 0;
  while (i + length < a.length && j + length < b.length && a.units[i + length] === b.units[j + length]) length++;
  return length;
}

/**
 * True when `most` characters put in, left out or exchanged make `a` of `b`. The furthest place that is reached on each
 * diagonal with 0, 1, 2 … differences is kept (Ukkonen 1985), so that texts that are alike cost one walk.
 */
export function differsLittle(a: Units, b: Units, most: number): boolean {
  const goal = a.length - b.length;
  if (Math.abs(goal) > most) return false;
  let reached = new Map([[0, slide(a, b, 0, 0)]]);
  for (let differences = 0; differences <= most; differences++) {
    if ((reached.get(goal) ?? -1) >= a.length) return true;
    const next = new Map<number, number>();
    for (let diagonal = -differences - 1; diagonal <= differences + 1; diagonal++) {
      const from = (step: number): number => reached.get(diagonal + step) ?? -Infinity;
      const place = Math.max(from(0) + 1, from(-1) + 1, from(1));
      const i = Math.min(place, a.length, b.length + diagonal);
      if (i < 0 || i < diagonal) continue;
      next.set(diagonal, i + slide(a, b, i, i - diagonal));
    }
    reached = next;
  }
  return false;
}

/** Kinds of which a place has one a year, whatever the file's title says. */
const ONE_A_YEAR = new Set(['政府工作报告', '规划纲要', '党代会报告']);

/** Two files with this name hold the same report; null when nothing can be told. */
function reportName({ year, region, docType, displayTitle }: PolicyDocument): string | null {
  const isYearly = docType !== null && ONE_A_YEAR.has(docType);
  if (isYearly && (year === null || region.length === 0)) return null;
  return [docType, year, ...region, isYearly ? '' : foldText(displayTitle)].join('/');
}

/** For each document the report that it is a file of; 0 when there is no other file of it. */
function reportsOf(documents: readonly PolicyDocument[]): number[] {
  const names = documents.map(reportName);
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const several = [...counts].filter(([name, count]) => name !== null && count > 1);
  const numbers = new Map(several.map(([name], i) => [name, i + 1]));
  return names.map((name) => numbers.get(name) ?? 0);
}

/** First passages of the files of reports, to be found by a shingle. */
class Sketches {
  private readonly passages = new Map<string, number[]>();
  private readonly known = new Letters();
  private readonly text: string;
  private readonly foldedStart: Uint32Array;

  constructor(text: string, foldedStart: Uint32Array) {
    this.text = text;
    this.foldedStart = foldedStart;
  }

  /**
   * A passage of an earlier file of `report` (numbered below `file`) that `letters` nearly repeats; else `passage` is kept
   * to be found.
   */
  findOrAdd(letters: Letters, report: number, file: number, passage: number): number | undefined {
    const numbers = fingerprintOfNumbers(letters);
    const keys = sketch(letters).map((hash) => `${report} ${numbers} ${hash}`);
    const most = 1 + Math.floor((letters.length * DIFFERING) / 100);
    const compared = new Set<number>();
    for (const key of keys)
      for (const candidate of this.passages.get(key) ?? []) {
        if (candidate >= file || compared.has(candidate)) continue;
        compared.add(candidate);
        if (differsLittle(this.lettersOf(candidate), letters, most)) return candidate;
      }
    for (const key of keys) this.add(key, passage);
    return undefined;
  }

  private add(key: string, passage: number): void {
    const passages = this.passages.get(key) ?? [];
    if (passages.length < MOST_COMPARED) this.passages.set(key, [...passages, passage]);
  }

  private lettersOf(passage: number): Letters {
    return this.known.read(this.text, this.foldedStart[passage] ?? 0, this.foldedStart[passage + 1] ?? 0);
  }
}

/** For each passage of `documents`, whose folded text is `text`, cut at `foldedStart`, the first that says the same. */
export function findAlike(documents: readonly PolicyDocument[], text: string, foldedStart: Uint32Array): Uint32Array {
  const alike = Uint32Array.from({ length: Math.max(0, foldedStart.length - 1) }, (_, passage) => passage);
  const reports = reportsOf(documents);
  const firsts = new Map<number, number>();
  const sketches = new Sketches(text, foldedStart);
  const letters = new Letters();
  let passage = 0;
  documents.forEach((document, number) => {
    const [file, last] = [passage, passage + document.passages.length];
    for (; passage < last; passage++) {
      letters.read(text, foldedStart[passage] ?? 0, foldedStart[passage + 1] ?? 0);
      if (letters.length < LEAST_ALIKE) continue;
      const name = fingerprint(letters);
      const first = firsts.get(name);
      const report = reports[number] ?? 0;
      if (first !== undefined) alike[passage] = alike[first] ?? first;
      else firsts.set(name, passage);
      if (first !== undefined || report === 0 || letters.length < LEAST_NEARLY) continue;
      alike[passage] = sketches.findOrAdd(letters, report, file, passage) ?? passage;
    }
  });
  return alike;
}
