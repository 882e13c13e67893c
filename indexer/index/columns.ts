/**
 * What ranking asks of every passage, as typed columns: a query that matches tens of thousands of passages looks at
 * numbers, never at objects.
 */
import type { PolicyDocument } from '../model.ts';
import { findAlike } from './alike.ts';

export interface Columns {
  /** Passage number → 1 for a heading. */
  readonly isHeading: Uint8Array;
  /** Passage number → number of its innermost section in the collection, from 1; 0 before the first heading. */
  readonly section: Uint32Array;
  /** Section number → number of the section above it; 0 for the highest. */
  readonly parent: Uint32Array;
  /** Section number → 1 for a run-in. */
  readonly isRunIn: Uint8Array;
  /** Passage number → the first passage that says the same (itself when there is none before it): see alike.ts. */
  readonly firstAlike: Uint32Array;
  /** Passage number → number of the passages that say the same as it, from 1 to `groups`; 0 when no other one does. */
  readonly group: Uint32Array;
  readonly groups: number;
  /** Document number → its year with the date as a fraction; 0 when unknown. */
  readonly age: Float64Array;
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
  const firstAlike = findAlike(documents, text, foldedStart);
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
