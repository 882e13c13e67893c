import { BOLD_ON } from '../model.ts';

/**
 * Makes white space uniform and takes out what is invisible: a byte order mark, zero-width characters, soft hyphens and
 * control characters go; no-break, full-width and other blanks become one space; none is left at either end.
 */
export function unifySpaces(text: string): string {
  if (!odd.test(text)) return text;
  return text.replace(invisible, '').replace(blanks, ' ').trim();
}

/**
 * Takes out blanks that only set type. `2024 年 1 月` → `2024年1月`, `谋划了 1481 个` → `谋划了1481个`,
 * `普莱柯 P3 实验室` → `普莱柯P3实验室`, `政 府 工 作 报 告` → `政府工作报告`, a blank beside Chinese punctuation.
 * Kept: the blank between the halves of a heading (`坚持创新引领 增强发展第一动力`, `第一节 “十一五”成就`, `专栏1 重点工程`), before a name (`省长 季允石`), between
 * Latin words and between the columns of a table that was saved as text (`亿元 3008 3200`). Expects uniform spaces.
 */
export function closeSpaces(text: string): string {
  if (!text.includes(' ')) return text;
  const closed = text.replace(letterSpaced, (run) => run.replaceAll(' ', '')).replace(besidePunctuation, '');
  if (columns.test(closed)) return closed;
  return closed.replace(besideNumber, '');
}

const odd = /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]| {2}|^ | $/;
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const blanks = /[\s\u0085]+/g;

/** Two or more single characters in a row, each on its own between blanks: `政 府 工 作 报 告`, `李 强`. */
const letterSpaced = /(?<![^\s\p{P}])\p{Script=Han}(?: \p{Script=Han})+(?![^\s\p{P}])/gu;
/** A heading's number before its title, bold or not: `第一节`, `专栏1`. */
const headingNumber = `^${BOLD_ON}?(?:第[一二三四五六七八九十百零\\d]{1,4}[编章条节篇部分]{1,2}|(?:专栏|图|表|附[件表录图])[\\d０-９]{1,3})`;
const mark = '，。；：、！？“”‘’《》〈〉（）【】〔〕…';
const besidePunctuation = new RegExp(
  `(?<=[${mark}—]) (?![|｜])|(?<![|｜]|${headingNumber}) (?=[${mark}])|(?<=\\p{Script=Han}[,;:!?]) |(?<=^[(（][一二三四五六七八九十]{1,3}[)）]) |(?<=^\\d{1,2}[.、]) (?=\\p{Script=Han})`,
  'gu',
);
const columns = /\d%? -?\d/;
const besideNumber = new RegExp(
  `(?<=\\p{Script=Han})(?<!${headingNumber}) (?=[\\d０-９A-Za-z])|(?<=[\\d０-９A-Za-z%％‰])(?<!${headingNumber}) (?=\\p{Script=Han})`,
  'gu',
);
