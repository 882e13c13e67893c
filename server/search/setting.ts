/**
 * How well a document fits the place and time of a question. The report of a year tells what was reached in the year
 * before and what is planned for its own: a figure of 2020 is looked for in the report of 2021.
 */
import { foldText } from '../../indexer/analysis/fold.ts';
import type { Collection } from '../../indexer/index/collection.ts';
import type { PolicyDocument } from '../../indexer/model.ts';
import type { Question, Years } from './question.ts';

const SUFFIX = /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|自治[州县旗]|新区|[省市县区旗盟州])$/u;

/** `洛阳市` → `洛阳`, as people write it; names of which one character would be left stay whole. */
function shorten(name: string): string {
  const short = name.replace(SUFFIX, '');
  return short.length < 2 ? name : short;
}

/** A place that the question names. */
export interface Place {
  /** Folded, as the question has it: `洛阳` or `洛阳市`. */
  readonly text: string;
  /** From the province down. */
  readonly path: readonly string[];
}

/** The narrowest place of the collection that `folded` names; undefined when it names none. */
export function findPlace(collection: Collection, folded: string): Place | undefined {
  let best: Place | undefined;
  const seen = new Set<string>();
  for (const { region } of collection.documents) {
    for (let depth = 1; depth <= region.length; depth++) {
      const path = region.slice(0, depth);
      const key = path.join('/');
      if (seen.has(key)) continue;
      seen.add(key);
      const name = foldText(path.at(-1) ?? '');
      const text = [name, shorten(name)].find((form) => folded.includes(form));
      if (text !== undefined && depth > (best?.path.length ?? 0)) best = { text, path };
    }
  }
  return best;
}

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((name, i) => path[i] === name);

function fitPlace({ region }: PolicyDocument, place: Place | undefined): number {
  if (place === undefined) return 1;
  if (region.length === 0) return 0.6;
  if (startsWith(region, place.path)) return region.length === place.path.length ? 1 : 0.6;
  return startsWith(place.path, region) ? 0.5 : 0.3;
}

/** Years that a plan covers from its first on. */
const PLAN_YEARS = 5;

/** A plan says what shall be, and looks back on the five years before it. */
function fitPlan(year: number, asked: Years, isAhead: boolean): number {
  const isCovered = asked.to >= year && asked.from < year + PLAN_YEARS;
  if (isCovered) return isAhead || asked.to > asked.from ? 1 : 0.6;
  return asked.to >= year - PLAN_YEARS && asked.from < year ? 0.7 : 0.4;
}

function fitYears({ year, docType }: PolicyDocument, asked: Years, isAhead: boolean, isNamed: boolean): number {
  if (year === null) return 0.6;
  const isWithin = (one: number): boolean => one >= asked.from && one <= asked.to;
  if (isNamed) return isWithin(year) ? 1 : 0.3;
  if (docType === '规划纲要') return fitPlan(year, asked, isAhead);
  const [tellsPlans, tellsResults] = [isWithin(year), isWithin(year - 1)];
  if (isAhead) return tellsPlans ? 1 : tellsResults ? 0.7 : 0.5;
  return tellsResults ? 1 : tellsPlans ? 0.8 : 0.5;
}

/** True when the question names the document's kind: `2021年政府工作报告`; its year is the document's own then. */
export function namesKind(folded: string, { docType }: PolicyDocument): boolean {
  return docType !== null && docType.length > 2 && folded.includes(docType);
}

/** What a year of age costs a document when a question asks how things stand now. */
const AGEING = 0.15;

function fitNow({ year }: PolicyDocument, latest: number): number {
  return year === null ? 0.5 : Math.max(0.4, 1 - AGEING * (latest - year));
}

/** For each document a factor, 1 when it fits the question's place and years and less when it does not. */
export function fitDocuments(collection: Collection, folded: string, question: Question): Float64Array {
  const { documents } = collection;
  const place = findPlace(collection, folded);
  const isKindNamed = documents.some((document) => namesKind(folded, document));
  const latest = Math.max(...documents.map(({ year }) => year ?? 0));
  return Float64Array.from(documents, (document) => {
    const kind = isKindNamed && !namesKind(folded, document) ? 0.6 : 1;
    const years = question.years.map((asked) => fitYears(document, asked, question.isAhead, isKindNamed));
    const now = question.isLatest && years.length === 0 ? fitNow(document, latest) : 1;
    return kind * now * fitPlace(document, place) * Math.max(...(years.length === 0 ? [1] : years));
  });
}

const YEAR = /(?:19|20)\d\d(?=年)/gu;

/** Whether a text names one of the years asked about, or only others; 0 when it names none. */
function yearsNamed(folded: string, asked: readonly Years[]): 1 | 0 | -1 {
  const named = [...folded.matchAll(YEAR)].map(([year]) => Number(year));
  if (named.length === 0) return 0;
  return named.some((year) => asked.some(({ from, to }) => year >= from && year <= to)) ? 1 : -1;
}

/** Factors for a heading and for a text that names only other years, none, or one that was asked about. */
const BY_HEADING = { [-1]: 0.7, 0: 1, 1: 1.2 } as const;
const BY_TEXT = { [-1]: 0.85, 0: 1, 1: 1.1 } as const;
/** A passage that sums up the five years of a plan (五年来), when those were asked about. */
const SUMMING_UP = 1.5;
/** The paragraph of a report that says what is not well, when that was asked about. */
const SELF_CRITICAL = 2;
const SELF_CRITICISM = /清醒地?(?:看到|认识)|(?:存在|面临)[^。]{0,12}(?:困难|问题|不足|挑战)/u;

/** How well the headings above a passage (joined, as printed) fit the years that a question asks about. */
export function fitHeadings(headings: string, { years }: Question): number {
  return years.length === 0 ? 1 : BY_HEADING[yearsNamed(foldText(headings), years)];
}

/** How well a passage's folded text fits the years and the drift of a question. */
export function fitText(folded: string, { years, isSelfCritical }: Question): number {
  const time = years.length === 0 ? 1 : BY_TEXT[yearsNamed(folded, years)];
  const isSummary = years.some(({ from, to }) => to > from) && /五年|十.五/u.test(folded);
  return time * (isSummary ? SUMMING_UP : 1) * (isSelfCritical && SELF_CRITICISM.test(folded) ? SELF_CRITICAL : 1);
}
