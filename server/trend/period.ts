/** Which years a figure is about, and whether it was promised or came about. */
import { foldText } from '../../indexer/analysis/fold.ts';
import { readNumeral, readYear, YEAR } from '../../indexer/analysis/numerals.ts';
import type { PolicyDocument, Section } from '../../indexer/model.ts';

/** `target`: 目标, promised; `result`: 完成, came about. */
export type Outcome = 'target' | 'result';

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** What a place in a document says of the figures that stand there. */
export interface Setting {
  readonly outcome: Outcome;
  /** Null when the document's year is not known. */
  readonly years: Years | null;
  readonly sure: boolean;
}

const REVIEW =
  /回顾|成就|成效|完成情况|执行情况|进展|过去|以来|这五年|五年来|刚刚过去|发展基础|现实基础|工作情况|主要工作及成|的工作$|取得|现状/u;
const PLAN =
  /安排|任务|目标|总体要求|部署|建议|重点工作|打算|举措|措施|思路|展望|规划|愿景|今后|未来|下一步|奋斗|预期|今年/u;

/** The years of 第十四个五年规划 are 2021–2025; `numeral` is 十四. */
function fiveYears(numeral: string): Years | null {
  const number = readNumeral(numeral);
  return number === null || number < 6 ? null : { from: 1951 + 5 * number, to: 1955 + 5 * number };
}

const one = (year: number): Years => ({ from: year, to: year });

interface Cue {
  readonly pattern: RegExp;
  readonly years: (match: RegExpMatchArray, year: number) => Years | null;
}

/** Words of time in folded text; `year` is the document's. */
const CUES: readonly Cue[] = [
  {
    pattern: /((?:19|20)\d\d)(?:年)?[-~至到]((?:19|20)\d\d)年/gu,
    years: ([, from, to]) => ({ from: Number(from), to: Number(to) }),
  },
  {
    pattern: new RegExp(`(${YEAR})年(?!代|价格|基数|以来|度?版)`, 'gu'),
    years: ([, year]) => one(readYear(year ?? '') ?? 0),
  },
  {
    pattern: /"?([六七八九]|十[一二三四五六七])五"?(?:末|收官|末期)/gu,
    years: ([, numeral]) => one(fiveYears(numeral ?? '')?.to ?? 0),
  },
  {
    pattern: /"?([六七八九]|十[一二三四五六七])五"?(?:时期|期间|以来|(?=[,累实新完年]))/gu,
    years: ([, numeral]) => fiveYears(numeral ?? ''),
  },
  { pattern: /这五年|五年来|过去五年|五年间|五年累计/gu, years: (_, year) => ({ from: year - 5, to: year - 1 }) },
  { pattern: /今后五年|未来五年|今后5年|未来5年/gu, years: (_, year) => ({ from: year, to: year + 4 }) },
  { pattern: /今年|本年度/gu, years: (_, year) => one(year) },
  { pattern: /去年|上年|过去(?:的)?一年|一年来/gu, years: (_, year) => one(year - 1) },
];

/** A heading that names a plan (“十四五”主要目标) is about its years; in a sentence it may be a mere name. */
const HEADING_CUES: readonly Cue[] = [
  ...CUES,
  { pattern: /"?([六七八九]|十[一二三四五六七])五"/gu, years: ([, numeral]) => fiveYears(numeral ?? '') },
];

/** 比上年, 较2020年, 自2018年以来: a year to compare with, not the year of the figure. */
const COMPARED = /(?:比|较|同|自|超|与|从|由|以|按|于|是|占|相当于)"?$/u;

interface Found {
  readonly at: number;
  readonly years: Years;
}

function allCues(text: string, year: number, cues: readonly Cue[]): Found[] {
  return cues.flatMap(({ pattern, years }) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const read = COMPARED.test(text.slice(0, match.index)) ? null : years(match, year);
      return read === null ? [] : [{ at: match.index, years: read }];
    }),
  );
}

function lastCue(text: string, year: number, cues = CUES): Found | null {
  return allCues(text, year, cues).reduce<Found | null>(
    (last, cue) => (last === null || cue.at > last.at ? cue : last),
    null,
  );
}

/** True when years lie in what the document plans: a report's own year and after. */
const isAhead = (years: Years, year: number): boolean => years.to >= year;

function planned(document: PolicyDocument, year: number): Years {
  return document.docType === '规划纲要' ? { from: year, to: year + 4 } : one(year);
}

function reviewed(document: PolicyDocument, year: number): Years {
  return document.docType === '规划纲要' ? { from: year - 5, to: year - 1 } : one(year - 1);
}

function outcomeOfHeading(heading: string): Outcome | null {
  const [isReview, isPlan] = [REVIEW.test(heading), PLAN.test(heading)];
  if (/回顾/u.test(heading)) return 'result';
  if (isReview === isPlan) return null;
  return isReview ? 'result' : 'target';
}

/** What a heading of the path says, the highest first; a lower one that names its time is nearer. */
function settingOfPath(path: readonly Section[], year: number): Partial<Setting> {
  let outcome: Outcome | null = null;
  let years: Years | null = null;
  for (const section of path) {
    const heading = foldText(section.heading);
    const cue = lastCue(heading, year, HEADING_CUES);
    const own = outcomeOfHeading(heading) ?? (cue === null ? null : isAhead(cue.years, year) ? 'target' : 'result');
    if (outcome !== null && cue === null) continue;
    if (own !== null) outcome = own;
    if (cue !== null && own !== null) years = yearsOfHeading(heading, cue.years, year);
  }
  return { ...(outcome === null ? {} : { outcome }), years };
}

