/**
 * A document's title: as printed, and as shown. When the print says no more than 政府工作报告, region and year are
 * put before it: `洛阳市2021年政府工作报告`, `2018年国务院政府工作报告`.
 */
import { type Line, lineOf, printed } from './line.ts';
import { readYear, YEAR } from '../analysis/numerals.ts';

/** The generic title of a government's report to its congress. */
export const REPORT = '政府工作报告';
const KINDS =
  '报告|纲要|规划|计划|方案|条例|规定|办法|细则|决定|决议|通知|通告|公告|意见|建议|批复|函|命令|令|要点|公报|措施|规则|准则|章程|通报|法';
/** What may stand behind the kind: `（摘登）`, `摘要`, `（草案）`, `（试行）`. */
const AFTER = '(?:\\(.{1,20}\\)|摘登|摘要|节选|摘编|全文|[》"])*';
const COMPLETE = new RegExp(`(?:${KINDS})${AFTER}$`, 'u');
/** Shorter pieces between spaces are letter-spaced print; 教育部 财政部 is none. */
const CLAUSE = 3;
/** The issuing body on a line of its own above 关于…的通知. */
const BODY = /(?:政府|政府办公[厅廳室]|国务院|国务院办公厅|國務院|委[员員]会|委員會|[厅廳局部])$/u;
const EXCERPT = /摘登|摘要|节选|摘编/u;
/** Words of the slogans under which reports of the 1950s to 1990s were printed: 为振兴我市经济而努力. */
const SLOGAN = /奋斗|努力|前进|胜利|团结|建设|奋进|开创|迈进|振兴|跨越|新篇章|新局面/u;
const BARE_REPORT = new RegExp(
  `^(?<year1>${YEAR}年)?(?<place>.{0,24}?)(?<year2>\\(?${YEAR}年\\)?)?(?<government>人民)?${REPORT}(?<after>${AFTER})$`,
  'u',
);

/** Whether a folded line could be a whole title: it ends with the kind of a document. */
export function isComplete(plain: string): boolean {
  return COMPLETE.test(plain);
}

/** A line that may belong to the title. */
export interface TitleLine {
  readonly block: number;
  readonly text: string;
}

export interface PrintedTitle {
  readonly text: string;
  /** The blocks that it stands in. */
  readonly blocks: readonly number[];
}

