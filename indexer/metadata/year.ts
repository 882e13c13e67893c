/** The year that a document is of: a report's planned year, a plan's first, a regulation's last revision. */
import type { DocumentType } from '../model.ts';
import { yearOfNumber } from './docNumber.ts';
import { NUMERAL, readNumeral, readYear, YEAR } from '../analysis/numerals.ts';

/** What says the year; texts are folded, dates ISO. */
export interface YearEvidence {
  readonly docType: DocumentType | null;
  readonly title: string;
  /** The title that the page or a key block gives; empty when none. */
  readonly clueTitle: string;
  /** Folder and file name. */
  readonly path: string;
  readonly delivered: string | null;
  readonly adopted: string | null;
  readonly signed: string | null;
  readonly published: string | null;
  readonly docNumber: string | null;
  /** Short lines and the beginnings of paragraphs, where headings stand; gathered only when a finder asks. */
  readonly headings: () => readonly string[];
  readonly claimed: number | null;
}

type Finder = (evidence: YearEvidence) => number | null;

/** What may stand before a heading's year: `二、`, `第三部分`, `关于`. */
const LEAD = '^(?:第?[一二三四五六七八九十]+(?:部分|、)?|\\([一二三四五六七八九十]+\\))?(?:关于)?(?:对)?';
const PLANNED = new RegExp(
  `${LEAD}(${YEAR})年.{0,8}?(?:主要任务|工作任务|工作安排|重点工作|总体要求|主要目标|工作目标|预期目标|政府工作|工作总体|工作的总体|工作部署|工作重点|工作建议|工作打算|工作思路|目标任务|的任务|的工作任务|经济社会发展)`,
  'u',
);
const REVIEWED = new RegExp(
  `${LEAD}(${YEAR})年.{0,6}?(?:工作|任务|主要|经济|政府).{0,10}?(?:回顾|总结|完成情况|执行情况)`,
  'u',
);
const FIVE_YEARS = new RegExp(`第(${NUMERAL})个五年|"(${NUMERAL})五"|(${NUMERAL})五(?:规划|计划|时期|期间)`, 'u');
const NAMED_YEAR = new RegExp(`(?<!\\d)(${YEAR})年`, 'u');
const NAMED_YEARS = new RegExp(NAMED_YEAR, 'gu');
const LONE_YEAR = new RegExp(`(?<!\\d)(${YEAR})(?!\\d)`, 'u');
const PERIOD = new RegExp(`(${YEAR})年?[-~至—](?:${YEAR})年`, 'u');

const REPORT_FINDERS: readonly Finder[] = [
  (e) => yearIn(e.title),
  plannedYear,
  (e) => yearOf(e.delivered),
  (e) => yearIn(e.clueTitle),
  (e) => yearAfter(firstOf(e.headings(), reviewedYear)),
  (e) => yearOf(e.signed),
  (e) => yearIn(e.path),
  (e) => yearOf(e.published),
  (e) => e.claimed,
];

const PARTY_FINDERS: readonly Finder[] = [
  (e) => yearOf(e.delivered),
  (e) => yearIn(e.title),
  (e) => congressYear(e.title),
  (e) => firstOf([e.clueTitle, e.path], yearIn),
  (e) => yearOf(e.published),
  (e) => e.claimed,
];

const PLAN_FINDERS: readonly Finder[] = [
  (e) => firstOf([e.title, e.clueTitle, e.path], firstPlanYear),
  // A plan looks back at the one before it: the later is its own.
  (e) => lastOf(e.headings().map(firstPlanYear)),
  (e) => yearOf(e.adopted),
  (e) => yearIn(e.title),
];

const OTHER_FINDERS: readonly Finder[] = [
  (e) => yearOf(e.adopted),
  (e) => (e.docNumber === null ? null : yearOfNumber(e.docNumber)),
  (e) => yearOf(e.delivered),
  (e) => yearOf(e.signed),
  (e) => yearOf(e.published),
  (e) => periodStart(e.title),
  (e) => yearIn(e.title),
  (e) => firstOf([e.clueTitle, e.path], yearIn),
  (e) => firstPlanYear(e.title),
  (e) => e.claimed,
];