/** 2020年工作回顾及“十三五”主要成就: a year that is named comes before the five. */
function yearsOfHeading(heading: string, last: Years, year: number): Years {
  const named = [...heading.matchAll(/((?:19|20)\d\d)年(?!远景)/gu)].map(([, text]) => Number(text));
  const near = named.find((one) => Math.abs(one - year) <= 1);
  return near === undefined ? last : one(near);
}

/** Where the first chapter that plans begins; Infinity when none does. A report reviews before it plans. */
function planBegins(document: PolicyDocument): number {
  const chapter = document.sections.findIndex(
    ({ level, heading }) => level === 1 && outcomeOfHeading(foldText(heading)) === 'target',
  );
  return chapter < 0 ? Infinity : chapter;
}

const TURN = /主要预期目标|奋斗目标|总体要求|总体思路/u;

/**
 * A chapter that looks back and ahead, “十二五”重大成就及“十三五”主要目标: it looks back until its text turns to what shall be.
 * `earlier` is the folded text of the document up to the figure.
 */
function settingOfMixed(path: readonly Section[], year: number, earlier: () => string): Setting | null {
  const heading = foldText(path[0]?.heading ?? '');
  const cues = allCues(heading, year, HEADING_CUES).map(({ years }) => years);
  const [past, ahead] = [cues.find((years) => !isAhead(years, year)), cues.find((years) => isAhead(years, year))];
  if (past === undefined || ahead === undefined || !(REVIEW.test(heading) && PLAN.test(heading))) return null;
  const text = earlier();
  const chapter = text.slice(text.lastIndexOf(heading) + heading.length);
  const hasTurned = TURN.test(chapter) || allCues(chapter, year, CUES).some(({ years }) => isAhead(years, year + 1));
  return hasTurned ? { outcome: 'target', years: ahead, sure: true } : { outcome: 'result', years: past, sure: true };
}

function settingOfPlace(document: PolicyDocument, path: readonly Section[], year: number): Setting {
  const { outcome, years } = settingOfPath(path, year);
  if (outcome !== undefined) {
    const usual = outcome === 'target' ? planned(document, year) : reviewed(document, year);
    return { outcome, years: years ?? usual, sure: true };
  }
  if (document.docType === '规划纲要') return { outcome: 'target', years: planned(document, year), sure: true };
  const top = path[0];
  const at = top === undefined ? -1 : document.sections.indexOf(top);
  const isReport = document.docType === '政府工作报告' || document.docType === '党代会报告';
  const begins = planBegins(document);
  const isPast = isReport && at < begins;
  return {
    outcome: isPast ? 'result' : 'target',
    years: isPast ? reviewed(document, year) : planned(document, year),
    sure: begins !== Infinity,
  };
}

const PROMISING = /力争|确保|预期|争取|努力|目标是|计划|拟/u;
const REACHED = /同比|比上年|较上年|比去年|已经|累计完成|超额/u;

/** A year in the sentence is nearer than the section; it also says whether the figure lies ahead. */
function narrow(document: PolicyDocument, setting: Setting, cue: Years, year: number): Setting {
  const ahead = isAhead(cue, year);
  const isReviewOfYear = setting.outcome === 'result' && cue.to === year && document.docType !== '规划纲要';
  if (isReviewOfYear) return { ...setting, years: cue, sure: false };
  return { outcome: ahead ? 'target' : 'result', years: cue, sure: setting.sure };
}

/** Folded text before a figure. */
export interface Surroundings {
  /** Of its passage. */
  readonly before: string;
  /** Of its own clause. */
  readonly clause: string;
  /** Of its document; asked for only where it matters. */
  readonly earlier: () => string;
}

/**
 * The years and the outcome of a figure. Years named there win over the section's heading; words such as 力争 and 同比 that
 * contradict the section make it unsure.
 */
export function settingOf(
  document: PolicyDocument,
  path: readonly Section[],
  { before, clause, earlier }: Surroundings,
): Setting {
  const { year } = document;
  if (year === null) {
    const outcome = PROMISING.test(clause) ? 'target' : 'result';
    return { outcome, years: null, sure: false };
  }
  const place = settingOfMixed(path, year, earlier) ?? settingOfPlace(document, path, year);
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('!')) + 1);
  const near = lastCue(sentence, year);
  const far = near ?? carried(before, year, place.outcome);
  const setting = far === null ? place : narrow(document, place, far.years, year);
  const contradicted = setting.outcome === 'target' ? REACHED.test(clause) : PROMISING.test(clause);
  return contradicted ? { ...setting, sure: false } : setting;
}

/** A span of years or a goal year that an earlier sentence of the passage names holds on: 到2025年,…。…。 */
function carried(before: string, year: number, outcome: Outcome): Found | null {
  const cue = lastCue(before, year);
  if (cue === null) return null;
  if (outcome === 'result') return cue.years.from !== cue.years.to && cue.years.to < year ? cue : null;
  return cue.years.from !== cue.years.to || cue.years.to > year ? cue : null;
}
