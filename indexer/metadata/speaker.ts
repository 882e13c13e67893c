/** Who speaks: `洛阳市人民政府市长 刘宛康`, `国务院副总理兼国家计划委员会主任李富春`, `龚正市长`. */
import { type Line, printed } from './line.ts';

/** A speaker and the office as they are printed. */
export interface Speaker {
  /** Null when the line ends with the office and the name stands on the next. */
  readonly name: string | null;
  /** Folded: `洛阳市人民政府市长`. */
  readonly office: string;
}

const POST =
  '(?:省长|市长|区长|县长|州长|旗长|盟长|镇长|乡长|专员|主席|总理|主任|总书记|书记|行政长官|司令员|部长|局长|厅长|主任委员)';
const NAME = '(?:\\p{Script=Han}{1,12}(?:·\\p{Script=Han}{1,12})+|\\p{Script=Han}{2,4})';
/** What may follow a name on its line: `王凯作政府工作报告`, `张三同志`. */
const TAIL = '(?:同志)?(?:(?:代表.{2,20})?(?:向大会)?所?作(?:了)?.{0,12}报告)?[。.]?';

const OFFICE_AND_NAME = new RegExp(`^-*(.*${POST}):?(${NAME}?)${TAIL}$`, 'u');
const OFFICE_AND_LONG_NAME = new RegExp(`^-*(.*${POST}):?(${NAME})${TAIL}$`, 'u');
const OFFICE_ONLY = new RegExp(`^-*[^。,;]{0,40}${POST}$`, 'u');
const NAME_AND_OFFICE = new RegExp(`^(${NAME})((?:代理?|副)?${POST})$`, 'u');
const OFFICE = new RegExp(POST, 'u');
const NAME_ONLY = new RegExp(`^${NAME}$`, 'u');

/** Reads a whole line, or that part of it that begins at `from` (offset in `line.plain`), as a speaker. */
export function readSpeaker(line: Line, from = 0): Speaker | null {
  const rest = line.plain.slice(from);
  if (rest.length > 60 || /[。,;](?!$)/u.test(rest)) return null;
  if (OFFICE_ONLY.test(rest)) return { name: null, office: rest.replace(/^-+/u, '') };
  const match = OFFICE_AND_LONG_NAME.exec(rest) ?? OFFICE_AND_NAME.exec(rest);
  if (match === null) return null;
  const [, office = '', name = ''] = match;
  const start = from + rest.indexOf(office) + office.length;
  const at = line.plain.indexOf(name, start);
  return name === '' ? null : { name: printed(line, at, at + name.length), office };
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
  return NAME_ONLY.test(line.plain) && !OFFICE.test(line.plain) ? printed(line, 0, line.plain.length) : null;
}
