import { BOLD_OFF, BOLD_ON } from '../model.ts';
import type { Draft, Line } from './furniture.ts';
import { type Likelihood, learn } from './likelihood.ts';
import { columns, isFull, wrapWidth } from './wrap.ts';

/**
 * Joins what a page, a column, a hard line end or an inline link tore apart: `“三` + `品一标”总数居首。`.
 * Headings, speaker lines, salutations, list items and table rows are never joined to what follows, and nothing is joined
 * to what begins anew (a number, a bullet, a dash, an indent).
 */
export function joinTorn(draft: Draft): Draft {
  const lines = joinSpeaker(draft.blocks);
  const page = readPage(lines);
  const joined: Line[] = [];
  let current: Torn | undefined;
  lines.forEach((line, at) => {
    if (current !== undefined && continues(current, line, lines[at + 1], page)) {
      current = extended(current, line);
      return;
    }
    if (current !== undefined) joined.push(closed(current));
    current = begun(line);
  });
  if (current !== undefined) joined.push(closed(current));
  if (joined.length === draft.blocks.length) return draft;
  return { ...draft, blocks: joined };
}

/** How this file breaks its lines. */
interface Page {
  /** Width in columns at which every line was broken, if so. */
  readonly width: number | undefined;
  /** Lines end where links stood in sentences. */
  readonly isTorn: boolean;
  /** Its paragraphs open with their themes. */
  readonly hasThemes: () => boolean;
  /** Whether the page has two characters as one word. */
  readonly binds: Likelihood['binds'];
}

