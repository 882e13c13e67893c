/** Identities made of what is identified, so that they survive moving a file and edits elsewhere. */
import { hash as digestOf } from 'node:crypto';
import { foldText } from '../analysis/fold.ts';
import type { Metadata } from '../model.ts';

/** RFC 4648 base 32, lower case: letters and digits that are not mistaken for each other. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

const lengths = { document: 9, section: 6, passage: 8 } as const;

/** 9 characters [a-z2-7] of what identifies a document: title, type, region, year, date, number. Not its file. */
export function documentId(metadata: Metadata): string {
  const { displayTitle, docType, region, year, date, docNumber } = metadata;
  const facts = [displayTitle, docType ?? '', ...region, String(year ?? ''), date ?? '', docNumber ?? ''];
  return hash(facts.map(foldText).join('\n'), lengths.document);
}

/** Gives out section ids of one document: of the titles from the top down, counted when they repeat. */
export function sectionIds(): (key: string) => string {
  const next = counter(lengths.section);
  return (key) => `s${next(key)}`;
}

/** Gives out passage ids of one document: of section path and text, counted when they repeat. */
export function passageIds(documentId: string): (key: string) => string {
  const next = counter(lengths.passage);
  return (key) => `${documentId}-${next(key)}`;
}

/** Hashes of keys, none twice: a repeated key, or a hash that another key has, is counted on. */
function counter(length: number): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const first = hash(key, length);
    let id = first;
    let count = counts.get(first) ?? 1;
    for (; counts.has(id); count++) id = hash(`${key}\n${count}`, length);
    counts.set(first, count);
    if (id !== first) counts.set(id, 1);
    return id;
  };
}

function hash(key: string, length: number): string {
  const digest = digestOf('sha256', key, 'binary');
  let id = '';
  for (let at = 0; at < length; at++) id += alphabet.charAt(digest.charCodeAt(at) & 31);
  return id;
}