/** What stands in a line before offset `end` of its folded text, without the dash or bracket of what follows. */
export function titleBefore(line: Line, end: number): string {
  return stripQuotes(printed(line, 0, end)).replace(/[—―─–\-\s（(]+$/u, '');
}

/** A whole line as a title: the spaces of letter-spaced print go, one between two clauses stays. */
export function printedTitle(line: Line): string {
  const clauses = line.text.trim().split(/\s+/u);
  const spaced = clauses.some((clause) => clause.length < CLAUSE);
  return stripQuotes(spaced ? printed(line, 0, line.plain.length) : clauses.join(' '));
}

/**
 * The title of title lines: the first that is complete, or several that complete each other
 * (`国务院关于印发…改革` + `实施方案的通知`), with what follows in brackets. Further lines are subtitles. A line above
 * a whole 政府工作报告 is no part of it, but a slogan above ——政府工作报告 is.
 */
export function joinTitles(lines: readonly TitleLine[]): PrintedTitle | null {
  const [first, second] = lines;
  if (first === undefined) return null;
  if (second !== undefined && BODY.test(first.text) && !/^[关關]/u.test(second.text)) return joinTitles(lines.slice(1));
  const report = lines.findIndex((line) => BARE_REPORT.test(lineOf(line.text).plain));
  if (report > 0 && isSubtitle(lines[report])) return underSlogan(lines.slice(0, report + 1));
  if (report > 0 && !BODY.test(first.text)) return joinTitles(lines.slice(report));
  let text = '';
  for (const [at, line] of lines.entries()) {
    text += line.text;
    if (!isComplete(lineOf(text).plain)) continue;
    const after = lines[at + 1];
    const used = lines.slice(0, at + 1);
    const bracketed = after !== undefined && /^[（(].{1,12}[）)]$/u.test(after.text) ? [after] : [];
    const parts = [...used, ...bracketed];
    return {
      text: stripQuotes(text + bracketed.map((part) => part.text).join('')),
      blocks: parts.map((part) => part.block),
    };
  }
  return { text: stripQuotes(first.text), blocks: [first.block] };
}

function isSubtitle(line: TitleLine | undefined): boolean {
  return line !== undefined && /^[—―─–-]/u.test(line.text);
}

/** `团结奋斗` + `为振兴经济而努力` + `——政府工作报告` → `团结奋斗 为振兴经济而努力——政府工作报告`. */
function underSlogan(lines: readonly TitleLine[]): PrintedTitle {
  const slogans = lines.slice(0, -1).filter((line) => isSlogan(line.text));
  const used = [...slogans, ...lines.slice(-1)];
  const kind = (lines.at(-1)?.text ?? '').replace(/^[—―─–-]+/u, '');
  const slogan = slogans.map((line) => line.text).join(' ');
  return { text: slogan === '' ? kind : `${slogan}——${kind}`, blocks: used.map((line) => line.block) };
}

/** Whether a title line is the slogan of a report. */
export function isSlogan(title: string): boolean {
  const plain = lineOf(title).plain;
  return plain.length >= 8 && SLOGAN.test(plain) && !/\d|报告|日报|版/u.test(plain);
}

/** `《中国共产党…报告》` → `中国共产党…报告`. */
export function stripQuotes(title: string): string {
  return /^《[^《》]*》$/u.test(title) ? title.slice(1, -1) : title;
}

const NAMED_BODY =
  /(?:政府|政府办公[厅室]|国务院|国务院办公厅|中央|中央办公厅|[委部局厅署院行]|[员委]会|常委会|总社|办公[厅室]|办事处|部门|领导小组|指挥部|联合会|总工会)$/u;

const AFTER_BODY =
  /^(.+?)(?:印[发發]《|[关關][于於]|批转|批轉|转发|轉發|(?:\S{4}年.{0,6})?工作(?:[报報]告|[总總][结結]|要点|要點|[计計][划劃]|安排))/u;

/** The body, or several, that a title names before 关于…, 转发…, 印发《…》 or 工作报告, as printed; null when it names none. */
export function bodyInTitle(title: string): string | null {
  const body = AFTER_BODY.exec(title)?.[1]?.trim() ?? '';
  return body.length > 2 && NAMED_BODY.test(lineOf(body).plain) ? body.replace(/\s+/gu, ' ') : null;
}

/** The place with which the subject of a title begins: `关于开封市2022年…的报告`; one further on is merely spoken of. */
export function subjectOf(title: string): string {
  return /[关關][于於](?:印[发發]|[发發]布|公布|[调調]整|修[订訂改])?[《"“]?(.+)/u.exec(title)?.[1] ?? '';
}

/** The title that stands only in the first sentence: `《…规划纲要》根据…编制`. */
export function quotedTitle(opening: readonly Line[]): string | null {
  const quoted = /^《([^》]{4,80})》/u.exec(opening[0]?.text ?? '')?.[1];
  return quoted !== undefined && isComplete(lineOf(quoted).plain) ? quoted : null;
}

/** `河南_洛阳市旅游条例(2016).md` → `洛阳市旅游条例`; null when the name is no title. */
export function titleOfPath(path: string): string | null {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[A-Za-z]+$/u, '').replace(/[(（][\d-]+[)）]$/u, '');
  const parts = name.split(/[_\s]+/u).filter((part) => isComplete(lineOf(part).plain));
  return parts.at(-1) ?? null;
}

/**
 * The title to show for a 政府工作报告 whose printed title says no more than that, or is a slogan; every other document is
 * shown by its printed title.
 */
export function displayTitle(title: string, region: readonly string[], year: number | null): string {
  const plain = lineOf(title).plain;
  const [slogan = '', subtitle] = title.split(/[—―─–]{2}/u);
  const groups = BARE_REPORT.exec(isSlogan(slogan) ? lineOf(subtitle ?? REPORT).plain : plain)?.groups;
  if (groups === undefined) return title;
  const printedYear = groups['year1'] ?? groups['year2'];
  const place = region.at(-1);
  const saysPlace = (groups['place'] ?? '').length > 1;
  const saysYear = printedYear !== undefined;
  if ((saysPlace && saysYear && !EXCERPT.test(plain)) || place === undefined) return title;
  const shownYear = year ?? readYear(printedYear?.replace(/[()年]/gu, '') ?? '');
  const stamp = shownYear === null ? '' : `${shownYear}年`;
  const excerpt = EXCERPT.exec(plain)?.[0];
  const after = excerpt === undefined ? '' : `（${excerpt}）`;
  return place === '全国' ? `${stamp}国务院${REPORT}${after}` : `${place}${stamp}${REPORT}${after}`;
}