/** Few lines ask what a page's words and themes are; the page is read through for the first that does. */
function readPage(lines: readonly Line[]): Page {
  const words = once(() => learn(lines.map(({ text }) => plain(text))));
  return {
    width: wrapWidth(lines),
    isTorn: isTorn(lines),
    hasThemes: once(() => hasThemes(lines)),
    binds: (previous, next) => words().binds(previous, next),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A paragraph while it is put together. Parts are kept apart until it ends, so that a very long one stays linear. */
interface Torn {
  readonly line: Line;
  readonly parts: string[];
  /** The last part, as it stood in the file, without the marks of bold print. */
  readonly last: string;
}

function begun(line: Line): Torn {
  return { line, parts: [line.text], last: plain(line.text) };
}

/** The text without the marks of bold print. */
function plain(text: string): string {
  return text.replaceAll(BOLD_ON, '').replaceAll(BOLD_OFF, '');
}

function extended(torn: Torn, line: Line): Torn {
  const needsSpace = /[A-Za-z,]$/.test(torn.last) && /^[A-Za-z]/.test(line.text);
  torn.parts.push(needsSpace ? ` ${line.text}` : line.text);
  return { ...torn, last: plain(line.text) };
}

function closed({ line, parts }: Torn): Line {
  return parts.length === 1 ? line : { ...line, text: parts.join('') };
}

function continues(torn: Torn, next: Line, following: Line | undefined, page: Page): boolean {
  const text = plain(next.text);
  if (caption(torn.last) || !isRunning(torn.line) || next.kind !== 'paragraph' || startsAnew(text)) return false;
  if (closing.test(text)) return !salutation.test(torn.last);
  if (next.indented === true && page.width !== undefined) return false;
  const isOpen = !finished.test(torn.last);
  const reachesEdge = page.width !== undefined && isFull(columns(torn.last), page.width);
  if (reachesEdge) return true;
  if (!isOpen || salutation.test(torn.last)) return false;
  if (/[，、]$/.test(torn.last) || endsInBrackets(torn)) return true;
  if (page.width !== undefined) return false;
  if (page.isTorn)
    return particle.test(text) || isMidSentence(torn, true) || isMidWord(torn.last, [next, following], page);
  return isMidSentence(torn, false) && isSentence(text) && !(theme.test(text) && page.hasThemes());
}

function isRunning(line: Line): boolean {
  return line.kind === 'paragraph' || line.kind === 'item';
}

/** Prose that stops before its sentence ends. A heading has no sentence before its end. */
function isMidSentence(torn: Torn, isTornPage: boolean): boolean {
  if (torn.parts.length > 1) return true;
  const text = torn.last;
  if (/[。！？；]/.test(text)) return true;
  return text.length >= (isTornPage ? 20 : 60) && /[，,]/.test(text) && !numbered.test(text);
}

/**
 * `码头是` + `水运和贸易发` + `展的基础。`: on a torn page, a line that no heading could be and a sentence could, for it
 * ends in a word that needs another, or within one that the page has elsewhere.
 */
function isMidWord(last: string, next: readonly (Line | undefined)[], { binds }: Page): boolean {
  if (numbered.test(last) || !next.some((line) => line?.text.includes('。'))) return false;
  const first = plain(next[0]?.text ?? '').charAt(0);
  return connective.test(last) || binds(last.charAt(last.length - 1), first);
}

function isSentence(text: string): boolean {
  return text.length >= 15 && /[。；，！？,;]/.test(text);
}

/** `…坚持“` + `两个维护` + `”`: an opening mark without its partner. */
function endsInBrackets({ last }: Torn): boolean {
  const end = last.slice(-40);
  return last.length > 6 && /[（《“【「][^）》”】」。]{0,16}$/.test(end);
}

function startsAnew(text: string): boolean {
  return numbered.test(text) || beginning.test(text) || salutation.test(text);
}

/** Do inline links tear this file's sentences? Three places must show it. */
function isTorn(lines: readonly Line[]): boolean {
  let places = 0;
  for (let at = 1; at < lines.length && places < 3; at += 1) {
    const [before, after] = [lines[at - 1], lines[at]];
    if (before === undefined || after === undefined || finished.test(before.text) || startsAnew(after.text)) continue;
    const torn = begun(before);
    const isFragment = after.text.length <= 12 && !/[。！？；，：]/.test(after.text);
    if (closing.test(after.text) || (isRunning(before) && isMidSentence(torn, false) && isFragment)) places += 1;
  }
  return places >= 3;
}

/** Do paragraphs of this file open with their themes: `深化水价改革。修订…`? Three behind finished ones must show it. */
function hasThemes(lines: readonly Line[]): boolean {
  const isShown = ({ text }: Line, at: number): boolean =>
    theme.test(text) && finished.test(plain(lines[at - 1]?.text ?? ''));
  return lines.filter(isShown).length >= 3;
}

/** `某` `省省` `长 张三丰` before the salutation: a speaker line that links tore. */
function joinSpeaker(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex((line) => salutation.test(line.text));
  if (at < 2 || at > 40 || speaker.test(lines[at - 1]?.text ?? '')) return lines;
  for (let count = Math.min(4, at); count >= 2; count -= 1) {
    const parts = lines.slice(at - count, at);
    const text = parts.map((line) => line.text).join('');
    const first = parts[0];
    if (first === undefined || /报告|会议/.test(text) || !speaker.test(text)) continue;
    return [...lines.slice(0, at - count), { ...first, text }, ...lines.slice(at)];
  }
  return lines;
}

/** A sentence's end. A closing quotation mark is one only behind a full stop: `“一带一路”` + `开放高地。` goes on. */
const finished = /(?:[。！？：；!?:;…）)】|｜]|[。！？!?…][”’」』》"])$/;
/** A mark that cannot begin a paragraph. A straight quotation mark can, unless a pause follows it. */
const closing = /^(?:[，。、；：！？”’）】》」』,;:!?)%％]|"[，。、；,等])/;
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节条编篇部，、]|\d{1,2}[.．、](?!\d)|[①-⑳])/;
const beginning =
  /^(?:[|｜●•◆■▪◇○►▶★☆#*]|[—－–-]{1,4}|【|附[件：:表录]|注[：:]|专栏\d|[图表]\d|\d{4}年\d{1,2}月\d{1,2}日$)/;
const salutation = /^(?:尊敬的)?(?:各位|同志们|代表们|主席团|主任|女士们)[^。，,]{0,12}[：:！!，,]?$/;
/** The line under a picture: `图为大会会场。 王某 摄`. */
const caption = (text: string): boolean => text.length < 75 && /(?:摄|供图|摄影报道)[)）]?$/u.test(text.slice(-6));
/** A word that needs another behind it. */
const connective = /[是的和与及在对把将被从向使让]$/;
/** A task, named in one short sentence before the paragraph that unfolds it. */
const theme =
  /^(?:加[快强大]|推[进动]|[提增]升|提高|增强|[深优强净]化|深入|完善|健全|促进|扩大|巩固|拓展|培育|发展|做[优强大好]|建[设立]|构建|打造|实施|保障|改善|全[力面]|[大着]力|统筹|坚[持决]|落实|抓[好紧]|扎实|切实|积极|严格|[筑守]牢|防范|化解|激发|创新|开展|稳[定步])[^，、；：。“”]{3,14}。.{30}/;
const particle = /^(?:的|和(?![平谐睦解美善])|与(?![会此时其])|及(?![时早])|等(?![级待到]))/;
const speaker =
  /^\p{Script=Han}{1,12}(?:省|市|县|区|州|旗|盟|乡|镇)(?:人民政府)?(?:省|市|县|区|州|旗|盟|乡|镇)?长 ?\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?$/u;
