/** Emphasis by typeface in a PDF: an opening sentence or a short paragraph in a heavier face than the body's. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { BOLD_OFF, BOLD_ON } from '../model.ts';
import type { Fragment } from './pdfLines.ts';
import { emphasised, outstandingFaces } from './typefaces.ts';

/**
 * Names of a page's typefaces by pdf.js's ids. They are known once the page's operators are read; many ids may share a
 * name, since programs cut a face into subsets.
 */
export async function readFaces(page: PDFPageProxy, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const faces = new Map<string, string>();
  try {
    await page.getOperatorList();
  } catch {
    return faces; // A picture that cannot be drawn costs no text.
  }
  for (const id of ids) {
    const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    if (typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string')
      faces.set(id, faceName(font.name));
  }
  return faces;
}

/** `ABCDEF+SimHei` → `SimHei`; Chinese names are often bytes of GBK. */
function faceName(name: string): string {
  const bytes = Uint8Array.from(name, (char) => char.charCodeAt(0));
  const isLatin = Array.from(name).every((char) => char.charCodeAt(0) < 256);
  const face = (isLatin ? new TextDecoder('gb18030').decode(bytes) : name).replace(/^[A-Z]{6}\+/, '');
  return kinds.reduce((known, [pattern, kind]) => (pattern.test(face) ? `${known} ${kind}` : known), face);
}

/** What names say in Latin letters: 黑体 is a sans serif, FZ is 方正, ST 华文. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/sans|gothic|heiti|FZHT/i, '黑'],
  [/FZKT/i, '楷'],
  [/FZXBS/i, '小标宋'],
];

const bold = /bold|black|heavy|demi/i;

/** Whether a face stands out in a document of these pieces. */
export function standingOut(pieces: readonly Fragment[]): (face: string) => boolean {
  const chinese = pieces.filter((piece) => han.test(piece.text));
  const byKind = outstandingFaces(chinese);
  const isBoldBody = lengthOf(chinese.filter((piece) => bold.test(piece.face))) > lengthOf(chinese) / 2;
  return (face) => byKind(face) || (!isBoldBody && bold.test(face));
}

function lengthOf(pieces: readonly Fragment[]): number {
  return pieces.reduce((total, piece) => total + piece.text.length, 0);
}

const han = /\p{Script=Han}/u;

/** A paragraph's text with the marks of bold print around its opening, if that stands out. `pieces` are its own. */
export function markOpening(text: string, pieces: readonly Fragment[], standsOut: (face: string) => boolean): string {
  const opening = emphasised(runsOf(pieces, standsOut), (run) => run.isHeavy);
  const length = opening.map((run) => run.text).join('').replace(/\s/g, '').length; // prettier-ignore
  if (length === 0) return text;
  let end = 0;
  for (let left = length; left > 0 && end < text.length; end += 1) if (!/\s/.test(text.charAt(end))) left -= 1;
  return `${BOLD_ON}${text.slice(0, end)}${BOLD_OFF}${text.slice(end)}`;
}

/** Digits and marks are often set in a face of their own: they go with the Chinese text before them, at first after. */
function runsOf(
  pieces: readonly Fragment[],
  standsOut: (face: string) => boolean,
): { text: string; isHeavy: boolean }[] {
  const isChinese = pieces.map((piece) => han.test(piece.text));
  const heavyAt = (index: number) => standsOut(pieces[index]?.face ?? '');
  let before = heavyAt(Math.max(0, isChinese.indexOf(true)));
  return pieces.flatMap(({ text }, index) => {
    if (isChinese[index] === true) {
      const stop = before && !heavyAt(index) ? (/^[。：:！？]/.exec(text)?.[0] ?? '') : '';
      before = heavyAt(index);
      return [{ text: stop, isHeavy: true }, { text: text.slice(stop.length), isHeavy: before }]; // prettier-ignore
    }
    const next = isChinese.indexOf(true, index);
    const isHeavy = before && (/^[。：:！？\s]+$/.test(text) || next < 0 || heavyAt(next));
    return [{ text, isHeavy }];
  });
}
