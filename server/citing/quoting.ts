/** Quotations with their source, for text files and Markdown. */
import { authorBeside, type Cited } from './cited.ts';
import { writeDate } from './wording.ts';

/** `刘宛康，《洛阳市2021年政府工作报告》，第三部分（七）第3段，2021年2月7日` */
function sourceLine(cited: Cited): string {
  const { shownTitle, excerpt, docNumber, locator, date } = cited;
  const number = docNumber === null ? '' : `（${docNumber}）`;
  const day = date === null ? '' : (writeDate(date) ?? '');
  const parts = [authorBeside(cited) ?? '', `${shownTitle}${excerpt}${number}`, locator.brief, locator.page, day];
  return parts.filter((part) => part !== '').join('，');
}

/** The quotation on its own lines, and below it the source and its address. */
export function writePlain(cited: Cited): string {
  const address = cited.link ?? (cited.publication.kind === 'web' ? cited.publication.url : null);
  const source = `${cited.quotation === null ? '' : '——'}${sourceLine(cited)}`;
  return [cited.quotation, source, address].filter((line) => line !== null).join('\n');
}

/** Characters that Markdown would read as marks, so that the words stay verbatim. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/gu, (mark) => `\\${mark}`)
    .replace(/^(\s*)([#+=-])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2');
}

/** A block quote with its source; the source is a link where the address is known. */
export function writeMarkdown(cited: Cited): string {
  const words = escapeMarkdown(sourceLine(cited));
  const address = cited.link ?? (cited.publication.kind === 'web' ? cited.publication.url : null);
  const source = address === null ? words : `[${words}](<${address.replace(/[<>\s]/gu, encodeURIComponent)}>)`;
  if (cited.quotation === null) return source;
  const lines = escapeMarkdown(cited.quotation).split('\n');
  return [...lines.map((line) => `> ${line}`), '>', `> ——${source}`].join('\n');
}
