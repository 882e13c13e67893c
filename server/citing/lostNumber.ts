/** The number that a source lost: shown in 〔〕, and only when the neighbours leave one possibility. */
import { readNumeral } from '../../indexer/analysis/numerals.ts';
import type { PolicyDocument, Section } from '../../indexer/model.ts';
import { write } from './wording.ts';

const DIGITS = '一二三四五六七八九';
const NUMERAL = /[一二三四五六七八九十]+|\d+/u;

/** 12 → `十二`, for 1 to 99. */
function writeNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const left = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens - 1)}十`;
  return `${left}${ones === 0 ? '' : DIGITS.charAt(ones - 1)}`;
}

function valueOf(section: Section | undefined): number | null {
  const numeral = NUMERAL.exec(section?.number ?? '')?.[0];
  return numeral === undefined ? null : readNumeral(numeral);
}

/** `（三）` and 4 → `（四）`: what stands around the numeral stays. */
function renumber(like: string, value: number): string {
  return like.replace(NUMERAL, (numeral) => (/\d/u.test(numeral) ? String(value) : writeNumeral(value)));
}

/** Around the numeral: `（#）`, whatever its width in print. */
const shapeOf = (section: Section | undefined): string => write(section?.number ?? '').replace(NUMERAL, '#');

/**
 * The number of an unnumbered section between numbered siblings: after `（一）` and before `（三）` it is `（二）`. Null
 * when the section is numbered, or when the siblings do not leave exactly the missing numbers.
 */
export function findLostNumber(document: PolicyDocument, section: Section): string | null {
  if (section.number !== null || section.kind !== 'unnumbered') return null;
  const siblings = document.sections.filter((one) => one.parent === section.parent && one.kind !== 'run-in');
  const at = siblings.findIndex((one) => one.id === section.id);
  const before = siblings.findLastIndex((one, index) => index < at && one.number !== null);
  const after = siblings.findIndex((one, index) => index > at && one.number !== null);
  const first = valueOf(siblings[before]);
  const last = valueOf(siblings[after]);
  if (first === null || last === null || shapeOf(siblings[before]) !== shapeOf(siblings[after])) return null;
  if (last > 99 || last - first !== after - before) return null;
  return renumber(siblings[before]?.number ?? '', first + at - before);
}
