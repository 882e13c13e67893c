/**
 * What ranking asks of every passage, as typed columns: a query that matches tens of thousands of passages looks at
 * numbers, never at objects.
 */
import type { PolicyDocument } from '../model.ts';

export interface Columns {
  /** Passage number → 1 for a heading. */
  readonly isHeading: Uint8Array;
  /** Passage number → number of its innermost section in the collection, from 1; 0 before the first heading. */
  readonly section: Uint32Array;
  /** Section number → number of the section above it; 0 for the highest. */
  readonly parent: Uint32Array;
  /** Section number → 1 for a run-in. */
  readonly isRunIn: Uint8Array;
  /** Passage number → the first passage with the same words (itself when there is none before it). */
  readonly firstAlike: Uint32Array;
  /** Passage number → number of the passages that say the same as it, from 1 to `groups`; 0 when no other one does. */
  readonly group: Uint32Array;
  readonly groups: number;
  /** Document number → its year with the date as a fraction; 0 when unknown. */
  readonly age: Float64Array;
}

/** Passages with fewer letters and digits say too little to be called the same. */
const LEAST_ALIKE = 20;

/** True for marks of folded text, which two copies of a report may set differently. */
function isMark(unit: number): boolean {
  return unit < 0x30 || (unit > 0x39 && unit < 0x61) || (unit >= 0x2000 && unit < 0x3040);
}

/** A number of the letters and digits of `text.slice(from, to)`, 52 bits; 0 when they are few. */
function fingerprint(text: string, from: number, to: number): number {
  let [high, low, letters] = [0x811c9dc5, 0x1b873593, 0];
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (isMark(unit)) continue;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995) + high;
    letters++;
  }
  return letters < LEAST_ALIKE ? 0 : (high >>> 6) * 0x4000000 + (low >>> 6);
}

/** For each passage the first one that has the same letters and digits in the same order. */
function findAlike(text: string, foldedStart: Uint32Array): Uint32Array {
  const firsts = new Map<number, number>();
  const alike = new Uint32Array(Math.max(0, foldedStart.length - 1));
  for (let passage = 0; passage < alike.length; passage++) {
    const name = fingerprint(text, foldedStart[passage] ?? 0, foldedStart[passage + 1] ?? 0);
    const first = name === 0 ? undefined : firsts.get(name);
    if (name !== 0 && first === undefined) firsts.set(name, passage);
    alike[passage] = first ?? passage;
  }
  return alike;
}

/** Numbers those that say the same. */
function groupAlike(firstAlike: Uint32Array): { group: Uint32Array; groups: number } {
  const group = new Uint32Array(firstAlike.length);
  let groups = 0;
  firstAlike.forEach((first, passage) => {
    if (first === passage) return;
    if (group[first] === 0) group[first] = ++groups;
    group[passage] = group[first] ?? 0;
  });
  return { group, groups };
}

function ageOf({ year, date }: PolicyDocument): number {
  const day = date === null ? 0 : Number(date.slice(5, 7)) * 31 + Number(date.slice(8, 10));
  return (year ?? Number(date?.slice(0, 4) ?? 0)) + day / 400;
}

/** The columns of all passages of `documents`, whose folded text is `text`, cut at `foldedStart`. */
export function buildColumns(documents: readonly PolicyDocument[], text: string, foldedStart: Uint32Array): Columns {
  const passages = Math.max(0, foldedStart.length - 1);
  const isHeading = new Uint8Array(passages);
  const section = new Uint32Array(passages);
  const parents = [0];
  const runIns = [0];
  let passageNumber = 0;
  for (const document of documents) {
    const numbers = new Map(document.sections.map(({ id }, i) => [id, parents.length + i]));
    const numberOf = (id: string | null): number => (id === null ? 0 : (numbers.get(id) ?? 0));
    for (const { parent, kind } of document.sections) {
      parents.push(numberOf(parent));
      runIns.push(kind === 'run-in' ? 1 : 0);
    }
    for (const passage of document.passages) {
      isHeading[passageNumber] = passage.kind === 'heading' ? 1 : 0;
      section[passageNumber++] = numberOf(passage.section);
    }
  }
  const firstAlike = findAlike(text, foldedStart);
  return {
    isHeading,
    section,
    parent: Uint32Array.from(parents),
    isRunIn: Uint8Array.from(runIns),
    firstAlike,
    ...groupAlike(firstAlike),
    age: Float64Array.from(documents, ageOf),
  };
}