/** A plan for a year and its budget are laid before the congress as drafts, with the account of the year before. */
const DRAFT_FINDERS: readonly Finder[] = [
  (e) => (/草案|安排/u.test(e.title) ? lastYearIn(e.title) : null),
  (e) => yearOf(e.delivered),
  ...OTHER_FINDERS,
];

const FINDERS: Partial<Record<DocumentType, readonly Finder[]>> = {
  政府工作报告: REPORT_FINDERS,
  党代会报告: PARTY_FINDERS,
  规划纲要: PLAN_FINDERS,
  计划报告: DRAFT_FINDERS,
  预算报告: DRAFT_FINDERS,
};
/** 关于制定…第十四个五年规划…的建议: what a party committee proposes is of the plan's years. */
const PROPOSAL = /五年(?:规划|计划).*建议/u;

/** The year: what the first finder of the type finds; null when nothing says it. */
export function findYear(evidence: YearEvidence): number | null {
  const { docType, title } = evidence;
  const ofType = docType === null ? undefined : FINDERS[docType];
  return firstOf(ofType ?? (PROPOSAL.test(title) ? PLAN_FINDERS : OTHER_FINDERS), (find) => find(evidence));
}

/** The national party congresses since the eleventh (1977) were held every five years: 第二十次 → 2022. */
function congressYear(title: string): number | null {
  const ordinal = readNumeral(/共产党第([一二三四五六七八九十]+)次全国代表大会/u.exec(title)?.[1] ?? '');
  return ordinal === null || ordinal < 11 ? null : 1977 + 5 * (ordinal - 11);
}

/** The year of a heading such as 2024年重点工作, if the delivery does not contradict it. */
function plannedYear(evidence: YearEvidence): number | null {
  const delivered = yearOf(evidence.delivered);
  const planned = evidence.headings().flatMap((heading) => yearsMatched(PLANNED, heading));
  return planned.find((year) => delivered === null || year === delivered || year === delivered + 1) ?? null;
}

function reviewedYear(heading: string): number | null {
  return yearsMatched(REVIEWED, heading)[0] ?? null;
}

function yearsMatched(pattern: RegExp, heading: string): number[] {
  const match = pattern.exec(heading);
  const year = match === null ? null : readYear(match[1] ?? '');
  return year === null || /回顾|总结|完成情况/u.test(match?.[0] ?? '') !== (pattern === REVIEWED) ? [] : [year];
}

/** `第十四个五年规划` and `十四五` → 2021; `2021—2025年` → 2021. */
function firstPlanYear(text: string): number | null {
  const match = FIVE_YEARS.exec(text);
  const ordinal = match === null ? null : readNumeral(match[1] ?? match[2] ?? match[3] ?? '');
  if (ordinal !== null && ordinal > 0 && ordinal < 30) return firstYearOfPlan(ordinal);
  return periodStart(text);
}

/** `行动方案(2023-2025年)` → 2023. */
function periodStart(text: string): number | null {
  return readYear(PERIOD.exec(text)?.[1] ?? '');
}

/** The first five-year plan began in 1953, the second in 1958; the third, after a pause, in 1966. */
function firstYearOfPlan(ordinal: number): number {
  return ordinal < 3 ? 1948 + 5 * ordinal : 1951 + 5 * ordinal;
}

function yearIn(text: string): number | null {
  const match = NAMED_YEAR.exec(text) ?? LONE_YEAR.exec(text);
  return match === null ? null : readYear(match[1] ?? '');
}

function lastYearIn(text: string): number | null {
  return lastOf([...text.matchAll(NAMED_YEARS)].map((match) => readYear(match[1] ?? '')));
}

function lastOf(years: readonly (number | null)[]): number | null {
  const known = years.filter((year) => year !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function yearOf(iso: string | null): number | null {
  return iso === null ? null : Number(iso.slice(0, 4));
}

function yearAfter(year: number | null): number | null {
  return year === null ? null : year + 1;
}

function firstOf<Thing>(things: readonly Thing[], find: (thing: Thing) => number | null): number | null {
  for (const thing of things) {
    const year = find(thing);
    if (year !== null) return year;
  }
  return null;
}
