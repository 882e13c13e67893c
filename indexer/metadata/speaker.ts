/** Who speaks: `洛阳市人民政府市长 刘宛康`, `国务院副总理兼国家计划委员会主任李富春`, `龚正市长`. */
import { type Line, lineOf, printed } from './line.ts';

/** A speaker and the office as they are printed. */
export interface Speaker {
  /** Null when the line ends with the office and the name stands on the next. */
  readonly name: string | null;
  /** Folded: `洛阳市人民政府市长`. */
  readonly office: string;
}

const POST =
  '(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|专员|主席|总理|主任|总书记|书记|行政长官|司令员|部长|局长|厅长|院长|检察长|审计长|主任委员|报告人)(?:候选人)?(?:\\(代理?\\))?';
const DOTTED = '\\p{Script=Han}{1,12}(?:[·.]\\p{Script=Han}{1,12})+';
const NAME = `(?:${DOTTED}|\\p{Script=Han}{2,4})`;
/** Longer without a dot only where print sets it apart: `州长 泽仁多吉扎西`. */
const LONG_NAME = `(?:${DOTTED}|\\p{Script=Han}{2,8})`;
/** Behind a name in brackets: `（女，回族）`. */
const PERSON = '\\([男女]?,?(?:\\p{Script=Han}{1,5}族)?\\)';
/** What may follow a name on its line: `王凯作政府工作报告`, `张三同志`. */
const TAIL = `(?:${PERSON})?(?:同志)?(?:(?:代表.{2,20})?(?:向大会)?所?作(?:了)?.{0,12}报告)?[。.]?`;

const OFFICE_AND_NAME = new RegExp(`^(.*${POST}):?\\(?(${NAME})(?<!同志)${TAIL}\\)?$`, 'u');
const OFFICE_AND_LONG_NAME = new RegExp(`^(.*${POST}):?(${LONG_NAME})(?<!同志)${TAIL}\\)?$`, 'u');
const OFFICE_ONLY = new RegExp(`^[^。,;]{0,40}${POST}:?$`, 'u');
const NAME_AND_OFFICE = new RegExp(`^(${NAME})((?:代理?|副)?${POST})$`, 'u');
/** In print, where a blank parts the two: `林 舟  某县人民政府县长`; an office in letter-spaced print is none. */
const NAME_THEN_OFFICE =
  /^[—\-\s(（]*(\p{Script=Han}\s\p{Script=Han}|[\p{Script=Han}·]{2,16})\s+(\S{2,}(?:\s+\S{2,})*?)[\s)）]*$/u;
const OFFICE = new RegExp(POST, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');
const NO_NAME =
  /^(?:代理?|副|常务|自治|兼)|(?:[省市县区州镇乡委院局厅部署组员稿]|政府|报告|[委大全协]会|代理)$|^(?:[前引序]言|目[录次]|提要|摘要|提纲|导语|概[述要况]|正文|全文|附件|总则|编者按)$/u;
const SENTENCE = /[。,;](?![^(]*族\)|$)/u;

/** Reads a whole line, or that part of it that begins at `from` (offset in `line.plain`), as a speaker. */
export function readSpeaker(line: Line, from = 0): Speaker | null {
  const rest = line.plain.slice(from).replace(/^-*\(?/u, '');
  if (rest.length > 60 || SENTENCE.test(rest)) return null;
  const reversed = from === 0 ? readNameThenOffice(line) : null;
  if (reversed !== null) return reversed;
  if (OFFICE_ONLY.test(rest)) return { name: null, office: rest.replace(/:$/u, '') };
  const sure = OFFICE_AND_NAME.exec(rest);
  const [, office = '', folded = ''] = sure ?? OFFICE_AND_LONG_NAME.exec(rest) ?? [];
  const at = line.plain.indexOf(folded, line.plain.indexOf(office, from) + office.length);
  const name = printed(line, at, at + folded.length);
  return name !== '' && (sure !== null || isApart(line, name)) ? { name, office } : null;
}

/** `林远舟 市长` on a line of its own. */
function readNameThenOffice(line: Line): Speaker | null {
  const [, name = '', office = ''] = NAME_THEN_OFFICE.exec(line.text) ?? [];
  const { plain } = lineOf(office);
  if (name === '' || !OFFICE_ONLY.test(plain) || NO_NAME.test(lineOf(name).plain) || OFFICE.test(name)) return null;
  return { name: name.replace(/\s/gu, ''), office: plain };
}

/** Whether a blank or a colon stands before the name. */
function isApart({ text }: Line, name: string): boolean {
  return /[\s:：]/u.test(text.charAt(text.lastIndexOf(name) - 1));
}

/** `龚正市长` as it stands before 在 in a delivery line; offsets in `line.plain`. */
export function readNameBeforeOffice(line: Line, start: number, end: number): Speaker | null {
  const match = NAME_AND_OFFICE.exec(line.plain.slice(start, end));
  if (match === null) return null;
  const [, name = '', office = ''] = match;
  return { name: printed(line, start, start + name.length), office };
}

/** A line that holds nothing but a name, as it follows an office or a delivery line. */
export function readName(line: Line): string | null {
  const isName = NAME_ONLY.test(line.plain) && !OFFICE.test(line.plain) && !NO_NAME.test(line.plain);
  return isName ? printed(line, 0, line.plain.length) : null;
}
